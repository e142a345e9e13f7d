package mind

import (
	"strings"

	"samantha"
)

// told is what she does with something told.
func (s *situation) told(a samantha.Act) []samantha.Move { return s.befitting(s.toldByRule(a)) }

// toldByRule is what she does with something told, whichever side of things it lies on.
func (s *situation) toldByRule(a samantha.Act) []samantha.Move {
	if moves := s.toldPlainly(a); moves != nil {
		return moves
	}
	if s.wry(a) {
		return []samantha.Move{s.goingOn(nil)}
	}
	if s.mourns() && !s.troubles() && (a.Kind != "tell.feeling" || s.lostPronoun() != "") {
		return []samantha.Move{s.mourn(a)}
	}
	if m, ok := s.choosesNow(); ok {
		return []samantha.Move{m}
	}
	if s.answersHer(a) && s.picked() == "" {
		if moves := s.remarks(); moves != nil {
			return moves
		}
		if m, ok := s.struck(); ok {
			return []samantha.Move{m}
		}
		return []samantha.Move{s.takesAnswer()}
	}
	if moves := s.remarks(); moves != nil {
		return moves
	}
	if a.Kind == "tell.plan" && s.ownPlan(a) {
		if m, ok := s.senses(); ok && s.rooms.heart.Tells(s.text) {
			return []samantha.Move{m} // "I was going to", of what is over
		}
		return s.following(s.planned(a))
	}
	if m, ok := s.differs(); ok {
		return []samantha.Move{m}
	}
	if s.tearsOfJoy() || a.Kind == "tell.feeling" && s.rooms.ear.Holds("lacking", s.text) { // happy, but without her
		return []samantha.Move{s.taking(a)}
	}
	if a.Kind == "tell.feeling" && s.gladFeeling() {
		return []samantha.Move{s.rejoicing()}
	}
	return s.toldAs(a)
}

// toldPlainly is what she does with a telling that has one answer, whatever is told with
// it; nil if it is none.
func (s *situation) toldPlainly(a samantha.Act) []samantha.Move {
	switch a.Kind {
	case "tell.loss":
		return []samantha.Move{s.losing(a)}
	case "tell.name":
		if s.company() {
			return s.introduced(a.Slots["name"])
		}
		if m, ok := s.differs(); ok {
			return []samantha.Move{m}
		}
		return s.met(a)
	case "tell.sent":
		return []samantha.Move{{Act: samantha.DoSent, Slots: slots("who", s.theirs(a.Slots["who"]))}}
	case "tell.called":
		if len(s.facts) == 0 {
			return []samantha.Move{{Act: samantha.DoNoted, Slots: slots("slot", "name", "value", a.Slots["name"])}}
		}
	case "tell.dream":
		return s.dreamt(a)
	case "tell.joke":
		return []samantha.Move{{Act: samantha.DoJoked}}
	case "tell.jest":
		if s.jests() {
			return []samantha.Move{{Act: samantha.DoJest}}
		}
	case "tell.alias":
		return []samantha.Move{{Act: samantha.DoAlias, Slots: slots("name", a.Slots["name"])}}
	}
	return nil
}

// planned is a plan of theirs, with what it is like: in a heavy talk, a small one for the
// evening, one that is open from now on, one they have just decided on.
func (s *situation) planned(a samantha.Act) samantha.Move {
	return samantha.Move{Act: samantha.DoPlan, Slots: slots(
		"detail", either(gives(a.Text, s.phrase()), s.phrase(), ""), "when", a.Slots["when"],
		"sober", yes(s.heavy() || s.troubled(lingers)), "small", yes(s.rooms.ear.Holds("small plan", s.text)),
		"kept", yes(len(s.opened) > 0), "wish", yes(s.rooms.ear.Holds("wishes", a.Text)), "decided", yes(!s.opens() && s.rooms.ear.Holds("decides", a.Text)),
	)}
}

// toldAs is what she does with a telling by how it was meant: what is hard, a feeling,
// good news, a fact, or just something.
func (s *situation) toldAs(a samantha.Act) []samantha.Move {
	if m, ok := s.senses(); ok {
		return []samantha.Move{m}
	}
	if s.fitting() && !s.contradicted() {
		return s.following(s.taking(a))
	}
	if s.graveNow() && (s.heard.Has("tell.hard") || s.heard.Has("tell.loss") || s.toldLast().Kind == "cried" || s.sad() || len(s.closed) > 0) {
		if s.mishap() {
			return []samantha.Move{s.taking(a)}
		}
		if m, ok := s.tenor(); ok && s.hardKind() == "" {
			return []samantha.Move{m}
		}
		return s.comforting()
	}
	if a.Kind == "tell.feeling" && s.reading.Valence <= faintlyGood && s.laughsAloud() {
		return []samantha.Move{s.goingOn(nil)}
	}
	if a.Kind == "tell.feeling" && s.tone() != samantha.ToneGlad {
		return []samantha.Move{{Act: samantha.DoFelt, Slots: slots("feeling", a.Slots["feeling"], "of", yes(s.feltOf(a)), "well", yes(s.reading.Valence > faintlyGood || s.rooms.ear.In("faintly well", a.Slots["feeling"])))}}
	}
	if s.tone() == samantha.ToneGlad {
		m := s.rejoicing()
		if m.Recall["waited"] != "" || m.Slots["how"] != "" {
			return []samantha.Move{m} // a wait that is over wants no question, and news says enough
		}
		return s.following(m)
	}
	if m, ok := s.tenor(); ok && s.troubles() {
		return []samantha.Move{m}
	}
	if n := s.weightiest(); n >= 0 && len(strings.Fields(s.text)) <= roomy {
		if s.rooms.ear.In("noted in silence", s.facts[n].Slot) && len(strings.Fields(s.text)) > briefest {
			return s.following(s.taking(a)) // it is kept; saying it back is a clerk's work
		}
		if m, ok := s.struck(); ok && s.facts[n].Slot != "name" {
			return []samantha.Move{m}
		}
		return s.noted(n)
	}
	return s.following(s.taking(a))
}

// faintlyGood is the valence from which on a word for a feeling is one for a good one.
const faintlyGood = 0.2

// feltOf: they say of what they feel it: "scared he'll be polite".
func (s *situation) feltOf(a samantha.Act) bool {
	_, of, _ := strings.Cut(strings.ToLower(a.Text), strings.ToLower(a.Slots["feeling"]))
	return len(strings.Fields(of)) > 1
}

// weightiest is the fact of this moment that she takes up: the last one told that
// is more than a number, for what matters is said last; -1 if there is none.
func (s *situation) weightiest() int {
	found := -1
	for i, f := range s.facts {
		inPassing := (f.Slot == "likes" || f.Slot == "dislikes") && len(strings.Fields(s.text)) > briefly
		inPassing = inPassing || f.Way == samantha.WayPassing // what is told with it is answered
		inPassing = inPassing || f.Way == samantha.WayHedged && !s.rooms.ear.Holds("hedges", s.text)
		inPassing = inPassing || s.rooms.ear.In("came out", f.Value)
		if f.Slot != "" && !inPassing && f.Way != samantha.WayOver && (found < 0 || f.Slot != "age") && !s.repeatsFact(f) {
			found = i
		}
	}
	return found
}
