package bond

import (
	"fmt"
	"slices"
	"time"
)

// Anniversary is how long ago a day was, if today is a day to say so: a week, a
// month, half a year, each year. The spans are those that people mark.
func Anniversary(then, today time.Time) (string, bool) {
	y, m, d := then.In(today.Location()).Date()
	on := func(years, months, days int) bool {
		to := time.Date(y+years, m+time.Month(months), d+days, 0, 0, 0, 0, today.Location())
		return to.Format(time.DateOnly) == today.Format(time.DateOnly)
	}
	switch years := today.Year() - y; {
	case on(0, 0, 7):
		return "a week", true
	case on(0, 1, 0):
		return "a month", true
	case on(0, 6, 0):
		return "half a year", true
	case years == 1 && on(1, 0, 0):
		return "a year", true
	case years > 1 && on(years, 0, 0):
		return fmt.Sprintf("%d years", years), true
	}
	return "", false
}

// A ritual is something done together in three weeks running; she speaks of it once
// in four.
const (
	ritualWeeks = 3
	ritualRests = 28 * 24 * time.Hour
)

// Rituals are the habits that have become one.
func (s *State) Rituals() []Habit {
	var out []Habit
	for _, h := range s.Habits {
		if h.Weeks >= ritualWeeks {
			out = append(out, h)
		}
	}
	return out
}

// Ritual is the ritual that is being done today, if it is one to speak of.
func (r *Room) Ritual(s State, does string, today time.Time) (Habit, bool) {
	for _, h := range s.Rituals() {
		last, _ := time.Parse(time.DateOnly, h.Last)
		if h.What == does && h.Weekday == today.Weekday() && today.Sub(last) <= missedDays*24*time.Hour && s.rested("ritual:"+does, today, ritualRests) {
			return h, true
		}
	}
	return Habit{}, false
}

// rested: she has not spoken of it within a time.
func (s *State) rested(what string, at time.Time, rest time.Duration) bool {
	return !slices.ContainsFunc(s.Told, func(t Told) bool { return t.What == what && at.Sub(t.At) < rest })
}

// ToldSince: she spoke of a day or a ritual since a time.
func (s *State) ToldSince(since time.Time) bool {
	return slices.ContainsFunc(s.Told, func(t Told) bool { return !t.At.Before(since) })
}

// ToldToday: she spoke of this on this day.
func (s *State) ToldToday(what string, today time.Time) bool {
	return slices.ContainsFunc(s.Told, func(t Told) bool {
		return t.What == what && t.At.In(today.Location()).Format(time.DateOnly) == today.Format(time.DateOnly)
	})
}

// Does is what the two do together by an act of hers, or "".
func (r *Room) Does(act string) string { return r.rituals[act] }
