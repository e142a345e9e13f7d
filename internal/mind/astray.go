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
	if !ok || s.opens() || x.Answer == "" {
		return samantha.Move{}, false
	}
	if m, off := s.putOff(x); off {
		return m, true
	}
	if s.wantsMore(x) {
		return samantha.Move{}, false
	}
	if kind, say := s.complaint(x); kind != "" {
		return s.wayBack(samantha.Move{Act: samantha.DoMend, Slots: slots("kind", kind, "say", say)}), true
	}
	if !s.lostOn(x) {
		return samantha.Move{}, false
	}
	return s.plainer(x), true
}

// complaint is what they hold against her last words, if it says what, with what they would
// have had her say. That they did not laugh, or that there is no more to tell, is held
// against her only where her words gave cause.
func (s *situation) complaint(x Exchange) (kind, say string) {
	for _, a := range s.heard.Acts {
		if a.Kind != "complain" || s.causeless(a.Slots["kind"], x) {
			continue
		}
		kind, say = or(kind, a.Slots["kind"]), or(say, a.Slots["say"])
	}
	return kind, say
}

// causeless: her last words gave no cause for a kind of complaint that needs one.
func (s *situation) causeless(kind string, x Exchange) bool {
	return s.rooms.ear.In("needs cause", kind) && !s.rooms.ear.Holds("cause "+kind, x.Answer)
}

// unfounded: a complaint needs a cause, and her last words gave none.
func (s *situation) unfounded(a samantha.Act) bool {
	x, ok := s.last()
	return s.rooms.ear.In("needs cause", a.Slots["kind"]) && (!ok || s.opens() || s.causeless(a.Slots["kind"], x))
}

// plainer is what of theirs her last words were about, if she gave that back, else where
// they were.
func (s *situation) plainer(x Exchange) samantha.Move {
	again := x.Act == samantha.DoAstray || x.Act == samantha.DoMend
	m := samantha.Move{Act: samantha.DoAstray, Slots: slots("again", yes(again))}
	if id, ok := s.thingTold(x); ok && x.Echo && !again {
		s.recall(&m, "meant", id)
		return m
	}
	return s.wayBack(m)
}

// lostOn: her words made no sense to them: they say so, ask for the same a second time, or
// ask after words of hers. Where they only did not hear it, she says it again.
func (s *situation) lostOn(x Exchange) bool {
	if s.asksBack(s.text, x) {
		return true
	}
	again := x.Act == samantha.DoRepeat || x.Act == samantha.DoAstray
	unheard := func(a samantha.Act) bool { return a.Kind == "pardon" && a.Slots["lost"] == "" }
	if slices.ContainsFunc(s.heard.Acts, unheard) && !again {
		return false
	}
	words, hers := s.fromHers(s.text, x)
	return s.heard.Has("pardon") || words && hers && s.rooms.ear.Holds("after words", s.text)
}

// toldBesideMost is how many words are told at most beside a repair that is still what counts.
const toldBesideMost = 20

// wantsMore: something is told or asked beside it that wants an answer of its own.
func (s *situation) wantsMore(x Exchange) bool {
	told := 0
	more := slices.ContainsFunc(s.heard.Acts, func(a samantha.Act) bool {
		if s.rooms.ear.In("told beside repair", strings.ReplaceAll(a.Kind, ".", " ")) {
			told += len(strings.Fields(a.Text))
			return false
		}
		words, hers := s.fromHers(a.Text, x)
		echo := words && (hers || s.heard.Has("pardon")) || s.asksBack(a.Text, x)
		plain := a.Kind == "ask.list" || a.Kind == "ask.human" || a.Kind == "ask.clock" // "what's on it" asks after no word of hers
		return plain || !s.rooms.ear.In("beside repair", a.Kind) && !echo
	})
	return more || told > toldBesideMost || told > 0 && s.graveNow()
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

// hadEnough: a kind of complaint is that she asks, or bids them tell more.
func hadEnough(kind string) bool { return kind == "asks" || kind == "rest" }

// unaskedFor is for how many answers she asks nothing once they had enough of it.
const unaskedFor = 6

// unasked: they said in this talk, not long ago, that they had enough of being asked.
func (s *situation) unasked() bool {
	if x, ok := s.last(); ok {
		if kind, _ := s.complaint(x); hadEnough(kind) {
			return true
		}
	}
	lately := s.state.Talk[max(0, len(s.state.Talk)-unaskedFor):]
	return !s.opens() && slices.ContainsFunc(lately, func(x Exchange) bool { return x.Enough })
}

// backMost is in how many of the last moments she looks for what they were at.
const backMost = 4

// wayBack adds what they tell beside it, or were telling last, if it can be named: a thing
// of more than a word, and not told in sorrow.
func (s *situation) wayBack(m samantha.Move) samantha.Move {
	if s.namesBeside() {
		m.Slots["back"] = s.heard.Detail
		return m
	}
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

// namesBeside: the thing that this moment tells may be named, and is not of the words that
// they do not follow.
func (s *situation) namesBeside() bool {
	x, _ := s.last()
	d := memory.Detail{ID: s.id.Part("detail", 1), Text: s.heard.Detail}
	return s.tells() && !s.heavy() && s.nameable(d) && !gives(x.Answer, d.Text) && !s.rooms.ear.Holds("of this talk", d.Text)
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
