package main

import (
	"fmt"
	"os"
	"strings"
	"time"

	"samantha"
)

// clock is the machine's, or the one that --at set.
func (a *app) clock() samantha.Clock {
	switch {
	case a.at.IsZero():
		return wall{}
	case a.running:
		return shifted{time.Until(a.at)}
	}
	return still{a.at}
}

// wall is the machine's clock.
type wall struct{}

func (wall) Now() time.Time                         { return time.Now() }
func (wall) After(d time.Duration) <-chan time.Time { return time.After(d) }

// shifted is the machine's clock, running from another time.
type shifted struct{ by time.Duration }

func (s shifted) Now() time.Time                       { return time.Now().Add(s.by) }
func (shifted) After(d time.Duration) <-chan time.Time { return time.After(d) }

// still is a clock that stands.
type still struct{ at time.Time }

func (s still) Now() time.Time                       { return s.at }
func (still) After(d time.Duration) <-chan time.Time { return time.After(d) }

// zone is the machine's time zone by its IANA name, as far as it can be told.
func zone() string {
	if name := strings.TrimPrefix(os.Getenv("TZ"), ":"); name != "" {
		if _, err := time.LoadLocation(name); err == nil {
			return name
		}
	}
	if link, err := os.Readlink("/etc/localtime"); err == nil {
		if _, name, ok := strings.Cut(link, "zoneinfo/"); ok {
			return name
		}
	}
	_, offset := time.Now().Zone()
	if hours := offset / 3600; hours != 0 && offset%3600 == 0 {
		return fmt.Sprintf("Etc/GMT%+d", -hours) // the sign is turned round in these names
	}
	return "UTC"
}

// here is the time zone of this machine.
func here() *time.Location {
	if at, err := time.LoadLocation(zone()); err == nil {
		return at
	}
	return time.Local
}

// parseAt reads a moment: with its zone, or as the clock on the wall of a place shows
// it, with seconds or without.
func parseAt(text string, here *time.Location) (time.Time, error) {
	for _, form := range []string{time.RFC3339, "2006-01-02T15:04Z07:00", "2006-01-02T15:04:05", "2006-01-02T15:04"} {
		if at, err := time.ParseInLocation(form, text, here); err == nil {
			return at, nil
		}
	}
	return time.Time{}, fmt.Errorf("--at wants a time such as 2026-03-01T20:00:00Z, or 2026-03-01T20:00 as the clock here shows it: %w", samantha.ErrInvalid)
}

// stamp is a time as lists show it, where the person sits.
func (c *call) stamp(at time.Time) string {
	if place, err := time.LoadLocation(c.zone); err == nil && c.zone != "" {
		return at.In(place).Format("2006-01-02 15:04")
	}
	return at.Local().Format("2006-01-02 15:04")
}
