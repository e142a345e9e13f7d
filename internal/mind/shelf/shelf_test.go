package shelf

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"samantha"

	"pgregory.net/rapid"
)

func eye(t testing.TB) *Eye {
	t.Helper()
	r, err := New()
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestWhatSheStopsAt(t *testing.T) {
	e := eye(t)
	theirs := Taste{Theirs: map[string]samantha.ID{"kiln": "m7k2.odd.1"}}
	for _, test := range []struct{ sentence, why string }{
		{"The kiln was cold by the time they came down.", "theirs"},
		{"What had he thought the sea would give him?", "asks"},
		{"It was not the cold that woke her but the quiet.", "turns"},
		{"She folded the letter as if it might still be sent.", "likens"},
		{"I never asked him where the money went.", "owns"},
		{"Nothing in that house was ever thrown away.", "rule"},
		{"A small lamp burned in the window.", "small"},
		{"The ferry left at noon with both of them.", "plain"},
		{"CHAPTER II.", ""},
		{"went down the road and met nobody.", ""}, // torn off
		{"He spoke to Mr.", ""},                    // torn off
		{"See Fig. 12 for the two prisms.", ""},    // no sentence to remember
		{"\"I won't,\" said the boy at the gate.", ""},
	} {
		got, ok := e.stopAt(test.sentence, theirs)
		if slices.Contains(sentences(test.sentence), test.sentence) != (test.why != "") {
			t.Errorf("%q: may she stop there?", test.sentence)
		}
		if test.why != "" && (!ok || got.Why != test.why) {
			t.Errorf("%q: %q, want %q", test.sentence, got.Why, test.why)
		}
	}
}

func TestWhatSheLeavesAlone(t *testing.T) {
	taste := Taste{Leave: func(text string) bool { return strings.Contains(text, "ferry") }}
	sat := eye(t).Read([]string{"The ferry left at noon with both of them."}, 0, taste)
	if len(sat.Struck) != 0 {
		t.Errorf("she stopped at %q", sat.Struck)
	}
}

func TestBadReasons(t *testing.T) {
	for _, row := range []string{"name | 1", "name | 0 | theirs", "name | x | theirs", "name | 1 | words 9-2", "name | 1 | smells odd"} {
		if _, err := readStrike(samantha.Line{File: "f", Number: 3, Text: row}); err == nil || !strings.Contains(err.Error(), "f:3") {
			t.Errorf("%q: %v", row, err)
		}
	}
}

// TestABookIsReadOnce: night by night from the first paragraph to the last, none
// left out and none twice, and what she has of it is in it.
func TestABookIsReadOnce(t *testing.T) {
	e := eye(t)
	rapid.Check(t, func(t *rapid.T) {
		var paragraphs []string
		for i := range rapid.IntRange(1, 40).Draw(t, "paragraphs") {
			n := rapid.IntRange(1, 30).Draw(t, "sentences")
			var p []string
			for j := range n {
				p = append(p, fmt.Sprintf("%s the lamp of house %s was as a star in rain.", rapid.SampledFrom([]string{"I thought", "Why", "There", "nor", "Mr."}).Draw(t, "begins"), strings.Repeat("x", i+j+1)))
			}
			paragraphs = append(paragraphs, strings.Join(p, " "))
		}
		whole := strings.Join(paragraphs, "\n\n")
		for at, night := 0, uint64(0); at < len(paragraphs); night++ {
			taste := Taste{Seed: night}
			sat := e.Read(paragraphs, at, taste)
			if sat.End <= at || sat.End > len(paragraphs) || len(sat.Struck) > mostStruck {
				t.Fatalf("from %d to %d of %d, %d stops", at, sat.End, len(paragraphs), len(sat.Struck))
			}
			for _, p := range sat.Struck {
				if !strings.Contains(whole, p.Text) {
					t.Fatalf("%q is not in the book", p.Text)
				}
			}
			if again := e.Read(paragraphs, at, taste); fmt.Sprint(again) != fmt.Sprint(sat) {
				t.Fatal("the same night reads otherwise")
			}
			at = sat.End
		}
	})
}

func leafed(id samantha.ID, begin, end int, whys ...string) samantha.Event {
	l := &samantha.Leafed{Numbers: samantha.LeafedNumbers{Book: "a1b1", Begin: begin, End: end, Words: 10 * (end - begin), Night: "2026-03-02"}}
	for _, why := range whys {
		l.Words.Struck = append(l.Words.Struck, samantha.Passage{Text: "A sentence of " + string(id) + " " + why + ".", Why: why})
	}
	return samantha.Event{ID: id, Body: l}
}

func aBook() *State {
	s := &State{}
	s.Apply(samantha.Event{ID: "a1b1", Body: &samantha.Shelved{
		Words:   samantha.ShelvedWords{Title: "The Sea-Wall: A Life", Author: "N. N."},
		Numbers: samantha.ShelvedNumbers{Mark: "m", Paragraphs: 10, Words: 100},
	}})
	return s
}

func TestHerPlaceInABook(t *testing.T) {
	s := aBook()
	if b, ok := s.Current(); !ok || b.Finished() || b.Part() != 0 {
		t.Fatalf("a new book: %+v", b)
	}
	s.Apply(leafed("a2b1", 0, 4, "asks", "turns"))
	s.Apply(leafed("a3b1", 4, 10, "asks"))
	b := s.Last()
	if !b.Finished() || b.Part() != 1 || len(b.Passages()) != 3 {
		t.Errorf("read: %+v", b)
	}
	if _, ok := s.Current(); ok {
		t.Error("she is in a book she has finished")
	}
	for text, want := range map[string]bool{"what do you think of the sea wall": true, "and the sea-wall?": true, "sea wall": true, "the wall": false, "": false} {
		if _, ok := s.Titled(text); ok != want {
			t.Errorf("%q names it: %v", text, ok)
		}
	}
	if words, ok := s.Words("a2b1.struck.2"); !ok || !strings.Contains(words, "turns") {
		t.Errorf("a passage by its id: %q", words)
	}
}

// TestNoOpinionWithoutLines: what she thinks of a book is what several of her
// stops have in common.
func TestNoOpinionWithoutLines(t *testing.T) {
	s := aBook()
	s.Apply(leafed("a2b1", 0, 1, "asks", "theirs"))
	s.Apply(leafed("a3b1", 1, 2, "asks", "theirs"))
	s.Apply(leafed("a4b1", 2, 3, "theirs", "plain"))
	if why, _ := s.Books[0].View(); why != "" {
		t.Errorf("two stops made %q", why)
	}
	s.Apply(leafed("a5b1", 3, 4, "asks", "turns"))
	if why, stops := s.Books[0].View(); why != "asks" || len(stops) != 3 {
		t.Errorf("%q from %d", why, len(stops))
	}
}

func TestForgettingABook(t *testing.T) {
	s := aBook()
	s.Apply(leafed("a2b1", 0, 4, "asks"))
	s.Mask([]samantha.ID{"a2b1"})
	if len(s.Books[0].Passages()) != 0 || s.Books[0].End != 4 {
		t.Error("a forgotten night keeps its place and no words")
	}
	s.Mask([]samantha.ID{"a1b1"})
	if kept, _ := json.Marshal(s); strings.Contains(string(kept), "Sea") {
		t.Errorf("kept: %s", kept)
	}
}

func TestSheReadsSomeNights(t *testing.T) {
	n := 0
	for seed := range uint64(1000) {
		if Tonight(seed) {
			n++
		}
	}
	if n < 500 || n > 700 {
		t.Errorf("%d nights of 1000", n)
	}
}
