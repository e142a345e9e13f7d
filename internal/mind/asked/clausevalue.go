package asked

import (
	"slices"
	"strings"
)

// answer is what of a clause was asked for; else the clause, if it is short and says more
// than the question did.
func (c clauses) answer(at stretch) (Found, bool) {
	verb := -1
	if c.q.verb != "" {
		verb = c.at(c.q.verb, at)
	}
	from, to, ok := c.asked(at, verb)
	if c.q.Kind == Place {
		to = min(to, at.to)
	}
	if ok {
		if f, t, ok := c.placed(from, to, true); ok && !c.onlyPoints(stretch{from, to}) {
			return Found{From: f, To: t}, true
		}
	}
	if ok && c.onlyPoints(stretch{from, to}) {
		return c.sooner(at)
	}
	if c.q.words[0] == "whose" && slices.ContainsFunc(c.words[at.from:at.to], func(s said) bool { return s.word == "'s" || strings.HasSuffix(s.raw, "'s") }) {
		return c.whole(at)
	}
	if c.q.words[0] == "who" || c.typedOnly() || len(c.q.content) < 2 {
		return Found{}, false
	}
	return c.whole(at)
}

// typedOnly: nothing but a value of its kind would answer the question.
func (c clauses) typedOnly() bool {
	return slices.Contains([]Kind{Many, Much, Age, Long, Since, Place, Who, When, Colour}, c.q.Kind)
}

// asked is the part of a clause that was asked for; verb is where its verb stands, or -1.
func (c clauses) asked(at stretch, verb int) (from, to int, ok bool) {
	if v, ok := c.value(at); ok {
		return v.from, v.to, true
	}
	switch {
	case c.q.last != "" && verb >= 0:
		c.b.Last = c.q.last
		if from, to, ok := c.behind(verb+1, at.to); ok || c.q.Kind != Place {
			return from, to, ok
		}
		return c.spot(verb+1, at.to)
	case c.q.words[0] == "who" && c.q.suffers && verb >= 0:
		return verb + 1, c.end(verb + 1), verb+1 < at.to
	case c.q.words[0] == "who" && c.q.of == "" && verb >= 0:
		return c.whoDoes(at, verb)
	case c.q.Kind == Place:
		c.b.Of = []string{c.q.of}
		if from, to, ok := c.spot(max(verb+1, at.from), at.to); ok {
			return from, to, ok
		}
		return c.spot(at.from, at.to)
	case c.q.Kind == Why:
		return c.reason(at)
	case c.q.Kind == Thing && verb >= 0:
		return c.object(at, verb)
	}
	return 0, 0, false
}

// value is the number or the time in a clause that the question is after.
func (c clauses) value(at stretch) (stretch, bool) {
	if unit := c.q.Unit; c.q.Kind == Thing && unit != "" {
		if i := c.at(unit, at); i >= 0 && i+1 < at.to && !c.words[i].ends && c.r.number(token{word: c.words[i+1].word}) {
			return stretch{i, i + 2}, true // "bed 12"
		}
		return stretch{}, false
	}
	if c.q.Kind == Since {
		if s := c.since(at); s.to > s.from {
			return s, true
		}
		c.q.Kind = Long
	}
	if c.q.Kind == When {
		if from, to, ok := c.time(at.from, at.from, at.to); ok {
			if from > at.from && c.r.in("whens", c.words[from-1].word) {
				from--
			}
			return stretch{from, to}, true
		}
		return stretch{}, false
	}
	if !slices.Contains([]Kind{Many, Much, Age, Long, Since, Colour}, c.q.Kind) {
		return stretch{}, false
	}
	words := make([]token, 0, at.to-at.from)
	for _, s := range c.words[at.from:at.to] {
		words = append(words, token{raw: s.raw, word: s.word})
	}
	best := Value{}
	for _, v := range c.r.values(c.q.Question, words, c.w) {
		if v.Sure > best.Sure {
			best = v
		}
	}
	if best.Sure == 0 && c.q.Kind == Many && c.at(c.q.Unit, at) < 0 {
		return c.bareNumber(at)
	}
	return stretch{at.from + best.From, at.from + best.To}, best.Sure > 0
}

// since is what a clause says with "since".
func (c clauses) since(at stretch) stretch {
	for i := at.from; i+1 < at.to; i++ {
		if c.words[i].word == "since" {
			return stretch{i, min(c.end(i+1), at.to)}
		}
	}
	return stretch{}
}

// bareNumber is a number in a clause that does not name what is counted: "twelve of them".
func (c clauses) bareNumber(at stretch) (stretch, bool) {
	for i := at.from; i < at.to; i++ {
		if c.r.number(token{word: c.words[i].word}) && (i+1 == at.to || c.words[i].ends || c.words[i+1].word == "of") {
			return stretch{i, i + 1}, true
		}
	}
	return stretch{}, false
}

