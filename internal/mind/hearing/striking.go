package hearing

import (
	"iter"
	"slices"
	"strconv"
	"strings"

	"samantha/internal/mind/linear"
)

// What strikes in a telling is told by the rules of en/strikes.txt where it has a form of
// its own, "four hours on one plug". Most of what strikes has none: "the photocopier", "on
// his shoe". For that every run of a few words is a candidate, and a small linear model
// says how likely a friend is to say just that run back. Its weights are learned from
// messages of which somebody wrote down the bit that struck, by the command
// internal/bench/readtrain.

// bitMost is how many words a candidate may have.
const bitMost = 5

// A Candidate is a run of words that may strike.
type Candidate struct {
	Strike
	Marks []uint32

	forHer bool // its sentence asks, or speaks to her
}

// Span are the bytes of the candidate in the text.
func (c Candidate) Span() (from, to int) { return c.from, c.to }

// Candidates are the runs of words of a text that could be said back by themselves, and
// what is told in a form that has no bit.
func (e *Ear) Candidates(text string, in Context) []Candidate {
	words := e.words(text, in)
	u := &utterance{ear: e, text: text, words: words, in: in}
	quotedFrom, quotedTo := quotedIn(text)
	all := sentences(words)
	var out []Candidate
	for n, sentence := range slices.Backward(all) {
		if len(sentence) > longest {
			continue
		}
		p := e.piece(sentence)
		forms, bitless := u.forms(p)
		l := look{ear: e, p: p, behind: len(all) - 1 - n, long: len(words)}
		forHer := p.asked || e.toHer(sentence) || e.bids(sentence)
		for _, s := range bitless {
			out = append(out, Candidate{Strike: s, forHer: forHer})
		}
		for at := range e.runs(sentence, forms) {
			c := Candidate{Strike: forms[at], forHer: forHer}
			c.Bit, c.from, c.to = u.bare(sentence[at.from:at.to]), sentence[at.from].from, sentence[at.to-1].to
			if c.from == quotedFrom && c.to == quotedTo {
				c.Kind, c.forHer = "quote", false
			}
			c.Marks = l.marks(at, c.Kind)
			out = append(out, c)
		}
	}
	return out
}

// bids: a sentence begins by asking her for something: "tell me something".
func (e *Ear) bids(sentence []word) bool {
	begins := slices.DeleteFunc(slices.Clone(sentence[:min(4, len(sentence))]), func(w word) bool { return w.is(classFiller | classInterjection) })
	return len(begins) > 0 && e.lists["bids"].has(begins[0].norm)
}

// runs are the candidates of a sentence: no mark stands within, and they neither begin nor
// end with a word that hangs on another; those that have a form are always among them.
func (e *Ear) runs(sentence []word, forms map[run]Strike) iter.Seq[run] {
	return func(yield func(run) bool) {
		for from := range sentence {
			for to := from + 1; to <= len(sentence) && to-from <= bitMost+1; to++ {
				at := run{from, to}
				if _, formed := forms[at]; (formed || standsAlone(sentence, at)) && !cutShort(sentence, at) && !begunBefore(sentence, at) && !yield(at) {
					return
				}
			}
		}
	}
}

// standsAlone: a run of words could be said by itself.
func standsAlone(sentence []word, at run) bool {
	first, last := sentence[at.from], sentence[at.to-1]
	switch {
	case at.to-at.from > bitMost, hangs(last), first.from == first.to, first.norm == "'s", first.norm == "of",
		first.is(classFiller | classInterjection | classConjunction):
		return false
	case at.from > 0 && !first.gap && sentence[at.from-1].is(classPossessive) && !first.is(classPossessive):
		return false // "his [mum]" is not mum
	case at.to < len(sentence) && sentence[at.to].norm == "'s":
		return false
	}
	return !slices.ContainsFunc(sentence[at.from+1:at.to], func(w word) bool { return w.gap })
}

// cutShort: the thing that a run names goes on behind it: "three bullet [points]".
func cutShort(sentence []word, at run) bool {
	if at.to == len(sentence) || sentence[at.to].gap {
		return false
	}
	names := func(w word) bool { return strings.Contains("nUN", sortOf(w)) }
	next := sentence[at.to]
	return names(sentence[at.to-1]) && (names(next) || next.is(classThird) && next.is(classThing))
}

// begunBefore: what a run says began before it: "her driving [test first go]", "it makes me
// [wonder what Karin] never said", "I could tee off [with em]".
func begunBefore(sentence []word, at run) bool {
	first, second := sentence[at.from], word{}
	if at.to-at.from > 1 {
		second = sentence[at.from+1]
	}
	switch {
	case at.to-at.from == 2 && first.is(classPreposition|classVague) && second.is(classPronoun):
		return true
	case slices.ContainsFunc(sentence[at.from+1:at.to], func(w word) bool { return w.is(classQuestion) }) && at.to < len(sentence) && !sentence[at.to].gap:
		return true // a clause that goes on
	case at.from == 0 || first.gap:
		return false
	}
	before := sentence[at.from-1]
	switch {
	case first.is(classTime) && second.is(classPreposition):
		return true
	case before.is(classQuestion) && first.is(classPronoun):
		return true
	}
	return strings.Contains("nUNVF", sortOf(before)) && strings.Contains("nU", sortOf(first))
}

// hangs: a word cannot be the last of a bit.
func hangs(w word) bool {
	return w.from == w.to || w.norm == "'s" || w.is(classDeterminer|classPossessive|classConjunction|classAuxiliary|classDegree|classFiller|classInterjection|classPreposition|classAdverb)
}

