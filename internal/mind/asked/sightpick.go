package asked

import (
	"slices"
)

// picked are words of a telling that may be what was asked for, and how surely.
type picked struct {
	stretch
	sure float64
	back int // how many tellings before
}

// How sure what was picked is: as the question asks for it, by its sort in the clause, beside
// that, and elsewhere in the telling.
const (
	surePick   = 1.0
	besidePick = 0.9
	elsewhere  = 0.8
	loosePick  = 0.7
)

// picks are what a clause, or its telling, has of the sort that is asked for.
func (g *sight) picks(c clauses, at stretch) []picked {
	switch g.after {
	case "name":
		return g.names(c, at)
	case "identity":
		return g.identity(c, at)
	case "manner":
		return g.manner(c, at)
	case "field":
		return g.field(c)
	case "sort":
		return g.sort(c, at)
	case "clock":
		return g.inSteps(c, at, g.clock)
	case "own age":
		return g.ownAge(c, at)
	case "deed":
		return g.deed(c, at)
	}
	switch g.q.Kind {
	case When:
		return g.inSteps(c, at, g.moment)
	case Many, Much, Age, Long, Since, Colour:
		return g.inSteps(c, at, g.amount)
	case Place:
		return g.inSteps(c, at, g.place)
	case Why:
		return g.why(c, at)
	case Trade:
		return g.trade(c)
	case Who:
		return g.who(c, at)
	case Thing:
		return g.thing(c, at)
	}
	return nil
}

// one is a pick that is sure, if there is one.
func one(from, to int, ok bool) []picked {
	if !ok {
		return nil
	}
	return []picked{{stretch: stretch{from, to}, sure: surePick}}
}

// inSteps looks for a value in the clause, in its sentence, and in its telling.
func (g *sight) inSteps(c clauses, at stretch, find func(clauses, stretch) (stretch, bool)) []picked {
	from, to := at.from, at.to
	for from > 0 && !c.words[from-1].full {
		from--
	}
	for to < len(c.words) && !c.words[to-1].full {
		to++
	}
	for i, s := range []stretch{at, {at.to, to}, {from, at.from}, {to, len(c.words)}, {0, from}} {
		if s.from >= s.to {
			continue
		}
		if found, ok := find(c, s); ok && found.to > found.from {
			return []picked{{stretch: found, sure: []float64{surePick, besidePick, besidePick, elsewhere, loosePick}[i]}}
		}
	}
	return nil
}

// place is where, behind the verb or anywhere in a stretch.
func (g *sight) place(c clauses, at stretch) (stretch, bool) {
	from, to, ok := c.where(at, g.at(c, g.q.verb, at))
	for ok && from+1 < at.to && c.words[from].word == "to" && g.w.Verb(c.words[from+1].word) {
		from, to, ok = c.spot(from+1, at.to) // "used to race at a track"
	}
	to = min(to, at.to)
	for i := from + 2; i < to; i++ {
		if g.r.in("tails", c.words[i].word) {
			to = i // "to Rotterdam for a job"
		}
	}
	for to > from+1 && (g.r.in("spots", c.words[to-1].word) || g.r.in("tails", c.words[to-1].word)) {
		to--
	}
	return stretch{from, to}, ok
}

// manner is how something was done: "by email", "on the trampoline".
func (g *sight) manner(c clauses, at stretch) []picked {
	for i := max(at.from, g.at(c, g.q.verb, at)+1); i+1 < at.to; i++ {
		if g.r.in("manner", c.words[i].word) && !c.timed(i+1) && !c.words[i].ends {
			to := i + 2
			for to < at.to && !c.words[to-1].ends && !c.timed(to) && !g.r.in("parts", c.words[to].word) && !g.r.in("spots", c.words[to].word) {
				to++
			}
			return one(i, to, true)
		}
	}
	return nil
}

// trade is what the person does for a living, wherever in the telling they say so.
func (g *sight) trade(c clauses) []picked {
	if !g.r.any("self", g.q.words) && !g.r.any("mine", g.q.words) {
		return nil
	}
	for _, at := range c.split() {
		if from, to, ok := c.trade(at); ok {
			return one(from, to, true)
		}
		if g.r.in("tradenoun", c.words[at.from].word) && (at.from == 0 || c.words[at.from-1].ends) && g.introducesSelf(c) {
			return []picked{{stretch: stretch{at.from, at.from + 1}, sure: besidePick}} // "Trev, 58, postie"
		}
		for i := at.from; i+2 <= at.to; i++ {
			does := i+2 < at.to && c.words[i+1].word == "do" && !g.r.idle(c.words[i+2].word) && c.words[i+2].word != "not" && !g.w.Verb(c.words[i+2].word)
			if g.r.in("self", c.words[i].word) && i+1 < at.to && (does || g.r.in("trades", c.words[i+1].word)) && c.end(i+2) > i+2 {
				return []picked{{stretch: stretch{i + 1, g.shortly(c, i+2, c.end(i+2))}, sure: besidePick}} // "I mend clocks"
			}
		}
	}
	return nil
}

// introducesSelf: a telling says who the person is, or begins with nothing but a name.
func (g *sight) introducesSelf(c clauses) bool {
	return !c.any("theirs", stretch{0, len(c.words)}) && (c.any("self", stretch{0, len(c.words)}) || c.words[0].ends || c.words[min(1, len(c.words)-1)].ends)
}

