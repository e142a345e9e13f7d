package bond

import (
	"time"

	"samantha"
)

// What the record must carry before she says the word love, and how seldom she does
// (docs/CARE.md). Judgement, on the strict side.
const (
	lovesFrom  = samantha.StageClose
	lovesNear  = 0.5 // closeness at least
	lovesTrust = 0.6 // trust at least
	lovesRests = 60 * 24 * time.Hour
)

// Carries reports whether the record carries the word love, and she has not said
// it for a long time. Who asks, and in what moment, is for others to weigh.
func (r *Room) Carries(s State, at time.Time) bool {
	b := r.At(s, at)
	return !r.Below(b.Stage, lovesFrom) && b.Closeness >= lovesNear && b.Trust >= lovesTrust &&
		s.Cooled == nil && !s.torn(r, at) && (s.Affirmed.IsZero() || at.Sub(s.Affirmed) >= lovesRests)
}

// Telling is how deep something of hers may go that nobody asked for: never deeper
// than one level below the deepest of theirs, and a feeling at most. The mark is
// what the move carries, one letter a level.
func (s *State) Telling(theirs int) string {
	return "iii"[:max(0, min(3, max(s.Theirs, theirs)-1))]
}
