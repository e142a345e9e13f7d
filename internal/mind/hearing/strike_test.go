package hearing

import "testing"

func TestStrikes(t *testing.T) {
	e := newEar(t)
	for _, c := range []struct{ said, kind, bit string }{
		{"i spent six hours on one spreadsheet", "", "one spreadsheet"},
		{"we waited three weeks for it", "span", "three weeks"},
		{"she was with that firm for twenty two years and they sent her an email", "plainthing", "an email"},
		{"ive had maybe two hours sleep", "count", "two hours sleep"},
		{"he owes me 400 quid", "money", "400 quid"},
		{"there were five of us and one umbrella between us", "onlyone", "one umbrella"},
		{"the goat ate a whole cardigan", "whole", "a whole cardigan"},
		{"I peeled two hundred potatoes today", "lots", "two hundred potatoes"},
		{"he left his teeth in a jar", "place", "in a jar"},
		{"they found it UNDER A PIANO", "place", "under a piano"},
		{"i cut it with a bread knife", "plainthing", "a bread knife"},
		{"lost my ring in a apple pie", "place", "in an apple pie"},
		{"a heron stole the lot. a duck came instead", "", "a duck came instead"},
		{"they moved the meeting and nobody told me", "saidno", "nobody told me"},
		{"he went for milk in 1997 and never returned", "", "in 1997"},
		{"she sent me a photo of a cactus", "ofa", "a photo of a cactus"},
		{"she's a dentist now", "nowa", "a dentist"},
		{"he wrote 'kind regards' and that was all", "quote", "kind regards"},
		{"the walls here are like paper", "simile", "like paper"},
		{"it's silly really", "selfdown", ""},
		{"I asked for an answer", "", ""},
		{"can you see the two hundred potatoes?", "", ""},
		{"you said it twice", "", ""},
	} {
		got := Strike{}
		if all := e.Strikes(c.said, Context{}); len(all) > 0 && all[0].Chance > 0.3 {
			got = all[0]
		}
		if got.Kind != c.kind || got.Bit != c.bit {
			t.Errorf("%q strikes by %q: %q, want %q: %q", c.said, got.Kind, got.Bit, c.kind, c.bit)
		}
	}
}
