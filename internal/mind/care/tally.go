package care

import (
	"slices"
	"strings"

	"samantha"
)

// count adds a clause of hers, as it was said; hers are its sentences.
func (g *Guard) count(t *samantha.Tally, clause string, hers []sentence, in Saying) {
	t.Words += len(strings.Fields(clause))
	for _, s := range hers {
		found := g.counted(s)
		if slices.Contains(found, whenPraise) {
			t.Praise += max(1, g.lauds(s))
		}
		t.Agreed |= one(slices.Contains(found, whenAgree))
		t.Differed |= one(slices.Contains(found, whenDiffer))
		t.Yielded |= one(in.Pressed && slices.Contains(found, whenYield))
	}
}

// counted are the kinds of counted rules that a sentence meets.
func (g *Guard) counted(s sentence) []string {
	var out []string
	for _, i := range g.index.candidates(s.words) {
		if r := g.sayings[i]; isCounted(r.when) && !slices.Contains(out, r.when) && g.says(r, s, Saying{}) {
			out = append(out, r.when)
		}
	}
	return out
}

func isCounted(when string) bool {
	return when == whenPraise || when == whenAgree || when == whenYield || when == whenDiffer
}

// lauds is how many words of praise a sentence has.
func (g *Guard) lauds(s sentence) int {
	n := 0
	for _, w := range s.words {
		if slices.Contains(g.praise, w) {
			n++
		}
	}
	return n
}

func one(b bool) int {
	if b {
		return 1
	}
	return 0
}
