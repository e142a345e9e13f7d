package memory

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"samantha"
)

// Opening is what threads are opened against.
type Opening struct {
	Now   time.Time   // in the person's zone
	Since time.Time   // the encounter began
	ID    samantha.ID // of the moment
	Open  []Thread    // before it
	Grave bool        // said in sorrow: kept, and not brought up unasked
	Sad   bool        // said sadly: a wish is no hope then
	Aside bool        // nothing is kept: she promises nothing
	// Ahead is the last time to come that was told in this encounter: a promise to ask
	// how "it" went waits for it. Nil: none was.
	Ahead *samantha.When
	// Meant is whom a "him" or "her" of the utterance means, as the person would say
	// it; "" if that is not sure.
	Meant func(pronoun string) string
}

// OpenThreads are the threads that an utterance leaves open.
func (l *Lore) OpenThreads(h samantha.Hearing, o Opening) []samantha.Thread {
	var opened []samantha.Thread
	for _, end := range h.Ends {
		kind := samantha.ThreadKind(end.Kind)
		if !opens(kind) || kind == samantha.ThreadHope && (o.Sad || o.Grave) {
			continue
		}
		t := samantha.Thread{
			Kind: kind, Whose: Person, About: end.Text, Thing: end.Slots["thing"], Form: end.Slots["form"],
		}
		if they := end.Slots["they"]; they != "" && o.Meant != nil {
			t.Thing = o.Meant(they)
		}
		if who := end.Slots["who"]; who != "" {
			t.Whose = who
		}
		when, timed := timeAhead(end, h.Times, o.Now)
		if end.Slots["needs"] != "" && !timed || !l.saysWhat(t, timed) {
			continue
		}
		if timed {
			t.Due, t.Until = &when.From, &when.To
		}
		if !o.Grave {
			t.Back = l.back(t, o.Now)
		}
		opened = append(opened, t)
	}
	if t, ok := l.promised(h, o, opened); ok {
		opened = append(opened, t)
	}
	return opened
}

// saysWhat: its thing tells something. A deed in one word without a time ("I said
// I'd see") is none.
func (l *Lore) saysWhat(t samantha.Thread, timed bool) bool {
	if t.Form == samantha.FormDeed && kept(t.Kind) && !timed && !strings.Contains(t.Thing, " ") {
		return false
	}
	return len(l.stems(t.Thing)) > 0
}

func opens(kind samantha.ThreadKind) bool {
	switch kind {
	case samantha.ThreadPlan, samantha.ThreadWorry, samantha.ThreadHope, samantha.ThreadPromise, samantha.ThreadQuestion:
		return true
	}
	return false
}

// timeAhead is the time to come that something left open is said for.
func timeAhead(end samantha.Act, times []samantha.When, now time.Time) (samantha.When, bool) {
	to := end.Slots["newday"] // "not Tuesday, Wednesday"
	for _, w := range times {
		if to != "" && !strings.Contains(w.Text, to) {
			continue
		}
		from := w.From
		if end.Slots["needs"] != "later" {
			from = w.To
		}
		if (strings.Contains(end.Text, w.Text) || end.Slots["needs"] == "around") && from.After(now) {
			return sharper(end, w, times), true
		}
	}
	return samantha.When{}, false
}

// sharper is a day told beside a weekday that falls on it, for something that was
// moved: "thursday. the 16th".
func sharper(end samantha.Act, day samantha.When, times []samantha.When) samantha.When {
	for _, w := range times {
		later := w.From.After(day.To) && w.To.Sub(w.From) <= 24*time.Hour
		if end.Kind == string(samantha.EndChanged) && later && w.From.Weekday() == day.From.Weekday() && !strings.Contains(end.Text, w.Text) {
			return w
		}
	}
	return day
}

// promised is the promise to ask that an utterance asks of her, if it is one that
// she can keep.
func (l *Lore) promised(h samantha.Hearing, o Opening, opened []samantha.Thread) (samantha.Thread, bool) {
	if a, ok := h.Act("request.stop"); ok && !o.Aside {
		return holdsBack(a, h.Times, o.Now), true
	}
	a, ok := h.Act("request.ask")
	if !ok || o.Aside {
		return samantha.Thread{}, false
	}
	t := samantha.Thread{
		Kind: samantha.ThreadPromise, Whose: Herself, About: a.Text, Thing: a.Slots["thing"], Form: a.Slots["form"],
	}
	about := samantha.Thread{}
	t.Like, about = l.meantBy(t.Thing, o, opened)
	if t.Thing == "" {
		t.Form = about.Form
	}
	a.Text += " " + a.Slots["when"]
	when, timed := timeAhead(a, h.Times, o.Now)
	if occasion := a.Slots["occasion"]; occasion != "" && !timed {
		_, on := l.meantBy(occasion, o, opened)
		t.Due, t.Until, t.Back = on.Until, on.Until, on.Until
		return t, on.Until != nil // of an occasion without a time she could not tell that it has come
	}
	switch {
	case timed:
		t.Due, t.Until, t.Back = &when.From, &when.To, &when.From
	case about.Due != nil:
		t.Back = overnight(*about.Until)
	case t.Like == "" && t.Thing == "" && o.Ahead != nil:
		t.Due, t.Until, t.Back = &o.Ahead.From, &o.Ahead.To, overnight(o.Ahead.To)
	case t.Like != "":
		t.Back = soon(o.Now)
	default:
		next := o.Now.Add(EncounterPause)
		t.Back = &next
	}
	return t, true
}

