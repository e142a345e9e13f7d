package main

import (
	"errors"
	"strings"
	"testing"
	"time"

	"samantha"
)

func TestATimeIsReadWithAndWithoutAZone(t *testing.T) {
	berlin, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]string{
		"2026-03-01T20:00:00Z":      "2026-03-01T20:00:00Z",
		"2026-03-01T20:00:00+05:00": "2026-03-01T15:00:00Z",
		"2026-03-01T20:00Z":         "2026-03-01T20:00:00Z",
		"2026-03-01T20:00":          "2026-03-01T19:00:00Z",
		"2026-03-01T20:00:30":       "2026-03-01T19:00:30Z",
		"2026-07-01T20:00":          "2026-07-01T18:00:00Z",
	} {
		at, err := parseAt(text, berlin)
		if got := at.UTC().Format(time.RFC3339); err != nil || got != want {
			t.Errorf("%s: %s, %v; want %s", text, got, err, want)
		}
	}
	for _, text := range []string{"20:00", "2026-03-01", "2026-13-01T20:00", "tomorrow"} {
		_, err := parseAt(text, berlin)
		if !errors.Is(err, samantha.ErrInvalid) || !strings.Contains(err.Error(), "T20:00:00Z") || !strings.Contains(err.Error(), "2026-03-01T20:00 ") {
			t.Errorf("%s: %v", text, err)
		}
	}
}
