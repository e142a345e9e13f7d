package mind

import (
	"slices"
	"strconv"
	"time"

	"samantha"
	"samantha/internal/mind/errand"
	"samantha/internal/mind/memory"
)

// What is said of an errand a moment after it was asked for: what it is for, or another
// hour where the first was over.

// over: the time they said has gone by. She says which, and offers the next full hour.
func (s *situation) over(p errand.Planned, with map[string]string) samantha.Move {
	due, err := time.ParseInLocation(samantha.CivilLayout, p.Due.Civil, s.now.Location())
	if err == nil && errand.Days(s.now, due) == 0 {
		with["over"], with["instead"] = s.rooms.desk.Clock(due), s.rooms.desk.When(s.nextHour(), s.now)
	}
	return samantha.Move{Act: samantha.DoErrandPast, Slots: with}
}

// hourAhead is how far off an hour is at least that she offers.
const hourAhead = 15 * time.Minute

// nextHour is the next full hour that is not upon them already.
func (s *situation) nextHour() time.Time {
	at := time.Date(s.now.Year(), s.now.Month(), s.now.Day(), s.now.Hour()+1, 0, 0, 0, s.now.Location())
	if at.Sub(s.now) < hourAhead {
		return at.Add(time.Hour)
	}
	return at
}

// wasOver is the errand they asked for a moment ago whose time was over, as it was asked.
func (s *situation) wasOver() (samantha.Act, bool) {
	last, ok := s.last()
	if !ok || s.opens() || last.Act != samantha.DoErrandPast {
		return samantha.Act{}, false
	}
	was, _, ok := s.errandBefore()
	return was, ok
}

// keepsNext keeps at the hour she offered what they had asked for at one that was over.
func (s *situation) keepsNext() []samantha.Move {
	was, ok := s.wasOver()
	if !ok || !s.heard.Has("yes") || s.heard.Has("errand") {
		return nil
	}
	at := s.nextHour()
	due := samantha.Due{Civil: at.Format(samantha.CivilLayout), Zone: at.Location().String()}
	return []samantha.Move{s.sets(samantha.Errand{Kind: samantha.ErrandReminder, What: was.Slots["what"], Due: due})}
}

// sets keeps an errand, and says what and when.
func (s *situation) sets(e samantha.Errand) samantha.Move {
	s.errands.set = append(s.errands.set, e)
	if e.Due == (samantha.Due{}) {
		return samantha.Move{Act: samantha.DoErrandAt, Slots: slots("errand", e.What, "kind", string(e.Kind))}
	}
	m := samantha.Move{Act: samantha.DoErrandSet, Slots: slots("errand", e.What, "kind", string(e.Kind))}
	at := errand.Kept{Errand: e}.When(s.now.Location())
	m.Slots["when"] = s.at(at)
	if e.Every != "" {
		m.Slots["when"] = s.rooms.desk.Often(at, e.Every)
	}
	return m
}

// errandSet: her last answer was that an errand is kept, or when.
func (s *situation) errandSet() bool {
	last, ok := s.last()
	return ok && !s.opens() && (slices.Contains([]string{samantha.DoErrandSet, samantha.DoErrandMoved, samantha.DoErrandHalf}, last.Act) || s.setThen(last.ID))
}

// setThen: an errand was set in a moment, whatever else she answered there.
func (s *situation) setThen(id samantha.ID) bool {
	return slices.ContainsFunc(s.state.Errands.Kept, func(k errand.Kept) bool { return k.ID.Event() == id && k.Kind != samantha.ErrandItem })
}

// oneMore is another errand like the last, at another time.
func (s *situation) oneMore(a samantha.Act) []samantha.Move {
	k, other, ok := s.one("")
	if !ok {
		return other
	}
	return s.keeps(samantha.Act{Kind: a.Kind, Text: a.Text, Slots: slots("what", k.What)}, k.Kind)
}

// keepsOf has her remind them of what they told last that has a time, on the day of it or
// before.
func (s *situation) keepsOf(a samantha.Act) []samantha.Move {
	told := slices.DeleteFunc(slices.Clone(s.state.Memory.Open()), func(t memory.Thread) bool { return t.Due == nil || t.Whose == memory.Herself })
	if len(told) == 0 {
		return []samantha.Move{{Act: samantha.DoErrandAt, Slots: slots("kind", string(samantha.ErrandReminder))}}
	}
	t := told[len(told)-1]
	number := func(slot string) int { n, _ := strconv.Atoi(a.Slots[slot]); return n }
	due := t.Due.In(s.now.Location())
	day := time.Date(due.Year(), due.Month(), due.Day()-number("back"), 0, 0, 0, 0, s.now.Location())
	w := samantha.When{From: day.Add(time.Duration(number("from")) * time.Hour), To: day.Add(time.Duration(number("to")) * time.Hour)}
	p := s.rooms.desk.Plan(errand.Asked{Kind: samantha.ErrandReminder, Now: s.now, Times: []samantha.When{w}})
	if p.Past {
		return []samantha.Move{s.over(p, slots("errand", or(t.Thing, t.About)))}
	}
	return []samantha.Move{s.sets(samantha.Errand{Kind: samantha.ErrandReminder, What: or(t.Thing, t.About), Due: p.Due})}
}
