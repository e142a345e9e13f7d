package memory

import (
	"slices"
	"strings"

	"samantha"
)

// How the nearest telling is found: what stands right beside it counts for less than
// what it holds itself, and a word that was never told for less than one that was.
const (
	besideNear  = 0.5
	unknownNear = 0.5
	kindNear    = 0.1 // for having the time or the number that is asked for
	elsewhen    = 0.4 // for being of another time than the one asked for
	// leastNear is how much of a rare word it must hold itself.
	leastNear = 0.4
)

// Nearest is the telling of the person's that holds most of what a question asks,
// though not all of it, and how much, 0..1; 0 if none comes near. Of equal ones it is
// the newest. A question after a number has an answer with a number in it or none.
func (x *Index) Nearest(q Question, forms func(string) []string) (samantha.Memory, float64) {
	asked := x.askedFor(q.Text, forms)
	w := &weighing{x: x, q: q, ranges: x.ranges(q)}
	holds := map[int32]held{}
	var docs []int32
	var whole float64
	for i, a := range asked {
		if len(a.docs)+len(a.alike) == 0 {
			asked[i].weight *= unknownNear
		}
		whole += asked[i].weight
		docs = a.mark(holds, i, docs)
	}
	slices.Sort(docs)
	var best samantha.Memory
	most := 0.0
	for _, doc := range docs {
		if near := w.nearness(doc, asked, holds, whole); near >= most && near > 0 {
			best, most = x.memories[doc], near
		}
	}
	return best, samantha.Round(min(1, most))
}

// nearness is how much of a question a memory holds, with what stands beside it.
func (w *weighing) nearness(doc int32, asked []askedWord, holds map[int32]held, whole float64) float64 {
	x, question := w.x, w.q.Text
	m := x.memories[doc]
	if !x.theirs(doc) || !x.marks[doc].tells() || !x.lore.HasAmount(question, m.Text) || x.lore.Another(question, m.Text) || !x.lore.Places(question, m.Text) || !x.lore.ofThing(question, m.Text) {
		return 0
	}
	own := holds[doc].weigh(asked)
	if own < float64(leastNear*rarity(1, x.Len())) {
		return 0
	}
	beside := held{any: x.heldBeside(doc, holds) &^ holds[doc].any}
	near := share(own+float64(besideNear*beside.weigh(asked)), whole)
	if x.answersKind(doc, question) {
		near += kindNear
	}
	if len(w.ranges) > 0 && !w.inRange(doc) && !w.names(m.Text) {
		near *= elsewhen
	}
	return near
}

// asksPresent: a question is after how something is, and not after how it was.
func (l *Lore) asksPresent(question string) bool {
	return hasAny(question, l.frame.present) && !hasAny(question, l.hers().renew.past)
}

// OfOwnLife: a question is after something of the person's life, of theirs or of people
// they told of, and not after what anybody thinks of it.
func (l *Lore) OfOwnLife(question string, people []string) bool {
	if l.AsksHer(question) {
		return false
	}
	if hasAny(question, l.frame.selves) {
		return true
	}
	return slices.ContainsFunc(people, func(name string) bool { return l.Names(question, name) })
}

// Names: a text names somebody, or says what is theirs: "mum's", "mums".
func (l *Lore) Names(text, name string) bool {
	t := " " + key(text) + " "
	name = key(name)
	return strings.Contains(t, " "+name+" ") || strings.Contains(t, " "+name+"s ")
}

// AsksHer: a question is put to her, or wants an opinion.
func (l *Lore) AsksHer(question string) bool { return hasAny(question, l.frame.hers) }

// names: a text has the word in it by which the question names a time: "easter".
func (w *weighing) names(text string) bool {
	return slices.ContainsFunc(w.q.Times, func(t samantha.When) bool {
		words := strings.Fields(t.Text)
		return len(words) > 0 && hasAny(text, map[string]bool{strings.ToLower(words[len(words)-1]): true})
	})
}

// ofThing: a text has what a question calls "the car" or "my dog", or is of something
// else: what was bought is no answer to when the car was.
func (l *Lore) ofThing(question, text string) bool {
	words := strings.Fields(key(question))
	for i, w := range words {
		if w != "the" && w != "my" && w != "our" {
			continue
		}
		at := i + 1
		for at < len(words)-1 && l.frame.sorts[words[at]] {
			at++
		}
		if at < len(words) && !l.hers().covers(text, words[at:at+1]) {
			return false
		}
	}
	return true
}
