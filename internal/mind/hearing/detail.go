package hearing

import (
	"math"
	"slices"

	"samantha"
)

// A thing is some words of a piece that might be the particular thing of the
// utterance, and how particular they are.
type thing struct {
	words []word
	score float64
}

// enough is how particular a thing must be to be picked up.
const enough = 0.25

// changed is how particular a change in somebody's life is: more than any
// scenery.
const changed = 3

// denies reports whether a piece says that something is not so: to say its words
// back would say the opposite.
func (e *Ear) denies(p piece) bool {
	no := e.lists["negation"]
	for i, w := range p.words {
		if no.has(w.norm) || i > 0 && no.holds(p.words[i-1].norm, w.norm) {
			return true
		}
	}
	return false
}

// detail is the particular thing of an utterance, as it stands there: what a
// friend would say back, smaller. The rarest words win, with their "in", "of"
// and "with"; what is told last wins over what leads up to it, and things win
// over people and over whoever does something.
func (u *utterance) detail() string {
	best := thing{score: enough}
	for i, p := range u.told {
		if u.ear.denies(p) {
			continue
		}
		late := 1 + float64(0.2*float64(i))/float64(max(1, len(u.told)-1))
		for _, t := range u.ear.things(p) {
			if t.score = samantha.Round(t.score * late); t.score > best.score && !u.louder(t.words) {
				best = t
			}
		}
	}
	if len(best.words) > 1 && best.words[0].norm == "that" && best.words[1].is(classPossessive) {
		best.words = best.words[1:] // "told me [that] my report was good"
	}
	return u.bare(best.words)
}

// louder: words are shouted where not all is. It is the same again: "two metres apart. TWO
// METRES".
func (u *utterance) louder(words []word) bool {
	return len(words) > 0 && shouted(u.text[words[0].from:words[len(words)-1].to]) && !shouted(u.text)
}

// things are all things of a piece, but for what somebody said.
func (e *Ear) things(p piece) []thing {
	var out []thing
	words := p.words[:e.reported(p.words)]
	for at := 0; at < len(words); {
		if n := e.change(words, at); n > 0 {
			return []thing{{words[at : at+n], changed}}
		}
		if e.acting(words, at) {
			out = append(out, e.doing(words, at))
			at++
			continue
		}
		if e.given(words, at) {
			at++
			continue
		}
		end := e.tailEnd(words, at)
		if end == at {
			at++
			continue
		}
		if from, to := e.busyIn(words, at, end); to > end {
			if from > at+1 {
				out = append(out, e.thing(words, at, from-1))
			}
			out = append(out, e.busy(words, from, to))
			at = to
			continue
		}
		out = append(out, e.thing(words, at, end))
		at = end
	}
	return out
}

// given: a "her" is whom something was given or whom they call something, not whose it
// is: "I gave her my crisps", "we called her Edie".
func (e *Ear) given(words []word, at int) bool {
	if words[at].norm != "her" || at == 0 || at+1 == len(words) || words[at+1].gap {
		return false
	}
	next := words[at+1]
	called := e.base[words[at-1].norm] == "call" && next.upper
	return words[at-1].is(classVerb) && (next.is(classDeterminer|classPossessive) || called)
}

// busyIn finds somebody at the end of some words who is told to be doing
// something: "a tunnel with [a man eating an orange]".
func (e *Ear) busyIn(words []word, at, end int) (from, to int) {
	for i := at; i < end; i++ {
		if i > at && !words[i-1].is(classPreposition) {
			continue
		}
		if to := e.busyEnd(words, i, end); to > end {
			return i, to
		}
	}
	return at, end
}

// busyEnd is the end of somebody and what they are doing, told as one: "a man
// eating an orange". It is the end of the somebody if they do nothing, or if it
// would be too long to say back.
func (e *Ear) busyEnd(words []word, at, end int) int {
	if end+1 >= len(words) || words[end].gap || !words[end].is(classIng) || words[end].is(classThing) || !words[at].is(classDeterminer) {
		return end
	}
	if s := e.sortOfThing(words[at:end]); s != "he" && s != "she" && s != "any" && s != "pet" && s != "many" {
		return end
	}
	to := e.tailEnd(words, end+1)
	if to == end+1 && words[end+1].is(classPreposition) {
		if to = e.tailEnd(words, end+2); to == end+2 {
			return end // "walking up and down" stays with the walking
		}
	}
	if to <= end+1 || to-at > slotMost {
		return end
	}
	return to
}

