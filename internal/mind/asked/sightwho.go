package asked

import (
	"slices"
	"strings"
)

// who is whoever does it, or has it done to them: by their name, or whom a "she" stands for.
func (g *sight) who(c clauses, at stretch) []picked {
	if n := len(g.q.words); g.q.words[n-1] == "me" && g.q.words[n-2] == "with" || g.q.last == "with" && g.q.verb == "live" {
		return g.withMe(c)
	}
	verb := g.at(c, g.q.verb, at)
	if verb < 0 {
		if at.from < len(c.words) && g.r.in("carry", c.words[at.from].word) && !g.r.in("it", c.words[at.from].word) {
			return g.before(c, at.from, at.to)
		}
		return g.somebodyIn(c, at)
	}
	if !g.q.doer() || g.q.suffers {
		from, to, ok := g.object(c, at, verb)
		if ok && from+1 < to && g.r.in("spots", c.words[from].word) && (g.r.in("article", c.words[from+1].word) || g.named(c, from+1)) {
			from++ // "I go to my doctor"
		}
		return one(from, g.shortly(c, from, to), ok && !g.r.in("spots", c.words[from].word) && !c.timed(from))
	}
	from, to, ok := g.doer(c, at, verb)
	if !ok || c.onlyPoints(stretch{from, to}) {
		return g.before(c, at.from, verb)
	}
	return one(from, to, true)
}

// withMe is whoever does something together with the person: "me and Olaf", "Olaf and I".
func (g *sight) withMe(c clauses) []picked {
	for i := 1; i+1 < len(c.words); i++ {
		if c.words[i].word == "me" && c.words[i].ends && g.named(c, i+1) {
			return []picked{{stretch: stretch{i + 1, g.listEnd(c, i+1)}, sure: besidePick}}
		}
		if c.words[i].word != "and" {
			continue
		}
		if word := c.words[i-1].word; (word == "me" || word == "i") && g.named(c, i+1) {
			return []picked{{stretch: stretch{i + 1, g.listEnd(c, i+1)}, sure: besidePick}}
		}
		if word := c.words[i+1].word; (word == "me" || word == "i") && g.named(c, i-1) {
			return []picked{{stretch: stretch{g.introduced(c, i-1), i}, sure: besidePick}}
		}
	}
	return nil
}

// doer is whoever stands before the verb, and before what helps it: "my flatmate bea" of "my
// flatmate bea keeps baking", "my father" of "the one my father left me".
func (g *sight) doer(c clauses, at stretch, verb int) (from, to int, ok bool) {
	from = at.from
	for from < verb && (c.timed(from) || g.r.in("softly", c.words[from].word) || g.r.in("parts", c.words[from].word) || g.r.in("lead", c.words[from].word)) {
		from++
	}
	for n := verb - 1; n > from+1; n-- {
		if c.words[n].word == "and" && slices.ContainsFunc(c.words[from:n], func(s said) bool { return g.w.Verb(s.word) && !g.r.in("somebody", s.word) }) {
			from = n + 1 // "Yusuf sings and his cousin drums"
			break
		}
	}
	for to = from; to < verb; to++ {
		noun := to > from && g.r.in("article", c.words[to-1].word)
		if to > from && !noun && (g.w.Verb(c.words[to].word) && !g.named(c, to) && !g.r.in("somebody", c.words[to].word) || c.helps(to)) {
			break
		}
		if to > from && g.r.in("article", c.words[to].word) && c.words[to].word != "the" {
			from = to
		}
	}
	if to == from+1 && g.r.in("self", c.words[from].word) || to <= from || to-from > 5 {
		return 0, 0, false
	}
	return from, to, !g.r.any("self", []string{c.words[from].word})
}

// object is what stands behind the verb, without whoever it was done for: "a kettle" of "bought
// her a kettle".
func (g *sight) object(c clauses, at stretch, verb int) (from, to int, ok bool) {
	from, to, ok = c.object(at, verb)
	if ok && from+1 < to && (g.r.in("refer", c.words[from].word) || c.words[from].word == "me") && (g.r.in("article", c.words[from+1].word) || c.number(from+1)) {
		from++
	}
	return from, to, ok
}

// before is whoever is named last before a word, of those for whom a "she" may stand.
func (g *sight) before(c clauses, from, verb int) []picked {
	pronoun := "they"
	if from < verb {
		pronoun = c.words[from].plain()
	}
	for i := from - 1; i >= 0; i-- {
		if !g.named(c, i) && !g.r.in("somebody", c.words[i].word) || slices.Contains(g.sought, c.words[i].word) {
			continue
		}
		start := g.introduced(c, i)
		if c.mayBe(pronoun, start, i+1) {
			return []picked{{stretch: stretch{start, i + 1}, sure: besidePick}}
		}
	}
	return g.earlier(c, pronoun)
}