// whoDoes is whoever stands before the verb.
func (c clauses) whoDoes(at stretch, verb int) (from, to int, ok bool) {
	to = verb
	for to > at.from && (auxiliary(c.words[to-1].word) || c.r.in("softly", c.words[to-1].word) || c.words[to-1].word == "'s" || c.words[to-1].word == "'d") {
		to--
	}
	from = at.from
	for n := from; n+1 < to; n++ {
		if c.r.in("spots", c.words[n+1].word) && n+1 > from {
			to = n + 1 // "maureen from number nine"
		}
	}
	long := to-from > 1 && slices.ContainsFunc(c.words[from:to], func(s said) bool {
		return c.r.in("self", s.word) || c.r.in("refer", s.word) && s.word != "her" || c.w.Verb(s.word)
	})
	return from, to, to > from && to-from < 6 && !long
}

// object is what stands behind the verb, and behind whoever it was done to or told.
func (c clauses) object(at stretch, verb int) (from, to int, ok bool) {
	from = verb + 1
	for i := from; i < at.to && i < from+4; i++ {
		if slices.Contains(c.q.content, c.words[i].word) && c.words[i].word != c.q.verb {
			from = i + 1 // "told the doctor", "told my boss Graham"
		}
	}
	for from < at.to && (c.r.in("refer", c.words[from].word) && from+1 < at.to && !c.w.Verb(c.words[from+1].word) && c.words[from].word != "her" && !auxiliary(c.words[from+1].word) || c.words[from].word == "me" || c.words[from].word == "was" || c.words[from].word == "is") {
		from++
	}
	if from >= at.to {
		return 0, 0, false
	}
	if c.r.in("saying", c.q.verb) || c.r.in("thinking", c.q.verb) {
		return from, c.sentence(from), true
	}
	return from, c.end(from), true
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
		if c.r.in("reason", c.words[i].word) && c.words[i].word != "as" && c.words[i].word != "so" && c.words[i].word != "after" {
			return i, c.sentence(i), true
		}
	}
	return 0, 0, false
}

// onlyPoints: some words only stand for what was told before them.
func (c clauses) onlyPoints(at stretch) bool {
	return at.to == at.from+1 && (c.r.in("it", c.words[at.from].word) || c.r.in("refer", c.words[at.from].word) || c.r.in("pointed", c.words[at.from].word))
}

// sooner is the clause before one: "I have to deliver forty pages and I dread it".
func (c clauses) sooner(at stretch) (Found, bool) {
	all := c.split()
	i := slices.IndexFunc(all, func(s stretch) bool { return s == at })
	if i < 1 || c.q.words[0] == "who" {
		return Found{}, false
	}
	return c.whole(all[i-1])
}

// mostWhole is how many words a clause has at most that is said as an answer.
const mostWhole = 12

// whole is the clause itself, if it says something that the question does not.
func (c clauses) whole(at stretch) (Found, bool) {
	if at.to-at.from < 2 || at.to-at.from > mostWhole || at.to > at.from && strings.HasSuffix(c.words[at.to-1].raw, "?") {
		return Found{}, false
	}
	if !slices.ContainsFunc(c.words[at.from:at.to], func(s said) bool {
		return !c.r.idle(s.word) && !slices.ContainsFunc(c.q.content, func(v string) bool { return c.same(v, s.word) })
	}) {
		return Found{}, false
	}
	a, b := c.words[at.from].at, c.words[at.to-1].at+1
	if at.from > 0 && c.words[at.from-1].at == a {
		return Found{}, false
	}
	return Found{From: a, To: b, Whole: true}, true
}

// meant is whoever a "she" that does it stands for: the last who was named before it.
func (c clauses) meant(at stretch, told []Said, i int) (Found, bool) {
	verb := c.at(c.q.verb, at)
	if c.q.words[0] != "who" || c.q.of != "" || c.q.suffers || c.q.verb == "" || verb < 0 {
		return Found{}, false
	}
	from, to, ok := c.whoDoes(at, verb)
	if !ok || !c.onlyPoints(stretch{from, to}) {
		return Found{}, false
	}
	if f, t, ok := c.lastNamed(from); ok {
		return Found{Telling: i, From: f, To: t}, true
	}
	for n := i; n+1 < len(told) && n < i+mostBack && !told[n].Fresh; n++ {
		c.words = saidIn(told[n+1].Text, c.w)
		if f, t, ok := c.lastNamed(len(c.words)); ok {
			return Found{Telling: n + 1, From: f, To: t}, true
		}
	}
	return Found{}, false
}

// lastNamed is whoever is named last before a word.
func (c clauses) lastNamed(to int) (int, int, bool) {
	for i := to - 1; i >= 0; i-- {
		s := c.words[i]
		titled := i > 0 && c.r.in("title", c.words[i-1].word)
		named := titled || c.w.Name(s.word) || c.w.Given(s.raw) && (i > 0 || c.w.Given(strings.ToLower(s.raw))) && !c.r.in("day", s.word) && s.word != "i" && !c.r.idle(s.word)
		if !named && !c.r.in("somebody", s.word) {
			continue
		}
		from := i
		for from > 0 && from > i-3 && !c.words[from-1].ends && (c.r.in("title", c.words[from-1].word) || c.r.in("article", c.words[from-1].word) || c.r.in("somebody", c.words[from-1].word) || c.w.Name(c.words[from-1].word)) {
			from--
		}
		return c.placed(from, i+1, true)
	}
	return 0, 0, false
}
