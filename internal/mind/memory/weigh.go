package memory

import (
	"slices"
	"time"

	"samantha"
)

// weighing ranks the memories that match a question.
type weighing struct {
	x          *Index
	q          Question
	raw        []scored // by words and what stands beside
	most, full float64  // of raw, of encounters
	ranges     []span
	when, list bool
	now        bool            // how something is now
	surely     bool            // and it says so in a word
	outdated   map[int32]bool  // if so
	replaced   map[int32]int32 // if so, what she knows to stand in place of what
	instead    map[int32]int32 // what stands in place of what
}

func (x *Index) weigh(q Question, ranges []span) *weighing {
	tongue := x.lore.tongue(q.Text)
	w := &weighing{x: x, q: q, ranges: ranges, when: tongue.asksWhen(q.Text), list: tongue.gather.asksList(q.Text), outdated: map[int32]bool{}, replaced: map[int32]int32{}, instead: map[int32]int32{}}
	w.now, w.surely = x.asksNow(q, tongue)
	w.notNow()
	docs := x.candidates(q)
	w.raw = make([]scored, 0, len(docs))
	for _, doc := range docs {
		score := x.beside(doc)
		w.raw = append(w.raw, scored{doc, score})
		w.most = max(w.most, score)
	}
	for _, met := range x.met.touched {
		w.full = max(w.full, x.met.score[met])
	}
	return w
}

// asksNow reports whether a question is after how something is; what it is about does
// not tell.
func (x *Index) asksNow(q Question, t *tongue) (now, surely bool) {
	if q.Asked == "" {
		return t.renew.asksNow(q.Text)
	}
	return x.lore.tongue(q.Asked).renew.asksNow(q.Asked)
}

// notNow notes what held once, and what holds instead, if that is what is asked.
func (w *weighing) notNow() {
	if !w.now {
		return
	}
	for _, id := range w.q.Outdated {
		if doc, ok := w.x.place[id]; ok {
			w.outdated[doc] = true
		}
	}
	for was, is := range w.q.Replaced {
		doc, ok := w.x.place[was]
		if later, still := w.x.place[is]; ok && still && later > doc {
			w.replaced[doc] = later
		}
	}
}

// mostCandidates bounds what is looked at closely: in a long life a question in
// common words matches nearly everything a little.
const mostCandidates = 4000

// candidates are the memories that hold a word of the question, and those that
// answer one of them.
func (x *Index) candidates(q Question) []int32 {
	docs := x.tally.touched
	if len(docs) > mostCandidates {
		docs = nil
		for _, s := range x.tally.strongest(mostCandidates) {
			docs = append(docs, s.doc)
		}
	}
	docs = append(make([]int32, 0, 2*len(docs)), docs...)
	for _, doc := range docs {
		if next := doc + 1; x.answer(next) && x.tally.found[next] == 0 {
			docs = append(docs, next)
		}
	}
	for _, doc := range docs {
		if on := doc + 2; int(on) < len(x.marks) && x.carries(on) && x.tally.found[on] == 0 {
			docs = append(docs, on)
		}
	}
	for id := range q.Meaning {
		if doc, ok := x.place[id]; ok {
			docs = append(docs, doc)
		}
	}
	if q.Wide {
		docs = append(docs, x.bestMet()...)
	}
	slices.Sort(docs)
	docs = slices.Compact(docs)
	if q.Renew && !x.lore.asksAsked(q.Text) {
		docs = slices.DeleteFunc(docs, func(doc int32) bool { return x.marks[doc].wants })
	}
	return docs
}

// How many encounters are taken in whole, and how much of a long one.
const (
	wideEncounters = 8
	wideMemories   = 200
)

// bestMet are the memories of the encounters that match best.
func (x *Index) bestMet() []int32 {
	best := newTop(wideEncounters)
	for _, met := range x.met.touched {
		best.offer(scored{met, x.met.score[met]})
	}
	var docs []int32
	for _, s := range best.list {
		from := x.encounters[s.doc].first
		for doc := from; int(doc) < len(x.marks) && doc < from+wideMemories && x.marks[doc].encounter == s.doc; doc++ {
			if x.memories[doc].ID != "" {
				docs = append(docs, doc)
			}
		}
	}
	return docs
}