// holdsBack is the promise to ask, when it is over, whether they kept from what she was
// asked to hold them back from.
func holdsBack(a samantha.Act, times []samantha.When, now time.Time) samantha.Thread {
	t := samantha.Thread{
		Kind: samantha.ThreadPromise, Whose: Herself, About: a.Text, Thing: a.Slots["thing"], Form: a.Slots["form"],
	}
	when, timed := timeAhead(a, times, now)
	if !timed {
		t.Back = soon(now)
		return t
	}
	t.Due, t.Until, t.Back = &when.From, &when.To, overnight(when.To)
	if when.To.Sub(when.From) <= 24*time.Hour {
		t.Back = morningAfter(when.From, 1) // a night ends in the morning
	}
	return t
}

// meantBy is the thread that a promise to ask is about: of that name, or the one
// spoken of last in this encounter.
func (l *Lore) meantBy(thing string, o Opening, opened []samantha.Thread) (samantha.ID, samantha.Thread) {
	all := slices.Clone(o.Open)
	for i, t := range opened {
		all = append(all, Thread{Thread: t, ID: o.ID.Part("thread", i+1), At: o.Now})
	}
	for _, t := range slices.Backward(all) {
		named := thing != "" && l.names(thing, t.Thing)
		if t.Whose != Herself && (named || thing == "" && !t.At.Before(o.Since)) {
			return t.ID, t.Thread
		}
	}
	return "", samantha.Thread{}
}

// When she may come back to what has no time of its own.
const (
	worryRests    = 20 * time.Hour // the next day, also to somebody who talks a little earlier then
	questionRests = 2              // days
	hopeRests     = 7              // days
	morning       = 5              // o'clock: from then on it is the next day's first talk
)

// back is from when on she may come back to a thread: the day after it was due; a
// worry the next day, an open question after two, a hope after a week.
func (l *Lore) back(t samantha.Thread, now time.Time) *time.Time {
	switch {
	case t.Due != nil:
		return overnight(*t.Until)
	case t.Kind == samantha.ThreadWorry:
		return soon(now)
	case t.Kind == samantha.ThreadQuestion:
		return morningAfter(now, questionRests)
	case t.Kind == samantha.ThreadHope:
		return morningAfter(now, hopeRests)
	}
	return nil
}

// Unanswered is a question of hers that they left without answering: she may come
// back to it once, another day.
func Unanswered(answer samantha.ID, now time.Time) samantha.Thread {
	return samantha.Thread{Kind: samantha.ThreadQuestion, Whose: Herself, Back: soon(now), Like: answer}
}

func soon(now time.Time) *time.Time {
	at := now.Add(worryRests)
	return &at
}

// overnight is the morning after a time whose end is not part of it.
func overnight(until time.Time) *time.Time { return morningAfter(until.Add(-time.Nanosecond), 1) }

func morningAfter(day time.Time, days int) *time.Time {
	at := time.Date(day.Year(), day.Month(), day.Day()+days, morning, 0, 0, 0, day.Location())
	return &at
}

// Ahead says when something is due, so that it can be looked up; both times in
// the person's zone.
func (l *Lore) Ahead(from, until, now time.Time) string {
	away, long := days(now, from), days(from, until.Add(-time.Nanosecond))
	for _, a := range l.ahead {
		if long >= a.long && away >= a.from && away <= a.to {
			return from.Format(a.layout)
		}
	}
	return from.Format(time.DateOnly)
}

// ahead is one way to say when something is due: for what takes at least so many
// days more than one and is so many days away.
type ahead struct {
	long, from, to int
	layout         string // as [time.Time.Format] has it
}

// readHealth reads a line of words.
func (l *Lore) readHealth(line samantha.Line) error {
	for _, w := range strings.Fields(line.Text) {
		l.health[w] = true
	}
	return nil
}

func (l *Lore) readAhead(line samantha.Line) error {
	spans, layout, ok := strings.Cut(line.Text, "|")
	a := ahead{layout: strings.TrimSpace(layout)}
	if _, err := fmt.Sscan(spans, &a.long, &a.from, &a.to); err != nil || !ok {
		return line.Bad("want: days long, days away from, to | when")
	}
	l.ahead = append(l.ahead, a)
	return nil
}