// busy weighs somebody with what they are doing; it is worth more than either.
func (e *Ear) busy(words []word, at, to int) thing {
	score := e.weight(words[at:to])
	if score == 0 {
		return thing{}
	}
	return thing{words[at:to], samantha.Round(score + 0.4)}
}

// change is how many words from a place on say that somebody's life changes,
// by the list "change": "my sister's [moving out] of the blue house". It is 0
// if none do, or if nobody stands before them.
func (e *Ear) change(words []word, at int) int {
	someone := func(w word) bool { return w.is(classRelation|className) || e.lists["subject"].has(w.norm) || w.upper }
	if !slices.ContainsFunc(words[:at], someone) {
		return 0
	}
	for _, phrase := range e.lists["change"].phrases[words[at].norm] {
		if stands(words, phrase, at) {
			return len(phrase)
		}
	}
	return 0
}

// reported is where "what the doctor said" begins; the end if nobody is quoted.
func (e *Ear) reported(words []word) int {
	for i, w := range words {
		if w.norm != "what" && w.norm != "whatever" {
			continue
		}
		for _, next := range words[i+1 : min(len(words), i+5)] {
			if e.lists["saying"].has(next.norm) {
				return i
			}
		}
	}
	return len(words)
}

// acting reports whether a word is a verb here. After "to", "will" and the like
// any word is, known as a verb or not, if a thing follows.
func (e *Ear) acting(words []word, at int) bool {
	w := words[at]
	if w.is(classLoose | classWhen) {
		return false
	}
	before := word{}
	if at > 0 && !w.gap {
		before = words[at-1]
	}
	if e.lists["modal"].has(before.norm) {
		return w.is(classBase) || at+1 < len(words) && words[at+1].is(classDeterminer|classPossessive|classPronoun)
	}
	if before.is(classDeterminer | classPossessive | classDegree) {
		return false
	}
	if e.does(words, at) {
		return true
	}
	if w.is(classPast | classIng) {
		return !w.is(classThing) || before.is(classPronoun)
	}
	return w.is(classBase|classThird) && (before.is(classPronoun) || !w.is(classThing) && !before.is(classPreposition))
}

// doing is a verb without what it is done to: "swimming".
func (e *Ear) doing(words []word, at int) thing {
	w := words[at]
	if w.is(classVague|classFeeling|classUnfit) || w.is(classGrave) || !w.is(classIng) {
		return thing{} // a bare verb says nothing by itself: "charge"
	}
	return thing{words[at : at+1], samantha.Round(0.6 * e.rarity(w))}
}

// bareVerb reports whether a verb stands after "to", "will" and the like.
func (e *Ear) bareVerb(words []word, at int) bool {
	return at > 0 && e.lists["modal"].has(words[at-1].norm)
}

// byPerson reports whether the person is who would do what follows: somebody
// else's "to sell the house" must not sound like an order.
func (e *Ear) byPerson(before []word) bool {
	for _, w := range slices.Backward(before) {
		switch {
		case w.norm == "i" || w.norm == "we":
			return true
		case w.is(classRelation | className), w.upper && !w.first, e.lists["subject"].has(w.norm):
			return false
		case w.is(classThird) && !w.is(classThing):
			return false // "the landlord wants to"
		}
	}
	return true
}

