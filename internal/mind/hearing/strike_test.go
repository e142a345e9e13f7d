package hearing

import (
	"slices"
	"strings"
	"testing"
)

// TestStrikes: the likeliest bit to strike is one that a friend might say back. What is
// likelier of two good ones is learned, and may change with what it is learned from.
func TestStrikes(t *testing.T) {
	e := newEar(t)
	for _, c := range []struct{ said, bits string }{
		{"i spent six hours on one spreadsheet", "six hours|one spreadsheet"},
		{"we waited three weeks for it", "three weeks"},
		{"she was with that firm for twenty two years and they sent her an email", "twenty two years|an email"},
		{"ive had maybe two hours sleep", "two hours|two hours sleep"},
		{"he owes me 400 quid", "400 quid"},
		{"there were five of us and one umbrella between us", "one umbrella"},
		{"the goat ate a whole cardigan", "a whole cardigan"},
		{"I peeled two hundred potatoes today", "two hundred potatoes"},
		{"he left his teeth in a jar", "in a jar"},
		{"they found it UNDER A PIANO", "under a piano"},
		{"i cut it with a bread knife", "with a bread knife|a bread knife"},
		{"lost my ring in a apple pie", "in an apple pie|an apple pie"},
		{"a heron stole the lot. a duck came instead", "a duck|a duck came instead|a heron"},
		{"they moved the meeting and nobody told me", "nobody told me"},
		{"he went for milk in 1997 and never returned", "in 1997|never returned"},
		{"she sent me a photo of a cactus", "a photo of a cactus|a cactus"},
		{"she's a dentist now", "a dentist"},
		{"he wrote 'kind regards' and that was all", "kind regards"},
		{"the walls here are like paper", "like paper"},
		{"my sister sent a little yellow face instead", "a little yellow face"},
		{"we had fourteen in for dinner and one of them brought a ferret", "a ferret|fourteen"},
	} {
		all := e.Strikes(c.said, Context{})
		if len(all) == 0 || all[0].Chance < 0.15 || !slices.Contains(strings.Split(c.bits, "|"), all[0].Bit) {
			t.Errorf("%q: want %s, have %+v", c.said, c.bits, all[:min(2, len(all))])
		}
	}
	for _, said := range []string{"I asked for an answer", "can you see the two hundred potatoes?", "you said it twice", "yes", "I don't know"} {
		if all := e.Strikes(said, Context{}); len(all) > 0 && all[0].Chance > 0.3 {
			t.Errorf("%q strikes by %+v", said, all[0])
		}
	}
	if all := e.Strikes("it's silly really", Context{}); len(all) == 0 || all[0].Kind != "selfdown" {
		t.Errorf("hard on oneself: %+v", all)
	}
}