// earlier is whoever was named last in the tellings before, of those for whom a "she" may stand.
func (g *sight) earlier(c clauses, pronoun string) []picked {
	for back := 1; back < mostBack && g.at0+back < len(g.told) && !g.told[g.at0+back-1].Fresh; back++ {
		c.words = saidIn(g.told[g.at0+back].Text, g.w)
		for i := len(c.words) - 1; i >= 0; i-- {
			if !g.named(c, i) && !g.r.in("somebody", c.words[i].word) {
				continue
			}
			if start := g.introduced(c, i); c.mayBe(pronoun, start, i+1) {
				return []picked{{stretch: stretch{start, i + 1}, sure: elsewhere, back: back}}
			}
		}
	}
	return nil
}

// named: a word is somebody's name, and no word that only begins a sentence.
func (g *sight) named(c clauses, i int) bool {
	s := c.words[i]
	if !c.named(i) || g.r.in("ordinal", s.word) || c.number(i) {
		return false
	}
	begins := i == 0 || c.words[i-1].full
	return !begins || g.w.Name(s.word) || g.w.Given(strings.ToLower(s.raw)) || g.w.Fresh(s.word)
}

// introduced is where the words begin that say who somebody is: "my brother" before "Fintan".
func (g *sight) introduced(c clauses, i int) int {
	from := i
	for from > 0 && from > i-3 && !c.words[from-1].ends && (c.introduces(c.words[from-1].word) || strings.HasSuffix(c.words[from-1].raw, "'s")) {
		from--
	}
	return from
}

// somebodyIn is somebody who is named in a clause, or right behind it, and not in the question.
func (g *sight) somebodyIn(c clauses, at stretch) []picked {
	for i := at.from; i < min(at.to+3, len(c.words)); i++ {
		if slices.Contains(g.sought, c.words[i].word) || !g.named(c, i) && !g.r.in("somebody", c.words[i].word) {
			continue
		}
		to := i + 1
		for to < len(c.words) && !c.words[to-1].ends && g.named(c, to) {
			to++
		}
		if to+1 < len(c.words) && c.words[to].word == "of" && c.number(to+1) {
			to += 2 // "a girl of six"
		}
		return []picked{{stretch: stretch{g.introduced(c, i), to}, sure: besidePick}}
	}
	return nil
}

// names are what somebody or something is called, by what stands around them.
func (g *sight) names(c clauses, at stretch) []picked {
	if g.kin == "" {
		return g.nameOfIt(c, at)
	}
	for i := at.from; i < at.to; i++ {
		if !g.stands(c, g.kin, stretch{i, i + 1}) {
			continue
		}
		if found := g.nameAfter(c, i); found != nil {
			return found
		}
		if found := g.nameBefore(c, i); found != nil {
			return found
		}
	}
	if i := g.at(c, g.kin, at); i >= 0 {
		return g.nameOfIt(c, stretch{i, at.to})
	}
	return g.nameOfIt(c, at)
}

// nameAfter is a name behind whoever has it: "my flatmate bea", "two lads, Callum and Reece",
// "my daughter got in. Hanne."
func (g *sight) nameAfter(c clauses, i int) []picked {
	for n := i + 1; n < min(len(c.words), i+mostApart); n++ {
		word := c.words[n].word
		if g.r.in("naming", word) && c.names(n) {
			return nil // what is called so is called more plainly
		}
		if g.r.in("somebody", word) && !g.stands(c, g.kin, stretch{n, n + 1}) {
			return nil
		}
		if g.named(c, n) && word != g.kin && !g.placed(c, n) {
			sure := surePick
			if n > i+3 {
				sure = elsewhere
			}
			return []picked{{stretch: stretch{n, g.listEnd(c, n)}, sure: sure}}
		}
	}
	return nil
}

// mostApart is how far behind whoever has it a name may stand.
const mostApart = 12

// placed: a name stands behind a word of place, and is that of one.
func (g *sight) placed(c clauses, i int) bool {
	return i > 0 && g.r.in("spots", c.words[i-1].word) && !c.words[i-1].ends
}

// nameBefore is a name right before whoever has it: "Biscuit the cat", "Stan was my husband",
// "Duchess, my greyhound".
func (g *sight) nameBefore(c clauses, i int) []picked {
	for n := i - 1; n >= max(0, i-4); n-- {
		word := c.words[n].word
		if g.named(c, n) && !g.placed(c, n) {
			return []picked{{stretch: stretch{n, n + 1}, sure: besidePick}}
		}
		if !g.r.in("article", word) && !auxiliary(word) && !g.r.in("general", word) {
			return nil
		}
	}
	return nil
}

