package mind

import (
	"slices"
	"strings"

	"samantha"
)

// They tell her to go on where she held back: to guess after all, to ask now.

// guesses is her guess at the question they put last: of a yes and a no the better end for
// them, else what such a question is after; with no question before it she guesses blindly.
func (s *situation) guesses() []samantha.Move {
	guess := func(sort string) []samantha.Move {
		return []samantha.Move{{Act: samantha.DoSmall, Slots: slots("sort", sort)}}
	}
	x, ok := s.last()
	before, kept := s.index.Get(x.ID)
	if !ok || !kept || s.opens() {
		return guess("guessblind")
	}
	acts := s.rooms.ear.Acts(before.Text, earNow(s.now))
	i := slices.IndexFunc(acts, func(a samantha.Act) bool { return under(a.Kind, "ask") })
	if i < 0 {
		return guess("guessblind")
	}
	question := acts[i].Text
	words := s.beyondLead(question)
	switch {
	case len(words) == 0:
		return guess("guessblind")
	case s.rooms.ear.Holds("which of two", question):
		return guess("guesswhich")
	case !s.rooms.ear.In("auxiliary", words[0]):
		return guess(s.guessAt(words))
	case s.rooms.ear.Holds("bad end", question):
		return guess("guessno")
	}
	return guess("guessyes")
}

// guessAt is the sort of guess that a question wants which has no yes and no no.
func (s *situation) guessAt(words []string) string {
	switch first := words[0]; {
	case first == "who" || first == "whose":
		return "guesswho"
	case first == "when":
		return "guesswhen"
	case first == "where":
		return "guessplace"
	case first == "why":
		return "guesswhy"
	case first == "which":
		return "guesswhich"
	case first == "how" && len(words) > 1 && s.rooms.ear.In("counted", words[1]):
		return "guessnumber"
	case first == "how":
		return "guesshow"
	}
	return "guesswhat"
}

// leansTo is her leaning where she is asked what she thinks and it is a yes or a no, nothing
// hangs on it and people do not fall out over it.
func (s *situation) leansTo(a samantha.Act) []samantha.Move {
	words := s.beyondLead(a.Text)
	thinks := len(words) > 3 && (words[0] == "you" || s.rooms.ear.In("auxiliary", words[0])) && s.rooms.ear.Holds("asks a leaning", strings.Join(words[:min(4, len(words))], " "))
	if !thinks || s.graveNow() || s.shadowed() || s.rooms.ear.Holds("harmful", a.Text) || s.rooms.ear.Holds("which of two", a.Text) || s.rooms.ear.Holds("contested", a.Text) {
		return nil
	}
	sort := either(s.rooms.ear.Holds("bad end", a.Text), "leanno", "leanyes")
	return []samantha.Move{{Act: samantha.DoSmall, Slots: slots("sort", sort)}}
}
