package mind

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"samantha"
	"samantha/internal/mind/memory"
)

// nightVersion is that of the rules of nights and hours in this package.
const nightVersion = 2

// dateForm is how the evening a night began on is written.
const dateForm = "2006-01-02"

// night is one night as it passes: which, and what it puts into the log. All of
// that is appended in one stroke, so that a night is whole or has not been: after
// a crash in the middle it begins again, and nothing of it is done twice.
type night struct {
	mind   *Mind
	now    time.Time // in the person's zone
	body   samantha.Night
	drafts []samantha.Draft // beside the night itself
}

// steps are what a night does, in this order. A step decides, and leaves what it
// decided in the night; what it appends by itself must come to nothing the second
// time.
func (n *night) steps() []func(context.Context) error {
	return []func(context.Context) error{
		n.retell,
		n.letGo,
		n.soften,
		n.leaf,
		n.redream,
		n.dream,
		n.askItself,
	}
}

// NightPassed is what a night did, for whoever asks.
type NightPassed struct {
	ID      samantha.ID  `json:"id"`
	At      time.Time    `json:"at"`
	Already bool         `json:"already,omitempty"` // it had passed before; nothing was done
	Told    int          `json:"told"`              // chapters told, or told anew
	Dream   *DreamedThen `json:"dream,omitempty"`
	samantha.NightNumbers
}

// Night has a night pass now, whatever the hour: the one that is due, or else the
// one that comes. One that has passed already is only told of.
func (m *Mind) Night(ctx context.Context) (NightPassed, error) {
	if err := m.take(ctx); err != nil {
		return NightPassed{}, err
	}
	defer m.give()
	if err := m.endAside(ctx); err != nil {
		return NightPassed{}, err
	}
	now := m.clock.Now().In(m.state.here())
	due := m.nightNow(now)
	switch {
	case m.state.Moments == 0:
		return NightPassed{}, fmt.Errorf("nothing was said yet, and a night has no day to go over: %w", samantha.ErrNotFound)
	case due.date <= m.state.Nights.Last:
		return m.nightPassed(ctx)
	case m.state.Paused:
		return NightPassed{}, fmt.Errorf("no night passes while nothing is to be kept; resume first: %w", samantha.ErrInvalid)
	}
	chapters := m.tellings()
	if err := m.sleep(ctx, now, due); err != nil {
		return NightPassed{}, err
	}
	passed, err := m.nightPassed(ctx)
	passed.Already, passed.Told = false, m.tellings()-chapters
	return passed, err
}

// nightNow is the night that is due; else the one that it is, or the one that comes.
func (m *Mind) nightNow(now time.Time) nightOf {
	if due, ok := m.nightDue(now); ok {
		return due
	}
	if quiet := m.state.quietHours(); quiet.hold(now) {
		return nightOf{date: quiet.lastEvening(now).Format(dateForm)}
	}
	return nightOf{date: now.Format(dateForm)}
}

// tellings is how often chapters were told.
func (m *Mind) tellings() int {
	n := 0
	for _, c := range m.state.Memory.Chapters {
		n += len(c.Tellings)
	}
	return n
}

// nightPassed tells of the newest night.
func (m *Mind) nightPassed(ctx context.Context) (NightPassed, error) {
	var p NightPassed
	for e, err := range m.log.Read(ctx, m.state.Nights.Seq-1) {
		if err != nil {
			return p, err
		}
		if b, ok := e.Body.(*samantha.Night); ok {
			p = NightPassed{ID: e.ID, At: e.At, Already: true, NightNumbers: b.Numbers}
			break
		}
	}
	for _, d := range m.state.Nights.told() {
		if d.Date == p.Date {
			then := m.dreamedThen(d)
			p.Dream = &then
		}
	}
	return p, nil
}

// nightOf is a night that is due.
type nightOf struct {
	date   string
	late   bool // it is morning, and the machine was off
	missed int  // nights before it that passed with the machine off
}

// nightDue is the night that is to pass now, if one is: that of the newest evening
// whose quiet hours have begun, if there was a life before it and it has not
// passed yet. Of several that passed with the machine off there is one.
func (m *Mind) nightDue(now time.Time) (nightOf, bool) {
	quiet := m.state.quietHours()
	evening := quiet.lastEvening(now)
	date, end := evening.Format(dateForm), quiet.end(evening)
	if m.state.Moments == 0 || !m.state.Memory.FirstAt.Before(end) || date <= m.state.Nights.Last {
		return nightOf{}, false
	}
	n := nightOf{date: date, late: !now.Before(end)}
	last, err := time.Parse(dateForm, m.state.Nights.Last)
	if err != nil { // there was none yet
		last, _ = time.Parse(dateForm, m.state.Memory.FirstAt.In(now.Location()).AddDate(0, 0, -1).Format(dateForm))
	}
	this, _ := time.Parse(dateForm, date)
	n.missed = max(0, int(this.Sub(last).Hours()/24+0.5)-1)
	return n, true
}

// passNight has a night pass if one is due and the person is away. It waits while
// words wait for the disk or for a forgetting, and off the record.
func (m *Mind) passNight(ctx context.Context) error {
	if _, over := m.over(); !over || !m.mayBeAlone() {
		return nil
	}
	now := m.clock.Now().In(m.state.here())
	due, ok := m.nightDue(now)
	if !ok {
		return nil
	}
	return m.sleep(ctx, now, due)
}

