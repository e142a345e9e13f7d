package memory

import (
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"

	"samantha"
)

// movedLately is the one thread that "17th now, not the 14th" can mean where nobody
// told of one in this encounter: the one whose words stand beside it, or the one that
// was moved a moment ago.
func (c *closing) movedLately(end samantha.Act) (Thread, bool) {
	if end.Kind != string(samantha.EndChanged) || end.Slots["of"] != "it" || len(c.asked) > 0 {
		return Thread{}, false
	}
	var fit []Thread
	for _, t := range c.open {
		lately := t.Due != nil && !t.timed().Before(c.at.Since) && len(t.Became) > 0
		if t.Whose != Herself && (lately || c.beside(t)) {
			fit = append(fit, t)
		}
	}
	if len(fit) != 1 {
		return Thread{}, false
	}
	return fit[0], true
}

// beside: the thing of a thread is said to be moved in the same utterance.
func (c *closing) beside(t Thread) bool {
	return slices.ContainsFunc(c.hearing.Ends, func(o samantha.Act) bool {
		return o.Kind == string(samantha.EndChanged) && o.Slots["of"] != "it" && c.lore.says(inFull(o), t, c.at.Now)
	})
}

// comingRound is the new time of something still to come that was told as if it were
// past ("I meant Wednesday"): the next of that weekday, or of that date.
func comingRound(end samantha.Act, times []samantha.When, now time.Time) (samantha.When, bool) {
	for _, w := range times {
		if !w.Day || !strings.Contains(end.Text, w.Text) || w.To.Sub(w.From) > 25*time.Hour {
			continue // 25: the day on which clocks go back
		}
		if !w.To.After(now) && now.Sub(w.From) <= 8*24*time.Hour {
			w.From, w.To = w.From.AddDate(0, 0, 7), w.To.AddDate(0, 0, 7)
		} else if !w.To.After(now) {
			w.From, w.To = w.From.AddDate(1, 0, 0), w.To.AddDate(1, 0, 0)
		}
		if w.From.After(now) {
			return w, true
		}
	}
	return samantha.When{}, false
}

// otherDay moves what is due on one day of a month to another of the same: "not the
// 16th, the 23rd". What was moved already by another word of the same breath stays.
func (c *closing) otherDay(was, day int) {
	for _, t := range c.open {
		if t.Whose == Herself || t.Due == nil || t.Until == nil || day == 0 || t.Due.In(c.at.Now.Location()).Day() != was || c.closes(t) {
			continue
		}
		due, until := t.Due.AddDate(0, 0, day-was), t.Until.AddDate(0, 0, day-was)
		if due.After(c.at.Now) && due.Month() == t.Due.Month() {
			c.closed = append(c.closed, samantha.Closing{Thread: t.ID, How: samantha.EndChanged, Due: &due, Until: &until, Back: overnight(until)})
		}
	}
}

// closes: something was found to have become of a thread.
func (c *closing) closes(t Thread) bool {
	return slices.ContainsFunc(c.closed, func(o samantha.Closing) bool { return o.Thread == t.ID })
}

// righted moves what was told of the wrong day of a month.
func (c *closing) righted() {
	for _, claim := range c.hearing.Claims {
		if claim.Slot == "" && claim.Not != "" {
			c.otherDay(dayOfMonth(claim.Not), dayOfMonth(claim.Value))
		}
	}
}

// dayOfMonth is the number of "the 28th"; 0 if it is none.
func dayOfMonth(day string) int {
	number, ok := strings.CutPrefix(strings.ToLower(day), "the ")
	if !ok {
		return 0
	}
	return leadingNumber(number)
}

// leadingNumber is the number that a word begins with: 23 of "23rd"; 0 if none.
func leadingNumber(word string) int {
	digits := strings.TrimRightFunc(word, unicode.IsLetter)
	n, err := strconv.Atoi(digits)
	if err != nil {
		return 0
	}
	return n
}
