package care

import (
	"maps"
	"path"
	"slices"
	"strings"
	"time"

	"samantha"
)

// Disclosure says why it is time for her to say what she is.
type Disclosure string

// The reasons. Where a law asks for the day, en/disclosure.tsv says so.
const (
	NotDue   Disclosure = ""      // it is not time
	DueFirst Disclosure = "first" // she never said it
	DueDay   Disclosure = "day"   // the first talk of another day, where the law asks for it
	DueWeek  Disclosure = "week"  // the first talk of another week, where nobody knows the law
	DueApart Disclosure = "apart" // they were apart for more than a week
	DueHours Disclosure = "hours" // three hours of talk without it
	DueHour  Disclosure = "hour"  // an hour of talk without it, with somebody under age
)

// How long a talk may go on without it, and how long they may be apart.
const (
	disclosureEvery      = 3 * time.Hour
	disclosureEveryMinor = time.Hour
	disclosureApart      = 7 * 24 * time.Hour
)

// Talk is what the clock of the law looks at.
type Talk struct {
	Last    time.Time     // when she last said what she is; zero: never
	Now     time.Time     // in the person's zone, whose midnight begins a day
	Lasting time.Duration // how long this stretch of talk has lasted
	Away    time.Duration // how long they were apart before it
	Minor   bool          // they are under age
	Turned  bool          // the clock was set back since she last said it
}

// Disclosure reports whether she must say what she is to somebody in a time zone (an
// IANA name): the first time; after three hours of talk without it; after more than a
// week apart; and at the first talk of a day or a week where en/disclosure.tsv has it.
// A talk that runs past midnight, and in which she said it, is not another day. A clock
// that was set back counts as another day: nobody knows how long it was.
func (g *Guard) Disclosure(zone string, t Talk) Disclosure {
	if t.Last.IsZero() {
		return DueFirst
	}
	since := t.Now.Sub(t.Last)
	every, due := disclosureEvery, DueHours
	if t.Minor {
		every, due = disclosureEveryMinor, DueHour
	}
	switch {
	case t.Turned, since < 0:
		return DueDay // once too often is the safe side
	case since >= every && t.Lasting >= every:
		return due
	case t.Lasting >= since: // said in this talk
		return NotDue
	case t.Away > disclosureApart:
		return DueApart
	}
	last := t.Last.In(t.Now.Location())
	switch start := g.startOf[g.place(zone)]; {
	case start == DueDay && !sameDay(last, t.Now), start == DueWeek && !sameWeek(last, t.Now):
		return start
	}
	return NotDue
}

// Zone is the time zone whose law and help lines hold for somebody whose device is in
// zone (an IANA name) and who said that they live at home: zone, or, where that names no
// place and home is known, one of home's. en/places.tsv and the cities that zones are
// named after are known.
func (g *Guard) Zone(zone, home string) string {
	if g.place(zone) != nowhere {
		return zone
	}
	for _, part := range slices.Backward(strings.Split(home, ",")) { // London, Ontario
		if lives, ok := g.zoneOf[placeKey(part)]; ok {
			return lives
		}
	}
	return zone
}

// placeKey is a place by which it is looked up.
func placeKey(place string) string {
	key := strings.ToLower(strings.TrimSpace(place))
	return strings.TrimPrefix(strings.ReplaceAll(key, "_", " "), "the ")
}

// readPlaces reads place, zone; the cities that zones are named after are places, too.
func (g *Guard) readPlaces(lines []samantha.Line) error {
	g.zoneOf = make(map[string]string, len(lines)+len(g.countryOf))
	for _, l := range lines {
		cols, err := columns(l, 2)
		if err != nil {
			return err
		}
		if g.countryOf[cols[1]] == "" {
			return l.Bad("%q is no zone of zones.tsv", cols[1])
		}
		g.zoneOf[placeKey(cols[0])] = cols[1]
	}
	for _, zone := range slices.Sorted(maps.Keys(g.countryOf)) {
		region, city, ok := strings.Cut(zone, "/")
		if key := placeKey(path.Base(city)); ok && region != "US" && region != "Canada" && g.zoneOf[key] == "" {
			g.zoneOf[key] = zone
		}
	}
	return nil
}

// Places that are no country, in disclosure.tsv.
const (
	nowhere  = "-" // the zone names no place
	anywhere = "*" // a place without a row
)

// place is the row that holds for a time zone.
func (g *Guard) place(zone string) string {
	if country := g.countryOf[zone]; country != "" {
		if _, ok := g.startOf[country]; ok {
			return country
		}
		return anywhere
	}
	if region, _, named := strings.Cut(zone, "/"); !named || region == "Etc" {
		return nowhere
	}
	return anywhere
}

func sameDay(a, b time.Time) bool {
	return a.Year() == b.Year() && a.YearDay() == b.YearDay()
}

func sameWeek(a, b time.Time) bool {
	year, week := a.ISOWeek()
	y, w := b.ISOWeek()
	return year == y && week == w
}

// readStarts reads country, how often, why.
func (g *Guard) readStarts(lines []samantha.Line) error {
	g.startOf = map[string]Disclosure{}
	often := map[string]Disclosure{"day": DueDay, "week": DueWeek, "never": NotDue}
	for _, l := range lines {
		cols, err := columns(l, 3)
		if err != nil {
			return err
		}
		start, ok := often[cols[1]]
		if !ok {
			return l.Bad("%q is neither day nor week nor never", cols[1])
		}
		g.startOf[cols[0]] = start
	}
	return nil
}
