package hearing

import (
	"strconv"
	"strings"
	"time"
)

// A date reads the parts of one match of en/times.txt.
type date struct {
	u    *utterance
	m    match
	now  time.Time
	past bool // it is told of the past
}

// readTime makes a mark of a match. The kind of the rule says how its slots are
// to be read.
func (u *utterance) readTime(m match) (mark, bool) {
	d := date{u: u, m: m, now: u.in.Now, past: u.past(m.from)}
	out := mark{from: m.from, to: m.to, alone: m.rule.fixed["alone"] != ""}
	if to := d.fixed("to"); to > 0 {
		out.hours = &hours{d.fixed("from"), to}
	}
	if m.rule.kind == "span" && u.span == "" {
		u.span = u.bare(u.words[m.from:m.to])
	}
	if m.rule.kind == "clock" {
		c, ok := d.clock()
		out.clock = &c
		return out, ok
	}
	s, ok := d.days()
	if ok {
		if d.word("since") != "" {
			s.to, out.since = d.now, true
			if s.from.After(s.to) {
				return out, false
			}
		}
		out.days, out.on = &s, d.on()
		unit := m.rule.fixed["unit"]
		out.exact = unit == "minute" || unit == "hour"
	}
	return out, ok || out.hours != nil
}

// days is the stretch a date means.
func (d date) days() (stretch, bool) {
	switch d.m.rule.kind {
	case "day":
		return daysFrom(d.now, d.fixed("add"), max(1, d.fixed("days"))), true
	case "week":
		return d.week(d.fixed("add")), true
	case "weekend":
		w := d.week(d.fixed("add"))
		return stretch{w.from.AddDate(0, 0, 5), w.to}, true
	case "month":
		return d.months(d.fixed("add")), true
	case "year":
		return d.year(d.fixed("add")), true
	case "ago":
		return d.count(-1)
	case "ahead":
		return d.count(1)
	case "weekday":
		return d.weekday()
	case "monthname":
		return d.monthName()
	case "season":
		return d.season(), true
	case "date":
		s, ok := d.dayOfMonth()
		s.to = s.to.AddDate(0, 0, max(1, d.fixed("days"))-1)
		return s, ok
	case "easter":
		return d.recurring(d.easter), true
	case "yearname":
		n, ok := d.number("n")
		from := time.Date(n, 1, 1, 0, 0, 0, 0, d.now.Location())
		return stretch{from, from.AddDate(1, 0, 0)}, ok && n > 1900 && n < 2100
	}
	return stretch{}, false
}

// week is the week some weeks from this one. It begins on Monday.
func (d date) week(add int) stretch {
	since := (int(d.now.Weekday()) + 6) % 7
	return daysFrom(d.now, 7*add-since, 7)
}

func (d date) months(add int) stretch {
	from := time.Date(d.now.Year(), d.now.Month()+time.Month(add), 1, 0, 0, 0, 0, d.now.Location())
	return stretch{from, from.AddDate(0, 1, 0)}
}

func (d date) year(add int) stretch {
	from := time.Date(d.now.Year()+add, 1, 1, 0, 0, 0, 0, d.now.Location())
	return stretch{from, from.AddDate(1, 0, 0)}
}

// count is "two weeks ago": the day, week, month or year that many units away,
// as coarse as the unit itself. Hours and minutes are exact.
func (d date) count(sign int) (stretch, bool) {
	n, ok := d.number("n")
	if !ok || n > 1000 {
		return stretch{}, false
	}
	n *= sign
	switch d.m.rule.fixed["unit"] {
	case "minute":
		from := d.now.Add(time.Duration(n) * time.Minute)
		return stretch{from, from.Add(time.Minute)}, true
	case "hour":
		from := d.now.Add(time.Duration(n) * time.Hour)
		return stretch{from, from.Add(time.Hour)}, true
	case "day":
		return daysFrom(d.now, n, 1), true
	case "week":
		return d.week(n), true
	case "month":
		return d.months(n), true
	}
	return d.year(n), true
}

