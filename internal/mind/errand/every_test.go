package errand

import (
	"testing"
	"time"

	"pgregory.net/rapid"

	"samantha"
)

// What comes back comes at its hour on the clock of the place, on the days it is
// for, and none of them is left out.
func TestWhatComesBack(t *testing.T) {
	place, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		t.Skip(err)
	}
	rapid.Check(t, func(t *rapid.T) {
		first := time.Date(2026, 3, 2, rapid.IntRange(0, 23).Draw(t, "hour"), 15, 0, 0, place).AddDate(0, 0, rapid.IntRange(0, 400).Draw(t, "days"))
		every := rapid.SampledFrom([]string{samantha.EveryDay, samantha.EveryWeek, samantha.EveryWorkday}).Draw(t, "every")
		k := Kept{Errand: samantha.Errand{Every: every, Due: civil(first)}}
		now := first.Add(time.Duration(rapid.IntRange(0, 60*24*60).Draw(t, "minutes")) * time.Minute)
		for range 10 {
			next := k.after(now, place)
			skipped := next.Hour() != first.Hour() // the hour that the clocks leave out in March
			switch {
			case !next.After(now):
				t.Fatalf("after %s comes %s", now, next)
			case next.Minute() != 15 || skipped && next.Hour() != first.Hour()+1:
				t.Fatalf("at %s, of %s", next, first)
			case every == samantha.EveryWeek && (next.Weekday() != first.Weekday() || Days(now, next) > 7):
				t.Fatalf("%s after %s", next, now)
			case every == samantha.EveryDay && Days(now, next) > 1:
				t.Fatalf("%s after %s", next, now)
			case every == samantha.EveryWorkday && (!working(next) || Days(now, next) > 3):
				t.Fatalf("%s after %s", next, now)
			}
			now = next
		}
	})
}

func TestRepeat(t *testing.T) {
	r := open(t)
	for _, c := range []struct{ name, every, part, planned, other, want string }{
		{"every day at nine", samantha.EveryDay, "day", "2026-03-02T21:00", "2026-03-03T09:00", "2026-03-03T09:00"},
		{"every evening", samantha.EveryDay, "evening", "2026-03-03T09:00", "", "2026-03-03T19:00"},
		{"every Thursday at ten", samantha.EveryWeek, "thursday", "2026-03-05T10:00", "", "2026-03-05T10:00"},
		{"every weekday at 23:00", samantha.EveryWorkday, "weekday", "2026-03-02T23:00", "", "2026-03-02T23:00"},
	} {
		p := Planned{Due: samantha.Due{Civil: c.planned}, Assumed: c.part == "evening"}
		if c.other != "" {
			p.Other = at(t, c.other)
		}
		now := at(t, evening)
		if c.part == "evening" {
			now = now.Add(time.Minute) // seven is over
		}
		if got := r.Repeat(p, c.every, c.part, now).Due.Civil; got != c.want {
			t.Errorf("%s: got %s, want %s", c.name, got, c.want)
		}
	}
}
