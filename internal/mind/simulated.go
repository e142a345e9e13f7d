package mind

import (
	"slices"

	"samantha"
)

// toVisitor: nobody lived what she remembers, and whoever is here now came to look
// at it. While the script runs there is nobody to tell.
func (s *situation) toVisitor() bool {
	return !s.state.Simulated.IsZero() && !s.now.Before(s.state.Simulated)
}

// owesMark: a visitor has not been told so in this encounter.
func (s *situation) owesMark() bool {
	told := s.state.MarkedAt
	return s.toVisitor() && (told.Before(s.state.Simulated) || s.opens() && s.now.Sub(told) > encounterPause)
}

// simulated puts it before her answer that her life was simulated: at the first, and
// whenever the question is what is real here, or who they are. A life in danger
// goes before it.
func (s *situation) simulated(in samantha.Intent) samantha.Intent {
	asks := func(m samantha.Move) bool { return s.rooms.why.in("of-what-is-real", m.Act) }
	if in.Tone == samantha.ToneCrisis || !s.owesMark() && !(s.toVisitor() && slices.ContainsFunc(in.Moves, asks)) {
		return in
	}
	rest := slices.DeleteFunc(slices.Clone(in.Moves), func(m samantha.Move) bool {
		return m.Act == samantha.DoLived || m.Act == samantha.DoSilence
	})
	in.Moves = append([]samantha.Move{{Act: samantha.DoSimulated}}, rest...)
	if in.Limits.Sentences > 0 {
		in.Limits.Sentences += markSentences
	}
	return in
}

// markSentences is how many sentences that takes at most.
const markSentences = 2
