package asked

import (
	"slices"
	"strings"
)

// said is one word of a telling, opened up: "shes" is two at one place.
type said struct {
	word string
	raw  string
	at   int  // the word of the telling it is of
	ends bool // a mark stands behind it
	full bool // and that ends a sentence
}

// saidIn are the words of a telling.
func saidIn(text string, w Words) []said {
	var out []said
	for at, raw := range strings.Fields(text) {
		opened := w.Open(raw)
		for _, word := range opened {
			out = append(out, said{word: word, raw: strings.Trim(raw, ".,;:!?()"), at: at})
		}
		if n := len(out); n > 0 && len(opened) > 0 {
			mark := raw[len(raw)-1:]
			out[n-1].ends = strings.ContainsAny(mark, ".,;:!?)")
			out[n-1].full = strings.ContainsAny(mark, ".!?;")
		}
	}
	return out
}

// plain is a word without what is drawn together with it: "she" of "she'd".
func (s said) plain() string {
	raw := strings.ToLower(strings.ReplaceAll(s.raw, "’", "'"))
	if first, _, two := strings.Cut(raw, "'"); two && len(first) > 1 {
		return first
	}
	return s.word
}

// look is a question as it is held against one telling.
type look struct {
	r      *Reader
	b      Brief
	w      Words
	words  []said
	before string // what was told right before
}

// Briefly are the words of a telling that answer a question by how both are built; before is
// what was told right before it.
func (r *Reader) Briefly(b Brief, text, before string, w Words) (from, to int, ok bool) {
	l := look{r, b, w, saidIn(text, w), before}
	if r.Jests(text) {
		return 0, 0, false
	}
	if b.After == Calling {
		return l.placed(l.called())
	}
	for i := range l.words {
		if f, t, ok := l.placed(l.calledSo(i)); ok {
			return f, t, ok
		}
		if f, t, ok := l.placed(l.behindVerb(i)); ok {
			return f, t, ok
		}
	}
	return 0, 0, false
}

// Jests: a telling says that it, or the one before it, was no earnest.
func (r *Reader) Jests(text string) bool { return r.any("jest", plainWords(text)) }

// placed are the words of the telling that some opened ones are of.
func (l look) placed(from, to int, ok bool) (int, int, bool) {
	if !ok || from >= to || !l.tells(from, to) {
		return 0, 0, false
	}
	a, b := l.words[from].at, l.words[to-1].at+1
	if from > 0 && l.words[from-1].at == a || b-a > mostBrief {
		return 0, 0, false // half of a word that is two
	}
	return a, b, true
}

// mostBrief is how many words a short answer has at the most.
const mostBrief = 9

// tells: some words say more than a pronoun, or than the question did.
func (l look) tells(from, to int) bool {
	return slices.ContainsFunc(l.words[from:to], func(s said) bool {
		asked := slices.ContainsFunc(append(l.b.Of, l.b.With...), func(v string) bool { return v == s.word })
		return !asked && !l.r.in("slight", s.word) && !l.r.in("refer", s.word) && !l.r.in("article", s.word) && !l.r.in("into", s.word) && !auxiliary(s.word)
	})
}

// behindVerb is the answer in a clause whose verb stands at i.
func (l look) behindVerb(i int) (from, to int, ok bool) {
	from0, to0 := l.clause(i)
	if l.denied(from0, i) || !l.with(from0, to0, i) {
		return 0, 0, false
	}
	if l.b.Verb == "" {
		return l.plainly(i, from0, to0)
	}
	if !l.verb(i) {
		return 0, 0, false
	}
	if l.b.Last == "with" && l.b.After == Behind && l.r.in("self", l.b.Of[0]) {
		if other, end, ok := l.beside(i); ok {
			return other, end, true
		}
	}
	switch l.b.After {
	case Doer:
		return l.doer(from0, i)
	case Chosen:
		if !l.of(from0, i) {
			return 0, 0, false
		}
		return l.chosen(i, to0)
	}
	if !l.of(from0, i) {
		return 0, 0, false
	}
	switch l.b.After {
	case Spot:
		return l.spot(i+1, to0)
	case At:
		return l.time(from0, i+1, to0)
	case Behind:
		return l.behind(i+1, to0)
	}
	from = i + 1
	if l.r.in("thinking", l.b.Verb) {
		return from, to0, !l.r.in("self", l.b.Of[0]) && from < to0
	}
	for from < to0 && (l.r.in("slight", l.words[from].word) && !l.r.in("article", l.words[from].word) || len(l.b.With) > 0 && l.r.in("refer", l.words[from].word)) {
		from++
	}
	return from, l.end(from), from < to0 && !l.r.in("bound", l.words[from].word) && !l.r.in("stops", l.words[from].word)
}

// verb: a word is the verb of the question.
func (l look) verb(i int) bool {
	word := l.words[i].word
	return l.b.Verb == word || l.w.Verb(word) && l.w.Same(l.b.Verb, word) >= sameVerb
}

