package mind

import (
	"slices"
	"strings"

	"samantha"
)

// A joke of theirs is theirs to tell: she gives the straight man's word where it wants one,
// and laughs where it is over.

// riddled is her part in a riddle or a joke of theirs; nil if this is none.
func (s *situation) riddled() []samantha.Move {
	if s.answersOwnRiddle() {
		return []samantha.Move{{Act: samantha.DoJoked}}
	}
	x, ok := s.last()
	if !ok || s.opens() || x.Act != samantha.DoRiddle && !s.promisedJoke(x) {
		return nil
	}
	if x.Act == samantha.DoLetTell && s.heard.Has("request.tell") {
		return nil
	}
	for _, other := range []string{"ask", "request", "tell.hard", "no"} {
		if other == "no" && !terse(s.text) {
			continue // "no body to go with" is the end of one
		}
		if s.heard.Has(other) && (x.Act == samantha.DoRiddle || other == "tell.hard" || other == "no") {
			return nil
		}
	}
	if x.Act == samantha.DoLetTell && strings.HasSuffix(strings.TrimSpace(s.text), "?") {
		return []samantha.Move{{Act: samantha.DoRiddle, Slots: slots("riddle", s.straight())}}
	}
	return []samantha.Move{{Act: samantha.DoJoked}}
}

// groans is the groan that a joke of theirs is said to deserve.
func (s *situation) groans() []samantha.Move {
	a, ok := s.heard.Act("ask.small")
	if !ok || a.Slots["sort"] != "groan" || s.heavyAct() {
		return nil
	}
	return []samantha.Move{{Act: samantha.DoSmall, Slots: slots("sort", "groan")}}
}

// straight is what the straight man asks back: why, how, else what.
func (s *situation) straight() string {
	words := s.rooms.ear.Opened(s.text)
	if len(words) > 0 && (words[0] == "why" || words[0] == "how") {
		return words[0]
	}
	return "what"
}

// promisedJoke: they offered a joke a moment ago, and she said yes.
func (s *situation) promisedJoke(x Exchange) bool {
	told, kept := s.index.Get(x.ID)
	return x.Act == samantha.DoLetTell && kept && s.rooms.ear.Holds("jokes", told.Text)
}

// punchMost is how many words the answer of a riddle has at most.
const punchMost = 16

// answersOwnRiddle: a riddle and its answer come in one message.
func (s *situation) answersOwnRiddle() bool {
	question, punch, parted := strings.Cut(s.text, "?")
	punch = strings.TrimSpace(punch)
	if n := len(strings.Fields(punch)); !parted || n == 0 || n > punchMost || strings.Contains(punch, "?") {
		return false
	}
	if s.rooms.ear.Holds("urges a riddle", punch) || s.heard.Has("tell.hard") {
		return false
	}
	isRiddle := func(a samantha.Act) bool { return a.Kind == "request.riddle" }
	if slices.ContainsFunc(s.heard.Acts, isRiddle) {
		return true
	}
	return s.rooms.ear.Holds("riddle begins", question) && !s.rooms.ear.Holds("of them", question+" "+punch)
}
