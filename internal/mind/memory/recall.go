package memory

import (
	"math"
	"slices"

	"samantha"
)

// The two constants of BM25 for short texts (Robertson and Zaragoza 2009; on
// utterances smaller ones do better than the textbook's 1.2 and 0.75).
const (
	k1 = 0.9
	b  = 0.4
)

// What counts besides a memory's own words. Each is a share of the best match,
// found on long conversations with known answers (`bench recall`); the surface
// is flat, so they are round.
const (
	fromQuestion  = 1.0 // of the question it answers: "Where did you grow up?" "In Ghent."
	fromBeforeIt  = 0.1 // of what was said before that
	fromCarried   = 0.4 // of it, if that was a mere "And then?"
	fromNext      = 0.2 // of what was said next
	fromEncounter = 0.6 // of the encounter it belongs to
	fromOwner     = 0.2 // said by whom the question is about
	fromTime      = 0.2 // a time is asked for, and it speaks of one
	fromRange     = 0.5 // it was said, or is about, when the question says
	fromMeaning   = 0.5 // of what a search by meaning says, if there is one
	fromTurn      = 0.1 // it says that something is otherwise now, and that is asked
	forAsking     = 0.2 // taken off a memory that only asks
	asAlike       = 0.5 // for a word that means about the same as the one asked
	forOutdated   = 0.5 // taken off one that held once, if a question asks how it is now
)

// A list is gathered from many encounters, by person more than by encounter.
const (
	listEncounter = 0.3
	listOwner     = 0.4
)

// Question is something to be recalled.
type Question struct {
	Asked  string // all of what was asked, where Text is only what it is about; "": Text is all
	Text   string
	Owner  samantha.Origin // whose words would answer it; "" if it does not say
	Times  []samantha.When // times it speaks of
	People []string        // of whom the person told, by name
	// Outdated are memories that told what held once and does not now.
	Outdated []samantha.ID
	// Replaced are memories that told what held once, each with the one that told what
	// holds instead.
	Replaced map[samantha.ID]samantha.ID
	// Wide takes in all memories of the encounters that match best, also those
	// without a word of the question.
	Wide bool
	// Renew puts what was said later before what it replaces, as is due where
	// something is asked.
	Renew bool
	// Meaning is what a search by meaning found, 0..1; its memories are weighed
	// with those that the words find. Nil: there is no such search.
	Meaning map[samantha.ID]float64
}

// Hit is a memory that answers a question, and how well.
type Hit struct {
	samantha.Memory
	Score float64 // relative to the best hit: 0..1
	Share float64 // how much of the question's weight its own words hold, or those it replaces: 0..1
	Asked float64 // how much the question holds that it answers: "In Ghent." to "Where did you grow up?"
}

// Glimpse is a hit as something that may come back unasked.
func (x *Index) Glimpse(h Hit) Glimpse {
	m := x.marks[x.place[h.ID]]
	return Glimpse{ID: h.ID, At: h.At, Share: h.Share, Felt: float64(m.felt), Valence: float64(m.valence)}
}

// Recall ranks memories by a question and returns at most n, best first, equal
// ones newest first. Every one of them holds a word of the question, or answers
// one who asked with such a word.
func (x *Index) Recall(q Question, n int) []Hit {
	ranges := x.ranges(q) // first: it may ask for something else
	weight := x.match(q.Text)
	w := x.weigh(q, ranges)
	top := w.best(n)
	if q.Renew {
		top = w.renewed(top)
	}
	top = top[:min(n, len(top))]
	hits := make([]Hit, len(top))
	for i, t := range top {
		hits[i] = Hit{
			Memory: x.memories[t.doc],
			Score:  samantha.Round(share(max(0, t.score), top[0].score)),
			Share:  samantha.Round(share(x.tally.found[t.doc], weight)),
		}
		if was, ok := w.instead[t.doc]; ok { // it answers what that one answered
			hits[i].Share = max(hits[i].Share, samantha.Round(share(x.tally.found[was], weight)))
		}
		if x.answer(t.doc) {
			hits[i].Asked = samantha.Round(share(x.tally.found[t.doc-1], weight))
		}
	}
	return hits
}

