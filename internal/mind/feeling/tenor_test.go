package feeling

import (
	"slices"
	"testing"
)

// What was told in plain words has its tenor, surely enough to be answered; what tells
// nothing has none.
func TestTenor(t *testing.T) {
	h := newHeart(t)
	for text, want := range map[string]string{
		"I've had a headache since lunchtime":      "ill",
		"they turned me down for the flat":         "setback",
		"the kettle leaked all over the worktop":   "mishap",
		"my brother and I haven't spoken in weeks": "quarrel",
		"I'm worn out, three late shifts running":  "tired",
		"when I was a girl we fetched the milk":    "past",
		"I can't stand the smell of fish":          "taste",
		"what do you think of it?":                 NoTenor,
	} {
		if g := h.Tenor(text); g.Name != want || g.Chance < 0.3 {
			t.Errorf("%q is %+v, want %s", text, g, want)
		}
	}
	if h.Side("loss") != Bad || h.Side("win") != Good || h.Side("fact") != Plain || h.Side("no such") != "" {
		t.Error("the sides are not those of en/tenors.txt")
	}
}

// Signs of the other rooms count beside the words, each once and in any order.
func TestTenorMarks(t *testing.T) {
	tone := newHeart(t).Reader().Tone()
	bare, with := TenorMarks(tone, "it fell"), TenorMarks(tone, "it fell", "plot itdid", "topic home", "plot itdid")
	if len(with) != len(bare)+2 || !slices.IsSorted(with) {
		t.Errorf("%d marks with two signs, %d without", len(with), len(bare))
	}
	if !slices.Equal(with, TenorMarks(tone, "it fell", "topic home", "plot itdid")) {
		t.Error("their order makes a difference")
	}
}
