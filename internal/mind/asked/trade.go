package asked

// tradeHeld is whether a clause says what the person does for a living.
func (c clauses) tradeHeld(at stretch) float64 {
	if !c.r.any("self", c.q.words) && !c.r.any("mine", c.q.words) {
		return 0
	}
	if _, _, ok := c.trade(at); ok {
		return heldOwn
	}
	return 0
}

// trade is what the person does: "a dinner lady" of "I'm a dinner lady", "translate" of "I
// translate for a living".
func (c clauses) trade(at stretch) (from, to int, ok bool) {
	for i := at.from; i+2 < at.to; i++ {
		if !c.r.in("self", c.words[i].word) {
			continue
		}
		for n := i + 2; n+2 < at.to; n++ {
			if c.words[n].word == "for" && c.words[n+2].word == "living" {
				return i + 1, n, true
			}
		}
		next, behind := c.words[i+1].word, c.words[i+2].word
		if next == "am" && (behind == "a" || behind == "an" || c.r.in("trade", behind)) {
			return i + 2, c.end(i + 2), true
		}
		if next == "work" && c.r.in("worksas", behind) {
			return i + 2, c.end(i + 2), true
		}
	}
	return 0, 0, false
}
