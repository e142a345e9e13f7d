package asked

import (
	"slices"
	"strings"
)

// doer is who does it: what stands before the verb.
func (l look) doer(from, i int) (int, int, bool) {
	to := i
	for to > from && (auxiliary(l.words[to-1].word) || l.r.in("softly", l.words[to-1].word) || l.words[to-1].word == "got" || l.words[to-1].word == "'s") {
		to--
	}
	for from < to && (l.r.in("lead", l.words[from].word) || l.r.in("leads", l.words[from].word)) {
		from++
	}
	if named, end, ok := l.namedBehind(i); ok && to > from && l.r.in("article", l.words[from].word) {
		return named, end, true // "the bloke interviewing me was called Keith"
	}
	first := ""
	if from < to {
		first = l.words[from].plain()
	}
	if from < to && (l.r.in("refer", first) || l.r.in("pointed", l.words[from].word)) || slices.ContainsFunc(l.words[from:to], func(s said) bool { return l.r.in("self", s.word) && to-from > 1 || s.word == "to" }) {
		return 0, 0, false
	}
	return from, to, to > from && to-from < 6 && l.objects(i)
}

// namedBehind is a name that a clause gives behind its verb.
func (l look) namedBehind(i int) (int, int, bool) {
	for n := i + 1; n+1 < len(l.words) && !l.words[n].ends; n++ {
		if l.r.in("naming", l.words[n].word) && auxiliary(l.words[n-1].word) {
			return n + 1, l.nameEnd(n + 1), true
		}
	}
	return 0, 0, false
}

// objects: what the question says behind its verb stands behind the verb of the clause.
func (l look) objects(i int) bool {
	for _, want := range l.b.With {
		if !slices.ContainsFunc(l.words[i+1:], func(s said) bool { return s.word == want || l.w.Same(want, s.word) >= sameVerb }) {
			return false
		}
	}
	return true
}

// spot is where: from a word of place on.
func (l look) spot(from, to int) (int, int, bool) {
	for i := from; i < to; i++ {
		word := l.words[i].word
		goesOn := l.r.in("carry", word) && i == from+1 && i+1 < to && auxiliary(l.words[i+1].word) // "my dog Bruno, he's with"
		if i > from && !goesOn && (l.r.in("stops", word) || l.r.in("self", word)) {
			break
		}
		if l.r.in("spots", word) && !l.timed(i+1) && i+1 < len(l.words) && !l.stopsAt(i+1) && !l.words[i].ends {
			end := l.end(i)
			for n := i + 2; n < end; n++ {
				if l.w.Verb(l.words[n].word) && strings.HasSuffix(l.words[n].word, "s") && !l.r.in("article", l.words[i+1].word) {
					end = n // "in glasgow starts in september"
				}
			}
			for end > i+1 && l.timed(end-1) {
				end--
			}
			return i, end, end > i+1
		}
	}
	return 0, 0, false
}

// stopsAt: a word stands for somebody, and no thing of theirs: "to her", and not "in her bag".
func (l look) stopsAt(i int) bool {
	owns := l.words[i].word == "her" && i+1 < len(l.words) && !l.words[i].ends && !l.timed(i+1)
	return l.r.in("refer", l.words[i].word) && !owns
}

// time is when: words of a time, behind the verb or else before it.
func (l look) time(from, i, to int) (int, int, bool) {
	for _, at := range []int{i, from} {
		n := at
		for n < to && !l.timed(n) {
			n++
		}
		end := n
		for end < to && (l.timed(end) || l.ofTime(l.words[end].word) || l.words[end].word == "and" && end+1 < to && l.timed(end+1)) {
			end++
		}
		if n < end {
			return n, end, true
		}
	}
	return 0, 0, false
}

// ofTime: a word stands within a time: "half", "past", "four".
func (l look) ofTime(word string) bool {
	return l.r.in("times", word) || l.r.in("number", word) || numeric(word)
}

// behind is what stands behind the word that the question ends with.
func (l look) behind(from, to int) (int, int, bool) {
	for i := from; i < to; i++ {
		if word := l.words[i].word; word == l.b.Last && i+1 < to {
			return i + 1, l.end(i + 1), true
		} else if l.r.in("stops", word) {
			break
		}
	}
	return 0, 0, false
}

// beside is who does it with the person: "my pal Trevor" of "me and my pal Trevor sail".
func (l look) beside(i int) (int, int, bool) {
	from, to := i, i
	for from > 0 && !l.words[from-1].ends {
		from--
	}
	own := func(n int) bool { return n >= from && n < to && (l.words[n].word == "me" || l.words[n].word == "i") }
	switch {
	case own(from) && from+1 < to && l.words[from+1].word == "and":
		return from + 2, to, from+2 < to
	case own(to-1) && to-2 > from && l.words[to-2].word == "and":
		return from, to - 2, true
	}
	return 0, 0, false
}

