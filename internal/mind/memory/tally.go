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

// best are the n highest scores, highest first, equal ones newest first.
func (t *tally) best(n int) []scored {
	top := make([]scored, 0, n+1)
	for _, doc := range t.touched {
		s := scored{doc, samantha.Round(t.score[doc])}
		if len(top) == n && !before(s, top[n-1]) {
			continue
		}
		at, _ := slices.BinarySearchFunc(top, s, order)
		top = slices.Insert(top, at, s)
		top = top[:min(len(top), n)]
	}
	return top
}

func before(a, b scored) bool { return order(a, b) < 0 }

// order puts the higher score first, and the newer memory of two equal ones.
func order(a, b scored) int {
	return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(b.doc, a.doc))
}
