package asked

import (
	"slices"
	"strings"
)

// whoDoes is whoever stands before the verb.
func (c clauses) whoDoes(at stretch, verb int) (from, to int, ok bool) {
	from, to = at.from, verb
	for to > from && c.helps(to-1) {
		to--
	}
	for from < to && (c.timed(from) || c.r.in("softly", c.words[from].word)) {
		from++ // "this year an earwig"
	}
	for n := from; n+1 < to; n++ {
		if c.r.in("spots", c.words[n+1].word) {
			to = n + 1 // "maureen from number nine"
		}
	}
	if n := slices.IndexFunc(c.words[from:to], func(s said) bool { return auxiliary(s.word) }); n > 0 {
		to = from + n // "my ex Lukas is going to be there"
	}
	from, to = c.withoutThem(from, to)
	if to == from+1 && c.r.in("self", c.words[from].word) {
		return 0, 0, false
	}
	return from, to, to > from && to-from < 6 && (to-from == 1 || !c.acts(from, to))
}

// acts: some words are no name of somebody or something: one of them does something, or
// stands for whoever does.
func (c clauses) acts(from, to int) bool {
	for i := from; i < to; i++ {
		word := c.words[i].word
		noun := i > from && (c.r.in("article", c.words[i-1].word) || c.words[i-1].word == "of") // "my boxes of records"
		if c.r.in("self", word) || c.r.in("refer", word) && word != "her" || c.w.Verb(word) && !noun {
			return true
		}
	}
	return false
}

// helps: a word only helps a verb behind it.
func (c clauses) helps(i int) bool {
	word := c.words[i].word
	return auxiliary(word) || c.r.in("softly", word) || word == "'s" || word == "'d" || word == "not"
}

// withoutThem are those who do something together with the person: "dad" of "dad and me".
func (c clauses) withoutThem(from, to int) (int, int) {
	switch {
	case to-from > 2 && c.words[to-1].word == "me" && c.words[to-2].word == "and":
		return from, to - 2
	case to-from > 2 && c.words[from].word == "me" && c.words[from+1].word == "and":
		return from + 2, to
	}
	return from, to
}

// meant is whoever a "she" that does it stands for: the last who was named before it.
func (c clauses) meant(at stretch, told []Said, i int) (Found, bool) {
	verb := c.at(c.q.verb, at)
	if !c.q.first("who") || c.q.of != "" || c.q.suffers || c.q.verb == "" || verb < 0 {
		return Found{}, false
	}
	from, to, ok := c.whoDoes(at, verb)
	if !ok || !c.onlyPoints(stretch{from, to}) {
		return Found{}, false
	}
	pronoun := c.words[from].plain()
	if f, t, ok := c.lastNamed(from, pronoun); ok {
		return Found{Telling: i, From: f, To: t}, true
	}
	for n := i; n+1 < len(told) && n < i+mostBack && !told[n].Fresh; n++ {
		c.words = saidIn(told[n+1].Text, c.w)
		if f, t, ok := c.lastNamed(len(c.words), pronoun); ok {
			return Found{Telling: n + 1, From: f, To: t}, true
		}
	}
	return Found{}, false
}

// lastNamed is whoever is named last before a word, of those for whom a pronoun may stand.
func (c clauses) lastNamed(to int, pronoun string) (int, int, bool) {
	for i := to - 1; i >= 0; i-- {
		if !c.named(i) && !c.r.in("somebody", c.words[i].word) {
			continue
		}
		from := i
		for from > 0 && from > i-3 && !c.words[from-1].ends && c.introduces(c.words[from-1].word) {
			from--
		}
		if c.mayBe(pronoun, from, i+1) {
			return c.placed(from, i+1, true)
		}
	}
	return 0, 0, false
}

// named: a word is somebody's name.
func (c clauses) named(i int) bool {
	s := c.words[i]
	if i > 0 && c.r.in("title", c.words[i-1].word) || c.w.Name(s.word) {
		return true
	}
	given := c.w.Given(s.raw) && (i > 0 || c.w.Given(strings.ToLower(s.raw)) || c.w.Fresh(s.word))
	return given && !c.r.in("day", s.word) && s.word != "i" && !c.r.idle(s.word)
}

// introduces: a word stands before a name and belongs to it: "a lady", "mr".
func (c clauses) introduces(word string) bool {
	return c.r.in("title", word) || c.r.in("article", word) || c.r.in("somebody", word) || c.w.Name(word)
}

// mayBe: a pronoun may stand for somebody, by the words that name them: no "she" for "her
// brother Walter", or for whoever the person is.
func (c clauses) mayBe(pronoun string, from, to int) bool {
	other := map[string]string{"she": "male", "he": "female"}[pronoun]
	if other != "" && c.any(other, stretch{from, to}) {
		return false
	}
	return from == 0 || c.words[from-1].word != "am"
}
