package year

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"
	_ "time/tzdata" // the same hours on every machine

	"samantha"
	"samantha/internal/mind"
	"samantha/internal/mind/memory"
	"samantha/internal/words/newborn"
)

// Options are what a simulated life is given.
type Options struct {
	Person     *Person
	Days       int
	Seed       uint64
	Now        func() time.Time // for the figures of speed alone
	Transcript io.Writer        // gets what was said; nil: nobody reads it
	Ask        []string         // said to a copy of her, one after the other
	AskAt      []int            // after these days; nil: after the last
	Each       func(Exchange)   // gets every moment; nil: nobody counts them
	Apart      bool             // she does not turn towards people of theirs
	Moments    int              // ends the life after the day on which there were so many; 0: no limit
	Written
}

// The first day of every life is a Monday. A night is at half past three; she is
// shut off and wakes again after every fourth week.
const (
	firstDay     = "2026-03-02"
	nightHour    = 3*time.Hour + 30*time.Minute
	restartEvery = 28
)

// opensFirst is how many of a hundred encounters begin with a page that opens
// and nobody speaking yet.
const opensFirst = 40

// life is one on its way.
type life struct {
	o      Options
	zone   *time.Location
	clock  *clock
	voice  *newborn.Newborn
	rooms  *mind.Rooms
	log    Log
	mind   *mind.Mind
	talker *talker

	state      *mind.State // the fold of the log up to seen
	seen       uint64
	today      []samantha.Event     // since the night before
	lines      map[samantha.ID]line // what the person said, by moment
	invariants []invariant
	report     Report
}

// Live lets a person live with her for as many days as asked for.
func Live(ctx context.Context, o Options) (Report, error) {
	l, err := begin(ctx, o)
	if err != nil {
		return Report{}, err
	}
	for day := 1; day <= o.Days; day++ {
		if err := l.day(ctx, day); err != nil {
			return l.report, fmt.Errorf("day %d: %w", day, err)
		}
		if o.Progress != nil {
			o.Progress(day)
		}
		if l.enough() {
			l.o.Days, l.report.Days = day, day
			break
		}
	}
	return l.end(ctx)
}

func begin(ctx context.Context, o Options) (*life, error) {
	zone, err := time.LoadLocation(o.Person.Zone)
	if err != nil {
		return nil, err
	}
	if err := o.complete(zone); err != nil {
		return nil, err
	}
	l := &life{
		o: o, zone: zone, clock: &clock{o.First}, log: o.Log, talker: newTalker(o.Person, o.Seed),
		state: &mind.State{}, lines: map[samantha.ID]line{}, report: Report{Person: o.Person.Name, About: o.Person.About, Phases: o.Person.spans(o.Days), Days: o.Days, Own: map[string]int{}, Broken: []Breach{}},
	}
	if l.voice, err = newborn.New(); err != nil {
		return nil, err
	}
	if l.rooms, err = mind.Furnish(); err != nil {
		return nil, err
	}
	if l.invariants, err = invariants(l.voice.Repeats); err != nil {
		return nil, err
	}
	if err := l.wake(ctx); err != nil || !o.Apart {
		return l, err
	}
	return l, l.mind.Choose(ctx, samantha.ChoiceCompass, samantha.ChoiceNo)
}

func (l *life) wake(ctx context.Context) (err error) {
	l.mind, err = mind.Open(ctx, l.minded(l.log, l.clock))
	if err == nil {
		l.mind.Rest() // older memories at hand: how soon they are is the machine's
	}
	return err
}

// minded are the options of a mind over a log of hers.
func (l *life) minded(log samantha.Log, at samantha.Clock) mind.Options {
	return mind.Options{
		Log: log, Speaker: l.voice, Clock: at, Seed: l.o.Seed, Zone: l.o.Person.Zone, Version: l.o.Version, Rooms: l.rooms, Simulated: l.o.simulated(),
	}
}

// midnight is when a day begins where the person is.
func (l *life) midnight(day int) time.Time {
	first := l.o.First.In(l.zone)
	return time.Date(first.Year(), first.Month(), first.Day()+day-1, 0, 0, 0, 0, l.zone)
}

