package memory

import (
	"slices"
	"strings"
)

// When one memory is about the same matter as another. Weights are sums of
// [rarity]: a word of one memory in a few hundred weighs about 5.
const (
	newerReach = 8    // so many of the best memories are looked at
	commonest  = 400  // a word in more memories than that ties nothing together
	mendReach  = 8    // memories after which nobody says "no, sorry" any more
	sameAsked  = 0.3  // the newer one has so much of what the question finds in the older
	sameMatter = 3.0  // and shares so much with it,
	surelySame = 9.0  // or shares so much that the question need not find it,
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
	asksNow := w.x.lore.tongue(w.q.Text).renew.asksNow(w.q.Text)
	for i := 0; i < min(newerReach, len(best)); i++ {
		newer, ok := w.newer(best[i].doc, asksNow)
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
		best = slices.Insert(best, i, scored{newer, best[i].score + above})
	}
	return best
}

// newer is the memory that replaces another, if one does: the one that has most
// to do with it, of equal ones the newest.
func (w *weighing) newer(doc int32, asksNow bool) (int32, bool) {
	x := w.x
	found, most := int32(-1), 0.0
	for later, common := range x.common(doc) {
		tie := common.weight + x.tally.score[later]
		if x.memories[later].By != x.memories[doc].By || tie < most || tie == most && later < found {
			continue
		}
		if w.replaces(later, doc, common, asksNow) {
			found, most = later, tie
		}
	}
	return found, found >= 0
}

// replaces reports whether a later memory replaces an earlier one.
func (w *weighing) replaces(later, doc int32, common common, asksNow bool) bool {
	x := w.x
	soon := later-doc <= mendReach && x.marks[later].encounter == x.marks[doc].encounter
	same := w.same(later, doc, common)
	if !soon && !same {
		return false
	}
	text, renew := x.memories[later].Text, &x.lore.tongues[x.marks[later].tongue].renew
	return soon && renew.mend(text) || same && (asksNow && renew.turn(text) || x.takesBack(later, common.stems))
}

// same reports whether two memories are about the same matter.
func (w *weighing) same(later, doc int32, common common) bool {
	x := w.x
	if common.weight >= sameMatter && x.tally.score[later] >= float64(sameAsked*x.tally.score[doc]) && x.tally.score[later] > 0 {
		return true
	}
	return common.weight >= surelySame && common.weight >= float64(sameShare*min(x.heft(doc), x.heft(later)))
}

// heft is the rarity of all words of a memory.
func (x *Index) heft(doc int32) float64 {
	sum := 0.0
	for _, n := range x.stems(doc) {
		sum += rarity(len(x.words.lists[n].memories), len(x.memories))
	}
	return sum
}

// common is what a later memory has in common with an earlier one.
type common struct {
	stems  []int32
	weight float64
}

// common are the memories after one that share a word with it, and those that
// follow it at once.
func (x *Index) common(doc int32) map[int32]common {
	out := map[int32]common{}
	for later := doc + 1; int(later) < len(x.marks) && later <= doc+mendReach; later++ {
		out[later] = common{}
	}
	for _, stem := range x.stems(doc) {
		list := x.words.lists[stem].memories
		if len(list) > commonest {
			continue
		}
		weight := rarity(len(list), len(x.memories))
		from, _ := slices.BinarySearchFunc(list, doc+1, func(p posting, d int32) int { return int(p.at - d) })
		for _, p := range list[from:] {
			s := out[p.at]
			out[p.at] = common{append(s.stems, stem), s.weight + weight}
		}
	}
	return out
}

// takesBack reports whether a memory takes one of the words back.
func (x *Index) takesBack(doc int32, stems []int32) bool {
	tongue := x.marks[doc].tongue
	denied := x.lore.tongues[tongue].renew.denied(x.memories[doc].Text)
	return slices.ContainsFunc(x.words.numbers(strings.Join(denied, " "), tongue), func(n int32) bool { return slices.Contains(stems, n) })
}
