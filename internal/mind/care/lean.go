package care

import (
	"slices"
	"sort"
	"strings"
	"time"

	"samantha"
)

// DayBegins is the hour at which a day of talk begins: what is said after midnight
// belongs to the evening before.
const DayBegins = 5

// DayOf is the day of talk that a time belongs to, in its own zone, as midnight in UTC.
func DayOf(at time.Time) time.Time {
	at = at.Add(-DayBegins * time.Hour)
	return time.Date(at.Year(), at.Month(), at.Day(), 0, 0, 0, 0, time.UTC)
}

// Day is what one day of talk with her was, in counts.
type Day struct {
	Date    time.Time     `json:"date"`
	Spent   time.Duration `json:"spent"`
	Moments int           `json:"moments"`
	Late    int           `json:"late,omitempty"`    // moments between midnight and [DayBegins]
	Others  bool          `json:"others,omitempty"`  // somebody of theirs was told of
	Only    bool          `json:"only,omitempty"`    // she is all they have, they said
	Dropped bool          `json:"dropped,omitempty"` // they put people off, they said
}

// Sign is one sign of leaning on her too hard.
type Sign string

// The signs. All bounds are judgement; none is a measure of anybody.
const (
	SignHours   Sign = "hours"   // more than three hours a day over a week, or twice the week before and more than one
	SignNight   Sign = "night"   // a quarter of what was said in two weeks was said after midnight, on three nights at least
	SignAlone   Sign = "alone"   // nobody else was told of on seven days of talk running
	SignOnly    Sign = "only"    // "you are all I have", on two days of two weeks
	SignDropped Sign = "dropped" // people were put off, on two days of two weeks
)

const (
	week      = 7 * 24 * time.Hour
	longDay   = 3 * time.Hour
	risenDay  = time.Hour
	lateShare = 4
	lateDays  = 3
	aloneDays = 7
	signDays  = 2
)

// Signs are those that show on a day, of days in order.
func Signs(days []Day, today time.Time) []Sign {
	var signs []Sign
	add := func(s Sign, shows bool) {
		if shows {
			signs = append(signs, s)
		}
	}
	lately := within(days, today.Add(-2*week), today)
	last := spent(within(days, today.Add(-week), today))
	before := spent(within(days, today.Add(-2*week), today.Add(-week)))
	add(SignHours, last > 7*longDay || before > 0 && last > 2*before && last > 7*risenDay)
	add(SignNight, late(lately))
	add(SignAlone, alone(days, today))
	add(SignOnly, count(lately, func(d Day) bool { return d.Only }) >= signDays)
	add(SignDropped, count(lately, func(d Day) bool { return d.Dropped }) >= signDays)
	return signs
}

// within are the days after one and up to another, of days in order.
func within(days []Day, after, until time.Time) []Day {
	upTo := func(t time.Time) int {
		return sort.Search(len(days), func(i int) bool { return days[i].Date.After(t) })
	}
	return days[upTo(after):upTo(until)]
}

func spent(days []Day) (sum time.Duration) {
	for _, d := range days {
		sum += d.Spent
	}
	return sum
}

func count(days []Day, is func(Day) bool) (n int) {
	for _, d := range days {
		if is(d) {
			n++
		}
	}
	return n
}

func late(days []Day) bool {
	moments, after := 0, 0
	for _, d := range days {
		moments, after = moments+d.Moments, after+d.Late
	}
	return after*lateShare >= moments && count(days, func(d Day) bool { return d.Late > 0 }) >= lateDays
}

// alone: the last days of talk, none of them long ago, were of nobody else.
func alone(days []Day, today time.Time) bool {
	lately := within(days, today.Add(-2*week), today)
	if len(lately) < aloneDays {
		return false
	}
	return !slices.ContainsFunc(lately[len(lately)-aloneDays:], func(d Day) bool { return d.Others })
}

// readLean reads "NAME: pattern" and "class NAME: words".
func (g *Guard) readLean(lines []samantha.Line) error {
	named := classes{}
	for _, l := range lines {
		head, body, ok := strings.Cut(l.Text, ": ")
		if class, is := strings.CutPrefix(head, "class "); ok && is {
			named[class] = strings.Fields(body)
			continue
		}
		if sign := Sign(head); !ok || sign != SignOnly && sign != SignDropped {
			return l.Bad("want: only or dropped: pattern")
		}
		p, err := named.parse(l, body)
		if err != nil {
			return err
		}
		g.lean.rules = append(g.lean.rules, concernRule{head, p})
	}
	g.lean.seal()
	return nil
}

// Leans is the sign of leaning on her that a text holds, or "".
func (g *Guard) Leans(text string) Sign {
	any := func(match) bool { return true }
	for _, s := range g.sentences(text) {
		for _, i := range g.lean.index.candidates(s.words) {
			if r := g.lean.rules[i]; r.pattern.found(s, any) {
				return Sign(r.name)
			}
		}
	}
	return ""
}
