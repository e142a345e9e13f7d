package answers

import (
	"samantha/internal/bench/lives"
	"samantha/internal/bench/recall"
)

// searchBox is what she must do better than: a search over a life that gives the first
// it finds, word for word, whether it answers or not. It ranks by the strongest of the
// anchors of package recall.
type searchBox struct {
	life *lives.Life
	rank func(q *lives.Question) []int
}

func newSearchBox(l *lives.Life) searchBox { return searchBox{l, recall.Expanded(l)} }

// give is the first turn of the person's that was there when it was asked.
func (b searchBox) give(q *lives.Question) given {
	for _, i := range b.rank(q) {
		t := b.life.Turns[i]
		if t.Speaker == b.life.Speakers[0] && t.Origin == "" && t.At.Before(q.AskedAt) {
			return given{said: key(t.Text), claims: true}
		}
	}
	return given{none: true}
}
