package asked

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// holding is what of a question a sentence holds.
type holding struct {
	share float64 // with what is beside it, 0..1
	extra float64 // of what only speaks for it
	hits  []int   // the words of the telling in which it stands
	none  bool
}

// place is a telling as words are looked for in it.
type place struct {
	Telling
	words                []token
	beside, away, before []string // the words around it, once they are wanted
	read                 bool
}

func placeOf(t Telling) *place { return &place{Telling: t, words: tokens(t.Text)} }

// around cuts into words what was told right beside a telling, and a little before.
// Few questions need them.
func (p *place) around() {
	if !p.read {
		p.beside, p.away, p.before, p.read = plainWords(p.Beside), plainWords(p.Away), plainWords(p.Before), true
	}
}

// itself is how much of a word a sentence and the rest of its telling hold, and the
// words of the telling in which it stands; carried says that the sentence goes on about
// whoever the one before it was of.
func (r *Reader) itself(p *place, want Sought, s int, carried bool, w Words) (got float64, hits []int) {
	for i, tok := range p.words {
		like := w.Same(want.Word, bareWord(tok.word))
		if like > 0 && r.adverbial(p.words, i) {
			like = 0
		}
		if like > 0 && !want.Extra {
			hits = append(hits, i)
		}
		switch {
		case tok.sentence < s && carried && !w.Verb(want.Word):
			like = float64(inCarried * like)
		case tok.sentence != s:
			like = float64(inTelling * like)
		}
		got = max(got, like)
	}
	return got, hits
}

// nearby is how much of a word of which a telling holds so much stands around it.
func (r *Reader) nearby(p *place, want Sought, got float64, s int, carried bool, w Words) float64 {
	if got >= reach(want, got, carried && s == 0, w) {
		return got
	}
	stands := func(b string) bool { return w.Same(want.Word, bareWord(b)) == 1 }
	p.around()
	named := w.Name(want.Word) && slices.ContainsFunc(p.before, stands)
	switch {
	case named && carried:
		return inCarried
	case carried && s == 0 && got < inTelling && slices.ContainsFunc(p.before, stands):
		return inTelling // "I've an exam soon", and then "it's on the 12th"
	case named && got < inTelling && r.refers(p.words, s):
		return inTelling
	case got < inBeside && slices.ContainsFunc(p.beside, stands):
		return inBeside
	case got < inAway && slices.ContainsFunc(p.away, stands):
		return inAway
	}
	return got
}

// reach is the most that can be had of a word of which a telling itself holds so much;
// more where it goes on about what was told right before it.
func reach(want Sought, got float64, goesOn bool, w Words) float64 {
	switch {
	case w.Name(want.Word):
		return max(got, inCarried)
	case goesOn:
		return max(got, inTelling)
	}
	return max(got, inBeside)
}

// holds is how much of what is sought a sentence holds with what is beside it; none
// where it cannot be as much as least.
func (r *Reader) holds(sought []Sought, p *place, s int, least float64, w Words) holding {
	var h holding
	own := make([]float64, len(sought))
	whole, most := 0.0, 0.0
	carried := r.carries(p.words, s)
	for n, want := range sought {
		var hits []int
		own[n], hits = r.itself(p, want, s, carried, w)
		h.hits = append(h.hits, hits...)
		if want.Extra {
			h.extra += own[n]
			continue
		}
		whole += want.Weight
		most += float64(want.Weight * reach(want, own[n], carried && s == 0, w))
	}
	if whole > 0 && most/whole < least {
		return holding{none: true}
	}
	held, inside := 0.0, 0.0
	for n, want := range sought {
		if want.Extra {
			continue
		}
		got := r.nearby(p, want, own[n], s, carried, w)
		if want.Must && got == 0 && !p.Near {
			return holding{none: true}
		}
		inside += float64(want.Weight * own[n])
		held += float64(want.Weight * got)
	}
	if whole == 0 {
		h.share, h.none = 1, !p.Near && h.extra == 0
		return h
	}
	h.share, h.none = held/whole, inside == 0 && h.extra == 0 && !p.Near && !p.Behind && !(carried && s == 0)
	return h
}

// carries: a sentence begins with a word for whoever or whatever the one before it was
// of: "she fell off the tram".
func (r *Reader) carries(words []token, s int) bool {
	from, to := bounds(words, s)
	return onlyNames(words[from:to]) || slices.ContainsFunc(words[from:min(to, from+subjectWords)], func(t token) bool {
		return r.in("carry", strings.SplitN(t.word, "'", 2)[0])
	})
}

// onlyNames: a sentence is nothing but a name or two: "Bess and Fudge".
func onlyNames(words []token) bool {
	for _, t := range words {
		first, _ := utf8.DecodeRuneInString(t.raw)
		if t.word != "and" && !unicode.IsUpper(first) {
			return false
		}
	}
	return len(words) > 0
}

