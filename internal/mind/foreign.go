package mind

import (
	"slices"

	"samantha"
	"samantha/internal/mind/memory"
)

// foreign is her answer to what was said in another language: what she is, if that is
// asked, and else a line of it, by the name once, and a shorter one if she had to say so
// in this talk before.
func (s *situation) foreign() []samantha.Move {
	if s.heard.Has("ask.human") {
		return []samantha.Move{{Act: samantha.DoDisclose, Slots: slots("code", s.heard.Language)}}
	}
	again := s.foreignBefore()
	m := samantha.Move{Act: samantha.DoLanguage, Slots: slots(
		"language", s.rooms.ear.Tongue(s.heard.Language), "code", s.heard.Language, "again", yes(again),
	)}
	if name := s.state.Memory.Find(memory.Person, "name"); len(name) > 0 && !again {
		s.recall(&m, "name", name[0].ID)
	}
	return []samantha.Move{m}
}

// foreignBefore: in this talk she has said already that she does not know a language.
func (s *situation) foreignBefore() bool {
	return !s.opens() && slices.ContainsFunc(s.state.Talk, func(x Exchange) bool {
		return x.Act == samantha.DoLanguage && !x.At.Before(s.state.Encounter.Since)
	})
}
