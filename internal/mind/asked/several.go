package asked

import (
	"cmp"
	"slices"
	"strings"
)

// Lists: a question wants all there is of something that was done: "what have I tried
// for my cough", "what has Mo done for me".
func (r *Reader) Lists(text string) bool {
	words := r.unled(plainWords(r.Asking(text)))
	return slices.ContainsFunc(r.lists, func(phrase []string) bool {
		return len(words) > len(phrase)+1 && slices.Equal(words[:len(phrase)], phrase)
	})
}

// leastDeed is how much of a question a sentence of several must hold.
const leastDeed = 0.55

// Several are the sentences that a question after several things wants, one of a
// telling, as they were told. A sentence counts if it holds each thing that the question
// names, or stands beside it, and is of a deed of whoever is asked of: what somebody did
// for the person has them in it.
func (r *Reader) Several(q Question, sought []Sought, tellings []Telling, w Words) []Answer {
	sought = slices.DeleteFunc(slices.Clone(sought), func(s Sought) bool { return r.in("filler", s.Word) || r.OfDay(s.Word) })
	things := slices.DeleteFunc(slices.Clone(sought), func(s Sought) bool { return s.Extra || w.Verb(s.Word) && !w.Name(s.Word) })
	if len(things) == 0 && !r.any("main", q.Rest) {
		things = slices.DeleteFunc(slices.Clone(sought), func(s Sought) bool { return s.Extra || r.in("main", s.Word) })
	}
	if len(things) == 0 {
		return nil
	}
	for i := range things {
		things[i].Must = true
	}
	var out []Answer
	for _, t := range tellings {
		if a, ok := r.deed(q, things, sought, t, w); ok {
			out = append(out, a)
		}
	}
	slices.SortFunc(out, func(a, b Answer) int { return cmp.Or(a.At.Compare(b.At), strings.Compare(string(a.ID), string(b.ID))) })
	return out
}

// deed is the sentence of a telling that tells best of something done.
func (r *Reader) deed(q Question, things, sought []Sought, t Telling, w Words) (Answer, bool) {
	t.Away, t.Beside = "", t.Before
	p := placeOf(t)
	words := p.words
	var best Answer
	for s := 0; len(words) > 0 && s <= words[len(words)-1].sentence; s++ {
		from, to := bounds(words, s)
		h := r.holds(things, p, s, 0, w)
		if h.none || h.share < leastDeed || len(h.hits) == 0 || !r.done(q, words[from:to], w) {
			continue
		}
		all := r.holds(sought, p, s, 0, w)
		if score := h.share + float64(extraBonus*all.share); score > best.score {
			best = Answer{Telling: t, From: from, To: to, Held: h.share, score: score, hits: h.hits}
		}
	}
	if best.score > 0 {
		best.From, best.To = excerpt(words, best)
		best.To = r.amended(words, best.To)
	}
	return best, best.score > 0
}

// done: a sentence is of a deed, by a verb, and of what was done for the person if that
// is asked for. What somebody is to do has not been done.
func (r *Reader) done(q Question, sentence []token, w Words) bool {
	verb := slices.ContainsFunc(sentence, func(t token) bool { return w.Verb(t.word) && !auxiliary(t.word) })
	if !verb || slices.ContainsFunc(sentence, func(t token) bool { return r.in("notyet", t.word) }) {
		return false
	}
	mine := slices.ContainsFunc(q.Rest, func(w string) bool { return w == "me" || w == "us" || w == "my" })
	did := slices.ContainsFunc(q.Rest, func(w string) bool { return w == "i" || w == "we" })
	if did {
		return slices.ContainsFunc(sentence, func(t token) bool { return r.in("mine", t.word) })
	}
	if !mine {
		return true
	}
	return slices.ContainsFunc(sentence, func(t token) bool { return r.in("forme", t.word) })
}
