package asked

import (
	"slices"
	"strings"
)

// A question whose build is in no telling may still have a clause that answers: one that
// holds all its words, or goes on about what holds them: "she gave them to the man opposite"
// of "who did she give the grapes to". What answers is the part that was asked for, or else
// the clause.

// Said is something told, the newest first; it goes on about the next ones of its talk.
type Said struct {
	Text  string
	Fresh bool // nothing was told right before it
}

// Found is where an answer stands: in which telling, and its words from and to.
type Found struct {
	Telling, From, To int
	Whole             bool // it is a clause, and no part of one
}

// mostBack is how many tellings a clause may go on about.
const mostBack = 4

// Clause finds the words that answer a question among what was told.
func (r *Reader) Clause(question string, told []Said, w Words) (Found, bool) {
	q, ok := r.wanted(question, w)
	if !ok {
		return Found{}, false
	}
	best, most := Found{}, 0.0
	for i := range told {
		if r.Jests(told[i].Text) || r.asksOnly(told[i].Text) {
			continue
		}
		c := clauses{look: look{r: r, w: w, words: saidIn(told[i].Text, w), before: before(told, i)}, q: q}
		if f, held, ok := c.best(told, i, most); ok {
			best, most = f, held
		}
	}
	return best, most > 0
}

// before is what was told right before one of some tellings.
func before(told []Said, i int) string {
	var out []string
	for n := i; n+1 < len(told) && n < i+mostBack && !told[n].Fresh; n++ {
		out = append(out, told[n+1].Text)
	}
	slices.Reverse(out)
	return strings.Join(out, " . ")
}

// clauses are those of one telling, held against a question.
type clauses struct {
	look
	q wanted
}

// best is the answer in the clause of a telling that holds most, and more than was held
// elsewhere.
func (c clauses) best(told []Said, i int, most float64) (found Found, held float64, ok bool) {
	for _, at := range c.split() {
		h := c.held(at)
		if h <= most {
			continue
		}
		f, answers := c.answer(at)
		f.Telling = i
		if !answers {
			f, answers = c.meant(at, told, i)
		}
		if answers {
			found, most, ok = f, h, true
		}
	}
	return found, most, ok
}

// stretch is a clause: its words from and to.
type stretch struct{ from, to int }

// split are the clauses: between marks, and at the words that join.
func (c clauses) split() []stretch {
	var out []stretch
	from := 0
	for i := range c.words {
		if i+1 < len(c.words) && !c.words[i].ends && !c.joint(i+1) {
			continue
		}
		for from < i && c.r.in("parts", c.words[from].word) {
			from++
		}
		out = append(out, stretch{from, i + 1})
		from = i + 1
	}
	return out
}

// joint: a word begins a clause. What "and" joins to something is none if nothing is done in it.
func (c clauses) joint(i int) bool {
	if c.words[i].word != "and" {
		return c.r.in("parts", c.words[i].word)
	}
	for i++; i < len(c.words) && c.r.in("softly", c.words[i].word); {
		i++
	}
	return i < len(c.words) && c.words[i].word != "me" && (c.w.Verb(c.words[i].word) || !c.listed(i))
}

// How much a word of a question counts for that stands in a clause, beside it in its telling,
// and in what was told before.
const (
	heldOwn    = 1.0
	heldBeside = 0.7
	heldBefore = 0.5
)

// held is how much of the question a clause holds, with what it goes on about; 0 if a word
// is in neither.
func (c clauses) held(at stretch) float64 {
	switch {
	case c.q.Kind == Trade:
		return c.tradeHeld(at)
	case c.q.ails:
		return c.ailsHeld(at)
	}
	suits := c.suits(at)
	if suits == 0 || c.q.able && !c.any("able", at) || c.q.dwells && !c.isSomewhere(at) {
		return 0
	}
	got, own, valued := 0.0, 0, c.valued(at)
	for _, want := range c.q.content {
		one := c.heldOf(want, at, valued)
		if one == 0 {
			return 0
		}
		if one == heldOwn {
			own++
		}
		got += one
	}
	if !valued && (own == 0 && !c.q.dwells || c.q.verb != "" && c.at(c.q.verb, at) < 0) {
		return 0
	}
	return (max(got, heldBefore) + c.heldDay(at)) * suits
}

// heldDay is what a clause holds more that names the day of the question: "in may".
func (c clauses) heldDay(at stretch) float64 {
	if slices.ContainsFunc(c.q.words, func(v string) bool { return c.r.in("day", v) && c.at(v, at) >= 0 }) {
		return heldBefore
	}
	return 0
}

