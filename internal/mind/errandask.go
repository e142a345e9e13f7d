package mind

import (
	"slices"
	"strconv"
	"time"

	"samantha"
	"samantha/internal/mind/errand"
)

// ofErrands answers what is asked about what she keeps, and the small questions
// of a day: dates, sums, measures.
func (s *situation) ofErrands(a samantha.Act) []samantha.Move {
	switch a.Kind {
	case "ask.list":
		return s.readsList(a)
	case "ask.notes":
		return s.readsNotes(a)
	case "ask.left":
		return s.isLeft()
	case "ask.agenda":
		return s.agenda(a)
	case "ask.keeps":
		return s.doesKeep(a)
	case "ask.hour":
		return s.hourOf(a)
	case "ask.sum":
		if moves := worked(s.rooms.desk.Sum(a.Slots["sum"])); moves != nil {
			return moves
		}
		return worked(s.rooms.desk.Sum(a.Text)) // "no, all together: 85 + 12 + 35"
	case "ask.units":
		return worked(s.rooms.desk.Convert(a.Slots["amount"], a.Slots["from"], a.Slots["to"]))
	case "ask.age":
		return s.yearOf(a, "born")
	case "ask.leap":
		return s.yearOf(a, "leap")
	case "ask.count":
		return s.counts(a)
	case "ask.day":
		return s.dayOf(a)
	}
	return s.whenDue(a)
}

// doesKeep: she does keep such things, and asks for one.
func (s *situation) doesKeep(a samantha.Act) []samantha.Move {
	if s.state.Paused {
		return []samantha.Move{{Act: samantha.DoErrandOff}}
	}
	act := samantha.DoErrandDoes
	if a.Slots["kind"] == "list" {
		act = samantha.DoErrandBegun
	}
	return []samantha.Move{{Act: act, Slots: slots("kind", a.Slots["kind"])}}
}

// worked is a number that was worked out; nil if it could not be.
func worked(value errand.Answer, ok bool) []samantha.Move {
	if !ok {
		return nil
	}
	return []samantha.Move{{Act: samantha.DoSum, Slots: slots("value", value.Text, "about", yes(value.About))}}
}

// yearOf is how old one born in a year is this year, or whether the year is a leap year.
func (s *situation) yearOf(a samantha.Act, as string) []samantha.Move {
	year, err := strconv.Atoi(a.Slots["year"])
	if err != nil || as == "born" && year > s.now.Year() {
		return nil
	}
	m := samantha.Move{Act: samantha.DoSum, Slots: slots("value", strconv.Itoa(year), as, "yes")}
	switch {
	case as == "born":
		m.Slots["value"] = strconv.Itoa(s.now.Year() - year)
	case time.Date(year, time.February, 29, 0, 0, 0, 0, time.UTC).Month() != time.February:
		m.Slots["leap"] = "no"
	}
	return []samantha.Move{m}
}

func (s *situation) readsList(a samantha.Act) []samantha.Move {
	m := samantha.Move{Act: samantha.DoErrandList}
	items := s.state.Errands.On(s.whichList(a, &m))
	if a.Slots["has"] != "" {
		return s.isOn(a.Slots["what"], items, m)
	}
	if len(items) == 0 {
		m.Act = samantha.DoErrandEmpty
		return []samantha.Move{m}
	}
	s.lists(&m, items, nil)
	return []samantha.Move{m}
}

// readsNotes reads what they jotted down, all of it or about something.
func (s *situation) readsNotes(a samantha.Act) []samantha.Move {
	m := samantha.Move{Act: samantha.DoErrandNotes, Slots: map[string]string{}}
	n := 0
	for _, note := range s.state.Memory.Notes {
		if note.Kind != samantha.NotePlain || !s.rooms.desk.Holds(note.Text, a.Slots["what"]) {
			continue
		}
		if n++; n <= readMost {
			s.recall(&m, item(n), note.ID)
		}
	}
	if n == 0 {
		return []samantha.Move{{Act: samantha.DoErrandEmpty, Slots: slots("notes", "yes")}}
	}
	if n > readMost {
		m.Slots["more"] = strconv.Itoa(n - readMost)
	}
	return []samantha.Move{m}
}

// isLeft is how long the next timer has to go.
func (s *situation) isLeft() []samantha.Move {
	for _, k := range s.state.Errands.Open(s.now.Location()) {
		if at := k.When(s.now.Location()); k.Kind == samantha.ErrandTimer && at.After(s.now) {
			m := s.ofOne(samantha.DoErrandLeft, k)
			m.Slots["long"] = s.rooms.desk.Length(at.Sub(s.now))
			return []samantha.Move{m}
		}
	}
	return []samantha.Move{{Act: samantha.DoErrandNone}}
}

