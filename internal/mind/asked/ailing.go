package asked

import "slices"

// ailsHeld is whether a clause says what is wrong with whoever the question names.
func (c clauses) ailsHeld(at stretch) float64 {
	if _, _, ok := c.ailing(at); !ok {
		return 0
	}
	for _, want := range c.q.content {
		if !c.r.in("ailing", want) && c.at(want, at) < 0 && !c.stands(want) {
			return 0
		}
	}
	return heldOwn
}

// ailing is what is wrong with somebody: "his hip" of "he was in three weeks with his hip" and
// of "he broke his hip".
func (c clauses) ailing(at stretch) (from, to int, ok bool) {
	within := false
	for i := at.from; i+2 < at.to; i++ {
		word := c.words[i].word
		within = within || word == "in" || word == "off"
		if !c.r.in("harms", word) && !(within && word == "with") || c.words[i].ends {
			continue
		}
		owner := c.words[i+1].word
		mine := c.r.any("self", c.q.words) || slices.Contains(c.q.words, "me")
		if (mine && owner == "my" || !mine && c.r.in("theirs", owner)) && !c.r.in("somebody", c.words[i+2].word) {
			return i + 1, c.end(i + 1), true
		}
	}
	return 0, 0, false
}
