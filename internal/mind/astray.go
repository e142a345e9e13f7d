package mind

import (
	"slices"
	"strings"

	"samantha"
	"samantha/internal/mind/memory"
)

// When they do not follow her, or say what she did wrong, the same words again would help
// nobody, and neither would theirs. She owns it in a line and goes back to what they told.

// misheard is what she does where they say that she did not hear them right: their name, or
// anything else; nil if they say no such thing.
func (s *situation) misheard() []samantha.Move {
	if moves := s.ownsName(); moves != nil && !s.heavyAct() {
		return moves
	}
	if m, ok := s.astray(); ok {
		return []samantha.Move{m}
	}
	return nil
}

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
	if id, ok := s.thingTold(x); ok && x.Echo && x.Act != samantha.DoAstray {
		s.recall(&m, "meant", id)
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
	words, hers := s.fromHers(s.text, x)
	return s.heard.Has("pardon") || words && hers && s.rooms.ear.Holds("after words", s.text)
}

// wantsMore: something is told or asked beside it that wants an answer of its own.
func (s *situation) wantsMore(x Exchange) bool {
	return slices.ContainsFunc(s.heard.Acts, func(a samantha.Act) bool {
		words, hers := s.fromHers(a.Text, x)
		echo := words && (hers || s.heard.Has("pardon"))
		plain := a.Kind == "ask.list" || a.Kind == "ask.human" // "what's on it" asks after no word of hers
		return plain || !s.rooms.ear.In("beside repair", a.Kind) && !echo
	})
}

// fromHersMost is how many words a question has at most that is made of hers.
const fromHersMost = 5

// fromHers: a few words ask after something and no more, "what picture", "that too"; and
// whether one of them is of her last answer.
func (s *situation) fromHers(text string, x Exchange) (few, hers bool) {
	words, answer := s.rooms.ear.Opened(text), s.rooms.ear.Opened(x.Answer)
	for _, w := range words {
		switch {
		case s.rooms.ear.In("asks after", w), s.rooms.ear.In("beside words", w):
		case !hers && slices.Contains(answer, w):
			hers = true
		default:
			return false, false // two words of hers are a question of its own: "what's on the list"
		}
	}
	return len(words) <= fromHersMost, hers
}

// backMost is in how many of the last moments she looks for what they were at.
const backMost = 4

// wayBack adds what they were telling last, if it can be named: a thing of more than a
// word, and not told in sorrow.
func (s *situation) wayBack(m samantha.Move) samantha.Move {
	lately := s.state.Talk[max(0, len(s.state.Talk)-backMost):]
	for _, x := range slices.Backward(lately) {
		if !x.Tells {
			continue
		}
		if id, ok := s.thingTold(x); ok {
			s.recall(&m, "back", id)
		}
		break
	}
	return m
}

// thingTold is the thing a moment told, if it may be named on the way back.
func (s *situation) thingTold(x Exchange) (samantha.ID, bool) {
	id := x.ID.Part("detail", 1)
	n := slices.IndexFunc(s.state.Memory.Details, func(d memory.Detail) bool { return d.ID == id })
	return id, n >= 0 && s.nameable(s.state.Memory.Details[n])
}

// nameable: a particular of theirs may be named on the way back.
func (s *situation) nameable(d memory.Detail) bool {
	return !d.Dark && strings.Contains(d.Text, " ") && s.mayBringUp(d.Text, d.ID) && !s.rooms.ear.Holds("weighs", d.Text)
}
