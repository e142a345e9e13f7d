package care

import (
	"errors"
	"strings"
	"testing"

	"samantha"
)

func TestPattern(t *testing.T) {
	sets := classes{"pet": {"cat", "dog"}}
	for _, c := range []struct {
		pattern, text string
		want          bool
	}{
		{"my @pet", "i fed my dog today", true},
		{"my @pet", "i fed my dogs today", false},
		{"my cat", "my category", false},
		{"my old? cat", "my cat", true},
		{"my old? cat", "my old cat", true},
		{"^ cat", "a cat", false},
		{"cat $", "cat food", false},
		{"cat food|$", "my cat", true},
		{"cat food|$", "cat hair", false},
		{"a .. e", "a b c d e", true},
		{"a .. e", "a b c d d d e", false},
		{"a .. e", "a e", true},
		{"a|b c", "b c", true},
	} {
		p, err := sets.parse(samantha.Line{}, c.pattern)
		if err != nil {
			t.Fatal(err)
		}
		got := p.found(sentence{words: strings.Fields(c.text)}, func(match) bool { return true })
		if got != c.want {
			t.Errorf("%q in %q: %v", c.pattern, c.text, got)
		}
	}
}

// A rule that makes no sense is named with its file and line.
func TestBadRules(t *testing.T) {
	for text, want := range map[string]string{
		"3 plan i am":         "x.txt:7: want: kind name: pattern",
		"9 plan: i am":        "x.txt:7: no kind",
		"3 plan: i am @moon":  "x.txt:7: no class",
		"3 plan: ^":           "x.txt:7: an empty pattern",
		"other.7 other: they": "x.txt:7: no kind",
	} {
		err := (&Guard{}).readConcern([]samantha.Line{{File: "x.txt", Number: 7, Text: text}})
		if !errors.Is(err, samantha.ErrInvalid) || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %q", text, err, want)
		}
	}
	err := (&Guard{}).readSayings([]samantha.Line{{File: "x.txt", Number: 7, Text: "always rude: shut up"}})
	if !errors.Is(err, samantha.ErrInvalid) {
		t.Errorf("a rule that says nothing instead: %v", err)
	}
}
