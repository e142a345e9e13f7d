package mind

import (
	"slices"

	"samantha"
	"samantha/internal/mind/hearing"
	"samantha/internal/mind/memory"
)

// goodbyeMoments is how many moments an encounter needs before its goodbye
// carries something of it, and keepsakesMost how many tellings of it are looked through.
const (
	goodbyeMoments = 3
	keepsakesMost  = 16
)

// goodbye is one sentence that answers why they leave, and may carry one particular of
// the encounter.
func (s *situation) goodbye() samantha.Move {
	a, _ := s.heard.Act("goodbye")
	why := s.whyLeaves()
	if (why == "eased" || why == "fond" || why == "thanks") && (s.shadowed() || s.troubled(lingers)) {
		why = "tender" // they thank her, and it is still hard
	}
	m := samantha.Move{Act: samantha.DoGoodbye, Slots: slots("part", or(a.Slots["part"], samantha.PartOfDay(s.now)), "why", why, "bed", yes(why == "bed"))}
	if known := s.state.Memory.Find(memory.Person, "name"); len(known) > 0 && !s.saidName(known[0].Value) {
		s.recall(&m, "name", known[0].ID)
	}
	bare := []string{"cross", "tender", "eased", "rush", "care", "visit", "luck"} // there is no ear for more
	if s.encounterMoments() < goodbyeMoments || s.distant() || slices.Contains(bare, why) {
		return m
	}
	if k, ok := s.keepsake(); ok {
		s.recall(&m, "detail", k.part())
		m.Slots["kind"] = k.kind
	}
	return m
}

// whyLeaves is why they leave, as they say it: what weighs most, and of that what they
// said last.
func (s *situation) whyLeaves() string {
	why := ""
	for _, t := range s.rooms.ear.Parting(s.text, s.context()) {
		if next := t.Slots["why"]; t.Kind == "leaves" && (why == "" || weightOf(next) >= weightOf(why)) {
			why = next
		}
	}
	return why
}

// weightOf is how much a reason for leaving counts beside another: what they feel, and
// the luck they ask for, before what calls them, and that before what is said out of courtesy.
func weightOf(why string) int {
	switch why {
	case "cross", "tender", "eased", "luck":
		return 2
	case "again", "thanks", "fond", "wish":
		return 0
	}
	return 1
}

// saidName: she has said the name in this encounter, but for the moment in which it was
// told.
func (s *situation) saidName(name string) bool {
	return slices.ContainsFunc(s.state.Talk, func(x Exchange) bool {
		return gives(x.Answer, name) && x.Act != samantha.DoMet && !x.At.Before(s.state.Encounter.Since)
	})
}

// keepsake is a particular that a goodbye may carry: its words, and what sort of thing it
// is, by hearing/en/partings.txt.
type keepsake struct {
	clause
	kind string
}

// keepsake is the particular of this encounter that is best to leave with: what lies
// ahead of them, what turned out well, what they are down with, or else what was told last of
// what is dear to them. Nothing told in sorrow is one, and beside sorrow nothing light.
func (s *situation) keepsake() (best keepsake, ok bool) {
	told := s.openlyTonight()
	rank := 0
	for i, m := range slices.Backward(told) {
		if s.enough(told[i+1:]) {
			break
		}
		for _, t := range s.rooms.ear.Parting(m.Text, s.context()) {
			kind, r := rankOf(t)
			if kind == "someone" && s.deathSaid() || r <= rank || r < weighty && (s.earnest() || s.dark(m.ID)) || !s.mayBringUp(m.Text, m.ID) || s.answersNothing(m) {
				continue
			}
			if c, found := clauseOf(m, or(t.Slots["what"], t.Slots["who"])); found {
				best, rank = keepsake{c, kind}, r
			}
		}
	}
	return best, rank > 0
}

// deathSaid: a death or a grave illness was told in this talk, in however few words.
func (s *situation) deathSaid() bool {
	return slices.ContainsFunc(s.state.Talk, func(x Exchange) bool { return s.rooms.ear.In("deathsaid", x.Kind) })
}

// enough: so many tellings were looked through as are.
func (s *situation) enough(told []samantha.Memory) bool {
	if len(told) < keepsakesMost {
		return false
	}
	return len(slices.DeleteFunc(slices.Clone(told), s.answersNothing)) >= keepsakesMost
}

// weighty is the rank of what may be said beside sorrow, too.
const weighty = 3

// rankOf is the sort of a thing that a goodbye may carry and how much it is worth one; 0
// for what is none.
func rankOf(t hearing.Asked) (kind string, rank int) {
	switch t.Kind {
	case "ahead":
		return or(either(t.Slots["dread"] != "", "dread", ""), t.Kind), weighty + 1
	case "ails":
		return t.Kind, weighty
	case "luck":
		return t.Kind, weighty - 1
	case "someone", "creature", "grows", "made", "fresh":
		return t.Kind, 1
	}
	return "", 0
}