// refers: a sentence has a word for somebody who was named before it: "I'd give her".
func (r *Reader) refers(words []token, s int) bool {
	from, to := bounds(words, s)
	return slices.ContainsFunc(words[from:to], func(t token) bool { return r.in("refer", t.word) })
}

// adverbial: a word that may be a thing is none where it stands: "back" of "I'm back",
// and not of "my back".
func (r *Reader) adverbial(words []token, at int) bool {
	if !r.in("adverb", words[at].word) {
		return false
	}
	return at == 0 || words[at-1].sentence != words[at].sentence || !r.in("article", words[at-1].word)
}

// subjectWords is within how many words of a sentence its subject stands: "and then he".
const subjectWords = 3

// bareWord is a word without the mark of an owner.
func bareWord(w string) string { return strings.TrimSuffix(w, "'s") }

// nearest is the value that stands in a sentence or, if it has none, right beside it,
// and nearest to where the question's words stand; and how sure it is.
func (r *Reader) nearest(q Question, values []Value, from, to int, h holding, sought []Sought, words []token, w Words) (Value, float64) {
	var best Value
	most := 0.0
	for _, v := range values {
		if v.To > v.From && wordy(words[v.From].word) && slices.ContainsFunc(sought, func(s Sought) bool { return !s.Extra && w.Same(s.Word, bareWord(words[v.From].word)) > 0 }) {
			continue // what the question has in it is no answer
		}
		sure := v.Sure
		switch {
		case v.From >= from && v.From < to:
		case v.From >= to && v.From < to+12 || v.From < from && v.From >= from-12:
			sure *= 0.7
		default:
			sure *= 0.3
		}
		hit, away := v.closest(h.hits)
		sure -= float64(perWord * float64(min(away, mostAway)))
		if q.Kind == Age && hit >= 0 && slices.ContainsFunc(q.Rest, func(v string) bool { return w.Name(bareWord(v)) }) && r.another(words, hit, v.From, w) {
			continue
		}
		if q.Kind == Name && v.Sure < 1 && away > besideName {
			continue // a name elsewhere in the sentence is somebody else's
		}
		if sure > most {
			best, most = v, sure
		}
	}
	return best, max(0, most)
}

// A value counts for less with each word between it and what was asked.
const (
	perWord  = 0.025
	mostAway = 16
	// besideName is how far a name may stand from whatever has it, where no word says so.
	besideName = 2
)

// closest is the nearest of some words to a value, -1 if there are none, and how far
// away it is.
func (v Value) closest(hits []int) (hit, away int) {
	hit, away = -1, 0
	for _, at := range hits {
		d := max(at-v.From, v.From-at)
		if hit < 0 || d < away {
			hit, away = at, d
		}
	}
	return hit, away
}

// another: somebody else is named between two words, to whom the second belongs.
func (r *Reader) another(words []token, from, to int, w Words) bool {
	for i := from + 1; i < to; i++ {
		if word := bareWord(words[i].word); w.Name(word) || r.in("somebody", word) {
			return true
		}
	}
	return false
}

// wordy: a value that is a word and no number.
func wordy(w string) bool { return strings.ContainsAny(w, "abcdefghijklmnopqrstuvwxyz") }

// strange is how much less a sentence counts that is of a sale, where the price that was
// paid is asked for.
const strange = 0.3

// byAnother: the verb that was asked for is somebody else's in a sentence.
func (r *Reader) byAnother(q Question, h holding, words []token, w Words) bool {
	mine := slices.ContainsFunc(q.Rest, func(w string) bool { return w == "i" || w == "we" })
	other := slices.ContainsFunc(q.Rest, func(v string) bool { return v == "he" || v == "she" || v == "they" || w.Name(bareWord(v)) })
	if mine == other {
		return false
	}
	for _, at := range h.hits {
		if !w.Verb(words[at].word) {
			continue
		}
		for i := at - 1; i >= max(0, at-3) && words[i].sentence == words[at].sentence; i-- {
			who := strings.SplitN(words[i].word, "'", 2)[0]
			first := who == "i" || who == "we" || who == "im" || who == "ive"
			third := who == "he" || who == "she" || who == "they" || who == "hes" || who == "shes" || w.Name(who)
			if first || third {
				return first && other || third && mine
			}
		}
	}
	return mine && len(h.hits) > 0 && r.onlyOthers(words, words[h.hits[0]].sentence, w)
}

// onlyOthers: a sentence begins with somebody else and has nothing of the person in it.
func (r *Reader) onlyOthers(words []token, s int, w Words) bool {
	from, to := bounds(words, s)
	if slices.ContainsFunc(words[from:to], func(t token) bool { return r.in("mine", strings.SplitN(t.word, "'", 2)[0]) }) {
		return false
	}
	return slices.ContainsFunc(words[from:min(to, from+beginning)], func(t token) bool {
		who := strings.SplitN(t.word, "'", 2)[0]
		return who == "he" || who == "she" || who == "they" || w.Name(who)
	})
}

// beginning is how many words begin a sentence.
const beginning = 3
