package samantha_test

import (
	"testing"
	"time"

	"pgregory.net/rapid"

	"samantha"
)

func zoned(tb testing.TB, name string) *time.Location {
	tb.Helper()
	zone, err := time.LoadLocation(name)
	if err != nil {
		tb.Skip(err)
	}
	return zone
}

func TestDueIn(t *testing.T) {
	for _, c := range []struct{ zone, civil, want string }{
		{"Europe/Berlin", "2026-03-02T09:00", "2026-03-02T08:00:00Z"},
		{"Europe/Berlin", "2026-03-29T01:59", "2026-03-29T00:59:00Z"},
		{"Europe/Berlin", "2026-03-29T02:30", "2026-03-29T01:30:00Z"}, // skipped: half past three by then
		{"Europe/Berlin", "2026-03-29T09:00", "2026-03-29T07:00:00Z"},
		{"Europe/Berlin", "2026-10-25T02:30", "2026-10-25T00:30:00Z"}, // shown twice: the first
		{"Europe/Berlin", "2026-10-25T03:00", "2026-10-25T02:00:00Z"},
		{"America/New_York", "2026-03-08T02:30", "2026-03-08T07:30:00Z"},
		{"America/New_York", "2026-11-01T01:30", "2026-11-01T05:30:00Z"},
		{"America/New_York", "2026-11-01T07:00", "2026-11-01T12:00:00Z"},
		{"Pacific/Apia", "2011-12-30T09:00", "2011-12-30T19:00:00Z"}, // a day that was left out there
		{"UTC", "nonsense", "0001-01-01T00:00:00Z"},
	} {
		got := samantha.Due{Civil: c.civil}.In(zoned(t, c.zone)).UTC().Format(time.RFC3339)
		if got != c.want {
			t.Errorf("%s in %s: got %s, want %s", c.civil, c.zone, got, c.want)
		}
	}
}

// A time that the clocks of a place show is due when they show it, the first
// time; an instant is the same everywhere.
func TestDueIsWhatTheClockShows(t *testing.T) {
	var places []*time.Location
	for _, name := range []string{"Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "UTC"} {
		places = append(places, zoned(t, name))
	}
	rapid.Check(t, func(t *rapid.T) {
		place := rapid.SampledFrom(places).Draw(t, "place")
		at := time.Unix(rapid.Int64Range(1.7e9, 1.9e9).Draw(t, "at")/60*60, 0).In(place)
		civil := at.Format(samantha.CivilLayout)
		due := samantha.Due{Civil: civil}.In(place)
		if got := due.In(place).Format(samantha.CivilLayout); got != civil || due.After(at) {
			t.Errorf("%s (%s) is due at %s", at, civil, due.In(place))
		}
		if got := (samantha.Due{At: at}).In(rapid.SampledFrom(places).Draw(t, "elsewhere")); !got.Equal(at) {
			t.Errorf("an instant moved from %s to %s", at, got)
		}
	})
}
