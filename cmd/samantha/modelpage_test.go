package main

import (
	"context"
	"encoding/json"
	"io"
	"strings"
	"testing"

	"samantha"
	"samantha/internal/face/serve"
	"samantha/internal/house"
)

// appIn is her, awake in a house of a test.
func appIn(t *testing.T, home string, env map[string]string) *app {
	t.Helper()
	c, err := parsed([]string{"model", "--home", home}, with(env))
	if err != nil {
		t.Fatal(err)
	}
	c.errs = io.Discard
	h, err := house.Unlock(t.Context(), home, house.Options{})
	if err != nil {
		t.Fatal(err)
	}
	a, err := wake(c, h)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := a.close(); err != nil {
			t.Error(err)
		}
	})
	return a
}

// TestAPageChoosesAModel: one of this machine at a word; one elsewhere only after it was
// shown what would leave, and by a yes that names that very host; and no key but the one
// that is made for it.
func TestAPageChoosesAModel(t *testing.T) {
	home, _ := lived(t)
	m := newModel(t)
	a := appIn(t, home, map[string]string{envKey: "sesame", "SECRET": "not for you"})
	use := func(w serve.WantedModel) (doc modelDoc, asks leavingDoc, err error) {
		t.Helper()
		out, err := a.useIn(home)(context.Background(), "", w)
		told := struct {
			*modelDoc
			Asks *leavingDoc `json:"asks"`
		}{&doc, &asks}
		if err == nil && json.Unmarshal(out, &told) != nil {
			t.Fatalf("%s", out)
		}
		return doc, asks, err
	}
	choices := func() map[string]string {
		t.Helper()
		r, err := a.mind(t.Context(), "")
		if err != nil {
			t.Fatal(err)
		}
		now, err := r.mind.Now(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		return now.Choices
	}
	if doc, asks, err := use(serve.WantedModel{URL: m.URL}); err != nil || doc.Name != "small" || doc.Remote || asks.Host != "" {
		t.Errorf("of this machine: %+v, %+v, %v", doc, asks, err)
	}
	host := strings.TrimSuffix(strings.TrimPrefix(m.away(), "http://"), "/v1")
	away, before := serve.WantedModel{URL: m.away(), Model: "small", Key: true}, m.asked.Load()
	if doc, asks, err := use(away); err != nil || asks != (leavingDoc{host, "small", true}) || doc.Name != "" {
		t.Errorf("elsewhere: %+v, %+v, %v", doc, asks, err)
	}
	for _, yes := range []string{"yes", "models.example:443", host + "0"} {
		w := away
		w.Yes = yes
		if _, _, err := use(w); err == nil {
			t.Errorf("a yes to %s opens %s", yes, host)
		}
	}
	if got := choices()[samantha.ChoiceRemoteModel]; m.asked.Load() != before || got == host {
		t.Errorf("without a yes to it something was sent, or may be: %q", got)
	}
	away.Yes = host
	if doc, _, err := use(away); err != nil || !doc.Remote || m.key.Load() != "Bearer sesame" {
		t.Errorf("with a yes: %+v, %v, key %v", doc, err, m.key.Load())
	}
	if doc, _, err := use(serve.WantedModel{Off: true, URL: m.away()}); err != nil || doc.Name != "" || choices()[samantha.ChoiceRemoteModel] != samantha.ChoiceNo {
		t.Errorf("off: %+v, %v", doc, err)
	}
	if line := strings.Join(pageWish(home, "", serve.WantedModel{Model: "x --key-env=SECRET", Key: true}), "\n"); strings.Contains(line, "\n--key-env=SECRET") || !strings.Contains(line, "\n--key-env="+envKey+"\n") {
		t.Errorf("a page names a variable: %s", line)
	}
}

// TestAPageExaminesAModel: it hears how far it is, and has what came of it, as typed.
func TestAPageExaminesAModel(t *testing.T) {
	home, _ := lived(t)
	m := newModel(t)
	a := appIn(t, home, nil)
	var events strings.Builder
	if _, err := a.examineIn(home)(t.Context(), "", &events); err == nil {
		t.Error("there was none to examine")
	}
	if _, err := a.useIn(home)(t.Context(), "", serve.WantedModel{URL: m.URL}); err != nil {
		t.Fatal(err)
	}
	out, err := a.examineIn(home)(t.Context(), "", &events)
	var doc examinedDoc
	if err != nil || json.Unmarshal(out, &doc) != nil || doc.Model != "small" || len(doc.Answers) == 0 {
		t.Errorf("%s, %v", out, err)
	}
	if lines := strings.Split(strings.TrimSpace(events.String()), "\n"); len(lines) < len(doc.Answers) || !strings.HasPrefix(lines[0], `{"done":1,"of":`) {
		t.Errorf("%q", lines)
	}
}
