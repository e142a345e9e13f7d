package main

import (
	"bytes"
	"context"
	"io"
	"os"
	"strings"
	"sync"
	"testing"
	"time"

	"samantha"
	"samantha/internal/face/serve"
	"samantha/internal/house"
)

// glass is what a terminal was sent.
type glass struct {
	mu    sync.Mutex
	text  bytes.Buffer
	wrote chan struct{} // holds one token after a write
}

func newGlass() *glass { return &glass{wrote: make(chan struct{}, 1)} }

func (g *glass) Write(p []byte) (int, error) {
	g.mu.Lock()
	defer g.mu.Unlock()
	select {
	case g.wrote <- struct{}{}:
	default:
	}
	return g.text.Write(p)
}

// await returns what was sent after seen bytes, once it holds the text.
func (g *glass) await(t *testing.T, seen int, text string) (all int) {
	t.Helper()
	late := time.After(20 * time.Second) // of all, since she never stands still
	for {
		g.mu.Lock()
		sent := g.text.String()
		g.mu.Unlock()
		if strings.Contains(sent[seen:], text) {
			return len(sent)
		}
		select {
		case <-g.wrote:
		case <-late:
			t.Fatalf("%q does not come in %q", text, sent[seen:])
		}
	}
}

// onScreen is a talk in a whole terminal, on pipes.
func onScreen(t *testing.T, home string, out io.Writer) (c *call, keyboard *io.PipeWriter) {
	t.Helper()
	c, err := parsed([]string{"talk", "--home", home}, os.Getenv)
	if err != nil {
		t.Fatal(err)
	}
	in, keyboard := io.Pipe()
	t.Cleanup(func() { keyboard.Close() })
	c.in, c.out, c.errs, c.zone = in, out, io.Discard, "UTC"
	c.verb.ready = func(ctx context.Context, c *call) error {
		c.takeScreen(ctx)
		return nil
	}
	return c, keyboard
}

func TestAScreenFromHelloToGoodbye(t *testing.T) {
	home, _ := lived(t)
	out := newGlass()
	c, keyboard := onScreen(t, home, out)
	ended := make(chan error)
	go func() { ended <- perform(t.Context(), c) }()
	awaited(t, home)
	io.WriteString(keyboard, "where does my sister live?\r")
	seen := out.await(t, 0, "Bergen")
	io.WriteString(keyboard, "\t") // why
	out.await(t, seen, "heard")
	io.WriteString(keyboard, "\x04")
	if err := <-ended; err != nil {
		t.Error(err)
	}
}

// The one who owned the house leaves; the screen that had joined goes on.
func TestAScreenTakesTheHouse(t *testing.T) {
	home, _ := lived(t)
	first, leave := io.Pipe()
	var ends sync.WaitGroup
	ends.Go(func() {
		if code := runs(context.Background(), []string{"talk", "--home", home}, os.Getenv, first, io.Discard, io.Discard); code != exitFine {
			t.Errorf("the first talk: %d", code)
		}
	})
	awaited(t, home)
	out := newGlass()
	c, keyboard := onScreen(t, home, out)
	ended := make(chan error)
	go func() { ended <- perform(t.Context(), c) }()
	io.WriteString(keyboard, "my brother Jonas builds violins\r")
	seen := out.await(t, 0, "tab")
	leave.Close()
	ends.Wait()
	io.WriteString(keyboard, "where does my sister live?\r")
	out.await(t, seen, "Bergen")
	seen = out.await(t, seen, "why") // before she is done there is none
	io.WriteString(keyboard, "\t")
	out.await(t, seen, "heard")
	io.WriteString(keyboard, "\x04")
	if err := <-ended; err != nil {
		t.Error(err)
	}
}

