package care

import (
	"regexp"
	"slices"
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
		numbers := strings.Split(card.Emergency, " or ")
		if len(numbers) > 1 != (country == "") || slices.ContainsFunc(numbers, func(n string) bool { return !number.MatchString(n) || !card.has(digits(n)) }) {
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
		"Antarctica/Low": "If you're in danger now, call 112 or 911. To talk to somebody: Find a Helpline (findahelpline.com).",
	} {
		if got := g.Card(zone).Text(); got != want {
			t.Errorf("%s: %q", zone, got)
		}
	}
}

func TestDisclosure(t *testing.T) {
	g := newGuard(t)
	noon := time.Date(2026, 3, 4, 12, 0, 0, 0, time.UTC) // a Wednesday
	tokyo := time.FixedZone("Tokyo", 9*3600)
	const law, open, none = "America/New_York", "Asia/Tokyo", "UTC"
	hours, days := time.Hour, 24*time.Hour
	for _, c := range []struct {
		name string
		zone string
		talk Talk
		want Disclosure
	}{
		{"never", open, Talk{Now: noon}, DueFirst},
		{"just said", law, Talk{Last: noon.Add(-time.Minute), Now: noon, Lasting: time.Minute}, NotDue},
		{"three hours of talk", open, Talk{Last: noon.Add(-3 * hours), Now: noon, Lasting: 3 * hours}, DueHours},
		{"not quite", law, Talk{Last: noon.Add(-3*hours + time.Second), Now: noon, Lasting: 4 * hours}, NotDue},
		{"an hour with somebody young", open, Talk{Last: noon.Add(-hours), Now: noon, Lasting: hours, Minor: true}, DueHour},
		{"an hour with anybody else", law, Talk{Last: noon.Add(-hours), Now: noon, Lasting: hours}, NotDue},
		{"said this morning, back now", law, Talk{Last: noon.Add(-4 * hours), Now: noon, Away: 3 * hours}, NotDue},
		{"said yesterday, where the law asks", law, Talk{Last: noon.Add(-14 * hours), Now: noon, Away: 13 * hours}, DueDay},
		{"said yesterday, by an older name of the zone", "US/East-Indiana", Talk{Last: noon.Add(-14 * hours), Now: noon}, DueDay},
		{"said yesterday, elsewhere", open, Talk{Last: noon.Add(-14 * hours), Now: noon, Away: 13 * hours}, NotDue},
		{"said yesterday, nobody knows where", none, Talk{Last: noon.Add(-14 * hours), Now: noon, Away: 13 * hours}, NotDue},
		{"said on Sunday, nobody knows where", none, Talk{Last: noon.Add(-3 * days), Now: noon, Away: hours}, DueWeek},
		{"said on Sunday, by an offset alone", "Etc/GMT+5", Talk{Last: noon.Add(-3 * days), Now: noon}, DueWeek},
		{"said on Sunday, without a zone", "", Talk{Last: noon.Add(-3 * days), Now: noon}, DueWeek},
		{"said on Sunday, elsewhere", open, Talk{Last: noon.Add(-3 * days), Now: noon, Away: hours}, NotDue},
		{"a week apart", open, Talk{Last: noon.Add(-8 * days), Now: noon, Away: 8 * days}, DueApart},
		{"still not said in the talk after it", open, Talk{Last: noon.Add(-8 * days), Now: noon, Lasting: hours, Away: 8 * days}, DueApart},
		{"said since", open, Talk{Last: noon.Add(-time.Minute), Now: noon, Lasting: hours, Away: 8 * days}, NotDue},
		{"a month of days together", open, Talk{Last: noon.Add(-30 * days), Now: noon, Away: 20 * hours}, NotDue},
		{"talked past midnight", law, Talk{Last: noon.Add(11 * hours), Now: noon.Add(13 * hours), Lasting: 3 * hours}, NotDue},
		{"another day where they are now", law, Talk{Last: noon.Add(2 * hours), Now: noon.Add(4 * hours).In(tokyo)}, DueDay},
		{"a clock set back", open, Talk{Last: noon.Add(hours), Now: noon}, DueDay},
	} {
		if got := g.Disclosure(c.zone, c.talk); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// TestEveryZoneOfALawIsKnown: a zone of the United States, by whatever name, has the
// daily row.
func TestEveryZoneOfALawIsKnown(t *testing.T) {
	g := newGuard(t)
	for _, zone := range []string{
		"America/New_York", "America/Los_Angeles", "America/Indiana/Knox", "America/North_Dakota/Center", "America/Fort_Wayne",
		"America/Metlakatla", "Pacific/Honolulu", "US/Pacific", "US/Aleutian", "US/Michigan", "EST5EDT", "PST8PDT", "Navajo",
	} {
		if got := g.place(zone); got != "US" {
			t.Errorf("%s is %q", zone, got)
		}
	}
}

// TestWhereTheyLive: a zone that names a place holds; where it names none, the place where
// somebody says they live does, the last part of it first.
func TestWhereTheyLive(t *testing.T) {
	g := newGuard(t)
	for _, c := range []struct{ zone, home, country string }{
		{"UTC", "Denver", "US"},
		{"UTC", "denver, colorado", "US"},
		{"Etc/GMT+5", "California", "US"},
		{"", "the States", "US"},
		{"UTC", "Salt Lake City", "US"},
		{"UTC", "London", "GB"},
		{"UTC", "London, Ontario", "CA"},
		{"UTC", "Bergen", "NO"},
		{"UTC", "a small house by the sea", ""},
		{"UTC", "", ""},
		{"Europe/Berlin", "Denver", "DE"},
		{"Asia/Seoul", "Denver", ""},
	} {
		if got := g.Card(g.Zone(c.zone, c.home)).Country; got != c.country {
			t.Errorf("%s, %q: %q, want %q", c.zone, c.home, got, c.country)
		}
	}
}

// TestHelpLinesAreFresh flags every row that was checked more than a year ago, and
// counts those that wait for a person to check them.
func TestHelpLinesAreFresh(t *testing.T) {
	g := newGuard(t)
	for _, row := range g.Stale(time.Now()) {
		t.Errorf("%s is to be checked again", row)
	}
	unchecked := 0
	for _, c := range g.cards {
		for _, l := range c.Lines {
			if l.Checked == "unchecked" {
				unchecked++
			}
		}
	}
	t.Logf("%d rows wait for their first check", unchecked)
	day := time.Date(2026, 3, 2, 0, 0, 0, 0, time.UTC)
	old := &Guard{cards: map[string]Card{"XX": {Lines: []Line{{Name: "old", Checked: "2025-02-01"}, {Name: "new", Checked: "2025-09-01"}, {Name: "none", Checked: "unchecked"}}}}}
	if got := old.Stale(day); len(got) != 1 || got[0] != "XX: old" {
		t.Errorf("stale: %q", got)
	}
}
