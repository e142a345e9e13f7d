package asked_test

import (
	"slices"
	"strings"
	"testing"

	"samantha/internal/mind/asked"
)

// plainly are words as they stand: no short forms, verbs by a list, names by their capital.
func plainly() asked.Words {
	verbs := []string{"burned", "burn", "open", "want", "moving", "sail", "quit", "lives", "live", "made", "make", "said", "say", "gave", "give", "baked", "lent", "lend"}
	bare := func(w string) string { return strings.ToLower(strings.Trim(w, ".,?!")) }
	upper := func(w string) bool { return w != "" && w[:1] != strings.ToLower(w[:1]) }
	return asked.Words{
		Open:  func(w string) []string { return []string{bare(w)} },
		Name:  func(string) bool { return false },
		Given: upper, Fresh: func(string) bool { return false },
		Verb: func(w string) bool { return slices.Contains(verbs, w) },
		Same: func(a, b string) float64 {
			if a == b || strings.HasPrefix(a, b) || strings.HasPrefix(b, a) || slices.Contains([]string{"make made", "say said", "give gave", "lend lent"}, a+" "+b) {
				return 1
			}
			return 0
		},
	}
}

func TestTheVeryWordsThatAnswer(t *testing.T) {
	r, w := reader(t), plainly()
	for _, c := range []struct{ question, before, told, want string }{
		{"what did i burn", "", "Yesterday I burned forty croissants.", "forty croissants."},
		{"what do i want to open", "", "I want to open a bakery because why not", "a bakery"},
		{"what kind of soup did i make", "", "i came home and made mushroom soup", "mushroom soup"},
		{"where is the party", "", "party is at the golf club", "at the golf club"},
		{"where is tasha moving", "tasha got caught", "she is moving to cardiff in july", "to cardiff"},
		{"who do i sail with", "", "me and Trevor sail on sundays", "Trevor"},
		{"who quit", "", "the drummer quit yesterday", "the drummer"},
		{"what is my boat called", "we have a boat", "it is called Second Wind", "Second Wind"},
		{"what is the cat called", "", "Biscuit the cat is asleep", "Biscuit"},
		{"what is my band called", "my band broke up", "the drummer quit, he is called Jonno", ""},
		{"what is my father in law called", "", "my mother in law Greta said so", ""},
		{"what is my art teacher called", "", "my maths teacher Bell left", ""},
		{"what is my art teacher called", "", "my art teacher Bell left", "Bell"},
		{"where does anna live", "", "i want to live by the sea", ""},
		{"what did i burn", "", "i never burned anything", ""},
		{"what do you want", "", "I want to open a bakery", ""},
	} {
		got := ""
		if b, ok := r.BriefOf(strings.Fields(c.question), w); ok {
			if from, to, ok := r.Briefly(b, c.told, c.before, w); ok {
				got = strings.Join(strings.Fields(c.told)[from:to], " ")
			}
		}
		if got != c.want {
			t.Errorf("%q of %q: have %q, want %q", c.question, c.told, got, c.want)
		}
	}
}
