package main

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/coder/websocket"

	"samantha/internal/face/serve"
)

// tab is a page in a browser, without its looks.
type tab struct {
	t    *testing.T
	conn *websocket.Conn
	her  serve.Welcome // as she was shown last
	said int
}

// openTab lets a browser in and opens the page in it.
func openTab(t *testing.T, s started, cookie *http.Cookie) *tab {
	t.Helper()
	address := strings.TrimSuffix(strings.TrimPrefix(s.Page, "http://"), "/")
	conn, _, err := websocket.Dial(t.Context(), "ws://"+address+"/wire", &websocket.DialOptions{
		HTTPHeader: http.Header{"Cookie": {cookie.Name + "=" + cookie.Value}, "Origin": {"http://" + address}},
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { conn.CloseNow() })
	conn.SetReadLimit(1 << 22)
	p := &tab{t: t, conn: conn}
	p.send("hello", serve.Hello{Zone: "Europe/Oslo"})
	return p
}

// send sends a message of a kind.
func (p *tab) send(kind string, message any) {
	p.t.Helper()
	body, err := json.Marshal(message)
	if err != nil {
		p.t.Fatal(err)
	}
	text := `{"kind":"` + kind + `",` + string(body[1:])
	if err := p.conn.Write(p.t.Context(), websocket.MessageText, []byte(text)); err != nil {
		p.t.Fatal(err)
	}
}

// say says something, and returns what is shown of it and of the answer.
func (p *tab) say(text string) (serve.Heard, serve.Said) {
	p.t.Helper()
	p.said++
	id := fmt.Sprintf("%p-%d", p, p.said)
	p.send("say", serve.Say{ID: id, Text: text, Ear: serve.EarTyped})
	for {
		heard := next[serve.Heard](p, "heard")
		if heard.Face == id {
			return heard, next[serve.Said](p, "said")
		}
	}
}

// next is the next message of the kind; others are passed over.
func next[T any](p *tab, kind string) (m T) {
	p.t.Helper()
	ctx, cancel := context.WithTimeout(p.t.Context(), 20*time.Second)
	defer cancel()
	for {
		_, data, err := p.conn.Read(ctx)
		if err != nil {
			p.t.Fatalf("waiting for %q: %v", kind, err)
		}
		var is struct{ Kind string }
		if err := json.Unmarshal(data, &is); err != nil {
			p.t.Fatal(err)
		}
		if is.Kind == "refused" && kind != "refused" {
			p.t.Fatalf("refused: %s", data)
		}
		if is.Kind == "welcome" || is.Kind == "changed" {
			if err := json.Unmarshal(data, &p.her); err != nil {
				p.t.Fatal(err)
			}
		}
		if is.Kind != kind {
			continue
		}
		if err := json.Unmarshal(data, &m); err != nil {
			p.t.Fatalf("%v in %s", err, data)
		}
		return m
	}
}

// ask has a verb run, and reads what it tells into doc.
func (p *tab) ask(doc any, verb ...string) serve.Told {
	p.t.Helper()
	p.said++
	p.send("ask", serve.Ask{N: p.said, Verb: verb})
	told := next[serve.Told](p, "told")
	if told.N != p.said {
		p.t.Fatalf("%v was answered with %+v", verb, told)
	}
	if doc != nil {
		if err := json.Unmarshal(told.Doc, doc); err != nil {
			p.t.Fatalf("%v: %v in %+v", verb, err, told)
		}
	}
	return told
}

func TestAPageMeetsHer(t *testing.T) {
	s := startIn(t, os.Getenv, "--home", t.TempDir(), "--no-open")
	defer s.stop()
	cookie := letIn(t, s.Link)
	desk := openTab(t, s, cookie)
	hello := next[serve.Welcome](desk, "welcome")
	if hello.Person != "" || hello.Her != "" || !hello.Remembering || hello.Choices == nil || hello.Version != version {
		t.Errorf("%+v", hello)
	}
	form := next[serve.Said](desk, "said")
	if form.Form != len(form.Clauses) || !strings.Contains(strings.Join(form.Clauses, " "), "What should I call you?") {
		t.Errorf("the form: %+v", form)
	}
	_, arrival := desk.say("Ida")
	if arrival.Form == 0 || arrival.Form >= len(arrival.Clauses) || !strings.HasSuffix(arrival.Clauses[arrival.Form-1], "—") {
		t.Errorf("she breaks in: %+v", arrival)
	}
	for desk.her.Person != "Ida" {
		next[serve.Changed](desk, "changed")
	}
	// Another page, and another process, are part of the same talk.
	phone := openTab(t, s, cookie)
	heard, said := phone.say("my sister Mara lives in Bergen")
	if got := next[serve.Heard](desk, "heard"); got.ID != heard.ID || got.Text != heard.Text || got.Seq != heard.Seq {
		t.Errorf("%+v, want %+v", got, heard)
	}
	desk.why(said)
	desk.off(phone)
	desk.forgets(phone, heard)
}

// why asks for the causes of an answer.
func (p *tab) why(said serve.Said) {
	p.t.Helper()
	var why struct {
		Sentence string
		Record   []any
	}
	if told := p.ask(&why, "why", string(said.ID)); told.Exit != exitFine || why.Sentence == "" || len(why.Record) == 0 {
		p.t.Errorf("%+v", told)
	}
}

// off talks off the record: it is shown on both pages, and on none that comes
// later.
func (p *tab) off(other *tab) {
	p.t.Helper()
	if told := p.ask(nil, "pause"); told.Exit != exitFine {
		p.t.Errorf("%+v", told)
	}
	heard, said := p.say("I stole a spoon once")
	if heard.Kept != serve.KeptNot || said.Kept != serve.KeptNot || heard.Seq != 0 {
		p.t.Errorf("%+v %+v", heard, said)
	}
	for next[serve.Heard](other, "heard").ID != heard.ID {
	}
	p.send("cut", serve.Cut{Answer: said.ID, Spoken: 0}) // nothing can be noted of it, and nobody minds
	if told := p.ask(nil, "resume"); told.Exit != exitFine {
		p.t.Errorf("%+v", told)
	}
	var kept []struct{ Text string }
	p.ask(&kept, "memories", "-n", "100")
	for _, m := range kept {
		if strings.Contains(m.Text, "spoon") {
			p.t.Errorf("it is kept: %+v", m)
		}
	}
}

// forgets has a moment forgotten: it goes from the other page.
func (p *tab) forgets(other *tab, heard serve.Heard) {
	p.t.Helper()
	if told := p.ask(nil, "forget", string(heard.ID), "--show"); told.Exit != exitFine || !strings.Contains(string(told.Doc), "Bergen") {
		p.t.Errorf("%+v", told)
	}
	if told := p.ask(nil, "forget", string(heard.ID)); told.Exit != exitFine {
		p.t.Errorf("%+v", told)
	}
	gone := next[serve.Gone](other, "gone")
	if len(gone.IDs) < 2 || gone.IDs[0] != heard.ID {
		p.t.Errorf("%+v", gone)
	}
	var facts []any
	if p.ask(&facts, "facts"); len(facts) > 1 { // her name for the person stays
		p.t.Errorf("%v", facts)
	}
}
