package asked_test

import (
	"testing"

	"samantha/internal/mind/asked"
)

func TestTwoValuesToldOfTheSame(t *testing.T) {
	r, w := reader(t), plainly()
	for _, c := range []struct {
		question, one, two string
		rival              bool
	}{
		{"how many stitches did i get", "i had three stitches in my thumb", "my mum says six stitches", true},
		{"how many stitches did i get", "i had three stitches in my thumb", "my mum says three stitches", false},
		{"how many stitches did i get", "i had three stitches in my thumb", "no, it was six stitches", false},
		{"how many stitches did i get", "i had three stitches in my thumb", "i have six cats", false},
	} {
		told := []asked.Said{{Text: c.two}, {Text: c.one, Fresh: true}}
		first, ok := r.Clause(c.question, told, w)
		if _, rival := r.Rival(c.question, told, first, w); !ok || rival != c.rival {
			t.Errorf("%q after %q and %q: found %v, rival %v, want %v", c.question, c.one, c.two, ok, rival, c.rival)
		}
	}
}