func (l *life) day(ctx context.Context, day int) error {
	midnight := l.midnight(day)
	for _, c := range l.talker.comings(day, midnight.Weekday()) {
		if err := l.until(ctx, midnight.Add(c.after)); err != nil {
			return err
		}
		if err := l.encounter(ctx, day, c.moments); err != nil {
			return err
		}
	}
	if err := l.give(ctx, day); err != nil {
		return err
	}
	if err := l.until(ctx, l.midnight(day+1).Add(nightHour)); err != nil {
		return err
	}
	return l.night(ctx, day)
}

// until lets time pass in which nobody is there: what is due rings, and each full
// hour passes through her.
func (l *life) until(ctx context.Context, at time.Time) error {
	for hour := l.clock.at.Truncate(time.Hour).Add(time.Hour); hour.Before(at); hour = hour.Add(time.Hour) {
		if err := l.rings(ctx, hour); err != nil {
			return err
		}
		l.clock.to(hour)
		start := l.o.Now()
		thought, err := l.mind.Hour(ctx)
		l.report.idling += l.o.Now().Sub(start)
		l.report.hours++
		if err != nil {
			return err
		}
		if thought.ID != "" {
			l.write("        (she thinks of %s)\n", thought.About)
		}
	}
	if err := l.rings(ctx, at); err != nil {
		return err
	}
	l.clock.to(at)
	start := l.o.Now()
	err := l.mind.Pause(ctx)
	l.report.idling += l.o.Now().Sub(start)
	return err
}

// rings lets ring what is due before a time.
func (l *life) rings(ctx context.Context, before time.Time) error {
	if err := l.observe(ctx); err != nil {
		return err
	}
	for {
		next := l.state.Errands.Next(l.clock.at.In(l.zone))
		if next.IsZero() || !next.Before(before) {
			return nil
		}
		l.clock.to(next)
		l.write("        (it rings)\n")
		if err := l.mind.Ring(ctx, l.hears); err != nil {
			return err
		}
		if err := l.observe(ctx); err != nil {
			return err
		}
		if !l.state.Errands.Next(l.clock.at.In(l.zone)).After(next) {
			l.clock.to(l.clock.at.Add(time.Minute))
		}
	}
}

// encounter is one stretch of talk.
func (l *life) encounter(ctx context.Context, day, moments int) error {
	l.write("\n== day %d, %s (%s)\n", day, l.clock.at.In(l.zone).Format("Mon 2 Jan 15:04"), l.talker.phase.name)
	l.talker.begin(day, moments)
	reply := ""
	if l.talker.happens(opensFirst) {
		var said []string
		err := l.mind.Begin(ctx, l.o.Person.Zone, func(c samantha.Clause) error {
			said = append(said, c.Text)
			return nil
		})
		if err != nil {
			return err
		}
		if reply = strings.Join(said, " "); reply != "" {
			l.write("        %s\n", reply)
		}
	}
	for {
		said, ok := l.talker.next(reply)
		if !ok {
			return nil
		}
		r, err := l.moment(ctx, said)
		if err != nil {
			return err
		}
		reply = r.Text
	}
}

// moment is one exchange.
func (l *life) moment(ctx context.Context, said line) (samantha.Reply, error) {
	l.clock.to(l.clock.at.Add(time.Duration(20+l.talker.chance.IntN(40)) * time.Second))
	start := l.o.Now()
	r, err := l.mind.Hear(ctx, samantha.Utterance{Text: said.text, Origin: samantha.OriginPerson, Zone: l.o.Person.Zone},
		func(samantha.Clause) error { return nil })
	l.report.talking += l.o.Now().Sub(start)
	if err != nil {
		return r, fmt.Errorf("%q: %w", said.text, err)
	}
	l.mind.Rest() // how soon a forgetting has reached every view is the machine's, too
	l.lines[r.ID] = said
	l.report.Moments++
	if l.o.Each != nil {
		l.o.Each(Exchange{said.text, r})
	}
	l.write("%-7s %s\n        %s\n", l.o.Person.Name+":", said.text, r.Text)
	return r, nil
}

func (l *life) hears(c samantha.Clause) error {
	l.write("        %s\n", c.Text)
	return nil
}

