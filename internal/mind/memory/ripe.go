package memory

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"samantha"
)

// How often she comes back to a thread at most, how long after the first time,
// and how long after its time it is too late.
const (
	mostBack  = 2
	restsBack = 2 * 24 * time.Hour
	lateBack  = 30 * 24 * time.Hour
	lateWorry = 7 * 24 * time.Hour
)

// OfThread reports whether something was told of a thread: where it was opened, or
// where it was said what became of it. It has its own time to come back.
func (s *State) OfThread(told samantha.ID) bool {
	return slices.ContainsFunc(samantha.Newest(s.Threads, mostOpen), func(t Thread) bool {
		spoken := func(b Became) bool { return b.By == told.Event() }
		return t.Told() == told.Event() || slices.ContainsFunc(t.Became, spoken)
	})
}

// OfTheDead reports whether a text speaks of somebody who has died.
func (s *State) OfTheDead(text string) bool {
	return slices.ContainsFunc(s.folk(), func(p *Somebody) bool {
		return p.Died != "" && slices.ContainsFunc(p.words(), func(w string) bool { return speaksOf(text, w) })
	})
}

// Knows reports whether a word is the name or the kinship of somebody spoken of, or
// one that they used before.
func (s *State) Knows(word string) bool {
	named := func(t Topic) bool { return Same(t.Name, word) }
	return slices.ContainsFunc(s.folk(), func(p *Somebody) bool { return p.answersTo(word) }) ||
		slices.ContainsFunc(s.Topics, named) ||
		slices.ContainsFunc(s.Odd, func(o Odd) bool { return Same(o.Word, word) })
}

// Both are a thread and, if it is about another, that one.
func (s *State) Both(id samantha.ID) []samantha.ID {
	ids := []samantha.ID{id}
	if t := s.thread(id); t != nil && t.Like != "" {
		ids = append(ids, t.Like)
	}
	return ids
}

// Ripe are the open threads that she may come back to now, best first: her
// promise, a worry, what came due, a question, a hope; of these the newest.
// Nothing that was opened since is ripe but a promise of hers.
func (s *State) Ripe(now, since time.Time) []Thread {
	var ripe []Thread
	for _, t := range s.OpenLately() {
		if t.isRipe(now, since) {
			ripe = append(ripe, t)
		}
	}
	slices.SortFunc(ripe, func(a, b Thread) int {
		return cmp.Or(cmp.Compare(b.weight(), a.weight()), b.Back.Compare(*a.Back), strings.Compare(string(a.ID), string(b.ID)))
	})
	return ripe
}

func (t Thread) isRipe(now, since time.Time) bool {
	if t.Back == nil || t.Back.After(now) || t.Thing == "" && t.Like == "" && t.Whose != Herself {
		return false
	}
	late := lateBack
	if t.Kind == samantha.ThreadWorry && t.Due == nil || t.Whose == Herself {
		late = lateWorry
	}
	if t.Whose == Herself && t.Kind == samantha.ThreadPromise {
		return len(t.Came) == 0
	}
	if now.Sub(*t.Back) > late || !t.At.Before(since) || len(t.Came) >= t.times() {
		return false
	}
	return len(t.Came) == 0 || now.Sub(t.Came[len(t.Came)-1].At) >= restsBack
}

// times is how often she comes back to it at most.
func (t Thread) times() int {
	if kept(t.Kind) {
		return mostBack
	}
	return 1
}

func (t Thread) weight() int {
	switch {
	case t.Whose == Herself && t.Kind == samantha.ThreadQuestion: // it can wait, and need not come at all
		return 0
	case t.Whose == Herself:
		return 5
	case t.Kind == samantha.ThreadWorry: // it has one chance, and soon
		return 4
	case kept(t.Kind):
		return 3
	case t.Kind == samantha.ThreadQuestion:
		return 2
	}
	return 1
}
