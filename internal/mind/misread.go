package mind

import (
	"slices"

	"samantha"
	"samantha/internal/mind/feeling"
)

// Adapted is how she has come to read this person otherwise than anybody.
type Adapted = feeling.Learned

func (m *Mind) adapted() []Adapted { return append([]Adapted{}, m.state.Heart.Learned...) }

// putsRight is the reading of a moment ago that they say was wrong, "no, I was
// joking", "I'm not angry, just tired"; or that she is to read them as at first.
func (s *situation) putsRight() *samantha.Misread {
	if s.heard.Has("request.reread") {
		return &samantha.Misread{Undone: true}
	}
	last, spoke := s.last()
	if !spoke || s.opens() || last.Read == "" || s.care.Level > 0 {
		return nil
	}
	if !s.tells() && (s.heard.Has("ask") || s.heard.Has("request")) {
		return nil // "tell me a joke" says nothing of how they are
	}
	not, is := s.rooms.heart.Denied(s.text)
	switch {
	case s.joked():
		is = samantha.Unsure
	case !slices.Contains(not, last.Read):
		return nil
	}
	return &samantha.Misread{Of: last.ID, Took: last.Read, Is: is}
}

// joked: what was told last was no earnest.
func (s *situation) joked() bool {
	a, ok := s.heard.Act("laugh")
	return ok && a.Slots["joke"] != ""
}

// readRight is what she says to a reading that was put right, or to their view of
// a question of hers; a joke is answered as a joke.
func (s *situation) readRight() ([]samantha.Move, bool) {
	if s.saysTheirs() && !s.heard.Has("ask") && !s.graveNow() {
		return []samantha.Move{{Act: samantha.DoTheirs}}, true
	}
	if s.misread == nil || s.joked() {
		return nil, false
	}
	m := samantha.Move{Act: samantha.DoMisread, Slots: slots("undone", yes(s.misread.Undone))}
	if !s.misread.Undone {
		m.Slots["took"] = s.rooms.heart.Theirs(s.misread.Took)
	}
	if s.misread.Is != samantha.Unsure && !s.misread.Undone {
		m.Slots["is"] = s.rooms.heart.Theirs(s.misread.Is)
	}
	return []samantha.Move{m}, true
}
