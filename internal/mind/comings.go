package mind

import (
	"slices"
	"strings"

	"samantha"
	"samantha/internal/mind/memory"
)

// greet is a greeting for the hour and the absence.
func (s *situation) greet(short bool) samantha.Move {
	m := samantha.Move{
		Act:   samantha.DoGreet,
		Slots: slots("part", samantha.PartOfDay(s.now), "away", absence(s.away)),
		Short: short,
	}
	if told, ok := s.heard.Act("tell.name"); ok {
		m.Slots["name"] = told.Slots["name"]
	} else if name := s.state.Memory.Find(memory.Person, "name"); len(name) > 0 && s.opens() { // once an encounter
		s.recall(&m, "name", name[0].ID)
	}
	if left := s.leftOff(); left.Text != "" && !s.bereaved(mourning) && s.away > 6*encounterPause && !s.cameBackNow() && !s.state.Memory.OfThread(left.ID) && s.mayBringUp(left.Text, left.ID) {
		s.recall(&m, "about", left.ID)
	}
	return m
}

// leftOff is the particular the encounter before ended with.
func (s *situation) leftOff() memory.Detail {
	if !s.opens() {
		return s.state.LeftOff
	}
	return s.lastDetail()
}

// lastDetail is the particular that was told last, nothing told in sorrow.
func (s *situation) lastDetail() memory.Detail {
	for _, d := range slices.Backward(s.state.Memory.Details) {
		if !d.Dark {
			return d
		}
	}
	return memory.Detail{}
}

// goodbyeMoments is how many moments an encounter needs before its goodbye
// carries something of it.
const goodbyeMoments = 3

// goodbye is one sentence that may carry one particular of the encounter.
func (s *situation) goodbye() samantha.Move {
	a, _ := s.heard.Act("goodbye")
	m := samantha.Move{Act: samantha.DoGoodbye, Slots: slots("part", or(a.Slots["part"], samantha.PartOfDay(s.now)))}
	if known := s.state.Memory.Find(memory.Person, "name"); len(known) > 0 && !s.saidName(known[0].Value) {
		s.recall(&m, "name", known[0].ID)
	}
	if s.encounterMoments() < goodbyeMoments || s.earnest() || s.distant() {
		return m
	}
	if id, ok := s.ofTonight(); ok {
		s.recall(&m, "detail", id)
	}
	return m
}

// saidName: she has said the name in this encounter, but for the moment in which it was
// told.
func (s *situation) saidName(name string) bool {
	return slices.ContainsFunc(s.state.Talk, func(x Exchange) bool {
		return gives(x.Answer, name) && x.Act != samantha.DoMet && !x.At.Before(s.state.Encounter.Since)
	})
}

// ofTonight is one particular of this encounter that a goodbye may carry, nothing
// told in sorrow: a thing that was not given back yet, or any thing.
func (s *situation) ofTonight() (samantha.ID, bool) {
	for _, again := range []bool{false, true} {
		for _, t := range slices.Backward(s.state.Memory.Topics) {
			pointed := strings.Contains(t.Text, " ") && t.Name == "" && t.Relation == "" && !s.ofAnother(t.Text)
			if pointed && s.wholeThing(t.Text) && (t.Sort == "it" || t.Sort == "pet") && !s.dark(t.ID) && s.mayBringUp(t.Text, t.ID) && (again || !s.gaveBack(t.Text)) {
				return t.ID, true
			}
		}
	}
	return "", false
}

// wholeMost is how many words a thing has at most that a goodbye may carry.
const wholeMost = 4

// wholeThing: some words name one thing and nothing is cut off them: "my good pencil",
// not "the youd charm" nor "forty kilos worth of sad".
func (s *situation) wholeThing(words string) bool {
	all := strings.Fields(words)
	first := strings.ToLower(all[0])
	led := s.rooms.ear.In("possessive", first) || s.rooms.ear.In("determiner", first)
	return led && len(all) <= wholeMost && s.rooms.ear.Noun(strings.ToLower(all[len(all)-1]))
}

// ofAnother: a thing said to be somebody's by a pronoun means nothing out of its
// place: "good night to his van".
func (s *situation) ofAnother(thing string) bool {
	first, _, _ := strings.Cut(thing, " ")
	return s.rooms.ear.In("another", first)
}

// gaveBack: one of her last answers held the words already.
func (s *situation) gaveBack(detail string) bool {
	return slices.ContainsFunc(s.state.Talk, func(x Exchange) bool { return gives(x.Answer, detail) })
}
