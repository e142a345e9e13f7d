package mind

import (
	"slices"
	"time"

	"samantha"
	"samantha/internal/mind/errand"
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
	for _, m := range slices.Backward(s.spokenTonight()) {
		if m.ID == s.id {
			continue
		}
		acts := s.rooms.ear.Acts(m.Text, earNow(m.At.In(s.now.Location())))
		at := slices.IndexFunc(acts, func(a samantha.Act) bool { return under(a.Kind, "errand") })
		return acts[max(at, 0)], at >= 0
	}
	return samantha.Act{}, false
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
	m.Slots["when"] = s.at(errand.Kept{Errand: e}.When(s.now.Location()))
	return m
}

// errandSet: her last answer was that an errand is kept, or when.
func (s *situation) errandSet() bool {
	last, ok := s.last()
	return ok && !s.opens() && slices.Contains([]string{samantha.DoErrandSet, samantha.DoErrandMoved, samantha.DoErrandHalf}, last.Act)
}

// names says what an errand is for that was set without: it takes the place of the bare one.
func (s *situation) names(a samantha.Act) []samantha.Move {
	k, _, ok := s.one("")
	if !ok || k.What != "" || a.Slots["what"] == "" {
		return s.listen()
	}
	s.become(samantha.ErrandCancelled, []errand.Kept{k})
	return []samantha.Move{s.sets(samantha.Errand{Kind: k.Kind, What: a.Slots["what"], Due: k.Due, Every: k.Every})}
}
