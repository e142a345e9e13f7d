package errand

import (
	"time"

	"samantha"
)

// after is the first time after another that an errand which comes back is due
// for somebody in a place.
func (k Kept) after(t time.Time, place *time.Location) time.Time {
	first, err := time.Parse(samantha.CivilLayout, k.Due.Civil)
	if err != nil {
		return time.Time{}
	}
	step := 1
	if k.Every == samantha.EveryWeek {
		step = 7
	}
	for days := max(0, Days(first, t.In(place))-1) / step * step; ; days += step {
		day := first.AddDate(0, 0, days)
		at := samantha.Due{Civil: day.Format(samantha.CivilLayout)}.In(place)
		if at.After(t) && (k.Every != samantha.EveryWorkday || working(day)) {
			return at.In(place)
		}
	}
}

// working: Monday to Friday.
func working(day time.Time) bool {
	return day.Weekday() != time.Saturday && day.Weekday() != time.Sunday
}

// Repeat is when an errand begins that comes back: the first time from now on at
// the hour that was planned. Of an hour that may be either half of the day the
// morning is meant; part is the part of the day that was named, if one was.
func (r *Room) Repeat(p Planned, every, part string, now time.Time) Planned {
	at, err := time.Parse(samantha.CivilLayout, p.Due.Civil)
	if err != nil {
		return p
	}
	if !p.Other.IsZero() {
		at = shift(at, -12)
	}
	if hour := r.hour("part " + part); p.Assumed && hour > 0 {
		at = onDay(at, hour, 0)
	}
	k := Kept{Errand: samantha.Errand{Every: every, Due: samantha.Due{Civil: at.AddDate(0, 0, -7).Format(samantha.CivilLayout)}}}
	return Planned{Due: civil(k.after(now, now.Location())), Assumed: p.Assumed}
}

// Often says when an errand comes back: "every Thursday at ten".
func (r *Room) Often(at time.Time, every string) string {
	return r.fill("every "+every, append(parts(at), "{clock}", r.ClockHalf(at))...)
}