// answer reports whether a memory answers the one before it.
func (x *Index) answer(doc int32) bool { return int(doc) < len(x.marks) && x.marks[doc].answers }

// beside is what a memory's own words score, and those around it.
func (x *Index) beside(doc int32) float64 {
	score := x.tally.score[doc]
	if x.answer(doc) {
		score += float64(fromQuestion * x.tally.score[doc-1])
	}
	before := fromBeforeIt
	if x.carries(doc) {
		before = fromCarried
	}
	return score + float64(before*x.near(doc, -2)) + float64(fromNext*x.near(doc, 1))
}

// shortAsk is how many words, small ones apart, a question has at most that only
// asks on: "A door. Where?"
const shortAsk = 2

// carries reports whether a memory goes on with what the same side said before it was
// asked on: "Dad's getting a place." "Where?" "Dartmouth."
func (x *Index) carries(doc int32) bool { return x.marks[doc].carries }

// resumes: so does a memory that is taken in at a place and answers the one before.
func (x *Index) resumes(m samantha.Memory, k mark, at int) bool {
	return x.marks[at-2].encounter == k.encounter && len(x.own[at-1]) <= shortAsk && x.memories[at-2].By == m.By
}

// near is what the words of a memory some places away score, if it is of the
// same encounter.
func (x *Index) near(doc int32, away int) float64 {
	at := int(doc) + away
	if at < 0 || at >= len(x.marks) || x.marks[at].encounter != x.marks[doc].encounter {
		return 0
	}
	return x.tally.score[at]
}

// best are the n best, highest first, equal ones newest first.
func (w *weighing) best(n int) []scored {
	top := newTop(n)
	for _, r := range w.raw {
		top.offer(scored{r.doc, w.score(r)})
	}
	return top.list
}

// score is one memory's, all in all.
func (w *weighing) score(r scored) float64 {
	m := w.x.marks[r.doc]
	encounter, owner := fromEncounter, fromOwner
	if w.list {
		encounter, owner = listEncounter, listOwner
	}
	score := share(r.score, w.most) + float64(encounter*share(w.x.met.score[m.encounter], w.full))
	if w.q.Owner != "" && w.x.memories[r.doc].By == w.q.Owner {
		score += owner
	}
	if w.when && m.timed {
		score += fromTime
	}
	if m.onlyAsks {
		score -= forAsking
	}
	if w.outdated[r.doc] {
		score -= forOutdated
	}
	if len(w.ranges) > 0 && w.inRange(r.doc) {
		score += fromRange
	}
	if w.q.Meaning != nil {
		score += float64(fromMeaning * w.q.Meaning[w.x.memories[r.doc].ID])
	}
	return score
}

func share(part, whole float64) float64 {
	if whole == 0 {
		return 0
	}
	return part / whole
}

// inRange: it was said, or is about, when the question says.
func (w *weighing) inRange(doc int32) bool {
	return slices.ContainsFunc(w.ranges, func(s span) bool {
		return s.holds(w.x.memories[doc].At) ||
			slices.ContainsFunc(w.x.about[doc], func(about span) bool { return within(about, s) })
	})
}

// within: a time spoken of lies in a range, whole; a year is not "in May".
func within(about, s span) bool {
	return !about.from.Before(s.from) && !about.to.After(s.to)
}

// afterwards is how long after a day people still tell of it.
const afterwards = 3 * 24 * time.Hour

// ranges are the times that a question speaks of, as stretches in which
// something may have been said.
func (x *Index) ranges(q Question) []span {
	var out []span
	for _, s := range inTheirYear(q.Text, q.Times) {
		if s.to.Sub(s.from) < afterwards {
			s.to = s.to.Add(afterwards)
		}
		out = append(out, s)
	}
	if s, ok := x.when(q.Text); ok {
		out = append(out, s)
	}
	return out
}