// thing weighs the words from at to end, with the verb before them if they are
// too little without it.
func (e *Ear) thing(words []word, at, end int) thing {
	at = e.start(words, at, end)
	if end > at+2 && end < len(words) && words[end-1].is(classNumber) && !words[end-2].is(classPreposition) && !words[end].gap {
		end-- // "the fence [three] times"
	}
	for end > at+1 && e.lists["trailer"].has(words[end-1].norm) && !words[end-2].is(classDeterminer) {
		end--
	}
	if end > at+2 && words[end-2].norm == "'s" && words[end-1].is(classVague|classFeeling) {
		end -= 2 // "Mara's late": the 's is a verb
	}
	score := e.weight(words[at:end])
	if score == 0 {
		return thing{}
	}
	if e.leads(words, at) {
		score *= 0.55
	}
	if from := e.verbBefore(words, at); from < at && e.few(words[at:end]) && end-from <= slotMost {
		verb := words[from]
		rare := e.rarity(verb)
		if verb.is(classGrave) {
			return thing{}
		}
		if rare >= 0.6 || words[at].upper && !words[at].first && at-from == 2 {
			return thing{words[from:end], samantha.Round(score + 0.2 + float64(0.3*rare))}
		}
	}
	return thing{words[at:end], samantha.Round(score)}
}

// start leaves out degrees, and what says nothing before an "of": "so", "a lot
// of", "front of".
func (e *Ear) start(words []word, at, end int) int {
	for at < end-1 && words[at].is(classDegree) {
		at++
	}
	for i := at; i < end-1 && (words[i].is(classVague) || e.content(words[i]) == 0); i++ {
		if words[i+1].norm == "of" && i+2 < end && words[i].is(classVague|classNumber) {
			return i + 2
		}
	}
	return at
}

// weight is how particular some words are together: the rarest counts in full,
// the next ones less; 0 if nothing in them is particular, or if one of them is
// too grave to be said back.
func (e *Ear) weight(words []word) float64 {
	var first, others float64
	people, content := 0, 0
	for _, w := range words {
		if w.is(classGrave) || w.lacks {
			return 0
		}
		r := e.content(w)
		if r == 0 || w.is(classNumber) { // "ten" of "ten minutes" says nothing
			continue
		}
		content++
		if w.is(classRelation|className) || w.upper && !w.first && len(words) == 1 && !w.is(classPlace) {
			people++
		}
		if r > first {
			first, r = r, first
		}
		others += r
	}
	if content == 0 {
		return 0
	}
	score := first + float64(0.3*others)
	if words[0].is(classDeterminer | classPossessive) {
		score += 0.1
	}
	if people == content {
		score *= 0.2
	}
	return samantha.Round(score)
}

// content is how much a word adds to a thing: nothing if it is empty, a mere
// feeling, or not to be said back unasked.
func (e *Ear) content(w word) float64 {
	if w.is(classNumber|classDigits) && !w.is(classPronoun) {
		return 0.3
	}
	if w.is(classLoose|classVague|classFeeling|classUnfit|classTime|classWhen) || w.norm == "'s" {
		return 0
	}
	return e.rarity(w)
}

// rarity is 0 for the thirty most common words, 1 for the rarest of the common
// ones and a little more for all others; the logarithm of their rank between
// (Zipf 1935: that is how surprise grows).
func (e *Ear) rarity(w word) float64 {
	n := e.place(w.norm)
	if n == 0 {
		return 1.1
	}
	r := math.Log(float64(n)/30) / math.Log(100)
	return samantha.Round(max(0.05, min(1, r)))
}

// leads reports whether a thing stands before the verb it is the doer of.
func (e *Ear) leads(words []word, at int) bool {
	for _, w := range words[:at] {
		if w.is(classVerb) {
			return false
		}
	}
	for _, w := range words[at:] {
		if w.is(classAuxiliary | classPast | classThird) {
			return true
		}
	}
	return false
}

// few reports whether some words hold one word of content only.
func (e *Ear) few(words []word) bool {
	n := 0
	for _, w := range words {
		if e.content(w) > 0 {
			n++
		}
	}
	return n < 2
}

// verbBefore is where the verb right before a thing stands ("redo the slides"),
// or before its preposition ("moving to Bergen"), if it is one that can be said
// without whoever does it; else the place itself.
func (e *Ear) verbBefore(words []word, at int) int {
	for back := 1; back <= 2 && back <= at; back++ {
		i := at - back
		if words[i+1].gap {
			break
		}
		if e.acting(words, i) && (words[i].is(classIng) || e.bareVerb(words, i) && e.byPerson(words[:i])) {
			return i
		}
		if !words[i].is(classPreposition) {
			break
		}
	}
	return at
}
