package asked

import (
	"slices"
	"strings"
)

// amendReach is how many words behind a value, and behind the words that take it back,
// what holds may stand.
const amendReach = 8

// amendsAt: at a word somebody begins to take back what they just said: "no, wait".
func (r *Reader) amendsAt(words []token, at int) bool {
	if at > 0 && words[at-1].sentence == words[at].sentence && !strings.HasSuffix(words[at-1].raw, ",") {
		return false
	}
	return slices.ContainsFunc(r.amends, func(phrase []string) bool {
		for i, w := range phrase {
			if at+i >= len(words) || words[at+i].word != w {
				return false
			}
		}
		return len(phrase) > 1 || strings.HasSuffix(words[at].raw, ",")
	})
}

// Amends: a sentence begins with taking back the one before.
func (r *Reader) Amends(sentence string) bool {
	words := tokens(sentence)
	return len(words) > 0 && r.amendsAt(words, 0)
}

// amended is the end of a quote with what was put right at once behind it.
func (r *Reader) amended(words []token, to int) int {
	for to < len(words) && r.amendsAt(words, to) {
		_, to = bounds(words, words[to].sentence)
	}
	return to
}

// mended is a value as it was put right at once: 380 of "350 dollars. No, wait, 380".
func (r *Reader) mended(v Value, values []Value, words []token) Value {
	for at := v.To; at < min(len(words), v.To+amendReach); at++ {
		if !r.amendsAt(words, at) {
			continue
		}
		for _, other := range values {
			if other.From > at && other.From <= at+amendReach {
				return Value{other.From, other.To, max(v.Sure, other.Sure)}
			}
		}
	}
	return v
}

// renewed is an answer with what was told of it later: that it is otherwise now. A
// telling says so by a word of change and a value of the kind, and is of the same thing
// by a word that was asked for and another of the telling that answers.
func (r *Reader) renewed(q Question, a Answer, sought []Sought, tellings []Telling, w Words) Answer {
	if q.Kind != Much && q.Kind != Many && q.Kind != When {
		return a
	}
	own := w.Content(a.Text)
	for _, t := range tellings {
		words := tokens(t.Text)
		if !t.At.After(a.At) || len(words) == 0 {
			continue
		}
		same := r.sameThing(own, sought, words, w)
		values := r.values(q, words, w)
		for i, t2 := range words {
			if !r.in("change", t2.word) || !same && !changes(sought, words, i, w) {
				continue
			}
			from, to := bounds(words, t2.sentence)
			v, sure := r.nearest(q, values, from, to, holding{hits: []int{i}}, nil, words, w)
			if sure < leastRenewed || v.From < from || v.From >= to {
				continue
			}
			v = r.mended(v, values, words)
			next := Answer{Telling: t, Value: v, From: from, To: to, Held: a.Held, score: a.score, hits: []int{i}, several: len(values) > 1}
			next.From, next.To = excerpt(words, next)
			next.To = r.amended(words, next.To)
			a = next
			own = w.Content(a.Text)
			break
		}
	}
	return a
}

// changes: what was asked for stands right before the word of change: "the start date
// moved".
func changes(sought []Sought, words []token, at int, w Words) bool {
	for i := at - 1; i >= max(0, at-subjectReach) && words[i].sentence == words[at].sentence; i-- {
		if slices.ContainsFunc(sought, func(s Sought) bool { return !s.Extra && w.Same(s.Word, bareWord(words[i].word)) == 1 }) {
			return true
		}
	}
	return false
}

// subjectReach is how far before its verb a subject stands.
const subjectReach = 3

// leastRenewed is how plainly a later value must be of the kind to stand for an earlier.
const leastRenewed = 0.55

// sameThing: a telling has a word that was asked for, and a name or another word of the
// one that answered.
func (r *Reader) sameThing(own []string, sought []Sought, words []token, w Words) bool {
	has := func(word string) bool {
		return slices.ContainsFunc(words, func(t token) bool { return w.Same(word, bareWord(t.word)) == 1 })
	}
	var of string
	for _, s := range sought {
		if !s.Extra && !w.Verb(s.Word) && has(s.Word) {
			of = s.Word
			break
		}
	}
	return of != "" && slices.ContainsFunc(own, func(word string) bool {
		return !w.same(of, word) && !r.in("day", word) && !r.in("money", word) && !r.in("number", word) && !w.Verb(word) && has(word)
	})
}

// GivesUp: a text says that something will not be after all.
func (r *Reader) GivesUp(text string) bool {
	words := " " + strings.Join(plainWords(text), " ") + " "
	return slices.ContainsFunc(r.offs, func(phrase string) bool { return strings.Contains(words, " "+phrase+" ") })
}

// Changes: a text says that something is otherwise now.
func (r *Reader) Changes(text string) bool { return r.any("change", plainWords(text)) }
