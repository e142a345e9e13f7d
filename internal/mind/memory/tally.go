package memory

import (
	"cmp"
	"slices"

	"samantha"
)

// tally adds up one recall. Its tables have a place for every memory and are
// kept from one recall to the next, because a question in common words touches
// most of a life.
type tally struct {
	score   []float64
	found   []float64 // weight of the question's stems that the memory holds
	touched []int32
}

// scored is a memory by its place, and its score.
type scored struct {
	doc   int32
	score float64
}

// begin clears the tables for n memories.
func (t *tally) begin(n int) {
	for _, doc := range t.touched {
		t.score[doc], t.found[doc] = 0, 0
	}
	t.touched = t.touched[:0]
	if n > len(t.score) {
		t.score = make([]float64, n+n/4)
		t.found = make([]float64, n+n/4)
	}
}

func (t *tally) add(doc int32, score, weight float64) {
	if t.found[doc] == 0 {
		t.touched = append(t.touched, doc)
	}
	t.score[doc] += score
	t.found[doc] += weight
}

// strongest are the n that hold most of the question's words, in no order.
func (t *tally) strongest(n int) []scored {
	all := make([]scored, len(t.touched))
	for i, doc := range t.touched {
		all[i] = scored{doc, samantha.Round(t.score[doc])}
	}
	n = min(n, len(all))
	bring(all, n)
	return all[:n]
}

// bring brings the n best to the front and sorts neither them nor the rest (Hoare,
// "Algorithm 65: Find", 1961): a question in common words touches most of a life.
func bring(all []scored, n int) {
	for n > 0 && n < len(all) {
		at := part(all)
		if at >= n {
			all = all[:at]
			continue
		}
		all, n = all[at+1:], n-at-1
	}
}

// part puts what is better than one of them before it and the rest behind, and returns
// its place.
func part(all []scored) int {
	last := len(all) - 1
	all[last], all[last/2] = all[last/2], all[last]
	at := 0
	for i, s := range all[:last] {
		if order(s, all[last]) < 0 {
			all[at], all[i] = s, all[at]
			at++
		}
	}
	all[at], all[last] = all[last], all[at]
	return at
}

// top keeps the n best of what it is offered, highest first, equal ones newest
// first.
type top struct {
	n    int
	list []scored
}

func newTop(n int) *top { return &top{n: n, list: make([]scored, 0, n+1)} }

func (t *top) offer(s scored) {
	s.score = samantha.Round(s.score)
	if len(t.list) == t.n && (t.n == 0 || order(s, t.list[t.n-1]) >= 0) {
		return
	}
	at, _ := slices.BinarySearchFunc(t.list, s, order)
	t.list = slices.Insert(t.list, at, s)
	t.list = t.list[:min(len(t.list), t.n)]
}

// order puts the higher score first, and the newer memory of two equal ones.
func order(a, b scored) int {
	return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(b.doc, a.doc))
}
