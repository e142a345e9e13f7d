package newborn

import (
	"strings"
	"testing"

	"samantha"
)

// A word that she has from the person is heard where it fits, and only there.
func TestATakenWordIsHeardWhereItFits(t *testing.T) {
	n := open(t)
	heard := func(words map[string]string, m samantha.Move) int {
		hits := 0
		for seed := range uint64(40) {
			at := moment(seed, m)
			at.Self.Words = words
			if strings.Contains(strings.ToLower(text(say(t, n, at))), "splendiferous") {
				hits++
			}
		}
		return hits
	}
	grand := map[string]string{"good": "splendiferous"}
	news := move(samantha.DoGlad, "detail", "the job", "size", "small")
	if got := heard(grand, news); got < 8 {
		t.Errorf("at good news her word of theirs is heard %d times in forty", got)
	}
	if got := heard(nil, news); got > 0 {
		t.Errorf("a word she has not is heard %d times", got)
	}
	if got := heard(grand, move(samantha.DoLoss, "who", "my uncle")); got > 0 {
		t.Errorf("at a death it is heard %d times", got)
	}
}

// How she has grown is heard, and not before.
func TestHowSheHasGrownIsHeard(t *testing.T) {
	n := open(t)
	said := func(grown ...string) map[string]bool {
		lines := map[string]bool{}
		for seed := range uint64(60) {
			m := moment(seed, move(samantha.DoDisagree))
			m.Self.Grown = grown
			for _, c := range say(t, n, m) {
				lines[c.Line] = true
			}
		}
		return lines
	}
	if got := said(); got["disagree.grown-firm"] || got["disagree.grown-bold"] {
		t.Error("she speaks as grown and has not")
	}
	if got := said("bold", "firm"); !got["disagree.grown-firm"] || !got["disagree.grown-bold"] || got["disagree.grown-gentle"] {
		t.Errorf("grown bold and firm she says %v", got)
	}
}
