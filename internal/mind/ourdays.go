package mind

import (
	"slices"
	"strings"
	"time"

	"samantha"
	"samantha/internal/mind/bond"
	"samantha/internal/mind/memory"
)

// ofTheDay is a day that is one of theirs, or the day of a promise: lightly, at most
// one an encounter.
func (s *situation) ofTheDay(moves []samantha.Move) ([]samantha.Move, bool) {
	if !s.light(moves) || s.state.Bond.ToldSince(s.encounterSince()) {
		return nil, false
	}
	for _, find := range []func() (samantha.Move, string, bool){s.vowOfToday, s.birthday, s.lossDay, s.moveDay, s.metDay} {
		m, key, ok := find()
		if !ok || s.state.Bond.ToldToday(key, s.now) {
			continue
		}
		s.tie.done.Told = key
		return append(s.bare(moves), m), true
	}
	return nil, false
}

// vowOfToday is a promise whose day is today; one without a day is remembered when it
// is a month old, and each year.
func (s *situation) vowOfToday() (samantha.Move, string, bool) {
	for _, v := range slices.Backward(s.state.Bond.Vows) {
		span, marked := bond.Anniversary(v.At, s.now)
		today := v.Day == nil && marked && span != "a week"
		if v.Day != nil {
			today = v.Day.In(s.now.Location()).Format(time.DateOnly) == s.now.Format(time.DateOnly)
		}
		if v.Let != nil || !today || !s.mayBringUp(v.What, v.ID) {
			continue
		}
		m := samantha.Move{Act: samantha.DoVowDay, Slots: slots("whose", v.Whose)}
		s.recall(&m, "what", v.ID)
		return m, string(v.ID), true
	}
	return samantha.Move{}, "", false
}

// birthday is the person's own, or one of somebody they told of.
func (s *situation) birthday() (samantha.Move, string, bool) {
	for _, k := range s.state.Memory.All() {
		day, ok := s.birthdayOf(k)
		if !ok || day.Month() != s.now.Month() || day.Day() != s.now.Day() || s.state.Memory.Dead(k.Of) || !s.mayBringUp(k.Of, k.ID) {
			continue
		}
		m := samantha.Move{Act: samantha.DoDayOf, Slots: slots("which", "birthday"), From: []samantha.ID{k.ID.Event()}}
		if k.Of != memory.Person {
			m.Slots["whose"] = "theirs"
			s.recall(&m, "fact", k.ID)
		}
		return m, string(k.ID), true
	}
	return samantha.Move{}, "", false
}

// birthdayOf is the day that a fact tells as a birthday.
func (s *situation) birthdayOf(k memory.Known) (time.Time, bool) {
	if k.Slot != "birthday" || !k.Holds() {
		return time.Time{}, false
	}
	times := s.rooms.ear.Hear("on "+k.Value, earNow(k.Last.In(s.now.Location()))).Times
	if len(times) == 0 {
		return time.Time{}, false
	}
	return times[0].From, true
}

// lossDay is the day, a year or years ago, on which they told of a death.
func (s *situation) lossDay() (samantha.Move, string, bool) { return s.yearsSince("died", "loss") }

// moveDay is the day, a year or years ago, on which they told that they had moved.
func (s *situation) moveDay() (samantha.Move, string, bool) { return s.yearsSince("home", "move") }

// yearsSince is the day of a fact, a year or years after it was told.
func (s *situation) yearsSince(slot, which string) (samantha.Move, string, bool) {
	for _, k := range s.state.Memory.All() {
		if k.Slot != slot || slot == "home" && !moved(k) {
			continue
		}
		span, marked := bond.Anniversary(k.Since, s.now)
		if !marked || !inYears(span) || s.longAgo(k) || !s.mayBringUp(k.Of+" "+k.Value, k.ID) {
			continue
		}
		m := samantha.Move{Act: samantha.DoDayOf, Slots: slots("which", which, "span", span), From: []samantha.ID{k.ID.Event()}}
		if which == "move" {
			s.recall(&m, "fact", k.ID)
		}
		return m, string(k.ID), true
	}
	return samantha.Move{}, "", false
}

// longAgo: a death that was told as one of years ago. The day it was told is no day
// of theirs.
func (s *situation) longAgo(k memory.Known) bool {
	told, ok := s.index.Get(k.ID.Event())
	if k.Slot != "died" || !ok {
		return false
	}
	loss, lost := s.rooms.ear.Hear(told.Text, earNow(told.At)).Act("tell.loss")
	return lost && loss.Slots["past"] != ""
}

// inYears: a span of whole years.
func inYears(span string) bool { return span == "a year" || strings.HasSuffix(span, " years") }

// dates are the days of theirs that she knows.
func (s *situation) dates() []Dated {
	list := []Dated{}
	if met := s.state.Bond.Met; !met.IsZero() {
		list = append(list, Dated{What: "met", Day: met.In(s.now.Location())})
	}
	for _, k := range s.state.Memory.All() {
		day, ok := s.birthdayOf(k)
		switch {
		case ok:
			list = append(list, Dated{ID: k.ID, What: "birthday", Of: k.Of, Day: day})
		case k.Slot == "died" && !s.longAgo(k):
			list = append(list, Dated{ID: k.ID, What: "loss", Of: k.Of, Day: k.Since.In(s.now.Location())})
		case moved(k):
			list = append(list, Dated{ID: k.ID, What: "move", Day: k.Since.In(s.now.Location())})
		}
	}
	return list
}

// moved: a fact tells that the person moved, and it holds.
func moved(k memory.Known) bool {
	return k.Slot == "home" && k.Of == memory.Person && k.Way == samantha.WayChange && k.Holds()
}

// metDay is the day they met, when people mark it.
func (s *situation) metDay() (samantha.Move, string, bool) {
	span, ok := bond.Anniversary(s.state.Bond.Met, s.now)
	if !ok || s.state.Bond.Met.IsZero() || s.earnest() {
		return samantha.Move{}, "", false
	}
	return samantha.Move{Act: samantha.DoDayOf, Slots: slots("which", "met", "span", span)}, "met", true
}

// ritual is what the two do on this day of the week, said of it lightly while it is
// being done.
func (s *situation) ritual(act string) (samantha.Move, bool) {
	does := s.rooms.bond.Does(act)
	h, ok := s.rooms.bond.Ritual(s.state.Bond, does, s.now)
	if !ok || s.earnest() || s.company() || s.state.Paused || s.state.Bond.ToldSince(s.encounterSince()) {
		return samantha.Move{}, false
	}
	s.tie.done.Told = "ritual:" + does
	return samantha.Move{Act: samantha.DoRitual, Slots: slots("what", h.What, "on", s.now.Weekday().String())}, true
}
