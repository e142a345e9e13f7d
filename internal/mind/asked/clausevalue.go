package asked

import (
	"slices"
	"strings"
)

// answer is what of a clause was asked for; else the clause, if it is short and says more
// than the question did.
func (c clauses) answer(at stretch) (Found, bool) {
	from, to, ok := c.asked(at)
	if c.q.Kind == Place {
		to = min(to, at.to)
	}
	if ok && c.onlyPoints(stretch{from, to}) {
		return c.sooner(at)
	}
	if ok {
		if f, t, ok := c.placed(from, to, true); ok {
			return Found{From: f, To: t}, true
		}
	}
	if c.q.first("whose") && c.owned(at) {
		return c.whole(at)
	}
	if c.q.first("who") || c.q.typedOnly() || c.q.Kind == Trade || len(c.q.content) < 2 {
		return Found{}, false
	}
	return c.whole(at)
}

// owned: a clause has somebody's own in it: "her nana's ring".
func (c clauses) owned(at stretch) bool {
	return slices.ContainsFunc(c.words[at.from:at.to], func(s said) bool { return s.word == "'s" || strings.HasSuffix(s.raw, "'s") })
}

// asked is the part of a clause that was asked for.
func (c clauses) asked(at stretch) (from, to int, ok bool) {
	if v, ok := c.value(at); ok {
		return v.from, v.to, true
	}
	verb := -1
	if c.q.verb != "" {
		verb = c.at(c.q.verb, at)
	}
	switch {
	case c.q.Kind == Trade:
		return c.trade(at)
	case c.q.ails:
		return c.ailing(at)
	case c.q.aim && verb >= 0:
		return c.aim(verb+1, at.to)
	case c.q.last != "" && verb >= 0:
		return c.behindLast(at, verb)
	case c.q.suffers && verb >= 0:
		return verb + 1, c.end(verb + 1), verb+1 < at.to
	case c.q.doer() && verb >= 0:
		return c.whoDoes(at, verb)
	case c.q.Kind == Place:
		return c.where(at, verb)
	case c.q.Kind == Why:
		return c.reason(at)
	case (c.q.Kind == Thing || c.q.Kind == Who && c.q.first("who")) && verb >= 0:
		return c.object(at, verb)
	}
	return 0, 0, false
}

// behindLast is what stands behind the word that the question ends with, or, where the clause
// does without that word, behind its verb: "thinking Ottilie" of "what are we thinking of".
func (c clauses) behindLast(at stretch, verb int) (from, to int, ok bool) {
	c.b.Last = c.q.last
	if from, to, ok := c.behind(verb+1, at.to); ok {
		return from, to, ok
	}
	if c.q.Kind == Place {
		return c.where(at, verb)
	}
	if c.q.Kind == Thing && c.r.in("thinking", c.q.verb) || c.q.last == "of" {
		return c.object(at, verb)
	}
	return 0, 0, false
}

// where is a place: behind the verb or the thing that is somewhere, or else anywhere in the
// clause.
func (c clauses) where(at stretch, verb int) (from, to int, ok bool) {
	c.b.Of = []string{c.q.of}
	starts := []int{max(verb+1, at.from), at.from}
	if thing := c.at(c.q.of, at); verb < 0 && thing >= 0 && c.q.of != "" {
		starts = []int{thing + 1, at.from}
	} else if at.from < at.to && c.r.in("carry", c.words[at.from].word) {
		starts = append(starts, at.from+1)
	}
	for _, start := range starts {
		if from, to, ok := c.spot(start, at.to); ok {
			return from, to, ok
		}
	}
	return 0, 0, false
}

// aim is what something is done for: "to swim".
func (c clauses) aim(from, to int) (int, int, bool) {
	for i := from; i+1 < to; i++ {
		if c.words[i].word == "to" && c.w.Verb(c.words[i+1].word) {
			return i, c.end(i), true
		}
	}
	return 0, 0, false
}

