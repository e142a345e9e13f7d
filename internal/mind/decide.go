package mind

import (
	"strings"

	"samantha"
)

// Somebody who asks her to decide wants a yes, a no or one of the two, however they put it;
// "I can't say yet" is no answer to whether a sticker would do. Here she decides what no
// rule of a question has found, by how the question is built.

// decides is her decision where a question asks for one and nothing hangs on it that is not
// hers to lean in.
func (s *situation) decides(a samantha.Act) (samantha.Move, bool) {
	if s.grim() || s.graveNow() || s.shadowed() || s.rooms.ear.Holds("harmful", a.Text) || s.rooms.ear.Holds("unleaned", a.Text) || s.rooms.ear.Holds("big step", a.Text) {
		return samantha.Move{}, false
	}
	text := samantha.SentenceKey(a.Text)
	if a.Slots["that"] != "" {
		text = samantha.SentenceKey(s.text) // "white or yellow? What's your opinion?"
		text, _, _ = strings.Cut(text, " "+samantha.SentenceKey(a.Text))
	}
	if m, ok := s.pickOf(text); ok {
		return m, true
	}
	if s.rooms.ear.Holds("asks leave", text) {
		return samantha.Move{Act: samantha.DoSmall, Slots: slots("sort", "mayi")}, true
	}
	return samantha.Move{}, false
}

// pickOf is her pick of the two that a question ends with: what stands behind its "or", in
// its own words, or the one before it by its place, for that has no plain beginning.
func (s *situation) pickOf(text string) (samantha.Move, bool) {
	before, behind, found := strings.Cut(text, " or ")
	if !found || strings.Contains(behind, " or ") || s.rooms.ear.Holds("asks a fact", text) || len(strings.Fields(behind)) > twoMost {
		return samantha.Move{}, false
	}
	one, two := "the second", "the first"
	if behind = strings.TrimPrefix(behind, "like "); s.plainSides(behind, behind) {
		one = behind
	} else if !s.rooms.ear.Holds("asks leave", text) {
		return samantha.Move{}, false
	}
	if s.pull(before) > s.pull(behind) {
		one, two = two, one
	}
	return samantha.Move{Act: samantha.DoSides, Slots: slots("one", one, "two", two, "do", s.doable(one, one))}, true
}

// unanswered: an answer to a question says no more than that she has none.
func unanswered(moves []samantha.Move) bool {
	return only(moves, samantha.DoBetween) || only(moves, samantha.DoNothing) || only(moves, samantha.DoView) && moves[0].Slots["like"] == ""
}