func (l *life) write(format string, args ...any) {
	if l.o.Transcript != nil {
		fmt.Fprintf(l.o.Transcript, format, args...)
	}
}

// night lets a night pass, and looks at every invariant after it.
func (l *life) night(ctx context.Context, day int) error {
	if err := l.observe(ctx); err != nil {
		return err
	}
	n := &night{
		day: day, zone: l.zone, lines: l.lines, holds: func(word string) (bool, error) { return l.mind.Holds(ctx, word) },
		evening: slices.Clone(l.state.Memory.Facts), dusk: l.seen,
	}
	if err := l.pass(ctx, day); err != nil {
		return err
	}
	if err := l.observe(ctx); err != nil {
		return err
	}
	n.state, n.today, l.today = l.state, l.today, nil
	l.report.curve(n, l.rooms, l.midnight(day).Add(21*time.Hour))
	for _, i := range l.invariants {
		broken, err := i.look(n)
		if err != nil {
			return fmt.Errorf("%s: %w", i.name(), err)
		}
		for _, what := range broken {
			l.report.Broken = append(l.report.Broken, Breach{day, i.name(), what})
		}
	}
	return l.asked(ctx, day)
}

// pass is the night itself.
func (l *life) pass(ctx context.Context, day int) error {
	start := l.o.Now()
	err := l.mind.Ring(ctx, l.hears)
	if err == nil {
		_, err = l.mind.Night(ctx)
	}
	if errors.Is(err, samantha.ErrNotFound) { // nothing was said yet
		err = nil
	}
	l.report.sleeping += l.o.Now().Sub(start)
	l.report.nights++
	if err != nil || day%restartEvery != 0 {
		return err
	}
	if err := l.sameFold(ctx, day); err != nil {
		return err
	}
	return l.wake(ctx)
}

// observe folds what the log has by now, beside her.
func (l *life) observe(ctx context.Context) error {
	for e, err := range l.log.Read(ctx, l.seen) {
		if err != nil {
			return err
		}
		l.seen = e.Seq
		if l.today = append(l.today, e); e.Body.Kind() != samantha.KindForgot {
			l.state.Apply(e)
			continue
		}
		if l.state, err = l.fold(ctx); err != nil { // as she does: what was forgotten was never there
			return err
		}
	}
	return nil
}

// fold is her state from zero, up to what was seen.
func (l *life) fold(ctx context.Context) (*mind.State, error) {
	state := &mind.State{}
	for e, err := range l.log.Read(ctx, 0) {
		if err != nil {
			return nil, err
		}
		if e.Seq <= l.seen {
			state.Apply(e)
		}
	}
	return state, nil
}

// sameFold shuts her off and compares the state she put by with the fold of her
// log from zero.
func (l *life) sameFold(ctx context.Context, day int) error {
	if err := l.mind.Close(ctx); err != nil {
		return err
	}
	if err := l.observe(ctx); err != nil {
		return err
	}
	_, living, err := l.log.Snapshot(ctx, mind.Fold().Version)
	if err != nil {
		return err
	}
	zero, err := l.fold(ctx)
	if err != nil {
		return err
	}
	folded, err := zero.MarshalBinary()
	if err == nil && string(folded) != string(living) {
		l.report.Broken = append(l.report.Broken, Breach{day, "the fold from zero is her", fmt.Sprintf("%d bytes living, %d folded", len(living), len(folded))})
	}
	return err
}

// end closes the life and its report.
func (l *life) end(ctx context.Context) (Report, error) {
	if err := l.sameFold(ctx, l.o.Days); err != nil {
		return l.report, err
	}
	var err error
	l.report.Met = l.talker.met
	l.report.Hash, err = hash(ctx, l.log, l.state)
	l.report.finish(l.state, l.rooms, l.clock.at)
	return l.report, err
}

// night is what an invariant has to go by: her life so far, and what a day and
// the night after it added.
type night struct {
	day     int
	zone    *time.Location
	state   *mind.State
	today   []samantha.Event
	dusk    uint64 // the last event before the night
	evening []memory.Fact
	lines   map[samantha.ID]line            // what the person said, by moment
	holds   func(word string) (bool, error) // whether she has a word anywhere
}
