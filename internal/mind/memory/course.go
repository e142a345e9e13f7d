package memory

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"samantha"
)

// Course is how a matter went, as the person told it, oldest first: what holds all
// the words by which it is asked for, and what goes on from there in words of its
// own, as "I can read the paper again" goes on from an eye with which the paper
// could not be read. Nil if nothing of it was told.
func (x *Index) Course(matter string, forms func(string) []string) []samantha.Memory {
	var docs []int32
	for _, h := range x.Told(matter, forms) {
		docs = append(docs, h.doc)
	}
	x.match(matter)
	for _, doc := range slices.Clone(docs) {
		docs = append(docs, x.goesOn(doc)...)
	}
	slices.SortFunc(docs, func(a, b int32) int {
		return cmp.Or(x.memories[a].At.Compare(x.memories[b].At), cmp.Compare(a, b))
	})
	var told []samantha.Memory
	for _, doc := range slices.Compact(docs) {
		told = append(told, x.memories[doc])
	}
	return told
}

// goesOn are later tellings of the person's that share so much with one that they
// are about the same matter, whatever they call it.
func (x *Index) goesOn(doc int32) []int32 {
	x.tied(doc)
	rarest := rarity(1, x.Len())
	var out []int32
	for _, later := range x.ties.touched {
		need := surelySame
		switch {
		case x.comesOf(later, doc):
			need = ofItsDay
		case x.tally.found[later] > 0:
			need = ofItsWords
		}
		shared := x.ties.score[later]
		if x.theirs(later) && x.marks[later].tells() && shared >= float64(need*rarest) && (need < surelySame || shared >= float64(sameShare*min(x.heft(doc), x.heft(later)))) {
			out = append(out, later)
		}
	}
	return out
}

// How much a later telling must share with one of a matter to go on from it, like
// [surelySame]: less if it holds a word of the matter, and less still if it was told
// right after the day that the earlier one spoke of.
const (
	ofItsWords = 1.0
	ofItsDay   = 0.5
)

// comesOf: a telling comes on or right after a day to come that an earlier one spoke of.
func (x *Index) comesOf(later, doc int32) bool {
	at, told := x.memories[later].At, x.memories[doc].At
	return slices.ContainsFunc(x.about[doc], func(s span) bool {
		return s.from.After(told) && s.to.Sub(s.from) <= afterwards && !at.Before(s.from) && at.Before(s.to.Add(afterwards))
	})
}

// During are what the person told in the times that a question speaks of, or of
// them, and if there is nothing, what was told right after: the n that were felt most
// or say most, oldest first.
func (x *Index) During(q Question, n int) Gathered {
	exact := &weighing{x: x, q: q, ranges: inTheirYear(q.Text, q.Times)}
	docs := exact.theirsThen()
	if len(docs) == 0 {
		docs = (&weighing{x: x, q: q, ranges: x.ranges(q)}).theirsThen()
	}
	slices.SortStableFunc(docs, func(a, b int32) int {
		return cmp.Or(cmp.Compare(x.marks[b].felt, x.marks[a].felt), cmp.Compare(x.marks[b].length, x.marks[a].length))
	})
	g := Gathered{More: max(0, len(docs)-n)}
	docs = docs[:min(n, len(docs))]
	slices.Sort(docs)
	for _, doc := range docs {
		g.Memories = append(g.Memories, x.memories[doc])
	}
	return g
}

// theirsThen are the tellings of the person's in the times that are asked for.
func (w *weighing) theirsThen() []int32 {
	var docs []int32
	for doc := range w.x.marks {
		if at := int32(doc); len(w.ranges) > 0 && w.x.theirs(at) && w.x.marks[at].tells() && w.inRange(at) {
			docs = append(docs, at)
		}
	}
	return docs
}

// Within reports whether a memory was told in the times that a question speaks of,
// or speaks of them; and whether the question speaks of any.
func (x *Index) Within(q Question, id samantha.ID) (within, asked bool) {
	w := &weighing{x: x, q: q, ranges: x.ranges(q)}
	doc, ok := x.place[id]
	return ok && w.inRange(doc), len(w.ranges) > 0
}

// Turns are what the person told since a time of what is otherwise now, oldest
// first.
func (x *Index) Turns(since time.Time) []samantha.Memory {
	var told []samantha.Memory
	for doc, m := range x.memories {
		if at := int32(doc); x.theirs(at) && !x.marks[at].onlyAsks && !m.At.Before(since) && x.lore.turns(m.Text, x.marks[at].tongue) {
			told = append(told, m)
		}
	}
	return told
}

// turns: a text tells that something is otherwise from then on.
func (l *Lore) turns(text string, tongue int8) bool {
	said := " " + key(text) + " "
	for _, words := range l.frame.apart {
		said = strings.ReplaceAll(said, " "+words+" ", " ")
	}
	in := func(words string) bool { return strings.Contains(said, " "+words+" ") }
	return l.tongues[tongue].renew.turn(said) || slices.ContainsFunc(l.frame.turned, in)
}

