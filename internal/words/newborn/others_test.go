package newborn

import (
	"strings"
	"testing"

	"samantha"
)

// TestOtherLanguages: whatever a folder has, it has enough of: for an evening's first
// answer, for those after it, and for what she is.
func TestOtherLanguages(t *testing.T) {
	n := open(t)
	if len(n.others) < 12 {
		t.Fatalf("only %d other languages", len(n.others))
	}
	for code, blocks := range n.others {
		b := blocks[samantha.DoLanguage]
		if b == nil || blocks[samantha.DoDisclose] == nil || blocks[samantha.DoAgain] == nil {
			t.Errorf("%s: no lines for another language, or for what she is", code)
			continue
		}
		long, short, seen := 0, 0, map[string]bool{}
		for _, l := range b.lines {
			text := written{l}.text()
			if l.reserve {
				short++
			} else {
				long++
			}
			if l.reserve && len(samantha.LongSentences(text)) > 0 || l.question {
				t.Errorf("%s: %s", l.where, text)
			}
			if seen[text] || !strings.HasPrefix(l.key, code+"/") {
				t.Errorf("%s %s: %q", code, l.key, text)
			}
			seen[text] = true
		}
		if long < 4 || short < 3 {
			t.Errorf("%s: %d lines and %d short ones", code, long, short)
		}
		for act := range blocks {
			if n.blocks[act] == nil {
				t.Errorf("%s: no act %s in English", code, act)
			}
		}
	}
}

// TestALanguageWithoutLinesIsAnsweredInHerOwn: she can tell more languages than she has
// a line of.
func TestALanguageWithoutLinesIsAnsweredInHerOwn(t *testing.T) {
	n := open(t)
	got := text(say(t, n, moment(3, move(samantha.DoLanguage, "language", "Thai", "code", "th"))))
	if got == "" || strings.ContainsFunc(got, func(r rune) bool { return r > 0x370 && r != '’' }) {
		t.Errorf("%q", got)
	}
}
