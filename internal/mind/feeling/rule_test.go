package feeling

import (
	"errors"
	"strings"
	"testing"

	"samantha"
)

// A rule that makes no sense is named with its file and line.
func TestBadRules(t *testing.T) {
	for text, want := range map[string]string{
		"touches be-close 0.1":                             "rules.txt:1: this belongs to a rule",
		"rule a\nwhen moon full":                           "rules.txt:2: no condition",
		"rule a\nwhen away > 3":                            "rules.txt:2: want: away",
		"rule a\nother 7":                                  "rules.txt:2: \"7\" is no number from -1 to 1",
		"rule a\nfrobnicate":                               "rules.txt:2: no such word",
		"rule a\nother 0.2":                                "rule a has no because",
		"rule a\ntouches nothing 0.2\nbecause you said so": "a goal nobody knows",
		"goal be-close":                                    "rules.txt:1: want: goal name weight",
	} {
		var lines []samantha.Line
		for i, l := range strings.Split(text, "\n") {
			lines = append(lines, samantha.Line{File: "rules.txt", Number: i + 1, Text: l})
		}
		err := (&Heart{}).readRules(lines)
		if !errors.Is(err, samantha.ErrInvalid) || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %q", text, err, want)
		}
	}
}
