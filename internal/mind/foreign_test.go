package mind_test

import (
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"samantha"
	"samantha/internal/house/life/inmem"
	"samantha/internal/mind/hearing"
)

// answeredIn are the languages in which she has a line to answer with.
func answeredIn() []string {
	return strings.Fields("de fr es it pt nl pl sv da no fi tr ru uk el ja ko zh ar he hi")
}

// sentences are texts by their language.
func sentences(t *testing.T) map[string][]string {
	t.Helper()
	text, err := os.ReadFile("hearing/testdata/languages.tsv")
	if err != nil {
		t.Fatal(err)
	}
	all := map[string][]string{}
	for _, line := range samantha.Lines("languages.tsv", string(text)) {
		code, said, _ := strings.Cut(line.Text, "\t")
		all[code] = append(all[code], said)
	}
	return all
}

// TestAnsweredInTheirLanguage: she answers in the language she was spoken to in, and in
// nothing else; a second time on one evening shorter, and never twice the same.
func TestAnsweredInTheirLanguage(t *testing.T) {
	ear, err := hearing.New()
	if err != nil {
		t.Fatal(err)
	}
	said := sentences(t)
	k := begin(t, inmem.New())
	k.say("hi")
	k.say("i'm Sam")
	for _, code := range answeredIn() {
		k.clock.at = k.clock.at.Add(26 * time.Hour)
		var replies []string
		for _, text := range said[code][2:6] {
			r := k.say(text)
			if h := ear.Hear(r.Text, hearing.Context{Now: k.clock.at}); h.Language != code && len(replies) == 0 {
				t.Errorf("%s: answered in %q: %s", code, h.Language, r.Text)
			}
			shorter := len(replies) == 0 || len(r.Text) < len(replies[0]) || r.Said.Numbers.Disclosed
			if slices.Contains(replies, r.Text) || !shorter {
				t.Errorf("%s: after %q she says %q", code, replies, r.Text)
			}
			replies = append(replies, r.Text)
		}
		if r := k.say("well, it rained all day"); ear.Hear(r.Text, hearing.Context{Now: k.clock.at}).Language != "" {
			t.Errorf("%s: to English she answers %q", code, r.Text)
		}
	}
}

// TestAStrangerOfAnotherLanguage is told in it what she is, and asked nothing in English.
func TestAStrangerOfAnotherLanguage(t *testing.T) {
	ear, err := hearing.New()
	if err != nil {
		t.Fatal(err)
	}
	said := sentences(t)
	for _, code := range []string{"de", "fr", "ja"} {
		k := begin(t, inmem.New())
		r := k.say(said[code][2])
		if !r.Said.Numbers.Disclosed || strings.Contains(r.Text, "?") {
			t.Errorf("%s: %q", code, r.Text)
		}
		for _, clause := range r.Said.Words.Clauses {
			if ear.Hear(clause, hearing.Context{Now: k.clock.at}).Language == "" && strings.Contains(clause, " the ") {
				t.Errorf("%s: %q is English", code, clause)
			}
		}
	}
}
