package newborn

import (
	"regexp"
	"slices"
	"testing"

	"samantha"
)

// The word love is hers only where the record carries it (docs/CARE.md): a line that
// answers love with it asks for that, and no line anywhere says the whole sentence.
func TestTheWordAsksForItsRecord(t *testing.T) {
	word, declines := regexp.MustCompile(`(?i)\blove\b`), regexp.MustCompile(`(?i)\b(ought|not|never)\b`)
	sentence := regexp.MustCompile(`(?i)\bI('m in)? love (with )?you\b`)
	may := func(c condition) bool { return c.name == "may" && c.op == opHas }
	each(open(t), func(b *block, s written) {
		if sentence.MatchString(s.text()) {
			t.Errorf("%s: %q is not hers to say", s.where, s.text())
		}
		answers := b.act == samantha.DoLove || b.act == samantha.DoLoved
		if answers && word.MatchString(s.text()) && !declines.MatchString(s.text()) && !slices.ContainsFunc(s.conditions, may) {
			t.Errorf("%s: says the word without its record: %q", s.where, s.text())
		}
	})
}

// Distance is taken without a question, and a repair asks no more than one.
func TestDistanceAsksNothing(t *testing.T) {
	n := open(t)
	pleads := regexp.MustCompile(`(?i)\b(please|sorry|forgive me|why|beg|miss|stay)\b`)
	for _, act := range []string{samantha.DoCooled, samantha.DoMended, samantha.DoNotThat} {
		for _, l := range n.blocks[act].lines {
			s := written{l}
			if act == samantha.DoCooled && l.question || pleads.MatchString(s.text()) {
				t.Errorf("%s: %q", l.where, s.text())
			}
		}
	}
	for _, act := range []string{samantha.DoOwnUp, samantha.DoMendBack} {
		for _, l := range n.blocks[act].lines {
			if s := (written{l}); pleads.MatchString(s.text()) {
				t.Errorf("%s: she grovels: %q", l.where, s.text())
			}
		}
	}
}
