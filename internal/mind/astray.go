package mind

import (
	"slices"
	"strings"

	"samantha"
)

// When they do not follow her, or say what she did wrong, the same words again would help
// nobody, and neither would theirs. She owns it in a line and goes back to what they told.

// astray is what she does with that, where nothing else was said; false if it was not so.
func (s *situation) astray() (samantha.Move, bool) {
	x, ok := s.last()
	if !ok || s.opens() || x.Answer == "" || s.wantsMore(x) {
		return samantha.Move{}, false
	}
	if a, ok := s.heard.Act("complain"); ok && a.Slots["kind"] != "" {
		return s.wayBack(samantha.Move{Act: samantha.DoMend, Slots: slots("kind", a.Slots["kind"])}), true
	}
	if !s.lostOn(x) {
		return samantha.Move{}, false
	}
	return s.plainer(x), true
}

// plainer is what of theirs her last words were about, if she gave that back, else where
// they were.
func (s *situation) plainer(x Exchange) samantha.Move {
	m := samantha.Move{Act: samantha.DoAstray}
	if x.Echo && x.Act != samantha.DoAstray {
		s.recall(&m, "meant", x.ID.Part("detail", 1))
		return m
	}
	return s.wayBack(m)
}

// lostOn: her words made no sense to them: they say so, ask for the same a second time, or
// ask after words of hers. Where they only did not hear it, she says it again.
func (s *situation) lostOn(x Exchange) bool {
	again := x.Act == samantha.DoRepeat || x.Act == samantha.DoAstray
	unheard := func(a samantha.Act) bool { return a.Kind == "pardon" && a.Slots["lost"] == "" }
	if slices.ContainsFunc(s.heard.Acts, unheard) && !again {
		return false
	}
	return s.heard.Has("pardon") || s.rooms.ear.Holds("after words", s.text) && s.fromHers(s.text, x)
}

// wantsMore: something is told or asked beside it that wants an answer of its own.
func (s *situation) wantsMore(x Exchange) bool {
	return slices.ContainsFunc(s.heard.Acts, func(a samantha.Act) bool {
		return !s.rooms.ear.In("beside repair", a.Kind) && !s.fromHers(a.Text, x)
	})
}

// fromHersMost is how many words a question has at most that is made of hers.
const fromHersMost = 5

// fromHers: a few words are those of her last answer, but for what asks after them: "what
// picture", "doesn't what".
func (s *situation) fromHers(text string, x Exchange) bool {
	words := strings.Fields(samantha.SentenceKey(text))
	hers := strings.Fields(samantha.SentenceKey(x.Answer))
	taken := 0
	for _, w := range words {
		switch {
		case slices.Contains(hers, w):
			taken++
		case !s.rooms.ear.In("asks after", w) && !s.rooms.ear.In("beside words", w):
			return false
		}
	}
	return len(words) <= fromHersMost && taken > 0
}

// wayBack adds the last thing they told that can be named, if there is one.
func (s *situation) wayBack(m samantha.Move) samantha.Move {
	s.things(&m, true, "back")
	return m
}