// on is the day itself that is some weeks, months or years from now; zero for
// all that is no coarser than a day.
func (d date) on() time.Time {
	n, ok := d.number("n")
	if d.m.rule.kind == "ago" {
		n = -n
	}
	if !ok || d.m.rule.kind != "ago" && d.m.rule.kind != "ahead" {
		return time.Time{}
	}
	day := midnight(d.now)
	switch d.m.rule.fixed["unit"] {
	case "week":
		return day.AddDate(0, 0, 7*n)
	case "month":
		return day.AddDate(0, n, 0)
	case "year":
		return day.AddDate(n, 0, 0)
	}
	return time.Time{}
}

// weekday is the one a word such as last or next points at; without one, the
// last or the next to come, by whether the past is told.
func (d date) weekday() (stretch, bool) {
	i := d.indexIn("weekday", "day")
	if i < 0 {
		return stretch{}, false
	}
	today := (int(d.now.Weekday()) + 6) % 7
	ahead := (i - today + 7) % 7
	switch dir := d.word("dir"); {
	case dir == "next":
		return daysFrom(d.now, 7-today+i, 1), true
	case dir == "this":
		return daysFrom(d.now, i-today, 1), true
	case dir == "last" || d.word("since") != "" || dir == "" && d.past:
		if ahead == 0 && dir == "" {
			return daysFrom(d.now, 0, 1), true
		}
		return daysFrom(d.now, ahead-7, 1), true
	}
	return daysFrom(d.now, ahead, 1), true
}

func (d date) monthName() (stretch, bool) {
	i := d.indexIn("month", "month")
	if i < 0 {
		return stretch{}, false
	}
	return d.recurring(func(year int) stretch {
		from := time.Date(year, time.Month(i%12+1), 1, 0, 0, 0, 0, d.now.Location())
		return stretch{from, from.AddDate(0, 1, 0)}
	}), true
}

// season begins on the first of March, June, September or December, as weather
// services count in the north.
func (d date) season() stretch {
	month := time.Month(3 + 3*d.fixed("n"))
	return d.recurring(func(year int) stretch {
		from := time.Date(year, month, 1, 0, 0, 0, 0, d.now.Location())
		return stretch{from, from.AddDate(0, 3, 0)}
	})
}

// leapYear has every day that there can be.
const leapYear = 2024

// The years a date may name; other numbers behind it mean something else.
const firstYear, lastYear = 1000, 2999

// dayOfMonth is "the 5th", "the 5th of May", "May 5".
func (d date) dayOfMonth() (stretch, bool) {
	n, ok := d.number("n")
	if !ok || n < 1 || n > 31 {
		return stretch{}, false
	}
	if i := d.indexIn("month", "month"); i >= 0 {
		if n != time.Date(leapYear, time.Month(i%12+1), n, 0, 0, 0, 0, time.UTC).Day() {
			return stretch{}, false // the 31st of February
		}
		if year, ok := d.number("year"); ok && year >= firstYear && year <= lastYear {
			return d.dayIn(year, time.Month(i%12+1), n), true
		}
		return d.recurring(func(year int) stretch { return d.dayIn(year, time.Month(i%12+1), n) }), true
	}
	if w := d.word("n"); w[len(w)-1] <= '9' {
		return stretch{}, false // "on the 14" may be a bus
	}
	month := d.now.Month()
	s := d.dayIn(d.now.Year(), month, n)
	switch {
	case d.past && s.from.After(d.now):
		s = d.dayIn(d.now.Year(), month-1, n)
	case !d.past && s.to.Before(d.now):
		s = d.dayIn(d.now.Year(), month+1, n)
	}
	return s, true
}

func (d date) dayIn(year int, month time.Month, day int) stretch {
	from := time.Date(year, month, day, 0, 0, 0, 0, d.now.Location())
	return stretch{from, from.AddDate(0, 0, 1)}
}

