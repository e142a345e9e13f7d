package hearing

import (
	"time"

	"samantha"
)

// A mark is a time spoken of, in parts that the words may give in any order:
// a day or a longer stretch, hours of it, a time on the clock.
type mark struct {
	from, to int      // words of the utterance
	days     *stretch // set if a date was said
	hours    *hours
	clock    *clock
	since    bool      // the days go on until now
	exact    bool      // counted in minutes or hours
	on       time.Time // the day itself, where the days are coarser than that
	alone    bool      // hours or clock that mean something without a date
}

// A stretch is from one midnight, or one instant, to another.
type stretch struct{ from, to time.Time }

// Hours are counted from the midnight a day begins with; they may pass 24.
type hours struct{ from, to int }

// A clock is a time of day. Which half of the day is open unless sure.
type clock struct {
	hour, minute int
	sure         bool
}

// whens is every time spoken of.
func (u *utterance) whens() []samantha.When {
	var out []samantha.When
	for _, m := range u.marked {
		s := m.resolve(u.in.Now)
		out = append(out, samantha.When{
			Text: u.bare(u.words[m.from:m.to]), From: s.from, To: s.to,
			Day: m.days != nil, Open: m.clock != nil && !m.clock.sure && m.hours == nil, Exact: m.exact, On: m.on,
		})
	}
	return out
}

// marks finds the times in the words by the rules of en/times.txt and joins
// neighbours: "seven", "tomorrow", "evening" are one time.
func (u *utterance) marks() []mark {
	var all []mark
	for at := 0; at < len(u.words); {
		m, ok := u.ear.firstAt(u.ear.times, u.words, at)
		if !ok {
			at++
			continue
		}
		if next, ok := u.readTime(m); ok {
			all = joinMark(all, next)
		}
		at = m.to
	}
	var out []mark
	for _, m := range all {
		if m.days != nil || m.alone {
			out = append(out, m)
		}
	}
	return out
}

// joinMark joins a time with the one right before it if they have different
// parts.
func joinMark(all []mark, next mark) []mark {
	if len(all) == 0 {
		return append(all, next)
	}
	last := &all[len(all)-1]
	clash := last.days != nil && next.days != nil || last.clock != nil && next.clock != nil ||
		last.hours != nil && next.hours != nil
	if last.to != next.from || clash || last.since || next.since {
		return append(all, next)
	}
	last.to = next.to
	if next.days != nil {
		last.days, last.exact, last.on = next.days, next.exact, next.on
	}
	if next.hours != nil {
		last.hours = next.hours
	}
	if next.clock != nil {
		last.clock = next.clock
	}
	last.alone = last.alone || next.alone
	return all
}

// resolve is the range a mark means, seen from now.
func (m mark) resolve(now time.Time) stretch {
	if m.days != nil && m.hours == nil && m.clock == nil {
		return *m.days
	}
	day := midnight(now)
	if m.days != nil {
		day = m.days.from
	}
	if m.clock != nil {
		from := m.clock.on(day, m.hours)
		if m.days == nil && from.Before(now) {
			from = m.clock.next(now, m.hours)
		}
		return stretch{from, from.Add(time.Minute)}
	}
	if m.days == nil && !hour(day, m.hours.to).After(now) {
		day = day.AddDate(0, 0, 1)
	}
	return stretch{hour(day, m.hours.from), hour(day, m.hours.to)}
}

// on is the clock's time on a day. An open half is the hours' half, or else the
// half in which people are more likely to do things: seven to noon in the
// morning, one to six in the afternoon.
func (c clock) on(day time.Time, h *hours) time.Time {
	n := c.hour
	switch {
	case c.sure || n > 12:
	case h != nil && h.from >= 12 && n < 12, h == nil && n < 7:
		n += 12
	case h != nil && h.from >= 18 && n == 12:
		n = 24
	}
	return time.Date(day.Year(), day.Month(), day.Day(), n, c.minute, 0, 0, day.Location())
}

// next is the first time after now that the clock shows it.
func (c clock) next(now time.Time, h *hours) time.Time {
	day := midnight(now)
	if !c.sure && h == nil && c.hour < 12 {
		late := clock{c.hour + 12, c.minute, true}
		if at := late.on(day, nil); at.After(now) {
			return at
		}
	}
	return c.on(day.AddDate(0, 0, 1), h)
}

func midnight(t time.Time) time.Time {
	return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, t.Location())
}

// hour is a wall-clock hour of a day, also on days that have 23 or 25.
func hour(day time.Time, n int) time.Time {
	return time.Date(day.Year(), day.Month(), day.Day(), n, 0, 0, 0, day.Location())
}

// daysFrom is some days, counted from today.
func daysFrom(now time.Time, add, n int) stretch {
	from := midnight(now).AddDate(0, 0, add)
	return stretch{from, from.AddDate(0, 0, n)}
}
