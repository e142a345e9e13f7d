package mind

import (
	"slices"
	"strings"

	"samantha"
)

// What of an utterance of several sentences is answered. Somebody who goes on telling
// behind a question has answered it themselves, or did not mean it as one; and thanks or
// a kind word before a telling are its way in.

// weightLeast is how many words something told has at the least, to be what an utterance
// is about.
const weightLeast = 5

// weighs: an act tells something of some length.
func weighs(a samantha.Act) bool {
	return under(a.Kind, "tell") && len(strings.Fields(a.Text)) >= weightLeast
}

// ofElse: a telling of some length that does not speak of her or of this talk.
func (s *situation) ofElse(a samantha.Act) bool {
	return weighs(a) && !s.rooms.ear.Holds("of this talk", a.Text)
}

// tellsOn: something is told behind an act of this utterance.
func (s *situation) tellsOn(a samantha.Act, tells func(samantha.Act) bool) bool {
	at := slices.IndexFunc(s.heard.Acts, func(b samantha.Act) bool { return b.Kind == a.Kind && b.Text == a.Text })
	return at >= 0 && slices.ContainsFunc(s.heard.Acts[at+1:], tells)
}

// owed are the questions that want an answer: not those behind which the person tells on
// and to which nothing is found.
func (s *situation) owed(asked []samantha.Act) []samantha.Act {
	return slices.DeleteFunc(asked, func(a samantha.Act) bool {
		switch {
		case !s.tellsOn(a, weighs):
			return false
		case a.Kind == "pardon":
			return true
		case !under(a.Kind, "ask"):
			return false
		}
		moves := s.answer(a)
		return lost(a, moves) || s.rooms.why.in("unfound", moves[0].Act)
	})
}

// tellsWithThanks: something that does not speak of her is told behind thanks.
func (s *situation) tellsWithThanks() bool {
	thanks, ok := s.heard.Act("thanks")
	return ok && s.tellsOn(thanks, s.ofElse)
}

// withoutManners leaves out a kind word, if something is told behind it, or if it is about
// what was told: "it was very quiet there. I liked it".
func (s *situation) withoutManners(told []samantha.Act) []samantha.Act {
	tells := slices.ContainsFunc(told, s.ofElse)
	return slices.DeleteFunc(told, func(a samantha.Act) bool {
		if a.Kind == "tell.feeling" && s.rooms.ear.In("faintly well", a.Slots["feeling"]) && s.tellsOn(a, s.ofElse) {
			return true // "Fine. The company is being sold."
		}
		of := tells && a.Kind == "praise" && !s.rooms.ear.Holds("of you", a.Text)
		return of || s.rooms.ear.In("kind word", a.Kind) && s.tellsOn(a, s.ofElse)
	})
}

// tellsSomething: something of some length was told.
func (s *situation) tellsSomething() bool { return slices.ContainsFunc(s.heard.Acts, weighs) }
