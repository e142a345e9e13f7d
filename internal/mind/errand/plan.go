package errand

import (
	"strconv"
	"strings"
	"time"

	"samantha"
)

// Asked is a time as it was asked for.
type Asked struct {
	Kind    samantha.ErrandKind
	Times   []samantha.When
	Seconds int       // from now; 0: none were said
	Now     time.Time // in the person's zone
}

// Planned is when an errand is to ring.
type Planned struct {
	Due     samantha.Due // zero: that has to be asked
	Assumed bool         // the hour is hers, nobody said one
	Other   time.Time    // the same hour in the other half of the day, if that may be meant
	Past    bool         // the time that was said is over
}

// The hours on the clock that may as well be meant in the evening as in the
// morning: from seven to eleven.
const firstOpen, lastOpen = 7, 11

// soonest is how far off a time is at least that she chooses herself.
const soonest = 30 * time.Minute

// Plan says when something is due. A weekday that is today and over is that of
// next week.
func (r *Room) Plan(a Asked) Planned {
	p := r.plan(a)
	if !p.Past || len(a.Times) == 0 || Days(a.Now, a.Times[0].From) != 0 || !r.NamesWeekday(a.Times[0].Text) {
		return p
	}
	next := a.Times[0]
	next.From, next.To = next.From.AddDate(0, 0, 7), next.To.AddDate(0, 0, 7)
	a.Times = []samantha.When{next}
	return r.plan(a)
}

// NamesWeekday reports whether a time was said by its weekday.
func (r *Room) NamesWeekday(text string) bool {
	for w := range strings.FieldsSeq(samantha.SentenceKey(text)) {
		if r.names["weekday"][w] {
			return true
		}
	}
	return false
}

func (r *Room) plan(a Asked) Planned {
	switch {
	case a.Seconds > 0:
		return instant(a.Now.Add(time.Duration(a.Seconds) * time.Second))
	case a.Kind == samantha.ErrandTimer, len(a.Times) == 0 && a.Kind == samantha.ErrandAlarm:
		return Planned{}
	case len(a.Times) == 0:
		return r.onDay(midnight(a.Now).AddDate(0, 0, 1), a.Now)
	}
	w := a.Times[0]
	switch {
	case w.Exact:
		p := instant(w.From)
		p.Past = !w.From.After(a.Now)
		return p
	case isClock(w):
		return a.onClock(w)
	case !w.To.After(a.Now):
		return Planned{Past: true}
	case !w.On.IsZero():
		return r.onDay(w.On, a.Now)
	case midnight(w.From).Equal(w.From):
		return r.onDay(w.From, a.Now)
	}
	return r.inPart(w, a.Now)
}

// isClock: a minute on the clock was said.
func isClock(w samantha.When) bool { return w.To.Sub(w.From) == time.Minute }

func instant(at time.Time) Planned {
	return Planned{Due: samantha.Due{At: at.UTC().Truncate(time.Microsecond), Zone: at.Location().String()}}
}

func civil(at time.Time) samantha.Due {
	return samantha.Due{Civil: at.Format(samantha.CivilLayout), Zone: at.Location().String()}
}

// onClock is a time on the clock, of which the half of the day may be open.
func (a Asked) onClock(w samantha.When) Planned {
	at := w.From
	if w.Open && (a.Kind == samantha.ErrandAlarm || !w.Day && a.tonight(w)) {
		at, w.Open = a.wakes(w), false
	}
	p := Planned{Due: civil(at), Past: !at.After(a.Now)}
	if !w.Open {
		return p
	}
	if p.Past && at.Hour() < 12 { // "today at eight", said at noon
		if late := shift(at, 12); late.After(a.Now) {
			return Planned{Due: civil(late)}
		}
	}
	if near := at.Sub(a.Now); a.Now.Hour() >= late && near > 0 && near <= soon {
		return p // "at eleven", said at ten at night
	}
	if hour := at.Hour() - 12; !w.Day && hour >= firstOpen && hour <= lastOpen {
		p.Other = shift(at, 12)
	}
	return p
}

// late and soon: from so late on an hour within so many hours is that of the
// night: "at one", said at ten to midnight.
const late, soon = 21, 5 * time.Hour

func (a Asked) tonight(w samantha.When) bool {
	hour := a.Now.Hour()
	return (hour >= late || hour < firstOpen) && w.From.Hour()%12 < firstOpen && a.wakes(w).Sub(a.Now) <= soon
}

// wakes is the first such hour in the morning: nobody is woken at half past six
// in the evening who does not say so.
func (a Asked) wakes(w samantha.When) time.Time {
	day := midnight(w.From)
	if !w.Day {
		day = midnight(a.Now)
	}
	at := onDay(day, w.From.Hour()%12, w.From.Minute())
	if !w.Day && !at.After(a.Now) {
		at = onDay(day.AddDate(0, 0, 1), w.From.Hour()%12, w.From.Minute())
	}
	return at
}

// onDay is a day without an hour: the hour she takes for it, or, of a day that
// has begun, the next part of it.
func (r *Room) onDay(day, now time.Time) Planned {
	at := onDay(day, r.hour("day"), 0)
	if day.Before(midnight(now)) { // the week has begun
		at = onDay(midnight(now).AddDate(0, 0, 1), r.hour("day"), 0)
	}
	for _, part := range []string{"12", "18"} {
		if at.Before(now.Add(soonest)) {
			at = onDay(day, r.hour(part), 0)
		}
	}
	if at.Before(now.Add(soonest)) {
		at = soonRound(now)
	}
	return Planned{Due: civil(at), Assumed: true}
}

