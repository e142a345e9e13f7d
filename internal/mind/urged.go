package mind

import (
	"slices"

	"samantha"
)

// They tell her to go on where she held back: to guess after all, to ask now.

// guesses is her guess at the question they put last, if that has a yes or a no for an
// answer. It is for the better end of the two.
func (s *situation) guesses() []samantha.Move {
	x, ok := s.last()
	before, kept := s.index.Get(x.ID)
	if !ok || !kept || s.opens() {
		return s.listen()
	}
	acts := s.rooms.ear.Acts(before.Text, earNow(s.now))
	i := slices.IndexFunc(acts, func(a samantha.Act) bool { return under(a.Kind, "ask") })
	if i < 0 {
		return s.listen()
	}
	sort := "guessyes"
	switch words := s.beyondLead(acts[i].Text); {
	case len(words) == 0 || !s.rooms.ear.In("auxiliary", words[0]) || s.rooms.ear.Holds("which of two", acts[i].Text):
		sort = "guessnone"
	case s.rooms.ear.Holds("bad end", acts[i].Text):
		sort = "guessno"
	}
	return []samantha.Move{{Act: samantha.DoSmall, Slots: slots("sort", sort)}}
}
