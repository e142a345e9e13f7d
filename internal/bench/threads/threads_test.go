package threads

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"samantha/internal/bench/lives"
)

func read(t *testing.T, pattern string) []lives.Life {
	t.Helper()
	names, err := filepath.Glob(pattern)
	if err != nil || len(names) == 0 {
		t.Fatalf("no lives at %s: %v", pattern, err)
	}
	var all []lives.Life
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		some, err := lives.Read(data)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, some...)
	}
	return all
}

// What is opened on the lives the rules were written with, at least: floors, not
// the figures.
const (
	precisionAtLeast = 0.5
	recallAtLeast    = 0.25
)

func TestLivesTheRulesWereWrittenWith(t *testing.T) {
	r, err := Run(read(t, "../../../lives/life-0[1-8].json"))
	if err != nil {
		t.Fatal(err)
	}
	t.Log("\n" + r.String())
	if r.Opened.Precision() < precisionAtLeast || r.Opened.Recall() < recallAtLeast {
		t.Errorf("opened: precision %.3f, recall %.3f; want %g and %g", r.Opened.Precision(), r.Opened.Recall(), precisionAtLeast, recallAtLeast)
	}
}

// TestAPlainLife keeps the count honest: one thread opened and closed, one left
// open, one missed.
func TestAPlainLife(t *testing.T) {
	at := time.Date(2026, 3, 2, 19, 0, 0, 0, time.UTC)
	l := lives.Life{ID: "plain", Language: "en", Speakers: [2]string{"Ida", "Samantha"}}
	for i, turn := range []struct {
		session int
		text    string
	}{
		{1, "I have an exam on Thursday"}, {1, "I'll call my mother tomorrow"}, {1, "the roof again, you know how it is"}, {2, "the exam went well"},
	} {
		l.Turns = append(l.Turns, lives.Turn{
			ID: string(rune('a' + i)), Session: turn.session, At: at.AddDate(0, 0, 5*(turn.session-1)), Speaker: "Ida", Text: turn.text,
		})
	}
	l.Threads = []lives.Thread{
		{ID: "1", What: "the exam", Opened: "a", Closed: "d"}, {ID: "2", What: "call her mother", Opened: "b"}, {ID: "3", What: "the roof", Opened: "c"},
	}
	r, err := Run([]lives.Life{l})
	if err != nil {
		t.Fatal(err)
	}
	if r.Opened != (Count{Gold: 3, Found: 2, Right: 2}) || r.Closed != (Count{Gold: 1, Found: 1, Right: 1}) || len(r.Unnoticed) != 1 {
		t.Errorf("%+v", r)
	}
}