// Places reports whether a text may answer a question after a place. One that asks
// where a single thing or somebody is wants a text that says so: "on the hook", and
// for somebody a place with a name, "in Malmö".
func (l *Lore) Places(question, text string) bool {
	asked := strings.Fields(l.Sought(question))
	if !strings.HasPrefix(key(question), "where ") || len(asked) != 1 {
		return true
	}
	named := len(namesIn(question)) > 0
	words := strings.FieldsFunc(text, between)
	for i, w := range words[:max(0, len(words)-1)] {
		if !slices.Contains(l.frame.into, strings.ToLower(w)) {
			continue
		}
		for _, place := range words[i+1:] {
			lower := strings.ToLower(place)
			if l.hers().stop[lower] {
				continue // "in the shed"
			}
			if lower != asked[0] && !l.hers().timed[lower] && (!named || len(namesIn("a "+place)) > 0) {
				return true
			}
			break
		}
	}
	return false
}

// Another reports whether a text tells of somebody else's what a question asks of the
// person's own: "his wrist" of "my wrist", "she lives in Leeds" of "where do I live".
func (l *Lore) Another(question, text string) bool {
	asked, said := strings.Fields(key(question)), " "+key(text)+" "
	if said := key(question) + " "; (strings.Contains(said, " do i ") || strings.Contains(said, " am i ")) && hasAny(text, l.frame.others) && !hasAny(text, l.frame.selves) {
		return true
	}
	for i, w := range asked[:max(0, len(asked)-1)] {
		thing := " " + asked[i+1] + " "
		if w != "my" && w != "our" || strings.Contains(said, " my"+thing) || strings.Contains(said, " our"+thing) {
			continue
		}
		if strings.Contains(said, " his"+thing) || strings.Contains(said, " her"+thing) || strings.Contains(said, " their"+thing) {
			return true
		}
	}
	return false
}

// Overheard is what was said in company after a moment, in its encounter, and tells
// something; oldest first.
func (x *Index) Overheard(since samantha.ID) []samantha.Memory {
	doc, ok := x.place[since]
	var told []samantha.Memory
	for at := doc + 1; ok && int(at) < len(x.marks) && x.marks[at].encounter == x.marks[doc].encounter; at++ {
		if x.memories[at].By == samantha.OriginGuest && x.marks[at].tells() {
			told = append(told, x.memories[at])
		}
	}
	return told
}

// Before is what the person told right before a moment, in its encounter.
func (x *Index) Before(id samantha.ID) (samantha.Memory, bool) {
	doc, ok := x.place[id]
	for at := doc - 1; ok && at >= 0 && x.marks[at].encounter == x.marks[doc].encounter; at-- {
		if x.theirs(at) {
			return x.memories[at], x.marks[at].tells()
		}
	}
	return samantha.Memory{}, false
}

// Timeless is a question without its times, without what only frames it: "they
// come" of "why did they not come on the 15th". It is "" for one that asks what was
// then: "what did I do in May".
func (l *Lore) Timeless(question string, times []samantha.When) string {
	q := " " + key(question) + " "
	for _, t := range times {
		q = strings.ReplaceAll(q, " "+key(t.Text)+" ", " ")
	}
	if n, ok := l.timeIn(q); ok {
		q, _, _ = strings.Cut(q, n.words)
	}
	var left []string
	for _, w := range strings.Fields(l.Weighty(q)) {
		if !l.hers().timed[w] {
			left = append(left, w)
		}
	}
	rest := strings.Join(left, " ")
	for range l.hers().content(rest) {
		return rest
	}
	return ""
}

// AsksWhy reports whether a question wants a reason.
func (l *Lore) AsksWhy(question string) bool {
	return strings.HasPrefix(key(question), "why ") || strings.HasPrefix(key(question), "and why ")
}

// Denied reports whether a text says that something is not so.
func (l *Lore) Denied(text string) bool {
	return slices.ContainsFunc(strings.Fields(key(text)), func(w string) bool { return l.frame.denies[w] })
}

// GivesReason reports whether a telling says why: with a word for it, or with more
// beside what is asked, as "the van broke down" stands beside "they didn't come".
func (l *Lore) GivesReason(text, asked string) (gives, inWords bool) {
	for _, words := range l.frame.reasons {
		if strings.Contains(" "+key(text)+" ", " "+words+" ") {
			return true, true
		}
	}
	beside := 0
	for w := range l.hers().content(text) {
		if !slices.Contains(strings.Fields(asked), w) {
			beside++
		}
	}
	return beside >= leastReason, false
}

// leastReason is how many words beside those asked may be a reason.
const leastReason = 2

// Reports reports whether a text gives back what somebody said: "Poul says the
// bridge stays".
func (l *Lore) Reports(text string, names []string) bool {
	said := " " + key(text) + " "
	for _, name := range names {
		for _, verb := range l.frame.reports {
			if strings.Contains(said, " "+key(name)+" "+verb+" ") {
				return true
			}
		}
	}
	return false
}

// ReportsAny reports whether a text gives back what anybody said.
func (l *Lore) ReportsAny(text string) bool {
	said := " " + key(text) + " "
	return slices.ContainsFunc(l.frame.reports, func(verb string) bool { return strings.Contains(said, " "+verb+" ") })
}