// sameVerb is how much a verb must mean the same.
const sameVerb = 0.6

// clause are the words around one that stand between marks and joints.
func (l look) clause(i int) (from, to int) {
	from, to = i, i+1
	for from > 0 && !l.words[from-1].ends && !l.r.in("parts", l.words[from-1].word) {
		from--
	}
	for to < len(l.words) && !l.words[to-1].full {
		to++
	}
	return from, to
}

// denied: a clause says that it is not so, or only may be.
func (l look) denied(from, i int) bool {
	return slices.ContainsFunc(l.words[from:i+1], func(s said) bool { return l.r.in("denied", s.word) })
}

// with: the sentence has all else that the question says.
func (l look) with(from, to, i int) bool {
	for _, want := range l.b.With {
		carried := l.r.in("somebody", want) && l.stands(want) // "got him a rod"
		if !slices.ContainsFunc(l.words[from:to], func(s said) bool {
			return l.w.Same(want, s.word) >= sameVerb || s.word == want || carried && l.r.in("refer", s.word)
		}) {
			return false
		}
	}
	return true
}

// of: the clause is of whoever the question is of.
func (l look) of(from, i int) bool {
	want := l.b.Of[len(l.b.Of)-1]
	mine := l.r.in("self", want)
	for at := i - 1; at >= from; at-- {
		word := l.words[at].word
		switch {
		case mine && l.r.in("self", word), l.same(want, word), !mine && l.r.in("carry", word) && l.before != "" && l.stands(want):
			return true
		case l.r.in("self", word), l.r.in("carry", word), l.w.Name(word):
			return false
		}
	}
	return mine && l.bare(from, i) || !mine && l.bare(from, i) && l.stands(want)
}

// one: a word stands for the same one as another.
func (l look) one(want, word string) bool { return want == word || l.w.Same(want, word) >= 0.95 }

// same: a word stands for what another does.
func (l look) same(want, word string) bool { return want == word || l.w.Same(want, word) >= 0.8 }

// stands: a word stands in what was told right before.
func (l look) stands(want string) bool {
	return slices.ContainsFunc(saidIn(l.before, l.w), func(s said) bool { return l.same(want, s.word) })
}

// bare: before the verb of a clause stands nobody: "lost my kettle".
func (l look) bare(from, i int) bool {
	leads := from // "trying to", "want to"
	for n := from; n < i; n++ {
		if l.words[n].word == "to" && n > from && l.w.Verb(l.words[n-1].word) {
			leads = n + 1
		}
	}
	return !slices.ContainsFunc(l.words[from:i], func(s said) bool {
		return !(leads > from && l.w.Verb(s.word)) && s.word != "to" && !auxiliary(s.word) && !l.r.in("slight", s.word) && !l.r.in("softly", s.word) && !l.r.in("lead", s.word)
	})
}

// end is where a value that begins somewhere ends: before a mark, a joint or a time.
func (l look) end(from int) int {
	for i := from; i < len(l.words); i++ {
		word := l.words[i].word
		if i > from && (l.r.in("stops", word) || word == "and" && !l.listed(i+1) || l.r.in("whens", word) && l.timed(i)) {
			return i
		}
		if at, ok := l.repeats(from, i); ok {
			return at
		}
		if l.words[i].ends && (l.words[i].full || !l.listed(i+1)) {
			return i + 1
		}
	}
	return len(l.words)
}

// repeats: a word behind another was in the question; the value ends before it, and before
// what leads to it: "for tea" of "beans on toast for tea".
func (l look) repeats(from, i int) (int, bool) {
	if i == from || !slices.Contains(l.b.With, l.words[i].word) {
		return 0, false
	}
	for i-1 > from && (l.r.in("slight", l.words[i-1].word) || l.r.in("bound", l.words[i-1].word)) {
		i--
	}
	return i, i > from
}

// listed: what goes on is the next of a list, and no clause of its own.
func (l look) listed(i int) bool {
	for n := 0; i < len(l.words) && n < mostListed; i, n = i+1, n+1 {
		s := l.words[i]
		if l.r.in("self", s.word) || l.r.in("carry", s.word) || auxiliary(s.word) || l.r.in("stops", s.word) || s.word == "'s" || n == 0 && l.w.Verb(s.word) {
			return false
		}
		if s.ends || s.word == "and" {
			return true
		}
	}
	return i == len(l.words)
}

// mostListed is how long the next of a list may be.
const mostListed = 4

// timed: a word begins a time, and no thing: "on thursday".
func (l look) timed(i int) bool {
	for n := i; n < min(i+4, len(l.words)); n++ {
		word := l.words[n].word
		if word == "second" || word == "seconds" {
			return false
		}
		if l.r.in("day", word) || l.r.in("day", strings.TrimSuffix(word, "s")) || dayth(word) || l.r.in("clock", word) || l.r.in("span", word) {
			return true
		}
		if !l.r.in("number", word) && !l.r.in("times", word) && !l.r.in("whens", word) && !numeric(word) {
			return false
		}
	}
	return false
}
