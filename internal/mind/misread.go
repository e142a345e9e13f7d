package mind

import (
	"slices"
	"strings"

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
	if s.rooms.ear.Holds("no judging", s.text) {
		return nil
	}
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
	case last.Read == "sadness" && s.rooms.ear.Holds("happy tears", s.text):
		is = "joy"
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
	m := samantha.Move{Act: samantha.DoMisread, Slots: slots("undone", yes(s.misread.Undone), "tears", yes(s.rooms.ear.Holds("happy tears", s.text)))}
	if !s.misread.Undone {
		m.Slots["took"] = s.rooms.heart.Theirs(s.misread.Took)
	}
	if s.misread.Is != samantha.Unsure && !s.misread.Undone {
		m.Slots["is"] = s.rooms.heart.Theirs(s.misread.Is)
	}
	return []samantha.Move{m}, true
}

// hersAlone withdraws a thing of hers that they ask after: a word of her last question
// that they never spoke of, "what dog?". nil if it is none, or if they did.
func (s *situation) hersAlone(a samantha.Act) []samantha.Move {
	words := strings.Fields(samantha.SentenceKey(a.Text))
	x, ok := s.last()
	if !ok || s.opens() || !x.Asks || len(words) < 2 || len(words) > asksAfter || !s.rooms.ear.In("asks after", words[0]) {
		return nil
	}
	thing := words[len(words)-1]
	told := func(m samantha.Memory) bool { return saidHere(m.By) && m.ID != s.id && gives(m.Text, thing) }
	if !gives(x.Answer, thing) || slices.ContainsFunc(s.index.Newest(s.index.Len()), told) {
		return nil
	}
	return []samantha.Move{{Act: samantha.DoWrong, Slots: slots("hers", "the "+thing)}}
}

// asksAfter is how many words a question has at the most that asks after a thing alone.
const asksAfter = 3
