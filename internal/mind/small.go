package mind

import (
	"slices"
	"strings"

	"samantha"
	"samantha/internal/mind/hearing"
)

// smallView is her small opinion of what is put to her, or what they want said to them. What
// might do harm she does not say yes to; whether that is wrong is a question of its own.
func (s *situation) smallView(a samantha.Act) []samantha.Move {
	sort, what := a.Slots["sort"], a.Slots["what"]
	if sort == "short" && s.heard.Has("goodbye") {
		return []samantha.Move{s.goodbye()} // they go, and that is what is answered
	}
	if sort == "keepyou" && s.state.Paused {
		sort = "keepoff"
	}
	if s.rooms.ear.In("decides sort", sort) && s.grim() {
		return []samantha.Move{{Act: samantha.DoSmall, Slots: slots("sort", "weighs")}}
	}
	if s.rooms.ear.Holds("harmful", a.Text) || s.rooms.ear.Holds("of it", a.Text) && s.rooms.ear.Holds("harmful", s.saidBefore()) {
		if sort == "harmless" {
			moral := samantha.Act{Kind: "ask.view", Text: a.Text, Slots: slots("moral", "yes", "topic", what)}
			if moves := s.opinion(moral); moves != nil {
				return moves
			}
		}
		sort = "unsure"
	}
	if sort == "goodidea" && s.rooms.ear.Holds("big step", s.text) {
		sort = "bigstep"
	}
	m := samantha.Move{Act: samantha.DoSmall, Slots: slots("sort", sort, "how", a.Slots["how"], "self", a.Slots["self"])}
	if sort == "push" {
		m.Slots["what"] = what
	}
	return []samantha.Move{m}
}

// hit is her word to somebody whom somebody at home hits: it is named for what it is,
// whatever else was said or asked of it.
func (s *situation) hit() []samantha.Move {
	before := s.saidBefore()
	asksOfIt := strings.HasSuffix(strings.TrimSpace(s.text), "?") && s.rooms.ear.Holds("of it", s.text) // "is that normal?"
	if s.care.Level > 0 || s.rooms.ear.Holds("small ones", s.text+" "+before) || !s.tellsOfHits(s.text) && !(asksOfIt && s.tellsOfHits(before)) {
		return nil
	}
	return []samantha.Move{{Act: samantha.DoSmall, Slots: slots("sort", "hits")}}
}

// tellsOfHits: somebody at home hits whoever says this (hearing/en/evening.txt).
func (s *situation) tellsOfHits(text string) bool {
	return slices.ContainsFunc(s.rooms.ear.Evening(text, s.context()), func(a hearing.Asked) bool { return a.Kind == "hits" })
}

// unjudged is her word to somebody who tells a small thing and wants not to be judged for it.
func (s *situation) unjudged() []samantha.Move {
	if !s.rooms.ear.Holds("no judging", s.text) || s.heavy() || s.heavyAct() || s.graveNow() || s.shadowed() || s.heard.Has("ask") {
		return nil
	}
	return []samantha.Move{{Act: samantha.DoSmall, Slots: slots("sort", "nojudge")}}
}

// whyMost is how many words a question after the reason of a choice of hers has at most, and
// bareMost a bare "why".
const whyMost, bareMost = 8, 3

// chosenWhy: they ask why she chose as she did, right after it. She has a
// leaning behind it and no more, and says so.
func (s *situation) chosenWhy(a samantha.Act) ([]samantha.Move, bool) {
	x, ok := s.last()
	named := x.Act == samantha.DoNames
	if !ok || s.opens() || !x.Chose && !named || !under(a.Kind, "ask") || a.Kind == "ask.small" {
		return nil, false
	}
	words := s.beyondLead(a.Text)
	bare := len(words) > 0 && len(words) <= bareMost && words[0] == "why" // "and why that one"
	if len(words) > whyMost || !bare && !s.rooms.ear.Holds("asks grounds", a.Text) {
		return nil, false
	}
	return []samantha.Move{{Act: samantha.DoSmall, Slots: slots("sort", either(named, "whyname", "grounds"))}}, true
}

// twoMost is how many words each of two things has at most that she names in choosing.
const twoMost = 8

// choosesNow is her choice where she asked between which two it is, and they say them.
func (s *situation) choosesNow() (samantha.Move, bool) {
	if x, ok := s.last(); !ok || s.opens() || !x.Two {
		return samantha.Move{}, false
	}
	if m, ok := s.ofTwo(s.text); ok {
		return m, true
	}
	if !strings.Contains(strings.ToLower(s.text), " or ") || s.rooms.ear.Holds("unleaned", s.text) {
		return samantha.Move{}, false
	}
	return samantha.Move{Act: samantha.DoSides, Slots: slots("one", "the first", "two", "the second")}, true // each told at length
}