// listEnd is where a name ends, with those it stands together with: "Callum and Reece".
func (g *sight) listEnd(c clauses, from int) int {
	to := from + 1
	for to < len(c.words) && !c.words[to-1].full {
		switch {
		case g.named(c, to) && (g.q.named("names") || !c.words[to-1].ends):
			to++
		case (c.words[to].word == "and" || c.words[to].word == "or") && to+1 < len(c.words) && g.named(c, to+1) && g.many(c):
			if c.words[to-1].ends && to+2 < len(c.words) && (c.helps(to+2) || g.w.Verb(c.words[to+2].word)) {
				return to // "Pip and Danuta, and Danuta has"
			}
			to += 2
		default:
			return to
		}
	}
	return to
}

// many: a question asks for the names of several.
func (g *sight) many(clauses) bool {
	return g.q.named("are") || g.q.named("names") || g.q.named("were") || g.q.last == "with"
}

// named: a question has a word.
func (q wanted) named(word string) bool { return slices.Contains(q.words, word) }

// nameOfIt is a name that a clause gives to whoever was told of before it: "shes called
// Soledad", "her name's Prudence", "name of Bridie".
func (g *sight) nameOfIt(c clauses, at stretch) []picked {
	for i := at.from; i < at.to; i++ {
		if !g.r.in("naming", c.words[i].word) || !g.ofKin(c, at.from, i) {
			continue
		}
		next := i + 1
		for next < len(c.words) && !c.words[next-1].ends && (auxiliary(c.words[next].word) || g.r.in("it", c.words[next].word) || c.words[next].word == "'s" || c.words[next].word == "of") {
			next++
		}
		if next < len(c.words) && next > i && !g.r.in("slight", c.words[next].word) && !g.r.in("self", c.words[next].word) {
			own := i > 0 && g.r.in("mine", c.words[i-1].word) && g.kin != ""
			if own {
				return nil
			}
			return []picked{{stretch: stretch{next, max(g.listEnd(c, next), c.nameEnd(next))}, sure: besidePick}}
		}
	}
	return nil
}

// ofKin: a word for naming is of whoever's name is asked for: they are told of last before it,
// and no other word stands for somebody else.
func (g *sight) ofKin(c clauses, from, i int) bool {
	owner := g.owner()
	if g.kin == "" && g.q.named("my") {
		return false // their own
	}
	for n := from; n < i; n++ {
		word := c.words[n].plain()
		if g.r.in("theirs", word) {
			word = ofTheirs(word)
		}
		if (owner == "he" || owner == "she") && (word == "he" || word == "she") && word != owner {
			return false
		}
	}
	for n := i - 1; n >= 0 && g.kin != ""; n-- {
		if g.stands(c, g.kin, stretch{n, n + 1}) {
			return true
		}
		if g.r.in("somebody", c.words[n].word) || g.creature(c.words[n].word) {
			return false
		}
	}
	return true
}

// identity is who somebody named is: "my brother" of "my brother Fintan", "your husband" of
// "Stan was my husband".
func (g *sight) identity(c clauses, at stretch) []picked {
	if len(g.sought) == 0 {
		return nil
	}
	i := slices.IndexFunc(c.words[at.from:at.to], func(s said) bool { return s.word == g.sought[0] })
	if i < 0 {
		return nil
	}
	i += at.from
	if i > at.from && !c.words[i-1].ends {
		from := g.introduced(c, i)
		if from < i && g.somebody(c, from, i) {
			return one(from, i, true) // "my brother Fintan"
		}
	}
	for n := i + 1; n < min(i+3, len(c.words)); n++ {
		if g.r.in("article", c.words[n].word) && (auxiliary(c.words[n-1].word) || c.words[n-1].ends) {
			to := n + 1
			for to < len(c.words) && to < n+4 && !c.words[to-1].ends && !g.r.in("parts", c.words[to].word) {
				to++
			}
			return one(n, to, g.somebody(c, n, to)) // "Stan was my husband", "Biscuit the cat"
		}
	}
	from := at.from
	for from < i && g.r.in("parts", c.words[from].word) {
		from++
	}
	for n := i - 1; n >= 0 && n > i-mostApart; n-- { // "my missus ... she's called Leanne"
		if g.r.in("somebody", c.words[n].word) || g.creature(c.words[n].word) {
			return []picked{{stretch: stretch{g.introduced(c, n), n + 1}, sure: elsewhere}}
		}
	}
	if i > 1 && (g.r.in("naming", c.words[i-1].word) || g.r.in("naming", c.words[i-2].word)) {
		return g.earlier(c, "they")
	}
	return nil
}

// somebody: some words say who somebody is.
func (g *sight) somebody(c clauses, from, to int) bool {
	return slices.ContainsFunc(c.words[from:to], func(s said) bool { return g.r.in("somebody", s.word) || g.creature(s.word) })
}

// creature: a word is for a beast that lives with people.
func (g *sight) creature(word string) bool {
	return slices.ContainsFunc([]string{"dog", "cat", "bird"}, func(kind string) bool { return word == kind || g.r.in("like-"+kind, word) })
}
