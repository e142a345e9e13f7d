package mind

import (
	"slices"
	"strings"

	"samantha"
)

// sidesReach is in how many of the last things they said she looks for what they are torn
// between, where they ask without naming it.
const sidesReach = 3

// sides is her view of what they are torn between: which of the two she would lean to, and
// a reason out of what they told; false if nothing was named, or it is not hers to lean in.
func (s *situation) sides(a samantha.Act) (samantha.Move, bool) {
	if s.grim() {
		return samantha.Move{}, false // no light word on what weighs
	}
	m, ok := s.tornNow(a)
	if !ok || s.rooms.ear.Holds("unleaned", m.Slots["one"]+" "+m.Slots["two"]) {
		return samantha.Move{}, false
	}
	return m, true
}

// tornNow finds the two in what is asked, else in what they told last.
func (s *situation) tornNow(a samantha.Act) (samantha.Move, bool) {
	if m, ok := s.tornIn(s.text, ""); ok {
		return m, true
	}
	if what := a.Slots["what"]; what != "" {
		return s.single(what)
	}
	if a.Slots["about"] != "" || a.Slots["topic"] != "" {
		return samantha.Move{}, false
	}
	told := s.spokenTonight()
	for i := len(told) - 1; i >= max(0, len(told)-sidesReach); i-- {
		if m, ok := s.tornIn(told[i].Text, told[i].ID); ok {
			return m, true
		}
		if m, ok := s.ofTwo(told[i].Text); ok && a.Kind == "ask.which" {
			return m, true
		}
	}
	return samantha.Move{}, false
}

// tornIn is what a text is torn between; from is the telling it is of, "" of this moment.
func (s *situation) tornIn(text string, from samantha.ID) (samantha.Move, bool) {
	for _, t := range s.rooms.ear.Evening(text, s.context()) {
		one, two, but := t.Slots["one"], t.Slots["two"], t.Slots["but"]
		if t.Kind != "or" && t.Kind != "but" || one == "" || len(strings.Fields(one+" "+two+" "+but)) > clauseMost+fragmentMost {
			continue
		}
		if t.Kind == "or" && !s.plainSides(one, two) {
			continue
		}
		if s.pull(two) > s.pull(one) {
			one, two = two, one
		}
		m := samantha.Move{Act: samantha.DoSides, Slots: slots("one", one, "two", two, "but", but, "do", s.doable(one, two))}
		if from != "" {
			m.From = []samantha.ID{from}
		}
		return m, true
	}
	return samantha.Move{}, false
}

// plainSides: two are things or doings that somebody can choose between. A clause with
// its own subject, or a doubt such as "not" or "is that daft", is none: what it stands
// in asks yes or no.
func (s *situation) plainSides(one, two string) bool {
	for _, side := range []string{one, two} {
		words := strings.Fields(samantha.SentenceKey(side))
		if len(words) == 0 || len(words) > twoMost || s.rooms.ear.In("no side", words[0]) {
			return false
		}
		if slices.ContainsFunc(words, func(w string) bool { return s.rooms.ear.In("side subjects", w) }) {
			return false
		}
	}
	return true
}

// doable is "yes" where both of two are something to do, "" where one is a thing.
func (s *situation) doable(one, two string) string {
	does := func(side string) bool {
		words := strings.Fields(samantha.SentenceKey(side))
		return len(words) > 0 && (s.rooms.ear.Verb(words[0]) || s.rooms.ear.In("leansto", words[0]) || s.rooms.ear.In("leansfrom", words[0]))
	}
	return yes(does(one) && does(two))
}

// single is her view of one thing they might do; false where nothing in it pulls her.
func (s *situation) single(what string) (samantha.Move, bool) {
	words := strings.Fields(what)
	if len(words) == 0 || len(words) > clauseMost || strings.Contains(what, " or ") {
		return samantha.Move{}, false
	}
	pull := s.pull(what)
	reaches := s.rooms.ear.In("reaches out", strings.ToLower(words[0])) && pull >= 0
	if !reaches && (pull == 0 || s.rooms.ear.Holds("somebody else", what)) {
		return samantha.Move{}, false
	}
	return samantha.Move{Act: samantha.DoSides, Slots: slots("one", what, "lean", either(pull < 0, "from", "to"), "reaches", yes(reaches))}, true
}

// pull is how much more of what she leans to than of what she leans from is in some words.
func (s *situation) pull(words string) int {
	n := 0
	for _, w := range strings.Fields(words) {
		switch {
		case s.rooms.ear.In("leansto", w):
			n++
		case s.rooms.ear.In("leansfrom", w):
			n--
		}
	}
	return n
}

// asksView: what she is asked is what she thinks of what they told, or would do.
func asksView(a samantha.Act) bool {
	return a.Kind == "ask.advice" || a.Kind == "ask.which" || a.Kind == "ask.view" && a.Slots["that"] != ""
}

// offersBare: a question is two things and no more: "airport or home?"
func (s *situation) offersBare(a samantha.Act) bool {
	words := s.beyondLead(a.Text)
	return a.Kind == "ask.other" && len(words) > 2 && len(words) <= twoMost && !s.rooms.ear.In("question", words[0]) && !s.rooms.ear.In("auxiliary", words[0])
}

// askedTonight answers what hangs on this very talk: her view of what they are torn
// between, something good to say, something before they go, and what they told of it.
func (s *situation) askedTonight(a samantha.Act) []samantha.Move {
	switch {
	case asksView(a):
		if pick, ok := s.heard.Act("ask.pick"); ok {
			return []samantha.Move{s.picks(pick.Slots["one"], pick.Slots["two"])} // "Your opinion. Open or enclosed?"
		}
		if m, ok := s.sides(a); ok {
			return []samantha.Move{m}
		}
	case (a.Kind == "ask.view" || s.offersBare(a)) && strings.Contains(a.Slots["topic"], " or "):
		if m, ok := s.ofTwo(a.Slots["topic"]); ok && s.plainSides(m.Slots["one"], m.Slots["two"]) {
			return []samantha.Move{m}
		}
	case a.Kind == "ask.small":
		return s.smallView(a)
	case a.Kind == "ask.kindly":
		return []samantha.Move{s.kindly(a)}
	case a.Kind == "ask.sayto":
		return []samantha.Move{s.sayTo(a)}
	case a.Kind == "ask.parting":
		return []samantha.Move{s.parting()}
	case a.Kind == "ask.sorry":
		return s.sorryFor()
	case a.Kind == "ask.pick":
		return []samantha.Move{s.picks(a.Slots["one"], a.Slots["two"])}
	case a.Kind == "ask.suggest":
		return []samantha.Move{{Act: samantha.DoSuggests, Slots: slots("sort", a.Slots["sort"])}}
	case a.Kind == "ask.meant":
		return []samantha.Move{s.explains()}
	case a.Kind == "ask.failed":
		return []samantha.Move{{Act: samantha.DoFailed}}
	case a.Kind == "ask.twice":
		return []samantha.Move{{Act: samantha.DoAskedTwice}}
	}
	return nil
}
