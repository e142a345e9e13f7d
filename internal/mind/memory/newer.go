package memory

import (
	"slices"
	"strings"

	"samantha"
)

// When one memory is about the same matter as another. What they share is
// weighed by [rarity] and counted in words that stand nowhere else.
const (
	newerReach = 8    // so many of the best memories are looked at
	commonest  = 200  // a word in more memories than that ties nothing together
	mendReach  = 8    // memories after which nobody says "no, sorry" any more
	sameAsked  = 0.3  // the newer one has so much of what the question finds in the older
	sameMatter = 0.5  // and shares so much with it,
	surelySame = 1.6  // or shares so much that the question need not find it,
	sameOwned  = 1.2  // or only so much, if the newer one says that the older was not so;
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
	for i := 0; i < min(newerReach, len(best)); i++ {
		newer, ok := w.newer(best[i].doc)
		if !ok {
			continue
		}
		at := slices.IndexFunc(best, func(s scored) bool { return s.doc == newer })
		if at >= 0 && at < i {
			continue
		}
		if at >= 0 {
			best = slices.Delete(best, at, at+1)
		}
		w.instead[newer] = best[i].doc
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
	x := w.x
	stems := x.tied(doc)
	found, most := int32(-1), 0.0
	for _, later := range x.ties.touched {
		tie := samantha.Round(x.ties.score[later] + x.tally.score[later])
		if x.memories[later].By != x.memories[doc].By || tie < most || tie == most && later < found {
			continue
		}
		if w.replaces(later, doc, stems) {
			found, most = later, tie
		}
	}
	return found, found >= 0
}

// tied tallies the memories after one by the words they share with it, and those
// that follow it at once, and returns the words that count there.
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
		for _, p := range list[from:] {
			x.ties.add(p.at, weight, 1)
		}
	}
	return stems
}

// soon reports whether a memory comes right after another, in one encounter.
func (x *Index) soon(later, doc int32) bool {
	return int(later) < len(x.marks) && later-doc <= mendReach && x.marks[later].encounter == x.marks[doc].encounter
}

// replaces reports whether a later memory replaces an earlier one.
func (w *weighing) replaces(later, doc int32, stems []int32) bool {
	x := w.x
	soon, same := x.soon(later, doc), w.same(later, doc, surelySame)
	m := x.marks[later]
	if soon && m.mends || same && w.now && m.turns {
		return true
	}
	return (same || w.same(later, doc, sameOwned)) && (x.takesBack(later, stems) || m.owns)
}

// same reports whether two memories are about the same matter: they share what the
// question finds, or so much at least.
func (w *weighing) same(later, doc int32, least float64) bool {
	x := w.x
	shared, asked, rarest := x.ties.score[later], x.tally.score[later], rarity(1, x.Len())
	if shared >= float64(sameMatter*rarest) && asked > 0 && asked >= float64(sameAsked*x.tally.score[doc]) {
		return true
	}
	return shared >= float64(least*rarest) && shared >= float64(sameShare*min(x.heft(doc), x.heft(later)))
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
	m.mends = m.mends || r.mend(text)
	m.owns, m.turns = r.own(text), r.turn(text)
}

// denies puts down what a memory takes back.
func (x *Index) denies(doc int32, text string) {
	tongue := x.marks[doc].tongue
	words := x.lore.tongues[tongue].renew.denied(text)
	if stems := x.words.numbers(strings.Join(words, " "), tongue); stems != nil {
		x.denied[doc] = stems
	}
}