// chosen is which of a kind: what is said before its name, or what it is called.
func (l look) chosen(i, to int) (int, int, bool) {
	for n := i + 1; n < to; n++ {
		if !l.same(l.b.Unit, l.words[n].word) {
			continue
		}
		if n+2 < to && l.r.in("naming", l.words[n+1].word) {
			return n + 2, l.end(n + 2), true
		}
		if n+1 < to && (l.w.Given(l.words[n+1].raw) || l.w.Fresh(l.words[n+1].word)) && !l.words[n].ends {
			return n + 1, l.nameEnd(n + 1), true // "that band Paramore"
		}
		if n+2 < to && l.words[n+1].word == "of" {
			return n + 2, l.end(n + 2), true // "a tattoo of a fox"
		}
		from := n
		for from > i+1 && !l.r.in("article", l.words[from-1].word) && !l.r.in("spots", l.words[from-1].word) && !l.words[from-1].ends {
			from--
		}
		return from, n + 1, from < n || !l.one(l.b.Unit, l.words[n].word) // or it is one of that kind: a ukulele
	}
	if !l.r.in("broad", l.b.Unit) || l.r.in("light", l.b.Verb) {
		return 0, 0, false
	}
	if l.b.Last != "" {
		return l.behind(i+1, to)
	}
	return i + 1, l.end(i + 1), i+1 < to
}

// calledSo is what the kind of thing that is asked for is called, by whatever verb: "which
// club", of "security at a club called Fuse".
func (l look) calledSo(i int) (int, int, bool) {
	if l.b.After != Chosen || !l.r.in("self", l.b.Of[0]) || !l.one(l.b.Unit, l.words[i].word) || i+2 >= len(l.words) || !l.names(i+1) {
		return 0, 0, false
	}
	return i + 2, l.nameEnd(i + 2), true
}

// plainly answers a question with no verb but "is": where somebody is, what something is
// about, which ward they are on.
func (l look) plainly(i, from, to int) (int, int, bool) {
	want := l.b.Of[len(l.b.Of)-1]
	self := l.r.in("self", want)
	word := l.words[i].word
	here := !self && l.same(want, word) || self && l.r.in("self", word) && i+1 < to && auxiliary(l.words[i+1].word)
	carried := !self && l.r.in("carry", word) && i == from && l.before != "" && l.stands(want)
	left := !self && l.b.After == Spot && i == from && strings.HasSuffix(word, "ed") && l.stands(want) // "moored in Falmouth"
	if !here && !carried && !left {
		return 0, 0, false
	}
	switch l.b.After {
	case Spot:
		return l.spot(i+1, to)
	case At:
		return l.time(i+1, i+1, to)
	case Behind:
		return l.behind(i+1, to)
	case Chosen:
		return l.chosen(i, to)
	}
	return 0, 0, false
}

// called is what something is called: the name right behind it, or behind a word that says
// so, in its clause or in one that goes on about it.
func (l look) called() (int, int, bool) {
	want := l.b.Of[len(l.b.Of)-1]
	there := l.stands(want) || l.r.in("theirs", want)
	for i, s := range l.words {
		if l.one(want, s.word) && l.head(i) {
			there = true
			if from, to, ok := l.nameBeside(i); ok {
				return from, to, true
			}
			if from, to, ok := l.nameApart(i); ok {
				return from, to, true
			}
		}
		if !there || !l.names(i) || !l.ofIt(want, i) {
			continue
		}
		next := i + 1
		for next < len(l.words) && (auxiliary(l.words[next].word) || l.r.in("it", l.words[next].word) || l.words[next].word == "'s") {
			next++
		}
		if next < len(l.words) && !l.r.in("slight", l.words[next].word) || next+1 < len(l.words) && l.words[next].word == "the" {
			return next, l.nameEnd(next), !l.r.in("day", l.words[next].word)
		}
	}
	return 0, 0, false
}

// head: a word is that of whoever is asked for, with nothing else before it than the question
// has: no maths teacher for an art teacher, no mother-in-law for a father-in-law.
func (l look) head(i int) bool {
	for n := len(l.b.Of) - 2; n > 0 && i > 0; n-- {
		i--
		if word := l.words[i].word; l.r.in("article", word) {
			return true
		} else if word != l.b.Of[n] {
			return false
		}
	}
	return true
}

// names: a word says what something is called: "called", or "name" with "is" behind it.
func (l look) names(i int) bool {
	word := l.words[i].word
	if !l.r.in("naming", word) || i+1 == len(l.words) {
		return false
	}
	next := l.words[i+1].word
	return word != "name" && word != "call" && word != "calls" || auxiliary(next) || next == "'s" || l.r.in("it", next)
}

