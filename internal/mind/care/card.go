package care

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"samantha"
)

// Card is whom to call in one country. It comes from en/help.tsv and from
// nowhere else: no number is ever made up.
type Card struct {
	Country   string // ISO 3166-1 alpha-2; "" where the country is not known
	Emergency string // the number for danger now, or, where the country is not known, the two that most of the world answers to: "112 or 911"
	Lines     []Line // somebody to talk to; at least one
}

// Line is one help line.
type Line struct {
	Name    string
	Number  string // "" for a line that is only a page
	Hours   string // "24 h", or "from 9 to 24" in that country's time
	Source  string // the official page
	Checked string // the date a person checked the row there, or "unchecked"
}

// String is the line as she says it: "Samaritans on 116 123".
func (l Line) String() string {
	switch {
	case l.Number == "":
		return fmt.Sprintf("%s (%s)", l.Name, strings.TrimPrefix(l.Source, "https://"))
	case l.Hours == allHours:
		return fmt.Sprintf("%s on %s", l.Name, l.Number)
	}
	return fmt.Sprintf("%s on %s, %s", l.Name, l.Number, l.Hours)
}

// String is the first line of the card, as she says it.
func (c Card) String() string { return c.Lines[0].String() }

// Text is the card in two sentences, the emergency number first.
func (c Card) Text() string {
	return fmt.Sprintf("If you're in danger now, call %s. To talk to somebody: %s.", c.Emergency, c)
}

// Card is the card for a time zone (an IANA name). An unknown zone gets the
// international one.
func (g *Guard) Card(zone string) Card { return g.cards[g.countryOf[zone]] }

// CardOf is the card of a country, for a person who says that the zone is
// wrong; false if there is none.
func (g *Guard) CardOf(country string) (Card, bool) {
	c, ok := g.cards[strings.ToUpper(country)]
	return c, ok
}

// mayAge is how long a row may go without being checked again.
const mayAge = 366 * 24 * time.Hour

// Stale are the lines whose check is more than a year old at a time, each with its
// country. A row that nobody checked is not among them: it says so itself.
func (g *Guard) Stale(now time.Time) []string {
	var out []string
	for _, country := range slices.Sorted(maps.Keys(g.cards)) {
		for _, l := range g.cards[country].Lines {
			checked, err := time.Parse(time.DateOnly, l.Checked)
			if err == nil && now.Sub(checked) > mayAge {
				out = append(out, country+": "+l.Name)
			}
		}
	}
	return out
}

// allHours marks a line that answers at any hour.
const allHours = "24 h"

// elsewhere marks the international card in help.tsv.
const elsewhere = "-"

// readHelp reads country, emergency, name, number, hours, source, checked.
func (g *Guard) readHelp(lines []samantha.Line) error {
	g.cards = map[string]Card{}
	for _, l := range lines {
		cols, err := columns(l, 7)
		if err != nil {
			return err
		}
		country := strings.TrimPrefix(cols[0], elsewhere)
		c := g.cards[country]
		if c.Emergency != "" && c.Emergency != cols[1] {
			return l.Bad("two emergency numbers for %q", country)
		}
		if digits(cols[1]) == "" {
			return l.Bad("no emergency number")
		}
		c.Country, c.Emergency = country, cols[1]
		c.Lines = append(c.Lines, Line{cols[2], strings.TrimPrefix(cols[3], elsewhere), cols[4], cols[5], cols[6]})
		g.cards[country] = c
	}
	if _, ok := g.cards[""]; !ok {
		return fmt.Errorf("en/help.tsv: no international row")
	}
	return nil
}

// readZones reads zone, country; each country must have a card.
func (g *Guard) readZones(lines []samantha.Line) error {
	g.countryOf = make(map[string]string, len(lines))
	for _, l := range lines {
		cols, err := columns(l, 2)
		if err != nil {
			return err
		}
		if _, ok := g.cards[cols[1]]; !ok {
			return l.Bad("no card for %q", cols[1])
		}
		g.countryOf[cols[0]] = cols[1]
	}
	return nil
}

// has reports whether a number, digits only, is on the card.
func (c Card) has(number string) bool {
	for one := range strings.SplitSeq(c.Emergency, " or ") {
		if number == digits(one) {
			return true
		}
	}
	for _, l := range c.Lines {
		if l.Number != "" && number == digits(l.Number) {
			return true
		}
	}
	return false
}