// match tallies memories and encounters by the words of a question, and returns
// its whole weight.
func (x *Index) match(text string) (weight float64) {
	x.tally.begin(len(x.memories))
	x.met.begin(len(x.encounters))
	wanted := x.words.find(text)
	mean := float64(x.total) / float64(max(1, x.Len()))
	for _, w := range wanted {
		weight += x.matchOne(w, mean)
	}
	mean = float64(x.total) / float64(max(1, len(x.encounters)))
	for _, w := range wanted {
		if w.list == nil {
			continue
		}
		idf := rarity(len(w.list.encounters), len(x.encounters))
		for _, p := range w.list.encounters {
			x.met.add(p.at, float64(idf*saturate(p.times, x.encounters[p.at].length, mean)), idf)
		}
	}
	return weight
}

// matchOne tallies the memories with one stem of a question, and those with a word
// that means about the same, and returns what it weighs.
func (x *Index) matchOne(w wanted, mean float64) (weight float64) {
	if w.list != nil {
		weight = rarity(len(w.list.memories), x.Len())
		for _, p := range w.list.memories {
			x.tally.add(p.at, float64(weight*saturate(p.times, x.marks[p.at].length, mean)), weight)
		}
	}
	for i, list := range w.alike {
		idf := asAlike * rarity(len(list.memories), x.Len())
		for _, p := range list.memories {
			if !w.holds(p.at, i) {
				x.tally.add(p.at, float64(idf*saturate(p.times, x.marks[p.at].length, mean)), idf)
			}
		}
		if w.list == nil {
			weight = max(weight, rarity(len(list.memories), x.Len()))
		}
	}
	if weight == 0 {
		weight = rarity(0, x.Len())
	}
	return weight
}

// holds: a memory holds the stem itself, or one of the first n words that mean
// about the same.
func (w wanted) holds(doc int32, n int) bool {
	return w.list != nil && w.list.has(doc) || slices.ContainsFunc(w.alike[:n], func(l *stemList) bool { return l.has(doc) })
}

// rarity is the weight of a stem that stands in some of n places.
func rarity(some, n int) float64 {
	return math.Log1p((float64(n-some) + 0.5) / (float64(some) + 0.5))
}

// saturate is how much a stem counts in one place, long ones discounted.
func saturate(times, length int32, mean float64) float64 {
	t := float64(times)
	long := 1 - b + float64(b*float64(length)/mean)
	return t * (k1 + 1) / (t + float64(k1*long))
}

// Owned is how sure she may be that what a question asks is its owner's: how
// much of what answers it best the owner said, and of themselves, 0..1. It is 1
// if the question names nobody, and 0 if nothing answers it.
func (x *Index) Owned(q Question) float64 {
	if q.Owner == "" {
		return 1
	}
	owner := q.Owner
	q.Owner = ""
	var theirs, all float64
	for _, h := range x.Recall(q, ownedBreadth) {
		weight := h.Score * h.Score * h.Score * h.Score // a weak match says little
		all += weight
		if h.By == owner {
			theirs += float64(weight * x.lore.aboutSelf(h.Text, q.Text, q.People))
		}
	}
	if all == 0 {
		return 0
	}
	return samantha.Round(theirs / all)
}

// Evidence is how much one memory holds of what is asked, counted in words that stand
// nowhere else. Unlike a share it tells a question of which the one rare word was said
// from one of which the one common word was.
func (x *Index) Evidence(question string) float64 {
	x.match(question)
	most := 0.0
	for _, doc := range x.tally.touched {
		if x.marks[doc].wants {
			continue // what they asked is no evidence
		}
		most = max(most, x.tally.found[doc])
	}
	return samantha.Round(share(most, rarity(1, x.Len())))
}

// LeastEvidence is what must be held where not every word of a question is: on the
// lives that were built with, three in four of what was never said find less, and
// one in four of what was.
const LeastEvidence = 0.6

// ownedBreadth is how many memories tell whose something is.
const ownedBreadth = 5
