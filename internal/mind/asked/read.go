package asked

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"samantha"
)

// Words is what this room is told of words: it knows no life and no language but its
// tables.
type Words struct {
	// Content are the words of a text that carry weight, in order.
	Content func(text string) []string
	// Open are the words a word as it is typed stands for: "shes" is two.
	Open func(word string) []string
	// Same reports how much two words mean the same, 0..1.
	Same func(a, b string) float64
	// Rarity is the weight of a word among what was told; of one never told the most.
	Rarity func(word string) float64
	// Name: a word is the name of somebody of theirs.
	Name func(word string) bool
	// Given: a word is written as a name or known as one.
	Given func(raw string) bool
	// Fresh: a word is none that she knows, and may be a name.
	Fresh func(word string) bool
	// Verb: a word is a verb.
	Verb func(word string) bool
}

// same: two words mean about the same.
func (w Words) same(a, b string) bool { return a != "" && b != "" && w.Same(a, b) > 0 }

// Telling is something told that may hold an answer.
type Telling struct {
	ID     samantha.ID
	At     time.Time
	Text   string
	By     samantha.Origin
	Before string // what was told right before
	Beside string // that, and what was told right after
	Away   string // and what was told a little before that
	Near   bool   // the answer before was read out of it, or it stands right beside that
	Behind bool   // it stands right behind one that holds what is asked
	Given  bool   // the answer before was read out of it
}

// Sought is a word that is looked for.
type Sought struct {
	Word   string
	Weight float64
	Must   bool // no answer without it: the name of whoever is asked of
	Extra  bool // it speaks for an answer, and none wants for it
}

// Answer is where a question is answered.
type Answer struct {
	Telling
	Value    Value // of its words; none if To is 0
	From, To int   // the words of the sentence that answers
	Held     float64
	score    float64
	hits     []int // its words that were asked for
	several  bool  // it holds several values
}

// How much a word of the question counts where it is found.
const (
	inCarried  = 0.9 // whom or what its first word stands for
	inTelling  = 0.8 // beside the sentence, in the same telling
	inBeside   = 0.5 // in what was told right before or after
	inAway     = 0.4 // a little before that
	extraBonus = 0.12
	heldWhole  = 0.85 // what says nothing of its day was on the day it was told, if it holds so much
	toldThen   = 0.5
	nearBonus  = 0.12
	kindBonus  = 0.15
	// sameWell is by how much less an answer may hold and still be as good: of those the
	// newest stands.
	sameWell     = 0.11
	sameWellLast = 0.22
)

// How much of a question an answer must hold that says how something was, how it came to
// be known, or what was promised: such sentences stand beside what happened and seldom name it.
const (
	leastFelt    = 0.45
	leastSource  = 0.6
	leastPromise = 0.45
)

// plainlyLike is how plainly a sentence must say what something was like that holds
// little of the question.
const plainlyLike = 0.9

// alone is how much an answer must hold of a question that stands on no other.
const alone = 0.78

// least is how much of a question an answer must hold: less where it must have a value
// of the kind, too.
func least(q Question) float64 {
	switch q.Kind {
	case Feeling, Likened:
		return leastFelt
	case Source:
		return leastSource
	case Promise:
		return leastPromise
	}
	if !q.Follows && !q.Points {
		return alone
	}
	switch q.Kind {
	case Much, Many, Long, Age, Often, Colour, When, Since:
		return 0.62
	case Why, Who, Name, Trade, Place:
		return 0.66
	}
	if q.Unit != "" {
		return 0.65
	}
	return 0.74
}

// chosen: a sentence has what a question chooses among, "which car", or is told by the
// verb that was asked for.
func (r *Reader) chosen(q Question, h holding, words []token, w Words) bool {
	if q.Kind != Thing || q.Unit == "" {
		return true
	}
	return slices.ContainsFunc(h.hits, func(at int) bool { return w.same(q.Unit, bareWord(words[at].word)) || w.Verb(words[at].word) })
}

// wordsOf are words as they are compared.
func wordsOf(words []token) []string {
	var out []string
	for _, t := range words {
		out = append(out, t.word)
	}
	return out
}

// Read is the answer to a question among some tellings.
func (r *Reader) Read(q Question, sought []Sought, tellings []Telling, w Words) (Answer, bool) {
	var found []Answer
	for _, t := range tellings {
		if a, ok := r.best(q, sought, t, w); ok {
			found = append(found, a)
		}
	}
	if q.Order == Before {
		earlier := r.before(found, tellings)
		if len(earlier) == 0 { // one telling may hold both: "it goes up to 780 from 720"
			earlier = slices.DeleteFunc(found, func(a Answer) bool { return !a.Given || !a.several })
		}
		found = earlier
	}
	if len(found) == 0 {
		return Answer{}, false
	}
	found = valued(found)
	most := slices.MaxFunc(found, func(a, b Answer) int { return cmp.Compare(a.score, b.score) }).score
	width := sameWell
	if q.Order != Newest {
		width = sameWellLast
	}
	found = slices.DeleteFunc(found, func(a Answer) bool { return a.score < most-width })
	slices.SortFunc(found, func(a, b Answer) int { return cmp.Or(b.At.Compare(a.At), strings.Compare(string(b.ID), string(a.ID))) })
	switch q.Order {
	case First:
		return found[len(found)-1], true
	case Before:
		return found[0], true
	}
	return r.renewed(q, found[0], sought, byTime(tellings), w), true
}