// object is what stands behind the verb, and behind whoever it was done to or told.
func (c clauses) object(at stretch, verb int) (from, to int, ok bool) {
	from = verb + 1
	for i := from; i < at.to && i < from+4; i++ {
		if slices.Contains(c.q.content, c.words[i].word) && c.words[i].word != c.q.verb {
			from = i + 1 // "told the doctor", "told my boss Graham"
		}
	}
	for from < at.to && c.bridges(from, at.to) {
		from++
	}
	said := c.r.in("saying", c.q.verb) || c.r.in("thinking", c.q.verb) || c.r.in("querying", c.q.verb)
	switch {
	case said && from < len(c.words) && !c.words[from-1].ends && !c.q.first("who"):
		return from, c.speech(from), true // "asked me if", "told him that"
	case from >= at.to, c.q.Kind == Thing && c.r.in("spots", c.words[from].word):
		return 0, 0, false // "I study in Leeds" says not what
	case from+3 < len(c.words) && c.words[from].word == "for" && c.words[from+2].word == "living" && c.words[from+2].ends:
		from += 3 // "for a living, mostly contracts"
	}
	for c.q.Kind == Thing && from+1 < len(c.words) && c.r.in("softly", c.words[from].word) {
		from++
	}
	return from, c.end(from), true
}

// bridges: a word stands between the verb and what is done: whoever it is done to, or "was".
func (c clauses) bridges(i, to int) bool {
	word := c.words[i].word
	if word == "me" || word == "was" || word == "is" || c.q.first("who") && (word == "i" || word == "am") {
		return true
	}
	if !c.r.in("refer", word) || word == "her" || i+1 >= to {
		return false
	}
	next := c.words[i+1].word
	return !c.w.Verb(next) && !auxiliary(next)
}

// speech is where what was said ends: with its sentence, or where somebody goes on to do
// something.
func (c clauses) speech(from int) int {
	for i := from; i < len(c.words); i++ {
		next := ""
		if i+1 < len(c.words) {
			next = c.words[i+1].word
		}
		if i > from+1 && c.words[i].word == "and" && (c.r.in("self", next) || c.r.in("refer", next)) {
			return i
		}
		if c.words[i].ends {
			return i + 1
		}
	}
	return len(c.words)
}

// sentence is where the sentence of a word ends.
func (c clauses) sentence(from int) int {
	for i := from; i < len(c.words); i++ {
		if c.words[i].ends {
			return i + 1
		}
	}
	return len(c.words)
}

// reason is what is said behind "because", in a clause or right behind it.
func (c clauses) reason(at stretch) (from, to int, ok bool) {
	for i := at.from; i < min(at.to+2, len(c.words)); i++ {
		if word := c.words[i].word; c.r.in("reason", word) && word != "as" && word != "so" && word != "after" {
			return i, c.sentence(i), true
		}
	}
	return 0, 0, false
}

// onlyPoints: some words only stand for what was told before them: "it", "she'd".
func (c clauses) onlyPoints(at stretch) bool {
	if at.to != at.from+1 {
		return false
	}
	word := c.words[at.from].plain()
	return c.r.in("it", word) || c.r.in("refer", word) || c.r.in("pointed", word)
}

// sooner is the clause before one: "I have to deliver forty pages and I dread it".
func (c clauses) sooner(at stretch) (Found, bool) {
	all := c.split()
	i := slices.Index(all, at)
	if i < 1 || c.q.first("who") {
		return Found{}, false
	}
	return c.whole(all[i-1])
}

// mostWhole is how many words a clause has at most that is said as an answer.
const mostWhole = 12

// whole is the clause itself, if it says something that the question does not.
func (c clauses) whole(at stretch) (Found, bool) {
	n := at.to - at.from
	if n < 2 || n > mostWhole || strings.HasSuffix(c.words[at.to-1].raw, "?") || !slices.ContainsFunc(c.words[at.from:at.to], c.adds) {
		return Found{}, false
	}
	from, to := c.words[at.from].at, c.words[at.to-1].at+1
	if at.from > 0 && c.words[at.from-1].at == from {
		return Found{}, false // half of a word that is two
	}
	return Found{From: from, To: to, Whole: true}, true
}

// adds: a word says something that the question does not.
func (c clauses) adds(s said) bool {
	return !c.r.idle(s.word) && !slices.ContainsFunc(c.q.content, func(v string) bool { return c.same(v, s.word) })
}
