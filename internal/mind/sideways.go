package mind

import (
	"slices"
	"strings"

	"samantha"
)

// "Do you know what her name is?" asks what her name is. A question that is put sideways
// is answered as the plain one, where she has nothing for it as it stands.

// plainlyPut is the question in one that is put sideways, heard anew; false if none is.
func (s *situation) plainlyPut(a samantha.Act) (samantha.Act, bool) {
	words := s.beyondLead(a.Text)
	if s.rooms.ear.Holds("asks if meant", a.Text) {
		return samantha.Act{}, false
	}
	at := slices.IndexFunc(words, func(w string) bool { return s.rooms.ear.In("question", w) })
	if at < 1 || !s.rooms.ear.In("asks sideways", strings.Join(words[:at], " ")) {
		return samantha.Act{}, false
	}
	inner := words[at:]
	if n := len(inner) - 1; n > 1 && s.rooms.ear.In("is", inner[n]) {
		inner = slices.Concat(inner[:1], inner[n:], inner[1:n]) // "what her name is": "what is her name"
	}
	acts := s.rooms.ear.Acts(strings.Join(inner, " ")+"?", s.context())
	if len(acts) != 1 || !under(acts[0].Kind, "ask") {
		return samantha.Act{}, false
	}
	return acts[0], true
}
