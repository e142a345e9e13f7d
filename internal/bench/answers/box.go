package answers

import (
	"samantha/internal/bench/lives"
	"samantha/internal/bench/recall"
)

// searchBox is what she must do better than: a search over what she was told that gives
// the first it finds, word for word, whether it answers or not. It ranks by the strongest
// of the anchors of package recall.
type searchBox struct {
	turns []lives.Turn
	rank  func(q *lives.Question) []int
}

func newSearchBox(l *lives.Life) searchBox {
	told := lives.Life{Speakers: l.Speakers}
	for i := range l.Turns {
		if tells(l, &l.Turns[i]) {
			told.Turns = append(told.Turns, l.Turns[i])
		}
	}
	return searchBox{told.Turns, recall.Expanded(&told)}
}

// give is the first it finds that was told before the question.
func (b searchBox) give(q *lives.Question) given {
	for _, i := range b.rank(q) {
		if b.turns[i].At.Before(q.AskedAt) {
			return given{said: key(b.turns[i].Text), claims: true}
		}
	}
	return given{none: true}
}
