package mind

import (
	"time"

	"samantha"
	"samantha/internal/mind/errand"
)

// hourOf works out an hour on the clock from another and a length, or how long it is till
// one; nil if one of them was not said.
func (s *situation) hourOf(a samantha.Act) []samantha.Move {
	asked := s.timeOf(a, samantha.ErrandTimer)
	at := s.now
	if a.Slots["now"] == "" {
		if len(asked.Times) == 0 {
			return nil
		}
		at = errand.NextClock(asked.Times[0], s.now)
	}
	length := time.Duration(asked.Seconds) * time.Second
	switch {
	case a.Slots["until"] != "":
		return []samantha.Move{{Act: samantha.DoHour, Slots: slots("long", s.rooms.desk.Length(at.Sub(s.now).Round(time.Minute)))}}
	case length == 0:
		return nil
	case a.Slots["by"] == "earlier":
		length = -length
	}
	return []samantha.Move{{Act: samantha.DoHour, Slots: slots("when", s.rooms.desk.Clock(at.Add(length)))}}
}

// whenDue is when an errand is due that a question names: "when am I ringing the bank?"
func (s *situation) whenDue(a samantha.Act) []samantha.Move {
	if !s.rooms.ear.Holds("asks when due", a.Text) || s.state.Paused {
		return nil
	}
	var due []errand.Kept
	for _, k := range s.state.Errands.Open(s.now.Location()) {
		if at := k.When(s.now.Location()); at.After(s.now) && s.rooms.desk.Names(a.Text, k.What) {
			due = append(due, k)
		}
	}
	if len(due) == 0 {
		return nil
	}
	m := samantha.Move{Act: samantha.DoErrandAgenda}
	s.lists(&m, due, s.at)
	return []samantha.Move{m}
}
