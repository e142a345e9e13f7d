package care

import (
	"regexp"
	"strings"
	"testing"
	"time"
)

func TestEveryCountryHasACard(t *testing.T) {
	g := newGuard(t)
	for _, country := range strings.Fields("US CA GB IE AU NZ DE AT CH FR ES IT NL BE SE NO DK FI PL PT IN JP ZA BR") {
		card, ok := g.CardOf(country)
		if !ok || card.Emergency == "" || len(card.Lines) == 0 {
			t.Errorf("%s: %v", country, card)
		}
		zones := 0
		for zone, c := range g.countryOf {
			if c == country {
				zones++
				if got := g.Card(zone).Emergency; got != card.Emergency {
					t.Errorf("%s: %s", zone, got)
				}
			}
		}
		if zones == 0 {
			t.Errorf("no zone leads to %s", country)
		}
	}
}

func TestHelpRowsAreWhole(t *testing.T) {
	g := newGuard(t)
	number := regexp.MustCompile(`^[0-9][0-9 -]{1,14}$`)
	for country, card := range g.cards {
		if !number.MatchString(card.Emergency) {
			t.Errorf("%q: emergency %q", country, card.Emergency)
		}
		for _, l := range card.Lines {
			if l.Name == "" || !strings.HasPrefix(l.Source, "https://") || l.Hours == "" || country != "" && !number.MatchString(l.Number) {
				t.Errorf("%q: %+v", country, l)
			}
			if _, err := time.Parse(time.DateOnly, l.Checked); err != nil && l.Checked != "unchecked" {
				t.Errorf("%q: checked %q", country, l.Checked)
			}
		}
		if g.numbers.strange(card.Text(), card) {
			t.Errorf("%q: the guard would not let the card be said: %s", country, card.Text())
		}
	}
}

func TestCardWords(t *testing.T) {
	g := newGuard(t)
	for zone, want := range map[string]string{
		"Europe/London":  "If you're in danger now, call 999. To talk to somebody: Samaritans on 116 123.",
		"Europe/Rome":    "If you're in danger now, call 112. To talk to somebody: Telefono Amico Italia on 02 2327 2327, from 9 to 24.",
		"Antarctica/Low": "If you're in danger now, call 112. To talk to somebody: Find a Helpline (findahelpline.com).",
	} {
		if got := g.Card(zone).Text(); got != want {
			t.Errorf("%s: %q", zone, got)
		}
	}
}

func TestDisclosureDue(t *testing.T) {
	noon := time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)
	tokyo := time.FixedZone("Tokyo", 9*3600)
	for _, c := range []struct {
		name    string
		last    time.Time
		now     time.Time
		talking time.Duration
		want    Disclosure
	}{
		{"never", time.Time{}, noon, 0, DueFirst},
		{"just said", noon.Add(-time.Minute), noon, time.Minute, NotDue},
		{"three hours of talk", noon.Add(-3 * time.Hour), noon, 3 * time.Hour, DueHours},
		{"not quite", noon.Add(-3*time.Hour + time.Second), noon, 4 * time.Hour, NotDue},
		{"said this morning, back now", noon.Add(-4 * time.Hour), noon, 0, NotDue},
		{"said yesterday", noon.Add(-14 * time.Hour), noon, 0, DueDay},
		{"talked past midnight", noon.Add(11 * time.Hour), noon.Add(13 * time.Hour), 3 * time.Hour, NotDue},
		{"another day where they are now", noon.Add(2 * time.Hour), noon.Add(4 * time.Hour).In(tokyo), 0, DueDay},
		{"a clock set back", noon.Add(time.Hour), noon, 0, DueDay},
	} {
		if got := DisclosureDue(c.last, c.now, c.talking); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}
