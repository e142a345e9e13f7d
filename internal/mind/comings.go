package mind

import (
	"slices"

	"samantha"
	"samantha/internal/mind/memory"
)

// greet is a greeting for the hour and the absence.
func (s *situation) greet(short bool) samantha.Move {
	m := samantha.Move{
		Act:   samantha.DoGreet,
		Slots: slots("part", or(s.theirHour(), samantha.PartOfDay(s.now)), "hour", s.theirHour(), "away", absence(s.away)),
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

// lastTalked answers what they talked about: just now, with what they told last in this talk,
// or at any time, where no other talk is known.
func (s *situation) lastTalked(a samantha.Act) []samantha.Move {
	plain := s.lastTime(a.Slots["here"] != "")
	if a.Slots["just"] == "" {
		return plain
	}
	told := s.spokenTonight()
	if plain[0].Act == samantha.DoNothing {
		told = s.toldLately()
		slices.Reverse(told)
	}
	for _, m := range slices.Backward(told) {
		if m.ID == s.id || !s.hasTold(m.Text) {
			continue
		}
		move := samantha.Move{Act: samantha.DoLast}
		s.recall(&move, "quote", m.ID)
		return []samantha.Move{move}
	}
	return plain
}

// hoursSaid are the parts of a day that a greeting may name, as lists of words for them.
func hoursSaid() []string { return []string{"morning", "afternoon", "evening"} }

// theirHour is the part of the day that they greet her with, "" if they name none: it is
// theirs to know, and her clock may be wrong.
func (s *situation) theirHour() string {
	greeting, ok := s.heard.Act("greet")
	if !ok {
		return ""
	}
	for _, part := range hoursSaid() {
		if s.rooms.ear.Holds("said "+part, greeting.Text) {
			return part
		}
	}
	return ""
}