// thing is what was done something to, what was had, or which of a kind it was.
func (g *sight) thing(c clauses, at stretch) []picked {
	if v, ok := c.value(at); ok {
		return one(v.from, v.to, true)
	}
	if g.q.Unit != "" {
		if found := g.chosenOf(c, at); found != nil {
			return found
		}
	}
	verb := g.at(c, g.q.verb, at)
	if verb < 0 {
		return g.without(c, at)
	}
	if g.q.last != "" {
		if from, to, ok := c.behindLast(at, verb); ok {
			return one(from, to, true)
		}
	}
	if g.q.doer() {
		return one(g.doer(c, at, verb))
	}
	if verb+2 < at.to && c.words[verb+1].word == "to" && g.w.Verb(c.words[verb+2].word) {
		return one(verb+1, c.sentence(verb+1), true) // "wants to sell the flat"
	}
	if found := g.fronted(c, at, verb); found != nil {
		return found
	}
	from, to, ok := g.object(c, at, verb)
	if !ok || g.r.in("naming", c.words[from].word) {
		return g.itIs(c, at)
	}
	if g.r.in("saying", g.q.verb) || g.r.in("thinking", g.q.verb) {
		return one(from, to, ok)
	}
	return one(from, g.shortly(c, from, to), ok)
}

// fronted is what stands before whoever does it: "the dahlias" of "the dahlias I grew".
func (g *sight) fronted(c clauses, at stretch, verb int) []picked {
	for i := verb - 1; i > at.from; i-- {
		if !g.r.in("self", c.words[i].word) && !g.r.in("refer", c.words[i].word) {
			continue
		}
		if i > at.from+1 && g.r.in("article", c.words[at.from].word) && !c.words[i-1].ends {
			return []picked{{stretch: stretch{at.from, i}, sure: besidePick}}
		}
		return nil
	}
	return nil
}

// itIs is what the clause behind says that it is: "she keeps baking, it's brownies".
func (g *sight) itIs(c clauses, at stretch) []picked {
	i := at.to
	if i+2 < len(c.words) && (g.r.in("it", c.words[i].word) || c.words[i].word == "they") && (c.words[i+1].word == "is" || c.words[i+1].word == "are") {
		return []picked{{stretch: stretch{i + 2, g.shortly(c, i+2, c.end(i+2))}, sure: besidePick}}
	}
	return nil
}

// without is what a question without a verb is after: "what is on the handle" of "it has a
// little ship on the handle".
func (g *sight) without(c clauses, at stretch) []picked {
	for i := at.from; i+1 < at.to; i++ {
		word := c.words[i].word
		if owner := g.at(c, g.q.of, stretch{at.from, i}); (word == "had" || word == "has" || word == "have" || word == "got") && owner >= 0 && g.q.named("have") {
			return []picked{{stretch: stretch{i + 1, g.shortly(c, i+1, at.to)}, sure: besidePick}}
		}
		if (word == "has" || word == "have" || word == "is") && g.q.of != "i" && len(g.sought) > 0 && c.at(g.sought[0], stretch{i + 1, at.to}) > i+1 {
			return []picked{{stretch: stretch{i + 1, g.shortly(c, i+1, at.to)}, sure: besidePick}}
		}
	}
	return nil
}

// chosenOf is which of a kind it was: "the left one" of "my knee, the left one", "8b" of "room 8b".
func (g *sight) chosenOf(c clauses, at stretch) []picked {
	i := slices.IndexFunc(c.words[at.from:at.to], func(s said) bool { return c.one(g.q.Unit, s.word) || inflected(s.word, g.q.Unit) })
	if i < 0 {
		return nil
	}
	i += at.from
	if i+2 < len(c.words) && c.words[i].ends && g.r.in("article", c.words[i+1].word) {
		return one(i+1, min(c.end(i+1), i+4), true)
	}
	from := i
	for from > at.from && !g.r.in("article", c.words[from-1].word) && !g.r.in("spots", c.words[from-1].word) && !c.words[from-1].ends && !g.w.Verb(c.words[from-1].word) && !g.r.in("self", c.words[from-1].word) {
		from--
	}
	if from == i {
		return nil
	}
	return one(from, i+1, true)
}

// sort is what kind something is of, by a word that names one of that kind.
func (g *sight) sort(c clauses, at stretch) []picked {
	if len(g.q.words) < 4 {
		return nil
	}
	kind := g.q.words[3]
	for i := at.from; i < at.to; i++ {
		if g.r.in("like-"+kind, c.words[i].word) && c.words[i].word != kind && !g.r.in("general", c.words[i].word) {
			return one(i, i+1, true)
		}
	}
	return g.chosenOf(c, at)
}

// field is what somebody studies: "soil science".
func (g *sight) field(c clauses) []picked {
	for i, s := range c.words {
		if !g.r.in("field", s.word) {
			continue
		}
		from, to := i, i+1
		for n := i - 1; n >= max(0, i-3) && !c.words[n].ends; n-- {
			if g.r.in("study", c.words[n].word) {
				from = n + 1 // "studying marine biology"
			}
		}
		for to < len(c.words) && !c.words[to-1].ends && (g.r.in("field", c.words[to].word) || g.r.in("fields", c.words[to].word)) {
			to++
		}
		return []picked{{stretch: stretch{from, to}, sure: besidePick}}
	}
	return nil
}

// shortly is where a thing ends that goes on about where, when or how: "a letter" of "a letter
// in a bin on the ninth floor".
func (g *sight) shortly(c clauses, from, to int) int {
	for i := from + 1; i < min(to, len(c.words)); i++ {
		word := c.words[i].word
		led := i == from+1 && (g.r.in("article", c.words[from].word) || g.r.in("spots", c.words[from].word))
		if led {
			continue
		}
		ended := c.words[i-1].ends && (word == "of" || g.r.in("softly", word))
		if g.r.in("spots", word) && word != "of" || g.r.in("tails", word) || c.timed(i) && !c.number(i) || ended {
			return i
		}
	}
	return to
}
