package memory

import (
	"slices"
	"strings"
)

// When one memory is about the same matter as another. What they share is
// weighed by [rarity] and counted in words that stand nowhere else.
const (
	newerReach = 10   // so many of the best memories are looked at
	commonest  = 200  // a word in more memories than that ties nothing together
	mendReach  = 8    // memories after which nobody says "no, sorry" any more
	sameMatter = 0.5  // two of one matter share so much at least,
	surelySame = 1.6  // or so much that the question need not find both,
	sameShare  = 0.3  // which is so much of the shorter of them
	above      = 1e-4 // what replaces is just above what it replaces
)

// renewed puts what was said later before what it replaces: what takes back a
// word of it, what puts it right in the same breath, and, if a question asks how
// something is now, what says that it is otherwise.
func (w *weighing) renewed(best []scored) []scored {
	if w.list {
		return best
	}
	if w.now {
		w.sinceThen(best)
	}
	for i := 0; i < min(newerReach, len(best)); {
		newer, ok := w.newer(best[i].doc)
		at := slices.IndexFunc(best, func(s scored) bool { return s.doc == newer })
		if !ok || at >= 0 && at < i {
			i++
			continue // else the newer one is looked at next, since it may be replaced too
		}
		w.instead[newer] = best[i].doc
		if at >= 0 {
			best = slices.Delete(best, at, at+1)
		}
		best = slices.Insert(best, i, scored{newer, best[i].score + above})
	}
	return best
}

// sinceThen puts what says that something is otherwise now before what does not.
func (w *weighing) sinceThen(best []scored) {
	x := w.x
	for i, s := range best {
		if x.tally.found[s.doc] > 0 && x.marks[s.doc].turns {
			best[i].score += fromTurn
		}
	}
	slices.SortFunc(best, order)
}

// newer is the memory that replaces another, if one does: the one that has most
// to do with it, of equal ones the newest.
func (w *weighing) newer(doc int32) (int32, bool) {
	if later, ok := w.replaced[doc]; ok {
		return later, true
	}
	x := w.x
	stems := x.tied(doc)
	found := newTop(1)
	for _, later := range x.ties.touched {
		if w.replaces(later, doc, stems) {
			found.offer(scored{later, x.ties.score[later] + x.tally.score[later]})
		}
	}
	if len(found.list) == 0 {
		return -1, false
	}
	return found.list[0].doc, true
}

// tied tallies the memories after one by the words they share with it, and those
// that follow it at once, and returns the words that count there. To a memory count the
// words of what it answers and of what it goes on with, too.
func (x *Index) tied(doc int32) (stems []int32) {
	x.ties.begin(len(x.memories))
	for later := doc + 1; x.soon(later, doc); later++ {
		x.ties.add(later, 0, 1)
	}
	for _, stem := range x.own[doc] {
		list := x.words.lists[stem].memories
		if len(list) > commonest {
			continue
		}
		stems = append(stems, stem)
		weight := rarity(len(list), x.Len())
		from, _ := slices.BinarySearchFunc(list, doc+1, func(p posting, d int32) int { return int(p.at - d) })
		x.tieTo(list[from:], weight)
	}
	return stems
}

// tieTo adds a word to the memories that hold it, those that answer one of them, and
// those that go on with one.
func (x *Index) tieTo(list []posting, weight float64) {
	last := int32(-1)
	for _, p := range list {
		for at := p.at; at <= p.at+2 && int(at) < len(x.marks); at++ {
			if at > last && (at == p.at || at == p.at+1 && x.answer(at) || at == p.at+2 && x.carries(at)) {
				x.ties.add(at, weight, 1)
				last = at
			}
		}
	}
}

// soon reports whether a memory comes right after another, in one encounter.
func (x *Index) soon(later, doc int32) bool {
	return int(later) < len(x.marks) && later-doc <= mendReach && x.marks[later].encounter == x.marks[doc].encounter
}

// replaces reports whether a later memory replaces an earlier one of the same side.
func (w *weighing) replaces(later, doc int32, stems []int32) bool {
	x := w.x
	if x.memories[later].By != x.memories[doc].By {
		return false
	}
	m, back := x.changes(later, stems)
	switch {
	case (m.mends || m.owns) && x.soon(later, doc):
		return true
	case m.owns || back:
		return w.same(later, doc, tie{asked: 0.5, shared: 1.2, part: sameShare})
	case w.surely:
		return m.turns && w.same(later, doc, tie{asked: 0.3, shared: 1, part: 0.1})
	}
	return m.turns && w.now && w.same(later, doc, tie{asked: 0.3, shared: surelySame, part: sameShare})
}

// tie is what makes two memories be about the same matter: the later one has so much of
// what the question finds in the older, and they share something; or they share so much,
// and it is such a part of the shorter of them, that the question need not find it.
type tie struct{ asked, shared, part float64 }

// changes are the marks by which a memory, or what it goes on with, changes what was
// said before it, and whether it takes one of some words back.
func (x *Index) changes(doc int32, stems []int32) (m mark, back bool) {
	m, back = x.marks[doc], x.takesBack(doc, stems)
	if x.carries(doc) {
		on := x.marks[doc-2]
		m.owns, m.turns = m.owns || on.owns, m.turns || on.turns
		back = back || x.takesBack(doc-2, stems)
	}
	return m, back
}

// same reports whether two memories are about the same matter.
func (w *weighing) same(later, doc int32, t tie) bool {
	x := w.x
	shared, asked, rarest := x.ties.score[later], x.beside(later), rarity(1, x.Len())
	if shared >= float64(sameMatter*rarest) && asked > 0 && asked >= float64(t.asked*x.beside(doc)) {
		return true
	}
	return shared >= float64(t.shared*rarest) && shared >= float64(t.part*min(x.heft(doc), x.heft(later)))
}

// heft is the rarity of all words of a memory.
func (x *Index) heft(doc int32) float64 {
	sum := 0.0
	for _, n := range x.own[doc] {
		sum += rarity(len(x.words.lists[n].memories), x.Len())
	}
	return sum
}

// takesBack reports whether a memory takes one of the words back.
func (x *Index) takesBack(doc int32, stems []int32) bool {
	return slices.ContainsFunc(x.denied[doc], func(n int32) bool { return slices.Contains(stems, n) })
}

// renewing notes by which words a text replaces what was said before it.
func (m *mark) renewing(text string, r *renewing) {
	k := key(text)
	m.mends, m.owns, m.turns = m.mends || r.mend(k), r.owns.in(k), r.turns.in(k)
}

// denies puts down what a memory takes back.
func (x *Index) denies(doc int32, text string) {
	tongue := x.marks[doc].tongue
	words := x.lore.tongues[tongue].renew.denied(text)
	if len(words) == 0 {
		return
	}
	if stems := x.words.numbers(strings.Join(words, " "), tongue); stems != nil {
		x.denied[doc] = stems
	}
}