// soonRound is the next half hour on the clock that is not upon them already.
func soonRound(now time.Time) time.Time {
	return now.Add(2 * soonest).Truncate(soonest)
}

// inPart is a part of a day: "in the evening", "tonight".
func (r *Room) inPart(w samantha.When, now time.Time) Planned {
	at := onDay(w.From, r.hour(strconv.Itoa(w.From.Hour())), 0)
	if !at.After(now) {
		at = soonRound(now)
	}
	return Planned{Due: civil(at), Assumed: true, Past: !at.Before(w.To)}
}

func (r *Room) hour(part string) int {
	n, _ := strconv.Atoi(r.said["default "+part])
	return n
}

// Move is when an errand is due that was due before, and is to be otherwise: a
// day alone keeps the hour, an hour alone the day. pick is "early" or "late" if
// one of two halves of a day was chosen by name; answers is set if she had asked
// which is meant.
func (r *Room) Move(a Asked, before time.Time, pick string, answers bool) Planned {
	if pick != "" {
		return a.picked(before, pick == "early")
	}
	if a.Seconds > 0 || len(a.Times) == 0 || before.IsZero() {
		return r.Plan(a)
	}
	w := a.Times[0]
	day, clock := midnight(w.From), isClock(w)
	switch {
	case w.Exact, clock && w.Day, clock && answers:
		return r.Plan(a)
	case clock:
		return a.sameDay(w, before)
	case !w.On.IsZero():
		day = w.On
	case midnight(w.From).Equal(w.From):
	default:
		return r.otherHalf(a, w, before)
	}
	at := onDay(day, before.Hour(), before.Minute())
	return Planned{Due: civil(at), Past: !at.After(a.Now)}
}

// picked is the hour it was due or the same in the other half of a day, the one
// that comes.
func (a Asked) picked(before time.Time, early bool) Planned {
	for _, at := range []time.Time{before, shift(before, 12)} {
		if at.Hour() < 12 == early && at.After(a.Now) {
			return Planned{Due: civil(at)}
		}
	}
	return Planned{Due: civil(before)}
}

// Shift is when something is due a length later or earlier than it was.
func (r *Room) Shift(a Asked, before time.Time, by string) Planned {
	length := time.Duration(a.Seconds) * time.Second
	if by == "earlier" {
		length = -length
	}
	at := before.Add(length)
	p := Planned{Due: civil(at), Past: !at.After(a.Now)}
	if a.Kind == samantha.ErrandTimer {
		p.Due = instant(at).Due
	}
	return p
}

// sameDay is another hour on the day it was due; of an hour that may be either
// the half it was in.
func (a Asked) sameDay(w samantha.When, before time.Time) Planned {
	hour := w.From.Hour()
	if w.Open {
		hour %= 12
		early := hour < firstOpen && a.Kind != samantha.ErrandAlarm
		if early || before.Hour() >= 12+firstOpen {
			hour += 12
		}
	}
	at := onDay(midnight(before), hour, w.From.Minute())
	return Planned{Due: civil(at), Past: !at.After(a.Now)}
}

// otherHalf is the hour it was due, or twelve hours later or earlier, in the part
// of a day that was said: the answer to "tonight or in the morning?". Where no day was said
// with it, it stays on its own, if that is still to come.
func (r *Room) otherHalf(a Asked, w samantha.When, before time.Time) Planned {
	if at := onDay(midnight(before), (before.Hour()+12)%24, before.Minute()); !w.Day && at.After(a.Now) && inPart(at, w) {
		return Planned{Due: civil(at)}
	}
	for _, at := range []time.Time{before, shift(before, 12), shift(before, -12)} {
		if !at.Before(w.From) && at.Before(w.To) && at.After(a.Now) {
			return Planned{Due: civil(at)}
		}
	}
	return r.Plan(a)
}

// inPart: an hour lies in the part of a day that was said, whatever the day.
func inPart(at time.Time, w samantha.When) bool {
	since := func(t time.Time) time.Duration { return t.Sub(midnight(t)) }
	return since(at) >= since(w.From) && (since(at) < since(w.To) || midnight(w.To).After(midnight(w.From)))
}

// NextClock is the next time on the clock that is like one that was said, in either half of
// the day if no half was said.
func NextClock(w samantha.When, now time.Time) time.Time {
	at := w.From
	if w.Open && !w.Day {
		at = shift(at, -12)
		for !at.After(now) {
			at = shift(at, 12)
		}
	}
	return at
}

func midnight(t time.Time) time.Time { return onDay(t, 0, 0) }

// onDay is an hour on the clock of a day, also of days that have 23 or 25.
func onDay(day time.Time, hour, minute int) time.Time {
	return time.Date(day.Year(), day.Month(), day.Day(), hour, minute, 0, 0, day.Location())
}

// shift moves a time on the clock by hours of the clock.
func shift(at time.Time, hours int) time.Time { return onDay(at, at.Hour()+hours, at.Minute()) }
