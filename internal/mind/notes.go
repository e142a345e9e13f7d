package mind

import (
	"context"
	"slices"
	"strings"

	"samantha"
	"samantha/internal/mind/memory"
)

// noting is what of this moment is to be kept as it was said: what was jotted
// down half awake, whole; a note; a dream. Neither is learned from.
func (s *situation) noting() []samantha.Note {
	if s.company() {
		return nil // whose dream it is nobody knows
	}
	text := strings.TrimSpace(s.text)
	dream, dreamt := s.heard.Act("tell.dream")
	note, noted := s.heard.Act("request.note")
	switch {
	case s.jotted && dreamt:
		return []samantha.Note{{Kind: samantha.NoteDream, Text: text}}
	case s.jotted:
		return []samantha.Note{{Kind: samantha.NotePlain, Text: text}}
	case noted:
		from := max(0, strings.Index(text, note.Slots["note"])) // and all that comes after it
		return []samantha.Note{{Kind: samantha.NotePlain, Text: text[from:]}}
	case dreamt && dream.Slots["goes"] != "":
		if len(s.heard.Times) > 0 {
			return nil // that was awake
		}
		return []samantha.Note{{Kind: samantha.NoteDream, Text: text, Like: s.dreamGoingOn()}}
	case dreamt && (dream.Slots["bare"] == "" || len(samantha.Sentences(text)) > 1):
		return []samantha.Note{{Kind: samantha.NoteDream, Text: text}}
	}
	return nil
}

// dreamGoingOn is the dream that was told, or went on, in the moment before; ""
// if none was.
func (s *situation) dreamGoingOn() samantha.ID {
	x, ok := s.last()
	notes := s.state.Memory.Notes
	if n := len(notes); ok && n > 0 && notes[n-1].Kind == samantha.NoteDream && notes[n-1].ID.Event() == x.ID && !s.opens() {
		return notes[n-1].ID
	}
	return ""
}

// keeping is her answer to something that is only to be kept: two words, or, off
// the record, that it is not.
func (s *situation) keeping() samantha.Move {
	return samantha.Move{Act: either(s.state.Paused, samantha.DoOffStill, samantha.DoKept)}
}

// dreamt is what she does with a dream: she takes it, and asks nothing of it but
// to hear it if it was only announced. What it means is not hers to say.
func (s *situation) dreamt(a samantha.Act) []samantha.Move {
	if a.Slots["bare"] != "" && len(s.notes) == 0 {
		return []samantha.Move{{Act: samantha.DoDreamOf}}
	}
	if a.Slots["goes"] != "" {
		return []samantha.Move{{Act: samantha.DoGoesOn, Slots: s.detail()}}
	}
	return []samantha.Move{{Act: samantha.DoDream, Slots: s.detail()}}
}

// theirDream is the dream they told last, in their words.
func (s *situation) theirDream(a samantha.Act) []samantha.Move {
	for _, n := range slices.Backward(s.state.Memory.Notes) {
		if n.Kind != samantha.NoteDream || n.Like != "" {
			continue
		}
		m := samantha.Move{Act: samantha.DoMemory, Slots: slots("when", s.when(n.At, a.Text))}
		s.recall(&m, "quote", n.ID)
		for _, id := range s.state.Memory.Onward(n.ID)[1:] { // they are in the quotation
			m.From = append(m.From, id.Event())
		}
		return []samantha.Move{m}
	}
	if moves := s.fromOwn(a.Text); moves != nil { // told in passing, and not heard as one
		return moves
	}
	return []samantha.Move{{Act: samantha.DoNothing}}
}

// Notes are what the person had kept as it was, oldest first: their dreams, each
// whole however many breaths it was told in, and what they jotted down.
func (m *Mind) Notes(ctx context.Context) ([]memory.Note, error) {
	if err := m.take(ctx); err != nil {
		return nil, err
	}
	defer m.give()
	notes := []memory.Note{}
	for _, n := range m.state.Memory.Notes {
		if n.Like == "" {
			n.Text, _ = m.state.Memory.Words(n.ID)
			notes = append(notes, n)
		}
	}
	return notes, nil
}
