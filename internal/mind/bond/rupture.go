package bond

import (
	"slices"
	"time"

	"samantha"
)

// Reached is the last step of its repair; "" is none yet.
func (x Rupture) Reached() samantha.RepairStep {
	if len(x.Steps) == 0 {
		return ""
	}
	return x.Steps[len(x.Steps)-1].Step
}

// Closed: the person said that it is mended.
func (x Rupture) Closed() bool { return x.Reached() == samantha.RepairClosed }

// Parked: it was never closed, and nobody will go back to it.
func (r *Room) Parked(x Rupture, at time.Time) bool {
	return !x.Closed() && at.Sub(x.At) > time.Duration(r.bounds["park"]*24)*time.Hour
}

// Open are the ruptures that wait for their repair, the newest first.
func (r *Room) Open(s State, at time.Time) []Rupture {
	var open []Rupture
	for _, x := range slices.Backward(s.Ruptures) {
		if !x.Closed() && !r.Parked(x, at) {
			open = append(open, x)
		}
	}
	return open
}

// Left are the ruptures that were never closed and that nobody goes back to, the
// newest first.
func (r *Room) Left(s State, at time.Time) []Rupture {
	var left []Rupture
	for _, x := range slices.Backward(s.Ruptures) {
		if r.Parked(x, at) {
			left = append(left, x)
		}
	}
	return left
}

// mending are the kinds of those ruptures that are being closed.
func (s *State) mending(steps []samantha.Repair) []string {
	var kinds []string
	for _, x := range s.Ruptures {
		if slices.Contains(steps, samantha.Repair{Rupture: x.ID, Step: samantha.RepairClosed}) {
			kinds = append(kinds, x.Kind)
		}
	}
	return kinds
}

func (s *State) torn(r *Room, at time.Time) bool { return len(r.Open(*s, at)) > 0 }

// Follow is the rupture that she asks after now, in another encounter than it
// happened in: once, one an encounter (since), and never after a hard word of theirs, which is theirs to take
// back.
func (r *Room) Follow(s State, at, since time.Time) (Rupture, bool) {
	rest := time.Duration(r.bounds["follow"] * float64(time.Hour))
	followed := func(p Step) bool { return p.Step == samantha.RepairFollowed }
	for _, x := range s.Ruptures {
		if slices.ContainsFunc(x.Steps, func(p Step) bool { return followed(p) && !p.At.Before(since) }) {
			return Rupture{}, false
		}
	}
	for _, x := range r.Open(s, at) {
		asked := slices.ContainsFunc(x.Steps, followed)
		if !asked && x.Kind != "insult" && x.At.Before(since) && at.Sub(x.At) >= rest {
			return x, true
		}
	}
	return Rupture{}, false
}