// nameBeside is a name right behind what has it: "my bff Tasha", "my editor is Ulrike".
func (l look) nameBeside(i int) (int, int, bool) {
	if i > 1 && l.r.in("article", l.words[i-1].word) && l.w.Given(l.words[i-2].raw) && !l.words[i-2].full && (i == 2 || !l.w.Given(l.words[i-3].raw)) {
		return i - 2, i - 1, true // "Biscuit the cat"
	}
	next := i + 1
	if next < len(l.words) && (l.words[next].word == "is" || l.words[next].word == "was") {
		next++
	}
	if next >= len(l.words) {
		return 0, 0, false
	}
	if l.r.in("title", l.words[next].word) && next+1 < len(l.words) {
		return next, next + 2, true
	}
	end := next
	given := func(n int) bool {
		return l.w.Given(l.words[n].raw) || n == i+1 && l.w.Fresh(l.words[n].word)
	}
	for end < len(l.words) && given(end) && !l.r.in("day", l.words[end].word) {
		end++
		if l.words[end-1].ends {
			break
		}
	}
	if end > next && end+1 < len(l.words) && l.words[end].word == "and" && (l.w.Given(l.words[end+1].raw) || l.w.Fresh(l.words[end+1].word)) {
		end += 2 // "my budgies, Sonny and Cher"
	}
	return next, end, end > next
}

// nameApart is a name with a title behind the next mark: "an old guy in bed 12, mr Dalton".
func (l look) nameApart(i int) (int, int, bool) {
	for n := i; n+2 < len(l.words) && n < i+mostListed && !l.words[n].full; n++ {
		if l.words[n].ends && l.r.in("title", l.words[n+1].word) {
			return n + 1, n + 3, true
		}
	}
	return 0, 0, false
}

// ofIt: a word for naming belongs to what is asked for: that is the last that stands before
// it; or nothing does, and what was told right before is gone on about: "she's called".
func (l look) ofIt(want string, i int) bool {
	from := i
	for from > 0 && !l.words[from-1].ends && l.onlyLeads(l.words[from-1].word) {
		from--
	}
	if l.r.in("theirs", want) {
		return slices.ContainsFunc(l.words[from:i], func(s said) bool { return s.word == want || s.word == ofTheirs(want) })
	}
	somebody, thing := l.r.in("somebody", want) || l.w.Given(want), false
	for at := i - 1; at >= 0; at-- {
		word := l.words[at].word
		switch {
		case l.one(want, word):
			return l.head(at)
		case l.r.in("somebody", word) && at > 1 && l.r.in("article", l.words[at-1].word) && auxiliary(l.words[at-2].word):
			at-- // "my neighbour is a guy called Felix"
		case l.r.in("somebody", word), l.w.Name(word), at < from && (word == "a" || word == "my"):
			return false
		case at < from && !l.r.in("pointed", word) && !l.r.in("slight", word) && !l.r.in("carry", word):
			return l.pointsBack(from)
		}
		thing = thing || word == "it" || l.r.in("pointed", word) && word != "this"
	}
	return !(somebody && thing)
}

// ofTheirs is the word that stands for whoever an owner's word is of.
func ofTheirs(word string) string {
	switch word {
	case "his":
		return "he"
	case "her":
		return "she"
	case "its":
		return "it"
	}
	return "they"
}

// onlyLeads: a word stands before one for naming and names nothing.
func (l look) onlyLeads(word string) bool {
	for _, set := range []string{"carry", "refer", "mine", "thinking", "softly", "slight", "pointed", "parts"} {
		if l.r.in(set, word) {
			return true
		}
	}
	return auxiliary(word) || word == "'s" || word == "his" || word == "their"
}

// pointsBack: the clauses before one are of what was told before them, too: "keeping the
// black one, calling it Guinness".
func (l look) pointsBack(to int) bool {
	return slices.ContainsFunc(l.words[:to], func(s said) bool { return l.r.in("pointed", s.word) })
}

// nameEnd is where a name ends.
func (l look) nameEnd(from int) int {
	for i := from; i < len(l.words); i++ {
		word := l.words[i].word
		if another := i+1 < len(l.words) && l.w.Given(l.words[i+1].raw) && !(i+2 < len(l.words) && l.w.Verb(l.words[i+2].word)); another && (word == "and" || l.words[i].ends && !l.words[i].full) {
			continue // "Hugo and Margot"
		}
		if i > from && (l.r.in("stops", word) || word == "and" || l.r.in("self", word) || l.r.in("carry", word) || auxiliary(word) || l.r.in("spots", word) && word != "of") {
			return i
		}
		if l.words[i].ends {
			return i + 1
		}
	}
	return len(l.words)
}