// MakeUp has the night pass that was due while she was off, if there is one: who
// only ever wakes her to say one thing has nights in between all the same.
func (m *Mind) MakeUp(ctx context.Context) error {
	if err := m.take(ctx); err != nil {
		return err
	}
	defer m.give()
	if err := m.endAside(ctx); err != nil {
		return err
	}
	if due, ok := m.nightDue(m.clock.Now().In(m.state.here())); !ok || !due.late {
		return nil // while it lasts it may pass by itself, and there may be more to go over
	}
	return m.passNight(ctx)
}

// mayBeAlone: what passes in her may be kept now.
func (m *Mind) mayBeAlone() bool {
	return !m.state.Paused && !m.masked && len(m.unsaved) == 0
}

// sleep is the night itself.
func (m *Mind) sleep(ctx context.Context, now time.Time, due nightOf) error {
	n := &night{mind: m, now: now}
	n.body.Numbers = samantha.NightNumbers{Date: due.date, Late: due.late, Missed: due.missed, Version: nightVersion}
	for _, step := range n.steps() {
		if err := step(ctx); err != nil {
			return fmt.Errorf("night: %w", err)
		}
	}
	drafts := append([]samantha.Draft{{At: now, Origin: samantha.OriginHerself, Body: &n.body}}, n.drafts...)
	_, err := m.append(ctx, drafts...)
	return err
}

// add puts something beside the night into the log.
func (n *night) add(b samantha.Body) {
	n.drafts = append(n.drafts, samantha.Draft{At: n.now, Origin: samantha.OriginHerself, Body: b})
}

// retell tells the chapters that are due: each stands by itself, and what is told
// is due no more.
func (n *night) retell(ctx context.Context) error { return n.mind.recount(ctx) }

// How long after its time nobody must have spoken of a thread before a night lets
// it go: longer than she would still ask.
const lapses = 45 * 24 * time.Hour

// letGo closes the threads whose time is long over. Her own promises stay.
func (n *night) letGo(context.Context) error {
	for _, t := range n.mind.state.Memory.OpenLately() {
		over := t.At
		for _, at := range []*time.Time{t.Until, t.Back} {
			if at != nil && at.After(over) {
				over = *at
			}
		}
		if t.Whose != memory.Herself && n.now.Sub(over) > lapses {
			n.body.Numbers.Closed = append(n.body.Numbers.Closed, samantha.Closing{Thread: t.ID, How: samantha.EndLapsed})
		}
	}
	return nil
}

// soften takes some of the edge off what hurt.
func (n *night) soften(context.Context) error {
	n.body.Numbers.Softened = n.mind.rooms.heart.Soften(n.mind.state.Heart, n.now)
	return nil
}

// leaf reads on in her book, if it is one of the nights she reads.
func (n *night) leaf(ctx context.Context) error {
	read, err := n.mind.leaf(ctx, n.body.Numbers.Date)
	if err == nil && read != nil {
		n.add(read)
	}
	return err
}

// askItself takes one open thread into the morning: the first that she may come
// back to then.
func (n *night) askItself(context.Context) error {
	s := n.mind.situation(samantha.Utterance{})
	morning := n.now.Add(12 * time.Hour)
	for _, t := range n.mind.state.Memory.Ripe(morning, n.now) {
		if s.mayComeBack(t) && !n.lets(t.ID) {
			n.body.Numbers.Question = t.ID
			return nil
		}
	}
	return nil
}

// questionFirst are threads with the one that the last night took into the morning
// before the others.
func (s *situation) questionFirst(ripe []memory.Thread) []memory.Thread {
	taken := func(t memory.Thread) bool { return t.ID == s.state.Nights.Question }
	i := slices.IndexFunc(ripe, taken)
	if i < 0 {
		return ripe
	}
	return slices.Concat(ripe[i:i+1], ripe[:i], ripe[i+1:])
}

// lets: this night let the thread go.
func (n *night) lets(id samantha.ID) bool {
	return slices.ContainsFunc(n.body.Numbers.Closed, func(c samantha.Closing) bool { return c.Thread == id })
}

// quietHours are the hours of a night, on the clock where the person is.
type quietHours struct{ from, to int } // hours; from is an evening or later, to a morning

// quietHours are those the person chose ("23-7"), or from ten to seven.
func (s *State) quietHours() quietHours {
	q, ok := parseQuiet(s.choice(samantha.ChoiceQuiet))
	if !ok {
		return quietHours{22, 7}
	}
	return q
}

// parseQuiet reads quiet hours: from an hour between 18 and 27 (three in the
// morning) to one between 4 and 12, "23-7" or "1-9".
func parseQuiet(text string) (quietHours, bool) {
	var q quietHours
	if n, err := fmt.Sscanf(text, "%d-%d", &q.from, &q.to); n != 2 || err != nil || strings.Count(text, "-") != 1 {
		return q, false
	}
	if q.from <= 3 {
		q.from += 24
	}
	return q, q.from >= 18 && q.from <= 27 && q.to >= 4 && q.to <= 12
}

// lastEvening is midnight of the newest day whose quiet hours have begun.
func (q quietHours) lastEvening(now time.Time) time.Time {
	day := time.Date(now.Year(), now.Month(), now.Day(), 0, 0, 0, 0, now.Location())
	for q.begin(day).After(now) {
		day = day.AddDate(0, 0, -1)
	}
	return day
}

func (q quietHours) begin(evening time.Time) time.Time {
	return time.Date(evening.Year(), evening.Month(), evening.Day(), q.from, 0, 0, 0, evening.Location())
}

func (q quietHours) end(evening time.Time) time.Time {
	return time.Date(evening.Year(), evening.Month(), evening.Day()+1, q.to, 0, 0, 0, evening.Location())
}

// hold: it is quiet hours at a time.
func (q quietHours) hold(at time.Time) bool { return at.Before(q.end(q.lastEvening(at))) }
