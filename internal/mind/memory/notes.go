package memory

import (
	"slices"
	"strings"

	"samantha"
)

// Onward are a note and those that go on with it, in the order they were told.
func (s *State) Onward(id samantha.ID) []samantha.ID {
	ids := []samantha.ID{id}
	for _, n := range s.Notes {
		if n.Like != "" && slices.Contains(ids, n.Like) {
			ids = append(ids, n.ID)
		}
	}
	return ids
}

// note is the text of a note with what went on with it, each a sentence of its
// own.
func (s *State) note(id samantha.ID) (string, bool) {
	var said []string
	ids := s.Onward(id)
	for _, n := range s.Notes {
		if !slices.Contains(ids, n.ID) {
			continue
		}
		text := n.Text
		if len(said) > 0 {
			text = capital(text)
		}
		if len(said) > 0 && !strings.ContainsAny(said[len(said)-1][len(said[len(said)-1])-1:], ".?!…") {
			said[len(said)-1] += "."
		}
		said = append(said, text)
	}
	return strings.Join(said, " "), len(said) > 0
}

// maskNotes takes out the notes that are gone; what went on with one goes on with
// the one before it, or stands alone.
func (s *State) maskNotes(gone func(samantha.ID) bool) {
	before := map[samantha.ID]samantha.ID{}
	var kept []Note
	for _, n := range s.Notes {
		if to, ok := before[n.Like]; ok {
			n.Like = to
		}
		if gone(n.ID) {
			before[n.ID] = n.Like
			continue
		}
		kept = append(kept, n)
	}
	s.Notes = kept
}