// recurring picks the year of something that comes every year: the last that
// is over, the next that has not begun, this year's, or by tense.
func (d date) recurring(in func(year int) stretch) stretch {
	year := d.now.Year()
	dir := d.word("dir")
	switch {
	case dir == "this":
		return in(year)
	case dir == "next":
		for y := year; ; y++ {
			if s := in(y); s.from.After(d.now) {
				return s
			}
		}
	case dir == "last":
		for y := year; ; y-- {
			if s := in(y); !s.to.After(d.now) {
				return s
			}
		}
	case d.word("since") != "" || d.past:
		for y := year; ; y-- {
			if s := in(y); !s.from.After(d.now) {
				return s
			}
		}
	}
	for y := year; ; y++ {
		if s := in(y); s.to.After(d.now) {
			return s
		}
	}
}

// easter is some days from Easter Sunday of a year, by the Gregorian rule as
// Oudin (1940) has it.
func (d date) easter(year int) stretch {
	g, c := year%19, year/100
	h := (c - c/4 - (8*c+13)/25 + 19*g + 15) % 30
	i := h - h/28*(1-29/(h+1)*((21-g)/11))
	sunday := i - (year+year/4+i+2-c+c/4)%7 + 28 // of March
	from := time.Date(year, time.March, sunday+d.fixed("add"), 0, 0, 0, 0, d.now.Location())
	return stretch{from, from.AddDate(0, 0, d.fixed("days"))}
}

// clock reads "half past six", "7:30", "seven pm", "noon".
func (d date) clock() (clock, bool) {
	if n, ok := d.m.rule.fixed["hour"]; ok {
		h, err := strconv.Atoi(n)
		return clock{h, 0, true}, err == nil
	}
	c := clock{}
	h, m, colon := strings.Cut(strings.Replace(d.word("hour"), ".", ":", 1), ":")
	n, ok := d.u.ear.number(strings.Fields(h))
	if !ok || n > 24 {
		return c, false
	}
	c.hour, c.sure = n, n > 12 || n == 0
	if colon {
		c.minute, _ = strconv.Atoi(m)
		c.sure = c.sure || strings.HasPrefix(h, "0")
	}
	if past, ok := d.number("past"); ok {
		c.minute = past
	}
	if to, ok := d.number("to"); ok {
		c.hour, c.minute = (c.hour+23)%24, 60-to
	}
	c.minute += d.fixed("minute")
	if c.minute < 0 {
		c.hour, c.minute = (c.hour+23)%24, c.minute+60
	}
	c.half(d.word("half"))
	return c, c.minute < 60
}

// half settles which half of the day.
func (c *clock) half(half string) {
	switch {
	case half == "":
		return
	case half == "pm" && c.hour < 12:
		c.hour += 12
	case half == "am" && c.hour == 12:
		c.hour = 0
	}
	c.sure = true
}

// fixed is a number the heading of the rule gives; 0 if it gives none.
func (d date) fixed(name string) int {
	n, _ := strconv.Atoi(d.m.rule.fixed[name])
	return n
}

// word is what a slot holds, as the rules see it, or what the heading gives.
func (d date) word(slot string) string {
	s, ok := d.m.slots[slot]
	if !ok {
		return d.m.rule.fixed[slot]
	}
	var out []string
	for _, w := range d.u.words[s.from:s.to] {
		out = append(out, w.norm)
	}
	return strings.Join(out, " ")
}

func (d date) number(slot string) (int, bool) {
	return d.u.ear.number(strings.Fields(d.word(slot)))
}

// indexIn is where the word of a slot stands in a list, from 0; -1 if nowhere.
func (d date) indexIn(listName, slot string) int {
	w := d.word(slot)
	for i, entry := range d.u.ear.lists[listName].entries {
		if entry == w {
			return i
		}
	}
	return -1
}
