package hearing

import "slices"

// maybeSomebody: a capital alone may make a word the name of somebody. It does not in a
// title or the name of a place or a thing, for a letter that is spelled, between quotation
// marks, or in a list of places.
func (u *utterance) maybeSomebody(words []word, s run) bool {
	if slices.ContainsFunc(words[s.from:s.to], func(w word) bool { return w.is(className) }) {
		return true
	}
	w, end := words[s.from], s.to-1
	if s.to < len(words) && !words[s.to].gap {
		end++ // "Tolka Bridge", of which the last is a word as well
	}
	switch {
	case end > s.from && words[end].upper && u.ear.lists["placeends"].has(words[end].norm):
		return false
	case !w.upper:
		return true
	case !slices.ContainsFunc(words[s.from:s.to], func(w word) bool { return w.to-w.from > 1 }), quoted(u.text, w.from):
		return false
	case s.from > 0 && !w.gap && u.entitles(words[s.from-1]):
		return false
	}
	return !u.onTheWay(words, s)
}

// namesNobody: what a match begins with as a name is none, by what stands before it: "a
// spy who sells", "in Ronda, plays".
func (u *utterance) namesNobody(m match, p piece) bool {
	s, ok := m.slots["name"]
	if !ok || s.from != m.from || s.from == 0 || p.words[s.from].gap {
		return false
	}
	before := p.words[s.from-1].norm
	if m.slots["rel"].to > 0 {
		return u.ear.lists["before place"].has(before) // "in Ronda. My aunt ...", but "from Ida, my aunt"
	}
	return u.ear.lists["before thing"].has(before)
}

// entitles: a word with a capital makes the capital behind it one of a title, "The
// Inspector", or of a place, "New Norfolk".
func (u *utterance) entitles(w word) bool {
	if !w.upper || w.norm == "i" || w.is(classRelation|className) || u.ear.lists["abbreviated"].has(w.norm) || u.ear.lists["titles"].has(w.norm) {
		return false
	}
	return !w.first || u.ear.lists["entitles"].has(w.norm)
}

// onTheWay: in words without a verb, after the name of a place, one more stands that is
// no more somebody than that: "To Spain in May. Two weeks, Ronda and then Cadiz".
func (u *utterance) onTheWay(words []word, s run) bool {
	at := u.wordAt(words[s.from].from)
	from := at
	for from > 0 && !u.words[from].first {
		from--
	}
	if hasVerb(u.words[from:at]) || s.to < len(words) && (words[s.to].is(classVerb) || words[s.to].norm == "'s") {
		return false
	}
	for i, w := range u.words[:from] {
		if w.is(classPlace) && w.upper && i > 0 && u.ear.lists["city"].has(w.norm) {
			return true
		}
	}
	return false
}