// look is a sentence that is looked through for what strikes.
type look struct {
	ear    *Ear
	p      piece
	behind int // how many sentences follow it
	long   int // words of the whole text
}

// Kinds of marks, as they enter the hash.
const (
	markIn, markFirst, markLast, markBefore, markAfter = 'i', 'f', 'l', 'b', 'a'
	markShape, markPlace, markRare, markPair, markForm = 's', 'p', 'r', 'q', 'k'
)

// marks gathers what a candidate is told by.
type marks []uint32

func (m *marks) add(kind byte, parts ...string) { *m = append(*m, linear.Hashed(kind, parts...)) }

// marks are those of some words of the sentence, and the form that a rule finds in them.
func (l look) marks(at run, form string) []uint32 {
	m := make(marks, 0, 40)
	shape := l.ofWords(&m, l.p.words[at.from:at.to])
	l.ofNeighbours(&m, at, shape)
	l.ofPlace(&m, at, shape)
	m.add(markForm, form)
	m.add(markForm, "denied", strconv.FormatBool(l.ear.deniedBefore(l.p.words, at.from)))
	return m
}

// ofWords marks the words themselves, and tells their shape, a letter for each.
func (l look) ofWords(m *marks, run []word) string {
	shape, rarest := "", 0
	for i, w := range run {
		m.add(markIn, w.norm)
		shape += sortOf(w)
		rarest = max(rarest, l.ear.step(w))
		for _, list := range strikingLists() {
			if l.ear.lists[list].has(w.norm) {
				m.add(markIn, "#", list)
			}
		}
		if i > 0 {
			m.add(markPair, run[i-1].norm, " ", w.norm)
		}
	}
	last := run[len(run)-1]
	n, rare := strconv.Itoa(len(run)), strconv.Itoa(rarest)
	m.add(markFirst, run[0].norm)
	m.add(markLast, last.norm)
	m.add(markLast, "~", strconv.Itoa(l.ear.step(last)))
	m.add(markShape, shape)
	m.add(markShape, n)
	m.add(markRare, rare)
	m.add(markRare, rare, n)
	m.add(markRare, rare, shape)
	return shape
}

// ofNeighbours marks what stands before and behind.
func (l look) ofNeighbours(m *marks, at run, shape string) {
	words := l.p.words
	before, after := "^", "$"
	if at.from > 0 {
		before = words[at.from-1].norm
	}
	if at.to < len(words) {
		after = words[at.to].norm
	}
	sortBefore, sortAfter := l.sortAt(at.from-1), l.sortAt(at.to)
	m.add(markBefore, before)
	m.add(markAfter, after)
	m.add(markBefore, "~", sortBefore, shape)
	m.add(markAfter, "~", sortAfter, shape)
	m.add(markBefore, "~~", sortBefore, sortOf(words[at.from]))
	m.add(markAfter, "~~", sortOf(words[at.to-1]), sortAfter)
}

// ofPlace marks where in the sentence and in the message it is.
func (l look) ofPlace(m *marks, at run, shape string) {
	n, behind := strconv.Itoa(at.to-at.from), len(l.p.words)-at.to
	m.add(markPlace, "behind", strconv.Itoa(min(l.behind, 3)))
	m.add(markPlace, "ends", strconv.Itoa(min(behind, 4)), n)
	m.add(markPlace, "begins", strconv.Itoa(min(at.from, 3)), n)
	m.add(markPlace, "whole", strconv.FormatBool(at.from == 0 && behind == 0), n)
	m.add(markPlace, "long", strconv.Itoa(min(l.long/5, 8)), n)
	m.add(markPlace, "end of all", strconv.FormatBool(l.behind == 0 && behind == 0), shape)
}

// sortAt is the sort of the word at a place of the sentence; before and behind it there is
// none.
func (l look) sortAt(i int) string {
	switch {
	case i < 0:
		return "^"
	case i >= len(l.p.words):
		return "$"
	case l.p.words[i].gap:
		return "," + sortOf(l.p.words[i])
	}
	return sortOf(l.p.words[i])
}

// strikingLists are the lists whose words tell what strikes.
func strikingLists() []string {
	return []string{"animal noun", "food noun", "made noun", "plant noun", "person noun", "job", "count", "tens"}
}

// sortOf is one letter for what sort of word a word is.
func sortOf(w word) string {
	for _, s := range [...]struct {
		kind   class
		letter string
	}{
		{classDigits | classNumber, "N"},
		{classPossessive, "o"},
		{classDeterminer, "d"},
		{classPreposition, "p"},
		{classPronoun, "i"},
		{classConjunction, "c"},
		{classAuxiliary, "x"},
		{classQuestion, "q"},
		{classDegree, "g"},
		{classAdverb, "r"},
		{classTime, "t"},
		{classRelation, "R"},
		{className, "F"},
		{classPlace, "P"},
		{classThing, "n"},
		{classIng, "V"},
		{classPast, "v"},
		{classThird, "z"},
		{classBase, "b"},
		{classVague, "e"},
		{classFeeling, "l"},
	} {
		if w.is(s.kind) {
			return s.letter
		}
	}
	if w.upper && !w.first {
		return "U"
	}
	return "n"
}

// step is how rare a word is in six steps, as a mark.
func (e *Ear) step(w word) int { return int(e.rarity(w) * 5) }