// byTime are tellings in the order they were told.
func byTime(tellings []Telling) []Telling {
	return slices.SortedFunc(slices.Values(tellings), func(a, b Telling) int { return cmp.Or(a.At.Compare(b.At), strings.Compare(string(a.ID), string(b.ID))) })
}

// valued are the answers that have a value, if one does about as well as those that
// have none.
func valued(found []Answer) []Answer {
	best := 0.0
	for _, a := range found {
		if a.Value.Sure > 0 {
			best = max(best, a.score)
		}
	}
	return slices.DeleteFunc(found, func(a Answer) bool { return a.Value.Sure == 0 && best > 0 && a.score < best+valuedMore })
}

// valuedMore is by how much an answer without a value must be better than one with.
const valuedMore = 0.05

// before are the answers that were told before the one given.
func (r *Reader) before(found []Answer, tellings []Telling) []Answer {
	var given time.Time
	for _, t := range tellings {
		if t.Given && (given.IsZero() || t.At.Before(given)) {
			given = t.At
		}
	}
	if given.IsZero() && len(found) > 0 { // before the one that holds
		given = slices.MaxFunc(found, func(a, b Answer) int { return a.At.Compare(b.At) }).At
	}
	return slices.DeleteFunc(slices.Clone(found), func(a Answer) bool { return a.Given || len(a.hits) == 0 || !given.IsZero() && !a.At.Before(given) })
}

// best is the sentence of a telling that answers best.
func (r *Reader) best(q Question, sought []Sought, t Telling, w Words) (Answer, bool) {
	p := placeOf(t)
	words := p.words
	if len(words) == 0 {
		return Answer{}, false
	}
	values := r.values(q, words, w)
	typed := r.typed(q.Kind)
	var best Answer
	for s := 0; s <= words[len(words)-1].sentence; s++ {
		from, to := bounds(words, s)
		h := r.holds(sought, p, s, least(q), w)
		if h.none || h.share < least(q) || r.byAnother(q, h, words, w) || !r.chosen(q, h, words, w) {
			continue
		}
		v, sure := r.nearest(q, values, from, to, h, sought, words, w)
		if typed && sure == 0 {
			told := q.Kind == When && q.Past || q.Kind == Why && len(words) > len(sought)+4 && len(sought) > 1
			if !told || h.share < heldWhole {
				continue
			}
			v, sure = Value{}, toldThen
		}
		if q.Kind == Likened && h.share < leastSource && sure < plainlyLike {
			continue // of something else that was told beside it
		}
		held := h.share
		score := held + float64(kindBonus*sure) + float64(extraBonus*min(1.5, h.extra))
		if q.Kind == Much && r.any("sale", wordsOf(words[from:to])) && !r.any("sale", q.Rest) {
			score -= strange
		}
		if t.Near {
			score += nearBonus
		}
		if !typed && len(sought) > 0 && to-from <= len(sought) && held >= 1 {
			score -= kindBonus // it says no more than was asked
		}
		if score > best.score {
			best = Answer{Telling: t, Value: v, From: from, To: to, Held: held, score: score, hits: h.hits, several: len(values) > 1}
		}
	}
	if best.score > 0 {
		best.Value = r.mended(best.Value, values, words)
		best.From, best.To = excerpt(words, best)
		best.To = r.amended(words, best.To)
	}
	return best, best.score > 0
}

// How many words are quoted: whole sentences while there is room, or a stretch of one.
const (
	mostQuoted = 30
	roomQuoted = 26
)

// excerpt are the words to be quoted for an answer: its sentence and its value, with
// the sentences around it while there is room.
func excerpt(words []token, a Answer) (from, to int) {
	from, to = a.From, a.To
	if a.Value.To > a.Value.From || a.Value.Sure > 0 {
		vf, vt := bounds(words, words[min(a.Value.From, len(words)-1)].sentence)
		from, to = min(from, vf), max(to, vt)
	}
	if to-from > mostQuoted {
		return stretched(words, a, from, to)
	}
	for from > 0 {
		f, _ := bounds(words, words[from-1].sentence)
		if to-f > roomQuoted {
			break
		}
		from = f
	}
	for to < len(words) {
		_, t := bounds(words, words[to].sentence)
		if t-from > roomQuoted {
			break
		}
		to = t
	}
	return from, to
}

// stretched is the stretch of a long sentence that holds its value and most of what was
// asked, and goes on behind it.
func stretched(words []token, a Answer, from, to int) (int, int) {
	hits := slices.DeleteFunc(slices.Clone(a.hits), func(at int) bool { return at < from || at >= to })
	if a.Value.Sure > 0 {
		hits = append(hits, a.Value.From, a.Value.From, max(a.Value.From, a.Value.To-1))
	}
	if len(hits) == 0 {
		return from, from + mostQuoted
	}
	best, most := from, -1
	for at := from; at+mostQuoted <= to; at++ {
		n := 0
		for _, hit := range hits {
			if hit >= at && hit < at+mostQuoted-4 {
				n++
			}
		}
		if n > most {
			best, most = at, n
		}
	}
	first := slices.MinFunc(hits, func(a, b int) int { return cmp.Compare(max(a, best), max(b, best)) })
	if first > best+4 {
		best = min(first-4, to-mostQuoted)
	}
	return best, best + mostQuoted
}

// typed: an answer of the kind must have a value.
func (r *Reader) typed(k Kind) bool {
	switch k {
	case Thing, Whether, "":
		return false
	}
	return true
}

// bounds are the words of a sentence.
func bounds(words []token, s int) (from, to int) {
	from = len(words)
	for i, t := range words {
		if t.sentence == s {
			from, to = min(from, i), i+1
		}
	}
	return from, to
}
