package mind

import (
	"slices"
	"strings"

	"samantha"
)

// Somebody of few words tells a thing in pieces: "used to bike", "it's gone", "stolen.
// Tuesday". Here what a piece leaves out is looked for in the pieces before it.

// piecesBack is how many short messages back she looks for what a piece is about.
const piecesBack = 4

// piece fills what stands out with the thing that a short message just before was about,
// and with the day that was said beside it.
func (s *situation) piece(m *samantha.Move) {
	if m.Slots["what"] == "" && terse(s.text) {
		if c, ok := s.pieceBefore(); ok {
			s.recall(m, "what", c.part())
		}
	}
	if len(s.heard.Times) > 0 && s.rooms.ear.In("weekday", strings.ToLower(s.heard.Times[0].Text)) {
		m.Slots["when"] = capitalised(s.heard.Times[0].Text)
	}
}

// pieceBefore is the thing that the last short messages name: of those only that say what
// became of it, the one before.
func (s *situation) pieceBefore() (clause, bool) {
	told := s.tonight()
	for _, m := range slices.Backward(told[max(0, len(told)-piecesBack):]) {
		if !terse(m.Text) {
			break
		}
		if c, ok := s.thingOf(m); ok {
			return c, true
		}
		frames := s.rooms.ear.Frames(m.Text, s.context())
		if len(frames) == 0 || !s.rooms.ear.In("pieced", frames[0].Kind) {
			break
		}
	}
	return clause{}, false
}

// thingOf is the thing that a short message names.
func (s *situation) thingOf(m samantha.Memory) (clause, bool) {
	h := s.rooms.ear.Hear(m.Text, s.context())
	var named []string
	for _, t := range h.Topics {
		if t.Sort == "it" && t.Name == "" && t.Relation == "" {
			named = append(named, t.Text)
		}
	}
	for _, t := range h.Told {
		named = append(named, t.What)
	}
	words := strings.Fields(m.Text)
	for _, name := range named {
		sought := strings.Fields(name)
		for at := 0; len(sought) > 0 && at+len(sought) <= len(words); at++ {
			if strings.EqualFold(strings.Trim(strings.Join(words[at:at+len(sought)], " "), ".,!?"), name) {
				return clause{m.ID, m.Text, at, at + len(sought)}, true
			}
		}
	}
	return clause{}, false
}
