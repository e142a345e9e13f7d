package feeling

import (
	"math"
	"slices"
	"strings"
	"time"

	"samantha"
)

// Matter is something of the person's that may end well or badly, and what
// became of it in this moment.
type Matter struct {
	ID   samantha.ID         // of the thread
	Kind samantha.ThreadKind // hope, worry, plan ...
	How  Ending
}

// Ending is what became of a matter now.
type Ending string

// The endings.
const (
	Opened Ending = "opened" // it was told of
	Well   Ending = "well"   // it ended well
	Badly  Ending = "badly"  // it ended badly
	Over   Ending = "over"   // it ended, and nobody said how
	InTime Ending = "kept"   // a promise of hers, and she kept it
)

// Held is how likely she holds one matter to end well.
type Held struct {
	Of         samantha.ID `json:"of"`
	Likelihood float64     `json:"likelihood"`
}

// likelihood is how likely she holds a matter to end well; false if she has no
// view of it.
func (s *State) likelihood(of samantha.ID) (float64, bool) {
	i := slices.IndexFunc(s.Held, func(h Held) bool { return h.Of == of })
	if i < 0 {
		return 0, false
	}
	return s.Held[i].Likelihood, true
}

// mostHeld is how many matters she holds a view of; the oldest go first.
const mostHeld = 64

// hold takes the view of a matter that a feeling came with. What is decided is
// held no longer.
func (s *State) hold(f samantha.Feeling) {
	s.Held = slices.DeleteFunc(s.Held, func(h Held) bool { return h.Of == f.Of })
	if f.After > 0 && f.After < 1 {
		s.Held = samantha.Newest(append(s.Held, Held{f.Of, f.After}), mostHeld)
	}
}

// Toward is how she has come to think of somebody the person spoke of, by what
// she felt about them.
type Toward struct {
	Who  samantha.ID `json:"who"`
	Like float64     `json:"like"` // -1..1 at a time
	At   time.Time   `json:"at"`
}

const (
	// towardHalfLife is how fast a liking of somebody she only hears of fades, in
	// hours: weeks, as love and hate do.
	towardHalfLife = 336
	// towardShare is how much of one feeling stays as a liking (judgement).
	towardShare = 0.5
	mostToward  = 32
)

// likes is how she likes somebody at a time.
func (s *State) likes(who samantha.ID, at time.Time) float64 {
	i := slices.IndexFunc(s.Toward, func(t Toward) bool { return t.Who == who })
	if i < 0 {
		return 0
	}
	t := s.Toward[i]
	return samantha.Round(t.Like * math.Exp2(-max(0, at.Sub(t.At).Hours())/towardHalfLife))
}

// turn lets a feeling about somebody stay as a liking or its opposite.
func (s *State) turn(f samantha.Feeling, at time.Time) {
	by := float64(towardShare * f.Intensity)
	switch f.Emotion {
	case admiration, liking, love, gratitude:
	case reproach, disliking, hate, anger:
		by = -by
	default:
		return
	}
	like := samantha.Round(bounded(s.likes(f.Of, at) + by))
	s.Toward = slices.DeleteFunc(s.Toward, func(t Toward) bool { return t.Who == f.Of })
	s.Toward = samantha.Newest(append(s.Toward, Toward{f.Of, like, at}), mostToward)
}

// foeBelow is the liking below which somebody counts as a foe of theirs.
const foeBelow = -0.05

// ofSomebody tells a feeling about somebody from one about a thread.
func ofSomebody(id samantha.ID) bool { return strings.Contains(string(id), ".person.") }
