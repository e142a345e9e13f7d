package mind

import (
	"slices"
	"time"

	"samantha"
)

// remindsAfter is how long nobody must have spoken for her to say again that she
// keeps nothing; every face shows it meanwhile.
const remindsAfter = 12 * time.Hour

// pausing is what she does when asked to keep nothing: for this talk, or until they
// say so.
func (s *situation) pausing(a samantha.Act) samantha.Move {
	until := a.Slots["until"]
	if s.state.Paused && (until == "" || !s.state.ForTalk) {
		return samantha.Move{Act: samantha.DoOffStill}
	}
	return samantha.Move{Act: samantha.DoOff, Slots: slots("until", until)}
}

// resuming is what she does when told to remember again.
func (s *situation) resuming() samantha.Move {
	switch {
	case s.state.Paused:
		return samantha.Move{Act: samantha.DoOn}
	case s.state.Resumes:
		return samantha.Move{Act: samantha.DoOnAgain}
	}
	return samantha.Move{Act: samantha.DoOnStill}
}

// ofRecord adds what is to be said of what she keeps: once that she remembers again,
// when a talk off the record is over; and at the beginning of a talk that she still
// does not, if it was long ago that anybody spoke. Nothing else is asked beside the
// first, so that a "no" is an answer to it.
func (s *situation) ofRecord(in samantha.Intent) samantha.Intent {
	said := func(m samantha.Move) bool { return s.rooms.why.in("of-record", m.Act) }
	if len(in.Moves) == 0 || in.Act() == samantha.DoSilence || slices.ContainsFunc(in.Moves, said) {
		in.Forget = append(in.Forget, s.unkeeps(in)...)
		return in
	}
	switch {
	case s.state.Resumes:
		in.Moves = append(s.unasking(in.Moves), samantha.Move{Act: samantha.DoOnAgain})
		in.Limits.NoQuestion = true
	case s.state.Paused && s.opens() && (!s.state.LastAt.After(s.state.PausedAt) || s.away >= remindsAfter):
		in.Moves = append(in.Moves, samantha.Move{Act: samantha.DoOffStill})
	default:
		return in
	}
	if in.Limits.Sentences > 0 {
		in.Limits.Sentences++
	}
	return in
}

// unasking are moves without those that ask, unless nothing else is there.
func (s *situation) unasking(moves []samantha.Move) []samantha.Move {
	asks := func(m samantha.Move) bool {
		return m.Act == samantha.DoFollow || s.rooms.why.in("asks", m.Act) || s.rooms.why.in("comes-back", m.Act)
	}
	kept := slices.DeleteFunc(slices.Clone(moves), asks)
	if len(kept) == 0 {
		return moves
	}
	return kept
}

// unkeeps are the moments of this talk that were kept before it was off the record
// again: she had just said that she remembers, and they would rather not.
func (s *situation) unkeeps(in samantha.Intent) []samantha.ID {
	off := func(m samantha.Move) bool { return m.Act == samantha.DoOff }
	if !slices.ContainsFunc(in.Moves, off) || s.opens() || s.state.Asked != samantha.DoOnAgain {
		return nil
	}
	var ids []samantha.ID
	for _, x := range s.state.Talk {
		if !x.At.Before(s.encounterSince()) {
			ids = append(ids, x.ID)
		}
	}
	return ids
}

// remembering folds that her memory was turned off or on.
func (s *State) remembering(at time.Time, to samantha.RememberingNumbers) {
	s.Paused, s.ForTalk, s.Resumes = !to.On, !to.On && to.Talk, to.On && to.Talk
	s.PausedAt = time.Time{}
	if s.Paused {
		s.PausedAt = at
	}
}
