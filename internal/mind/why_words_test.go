package mind

import (
	"slices"
	"strings"
	"testing"

	"samantha"
)

// TestPlainSentences: whatever explains something says it first in at most twenty
// words, and in none of those of whoever built her.
func TestPlainSentences(t *testing.T) {
	w, err := readExplanations()
	if err != nil {
		t.Fatal(err)
	}
	built := []string{"intensity", "pad", "act", "acts", "slot", "slots", "ids", "seed", "json", "fold", "event", "log"}
	for _, all := range []map[string]string{w.acts, w.causes} {
		for what, text := range all {
			first := strings.Fields(samantha.SentenceKey(samantha.Sentences(text)[0]))
			if len(strings.Fields(text)) > 20 && len(first) > 20 {
				t.Errorf("%s: %d words: %s", what, len(first), text)
			}
			for _, word := range first {
				if slices.Contains(built, word) {
					t.Errorf("%s says %q: %s", what, word, text)
				}
			}
		}
	}
}

// TestSetsOfActs: each set that is asked for is there.
func TestSetsOfActs(t *testing.T) {
	w, err := readExplanations()
	if err != nil {
		t.Fatal(err)
	}
	for _, set := range []string{"discloses", "asks", "unasking", "must-ask", "comes-back", "by-the-way", "light", "beside-kind", "first-word", "offers"} {
		if len(w.sets[set]) == 0 {
			t.Errorf("no act is one that %s", set)
		}
	}
}