// agenda is what is due in the time that was asked about, or all there is.
func (s *situation) agenda(a samantha.Act) []samantha.Move {
	open := s.rooms.desk.OfKind(s.state.Errands.Open(s.now.Location()), a.Text)
	m := samantha.Move{Act: samantha.DoErrandAgenda, Slots: map[string]string{}}
	say := s.at
	if len(s.heard.Times) > 0 {
		from, to := days(s.heard.Times[0])
		open = s.rooms.desk.OfKind(s.state.Errands.Between(from, to), a.Text)
		if week := s.state.Errands.Between(from.AddDate(0, 0, 7), to.AddDate(0, 0, 7)); len(open) == 0 && len(week) > 0 && s.rooms.desk.NamesWeekday(s.heard.Times[0].Text) {
			from, to, open = from.AddDate(0, 0, 7), to.AddDate(0, 0, 7), s.rooms.desk.OfKind(week, a.Text) // "on Monday", said on a Monday
		}
		if errand.Days(from, to) == 1 { // the day is said once
			m.Slots["when"], say = s.rooms.desk.Day(from, s.now), s.rooms.desk.ClockHalf
		}
	}
	plans := s.plans(a)
	if len(open) == 0 {
		if len(plans) > 0 {
			return plans
		}
		m.Act = samantha.DoErrandFree
		return []samantha.Move{m}
	}
	if a.Slots["next"] != "" {
		open = open[:1]
	}
	s.lists(&m, open, say)
	return append([]samantha.Move{m}, plans...)
}

// plans are what they told of the time that was asked about, beside what they
// asked her to keep; none if they asked about errands alone.
func (s *situation) plans(a samantha.Act) []samantha.Move {
	if s.rooms.desk.NamesKind(a.Text) || a.Slots["next"] != "" || a.Slots["only"] != "" {
		return nil
	}
	which := either(len(s.heard.Times) > 0, "when", "coming")
	moves := s.fromThreads(samantha.Act{Kind: "ask.open", Text: a.Text, Slots: slots("which", which)})
	if len(moves) > 0 && (moves[0].Act == samantha.DoNoneOpen || moves[0].Act == samantha.DoGathered) {
		return nil // nothing is open then; what else has a word of the question is no plan
	}
	return moves
}

// days is a time that was asked about, as whole days.
func days(w samantha.When) (from, to time.Time) {
	from, to = w.From, w.To
	if !w.On.IsZero() {
		from, to = w.On, w.On.AddDate(0, 0, 1)
	}
	if to.Sub(from) <= time.Hour { // a time on the clock: the day it is on
		from = time.Date(from.Year(), from.Month(), from.Day(), 0, 0, 0, 0, from.Location())
		to = from.AddDate(0, 0, 1)
	}
	return from, to
}

// counts is how many days it is to a day, or from one to another.
func (s *situation) counts(a samantha.Act) []samantha.Move {
	times := s.timesMeant(a)
	if len(times) == 0 {
		return nil
	}
	from, to := s.now, theDay(times[0])
	if len(times) > 1 {
		from, to = theDay(times[0]), theDay(times[1])
	}
	days := errand.Days(from, to)
	m := samantha.Move{Act: samantha.DoDays, Slots: slots("date", s.rooms.desk.Date(to, s.now), "past", yes(days < 0), "none", yes(days == 0))}
	m.Slots["long"] = s.rooms.desk.CountDays(max(days, -days), a.Text)
	if at := times[0].From; len(times) == 1 && times[0].To.Sub(at) == time.Minute && at.After(s.now) { // "till midnight"
		m.Slots["long"], m.Slots["none"] = s.rooms.desk.Length(at.Sub(s.now)), ""
	}
	return []samantha.Move{m}
}

// theDay is the day a time is on, or begins with.
func theDay(w samantha.When) time.Time {
	if !w.On.IsZero() {
		return w.On
	}
	return w.From
}

func (s *situation) dayOf(a samantha.Act) []samantha.Move {
	times := s.timesMeant(a)
	if len(times) == 0 {
		return nil
	}
	return []samantha.Move{{Act: samantha.DoDay, Slots: slots("date", s.rooms.desk.Date(theDay(times[0]), s.now))}}
}

// timesMeant are the times a question is about: its own, or where it only says "then", the
// last that was spoken of in this talk, with the event if it names one.
func (s *situation) timesMeant(a samantha.Act) []samantha.When {
	if a.Slots["that"] == "" || len(s.heard.Times) > 0 {
		return s.heard.Times
	}
	event := a.Slots["event"]
	for _, m := range slices.Backward(s.spokenTonight()) {
		if event != "" && !gives(m.Text, event) {
			continue
		}
		if times := s.rooms.ear.Hear(m.Text, earNow(m.At.In(s.now.Location()))).Times; len(times) > 0 {
			return times[len(times)-1:]
		}
	}
	return nil
}
