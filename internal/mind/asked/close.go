package asked

import (
	"slices"
	"strings"
)

// Close is how near a telling comes to a question that it may not answer.
type Close struct {
	Value    float64 // how surely it has a value of the kind that is asked for, 0..1
	Another  bool    // it is of somebody else than the question
	From, To int     // its words to be quoted: the closest sentence, and what is around it while there is room
}

// Close finds what of a telling comes closest to a question: the sentence that holds
// most of it, and rather one that has a value of its kind.
func (r *Reader) Close(q Question, sought []Sought, t Telling, w Words) Close {
	t.Near = true // nothing is a must: it only comes near
	p := placeOf(t)
	words := p.words
	if len(words) == 0 {
		return Close{}
	}
	values := r.values(q, words, w)
	c, most := Close{}, -1.0
	for s := 0; s <= words[len(words)-1].sentence; s++ {
		from, to := bounds(words, s)
		h := r.holds(sought, p, s, 0, w)
		v, sure := r.nearest(q, values, from, to, h, sought, words, w)
		score, another := h.share+float64(kindBonus*sure), r.byAnother(q, h, words, w) || r.ofOthers(q, h, words, w)
		if another {
			score -= kindBonus
		}
		if score <= most {
			continue
		}
		most, c.Value, c.Another = score, sure, another
		c.From, c.To = excerpt(words, Answer{Value: v, From: from, To: to, hits: h.hits})
		c.To = r.amended(words, c.To)
	}
	return c
}

// Bare are the words of a text as they are compared, without the mark of an owner.
func Bare(text string) []string {
	words := make([]string, 0, strings.Count(text, " ")+1)
	for raw := range strings.FieldsSeq(text) {
		words = append(words, bareWord(compared(raw)))
	}
	return words
}

// Share is how much of what is sought some bare words hold, and how much of what stands for
// nobody, 0..1 each.
func Share(sought []Sought, words []string, w Words, somebody func(word string) bool) (all, unnamed float64) {
	var whole, held, wholeUnnamed, heldUnnamed float64
	for _, want := range sought {
		if want.Extra {
			continue
		}
		got := 0.0
		for _, word := range words {
			got = max(got, w.Same(want.Word, word))
		}
		whole += want.Weight
		held += float64(want.Weight * got)
		if !somebody(want.Word) {
			wholeUnnamed += want.Weight
			heldUnnamed += float64(want.Weight * got)
		}
	}
	return part(held, whole), part(heldUnnamed, wholeUnnamed)
}

func part(held, whole float64) float64 {
	if whole == 0 {
		return 0
	}
	return held / whole
}

// ofOthers: the person asks of themselves, by "me" or by what is theirs and is nobody,
// and all that a sentence holds of the question it tells of somebody else.
func (r *Reader) ofOthers(q Question, h holding, words []token, w Words) bool {
	own := false
	for _, word := range q.Rest {
		if word == "he" || word == "she" || w.Name(bareWord(word)) || r.in("somebody", bareWord(word)) {
			return false
		}
		own = own || word == "me" || word == "i" || word == "my"
	}
	return own && len(h.hits) > 0 && !slices.ContainsFunc(h.hits, func(at int) bool { return !r.clauseOfOther(words, at) })
}

// clauseOfOther: the clause in which a word stands has "he" or "she" in it, or goes on
// from one that has, and nothing of the person.
func (r *Reader) clauseOfOther(words []token, at int) bool {
	from, to := at, at
	ends := func(i int) bool { return strings.HasSuffix(words[i].raw, ",") || strings.HasSuffix(words[i].raw, ";") }
	for to+1 < len(words) && words[to+1].sentence == words[at].sentence && !ends(to) {
		to++
	}
	for {
		for from > 0 && words[from-1].sentence == words[at].sentence && !ends(from-1) {
			from--
		}
		third := false
		for _, t := range words[from : to+1] {
			who := strings.SplitN(t.word, "'", 2)[0]
			if r.in("mine", who) {
				return false
			}
			third = third || who == "he" || who == "she" || who == "his" || who == "hes" || who == "shes"
		}
		if third || from == 0 || words[from-1].sentence != words[at].sentence {
			return third
		}
		to, from = from-1, from-1
	}
}