// heldOf is how much one word of the question counts for.
func (c clauses) heldOf(want string, at stretch, valued bool) float64 {
	switch {
	case c.at(want, at) >= 0:
		return heldOwn
	case c.at(want, stretch{0, at.from}) >= 0 || c.at(want, stretch{at.to, len(c.words)}) >= 0 && valued:
		return heldBeside
	case want != c.q.verb && c.stands(want) && (c.goesOn(at) || c.r.typed(c.q.Kind)):
		return heldBefore
	}
	return 0
}

// any: a clause has a word of a set.
func (c clauses) any(set string, at stretch) bool {
	return slices.ContainsFunc(c.words[at.from:at.to], func(s said) bool { return c.r.in(set, s.word) })
}

// at is where a word, or another that means the same, stands in a clause; -1 if it does not.
func (c clauses) at(want string, s stretch) int {
	for i := s.from; i < s.to; i++ {
		if word := c.words[i].word; word == want || inflected(word, want) || c.w.Same(want, word) >= sameVerb {
			return i
		}
	}
	return -1
}

// inflected: one of two words is a form of the other: "peed" of "pee".
func inflected(a, b string) bool {
	if len(a) < len(b) {
		a, b = b, a
	}
	ending, ok := strings.CutPrefix(a, b)
	return ok && len(b) > 2 && slices.Contains([]string{"s", "es", "d", "ed", "ing"}, ending)
}

// goesOn: a clause has a word for what was told before.
func (c clauses) goesOn(at stretch) bool {
	return c.any("refer", at) || c.any("it", at) || c.any("carry", at) || c.any("theirs", at)
}

// valued: a clause has a value of the kind that the question is after, where that is a number
// or a time; or it says where "it" is.
func (c clauses) valued(at stretch) bool {
	if c.q.Kind == Place && at.from < at.to && c.r.in("carry", c.words[at.from].word) {
		_, _, ok := c.spot(at.from+1, at.to)
		return ok && c.at(c.q.of, at) < 0
	}
	_, ok := c.value(at)
	return ok
}

// isSomewhere: a clause says where the person is: "I'm on a sofa in Leeds".
func (c clauses) isSomewhere(at stretch) bool {
	for i := at.from; i+2 < at.to; i++ {
		if c.r.in("self", c.words[i].word) && (c.words[i+1].word == "am" || c.words[i+1].word == "are") {
			_, _, ok := c.spot(i+2, at.to)
			return ok && c.r.in("spots", c.words[i+2].word)
		}
	}
	return false
}

// suits is how well whoever a clause is of suits whoever the question is of: 0 if one is the
// person and the other is not, or if the clause says that it is not so.
func (c clauses) suits(at stretch) float64 {
	if verb := c.at(c.q.verb, at); c.denied(at.from, max(verb, at.from)) && !c.r.any("denied", c.q.words) {
		return 0
	}
	if c.q.of == "" {
		return 1
	}
	for i := c.subjectAt(at); i < at.to; i++ {
		switch s := c.words[i]; {
		case c.r.in("self", s.word):
			return c.suitsOwn()
		case c.r.in("refer", s.word) && s.word != "her" && s.word != "him" && s.word != "them":
			if c.q.Kind == Since && c.at("ago", at) >= 0 {
				return likely // "she came six years ago", of "how long have I had her"
			}
			return c.suitsOther(s.word)
		case c.w.Verb(s.word):
			return likely
		}
	}
	return likely
}

// subjectAt is where the one stands of whom a clause is: the last "I" or "she" before the verb
// of the question, or else the first word.
func (c clauses) subjectAt(at stretch) int {
	for i := c.at(c.q.verb, at) - 1; i > at.from; i-- {
		if c.r.in("self", c.words[i].word) || c.r.in("carry", c.words[i].word) {
			return i
		}
	}
	return at.from
}

// likely is how well a clause suits a question of which it is not said whom it is of.
const likely = 0.9

// suitsOwn is how well a clause of the person suits the question.
func (c clauses) suitsOwn() float64 {
	switch {
	case c.r.in("self", c.q.of), c.q.of == "me":
		return 1
	case c.r.in("refer", c.q.of):
		return 0
	}
	return likely
}

// suitsOther is how well a clause of a "she" or a "they" suits the question.
func (c clauses) suitsOther(word string) float64 {
	switch {
	case c.r.in("self", c.q.of), c.q.of == "me":
		return 0
	case c.r.in("refer", c.q.of) && word != c.q.of:
		return 0.5
	}
	return 1
}