// ofTwo is her choice of two things that a text names and little more.
func (s *situation) ofTwo(text string) (samantha.Move, bool) {
	var one, two string
	for _, t := range s.rooms.ear.Evening(strings.ReplaceAll(text, ":", ","), s.context()) {
		switch t.Kind {
		case "two":
			one, two = t.Slots["one"], t.Slots["two"]
		case "first":
			one = t.Slots["one"]
		case "second":
			two = t.Slots["two"]
		}
	}
	if one == "" || two == "" || s.rooms.ear.Holds("unleaned", text) {
		return samantha.Move{}, false
	}
	one, two = named(one, "the first"), named(two, "the second")
	if s.pull(two) > s.pull(one) {
		one, two = two, one
	}
	return samantha.Move{Act: samantha.DoSides, Slots: slots("one", one, "two", two, "do", s.doable(one, two))}, true
}

// owesChoice is her choice where they hold her to it: she asked for the two a moment ago,
// and they have said them since; else she asks for them again.
func (s *situation) owesChoice() (samantha.Move, bool) {
	lately := s.state.Talk[max(0, len(s.state.Talk)-sidesReach):]
	if s.opens() || !slices.ContainsFunc(lately, func(x Exchange) bool { return x.Two }) {
		return samantha.Move{}, false
	}
	told := s.spokenTonight()
	for _, m := range slices.Backward(told[max(0, len(told)-sidesReach):]) {
		if choice, ok := s.ofTwo(m.Text); ok {
			return choice, true
		}
	}
	return samantha.Move{Act: samantha.DoPicks}, true
}

// named is one of two things in few words: as far as its first comma, or by its place.
func named(thing, place string) string {
	thing, _, _ = strings.Cut(thing, ",")
	if len(strings.Fields(thing)) > twoMost {
		return place
	}
	return strings.TrimSpace(thing)
}

// chorus: what she said so was theirs, or nothing that has a reason.
func chorus(sort string) bool {
	return slices.Contains([]string{"agree", "push", "off", "hope", "heard", "nobody", "tellme", "didknow", "noask", "short", "longer", "honest", "advise", "trick", "yourown"}, sort)
}

// answersOnce leaves out of what answers several questions at once what has no answer,
// where another has one or they leave; and a second choice or small opinion.
func (s *situation) answersOnce(moves []samantha.Move) []samantha.Move {
	empty := func(m samantha.Move) bool {
		return m.Act == samantha.DoBetween && m.Slots["form"] == "" || m.Act == samantha.DoNothing || m.Act == samantha.DoView && m.Slots["topic"] == "" && m.Slots["like"] == ""
	}
	told := slices.ContainsFunc(moves, func(m samantha.Move) bool { return !empty(m) && m.Act != samantha.DoGreet })
	if told || s.heard.Has("goodbye") {
		moves = slices.DeleteFunc(moves, empty)
	}
	if len(moves) > 1 && !slices.ContainsFunc(moves, func(m samantha.Move) bool { return !empty(m) }) {
		moves = moves[:1]
	}
	if slices.ContainsFunc(moves, func(m samantha.Move) bool { return opines(m.Act) }) {
		moves = slices.DeleteFunc(moves, func(m samantha.Move) bool { return m.Act == samantha.DoGoesOn || empty(m) })
	}
	for _, alone := range []string{samantha.DoTwenty, samantha.DoQuip} {
		if i := slices.IndexFunc(moves, func(m samantha.Move) bool { return m.Act == alone }); i >= 0 {
			return moves[i : i+1] // what was asked for in fun wants the room for itself
		}
	}
	chosen := false
	return slices.DeleteFunc(moves, func(m samantha.Move) bool {
		again := chosen && opines(m.Act)
		chosen = chosen || opines(m.Act)
		return again
	})
}

// madeUp: what she said was a joke or a word of her own on some matter, from nobody's telling.
func madeUp(act string) bool {
	return slices.Contains([]string{samantha.DoQuip, samantha.DoGives, samantha.DoNames, samantha.DoRemark, samantha.DoSmall}, act)
}

// opines: an act is a choice or a small opinion of hers.
func opines(act string) bool {
	return act == samantha.DoSides || act == samantha.DoPicks || act == samantha.DoSmall || act == samantha.DoAdvice
}

// ofWhatSheDoes: they ask whether she does or is something, and nothing of themselves.
func (s *situation) ofWhatSheDoes(a samantha.Act) bool {
	return a.Kind == "ask.other" && s.rooms.ear.Holds("asks what she does", a.Text) && !s.rooms.ear.Holds("of them", a.Text)
}
