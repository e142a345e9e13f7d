package mind

import (
	"slices"
	"strings"
	"time"

	"samantha"
	"samantha/internal/mind/bond"
)

// vows is a promise made: theirs, hers, or both's. She makes none off the record, and
// none that is not hers to keep.
func (s *situation) vows(a samantha.Act) samantha.Move {
	if s.state.Paused {
		return samantha.Move{Act: samantha.DoOffStill}
	}
	whose, what := a.Slots["whose"], a.Slots["what"]
	m := samantha.Move{Act: samantha.DoVow, Slots: slots("what", what, "whose", whose)}
	if whose != samantha.VowTheirs && !s.canPromise(what) {
		m.Slots["cannot"] = "yes"
		return m
	}
	s.tie.vows = append(s.tie.vows, samantha.Vow{Whose: whose, What: what})
	s.tie.done.Kept = append(s.tie.done.Kept, samantha.VowTime{Day: s.dayNamed()})
	return m
}

// canPromise: nothing in it is beyond her: to stay for ever, to keep silent whatever
// happens, to have a body.
func (s *situation) canPromise(what string) bool {
	return !slices.ContainsFunc(strings.Fields(samantha.SentenceKey(what)), func(w string) bool { return s.rooms.ear.In("beyondher", w) })
}

// dayNamed is the day that was named, if it is ahead.
func (s *situation) dayNamed() *time.Time {
	for _, w := range s.heard.Times {
		if w.Day && w.To.After(s.now) {
			day := time.Date(w.From.Year(), w.From.Month(), w.From.Day(), 0, 0, 0, 0, w.From.Location())
			return &day
		}
	}
	return nil
}

// freesVow lets go of the newest promise between them that holds. There is nothing
// to forgive in that.
func (s *situation) freesVow() samantha.Move {
	for _, v := range slices.Backward(s.state.Bond.Vows) {
		if v.Let == nil {
			s.tie.done.Released = []samantha.ID{v.ID}
			m := samantha.Move{Act: samantha.DoVowFree}
			s.recall(&m, "what", v.ID)
			return m
		}
	}
	return samantha.Move{Act: samantha.DoVowFree, Slots: slots("none", "yes")}
}

// ofTheDay is a day that is one of theirs, or the day of a promise: lightly, at most
// one an encounter.
func (s *situation) ofTheDay(moves []samantha.Move) ([]samantha.Move, bool) {
	if !s.light(moves) || s.state.Bond.ToldSince(s.encounterSince()) {
		return nil, false
	}
	for _, find := range []func() (samantha.Move, string, bool){s.vowOfToday, s.birthday, s.lossDay, s.metDay} {
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

// birthday is the person's own, if they told it.
func (s *situation) birthday() (samantha.Move, string, bool) {
	for _, k := range s.state.Memory.Find("person", "birthday") {
		for _, w := range s.rooms.ear.Hear("on "+k.Value, earNow(k.Last.In(s.now.Location()))).Times {
			if w.From.Month() == s.now.Month() && w.From.Day() == s.now.Day() && k.Slot == "birthday" && s.mayBringUp(k.Value, k.ID) {
				return samantha.Move{Act: samantha.DoDayOf, Slots: slots("which", "birthday"), From: []samantha.ID{k.ID.Event()}}, string(k.ID), true
			}
		}
	}
	return samantha.Move{}, "", false
}

// lossDay is the day, a year or years ago, on which they told of a death.
func (s *situation) lossDay() (samantha.Move, string, bool) {
	for _, k := range s.state.Memory.All() {
		span, marked := bond.Anniversary(k.Since, s.now)
		if k.Slot != "died" || !marked || !strings.Contains(span, "year") || span == "half a year" || !s.mayBringUp(k.Of, k.ID) {
			continue
		}
		m := samantha.Move{Act: samantha.DoDayOf, Slots: slots("which", "loss", "span", span), From: []samantha.ID{k.ID.Event()}}
		return m, string(k.ID), true
	}
	return samantha.Move{}, "", false
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