func TestNotesFindTheirPlace(t *testing.T) {
	var errs bytes.Buffer
	out := newGlass()
	c, keyboard := onScreen(t, t.TempDir(), out)
	c.errs = &errs
	c.takeScreen(t.Context())
	finish(c.errs, samantha.ErrDamaged)
	if errs.String() != "samantha: damaged\n" {
		t.Errorf("before there is a screen: %q", errs.String())
	}
	errs.Reset()
	c.screen.open()
	finish(c.errs, samantha.ErrForgotten)
	out.await(t, 0, "forgotten")
	io.WriteString(keyboard, "\x04")
	if err := c.screen.close(); err != nil || errs.Len() > 0 {
		t.Errorf("%v %q", err, errs.String())
	}
	finish(c.errs, samantha.ErrDamaged)
	if errs.String() != "samantha: damaged\n" {
		t.Errorf("after it: %q", errs.String())
	}
}

// What ends on a screen is heard of: she stops when nobody is there.
func TestNobodyBeforeTheScreen(t *testing.T) {
	c, keyboard := onScreen(t, t.TempDir(), io.Discard)
	c.takeScreen(t.Context())
	f := c.screen.open()
	io.WriteString(keyboard, "\x04")
	<-f.Lines()
	if err := c.screen.close(); err != nil {
		t.Fatal(err)
	}
	if _, err := (spoken{f}).Write([]byte("Good night.")); err != io.ErrClosedPipe {
		t.Errorf("%v", err)
	}
}

func TestWhereATalkIsSeen(t *testing.T) {
	for _, args := range [][]string{{"talk"}, {"talk", "--plain"}, {"talk", "--still"}} {
		got := typeIn(t, "hello\n", append(args, "--home", t.TempDir())...)
		if got.code != exitFine || strings.Contains(got.out, "\x1b") {
			t.Errorf("%v on a pipe: %+v", args, got)
		}
	}
	c := &call{in: os.Stdin, out: os.Stdout}
	if c.ofTerminal(func(string) string { return "dumb" }) {
		t.Error("a dumb terminal is taken whole")
	}
}

// recorder is a face that notes whose lines it is shown.
type recorder struct {
	face
	whose []origin
}

func (r *recorder) logged(_ serve.Line, whose origin) { r.whose = append(r.whose, whose) }

func TestWhoseALineIs(t *testing.T) {
	r := &recorder{}
	v := newConversation(r, io.Discard)
	for _, l := range []serve.Line{
		{ID: "b2b2.said", By: samantha.OriginHerself},
		{ID: "c2b2", By: samantha.OriginPerson, FaceID: v.me + "-1"},
		{ID: "c2b2.said", By: samantha.OriginHerself},
		{ID: "d2b2", By: samantha.OriginPerson, FaceID: "another-1"},
		{ID: "d2b2.said", By: samantha.OriginHerself},
	} {
		v.logged(l)
	}
	want := []origin{unasked, ours, ours, theirs, theirs}
	for i, w := range want {
		if r.whose[i] != w {
			t.Errorf("line %d is %v, want %v", i, r.whose[i], w)
		}
	}
}

func TestTheRecordIsAskedWhereSheIs(t *testing.T) {
	home, id := lived(t)
	v := newConversation(nil, io.Discard)
	if _, err := v.why(t.Context(), samantha.ID(id)); err != serve.ErrNobody {
		t.Errorf("nobody to ask: %v", err)
	}
	if _, err := v.memories(t.Context(), "sister"); err != serve.ErrNobody {
		t.Errorf("nobody to ask: %v", err)
	}
	awakeIn(t, home)
	r, ok := house.Awake(home)
	if !ok {
		t.Fatal("nobody is awake")
	}
	v.asks((&call{zone: "UTC"}).recordThere(serve.Client{Address: r.Address, Token: r.Token}))
	if w, err := v.why(t.Context(), samantha.ID(id)); err != nil || w.Sentence == "" || len(w.Record) == 0 {
		t.Errorf("%+v %v", w, err)
	}
	if _, err := v.why(t.Context(), "z9z9z9"); err == nil || strings.HasPrefix(err.Error(), "samantha:") {
		t.Errorf("what is not there: %v", err)
	}
	for question, least := range map[string]int{"": 4, "sister": 1, "--sister": 1} {
		if found, err := v.memories(t.Context(), question); err != nil || len(found) < least {
			t.Errorf("%q: %+v %v", question, found, err)
		}
	}
}
