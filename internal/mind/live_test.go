package mind_test

import (
	"context"
	"slices"
	"sync"
	"testing"
	"time"

	"samantha"
	"samantha/internal/house/life/inmem"
	"samantha/internal/mind"
)

// handClock is a clock that is moved by hand, and fires what waits on it.
type handClock struct {
	mu      sync.Mutex
	now     time.Time
	waiting []alarm
	asked   chan time.Time // when somebody begins to wait, until when
}

type alarm struct {
	at time.Time
	ch chan time.Time
}

func (c *handClock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.now
}

func (c *handClock) After(d time.Duration) <-chan time.Time {
	c.mu.Lock()
	a := alarm{c.now.Add(d), make(chan time.Time, 1)}
	c.waiting = append(c.waiting, a)
	c.mu.Unlock()
	c.asked <- a.at
	return a.ch
}

// to moves the clock, and lets those wake whose time has come.
func (c *handClock) to(at time.Time) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.now = at
	c.waiting = slices.DeleteFunc(c.waiting, func(a alarm) bool {
		due := !a.at.After(at)
		if due {
			a.ch <- at
		}
		return due
	})
}

// awake is a mind on a clock that the test moves while she lives.
func awake(t *testing.T, log samantha.Log, c samantha.Clock) *mind.Mind {
	t.Helper()
	f := furnished(t)
	m, err := mind.Open(t.Context(), mind.Options{Log: log, Speaker: f.words, Clock: c, Seed: 7, Zone: "UTC", Version: "test", Rooms: f.rooms})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := m.Close(context.Background()); err != nil {
			t.Error(err)
		}
	})
	return m
}

// lives has her live beside the test until what it returns is called.
func lives(t *testing.T, m *mind.Mind) (asleep func()) {
	t.Helper()
	ctx, end := context.WithCancel(t.Context())
	var live sync.WaitGroup
	live.Go(func() { m.Live(ctx) })
	return func() { end(); live.Wait() }
}

// Live rings at the second: it waits no longer than until the next errand is due,
// also if that was set while it waited.
func TestLiveRingsInTime(t *testing.T) {
	c := &handClock{now: evening().at, asked: make(chan time.Time, 64)}
	log := inmem.New()
	m := awake(t, log, c)
	defer lives(t, m)()
	<-c.asked // it rests
	if _, err := m.Hear(t.Context(), samantha.Utterance{Text: "set a timer for 15 seconds", Origin: samantha.OriginPerson}, silent); err != nil {
		t.Fatal(err)
	}
	due := c.Now().Add(15 * time.Second)
	for until := range c.asked {
		if until.Equal(due) {
			break
		}
	}
	c.to(due)
	for e, err := range log.Watch(t.Context(), 0) {
		if err != nil {
			t.Fatal(err)
		}
		if b, ok := e.Body.(*samantha.Said); ok && b.Numbers.Unasked {
			if !slices.Contains(b.Numbers.Acts, samantha.DoErrandRing) || !e.At.Equal(due) {
				t.Errorf("at %s she says %q %v", e.At, b.Text(), b.Numbers.Acts)
			}
			return
		}
	}
}

// TestNightsByThemselves: while she is awake a night passes in the quiet hours,
// once the person is gone; of five that the machine was off for, one is made up
// for when it is on again, and dated then; off the record there is none.
func TestNightsByThemselves(t *testing.T) {
	c := &handClock{now: evening().at, asked: make(chan time.Time, 4096)}
	log := inmem.New()
	m := awake(t, log, c)
	hear := func(text string) {
		t.Helper()
		if _, err := m.Hear(t.Context(), samantha.Utterance{Text: text, Origin: samantha.OriginPerson}, silent); err != nil {
			t.Fatal(err)
		}
	}
	for _, l := range day() {
		hear(l)
	}
	defer lives(t, m)()
	nights := func() []samantha.Event {
		k := &talk{TB: t, log: log}
		return of[*samantha.Night](k)
	}
	// at moves the clock and waits until she has looked and rests again.
	at := func(when time.Time) {
		t.Helper()
		<-c.asked
		for len(c.asked) > 0 {
			<-c.asked
		}
		c.to(when)
		<-c.asked
		c.asked <- when
	}
	at(evening().at.Add(2 * time.Hour)) // 21:00, long gone, and no night yet
	if n := nights(); len(n) != 0 {
		t.Fatalf("at nine: %d nights", len(n))
	}
	at(evening().at.Add(4 * time.Hour)) // 23:00
	if n := nights(); len(n) != 1 || n[0].Body.(*samantha.Night).Numbers.Late {
		t.Fatalf("at eleven: %+v", n)
	}
	at(evening().at.Add(8 * time.Hour)) // 03:00, the same night
	if n := nights(); len(n) != 1 {
		t.Fatalf("at three: %d nights", len(n))
	}
	back := time.Date(2026, 3, 8, 10, 0, 0, 0, time.UTC) // the lid was shut from then on
	at(back)
	n := nights()
	if len(n) != 2 {
		t.Fatalf("after five days: %d nights", len(n))
	}
	made := n[1].Body.(*samantha.Night).Numbers
	if !made.Late || made.Missed != 4 || made.Date != "2026-03-07" || !n[1].At.Equal(back) {
		t.Errorf("made up for: %+v at %s", made, n[1].At)
	}
	hear("off the record until I say so")
	hear("bye")
	at(back.Add(14 * time.Hour))
	if n := nights(); len(n) != 2 {
		t.Errorf("off the record: %d nights", len(n))
	}
}

// ticking is a clock whose waits end when the test says so.
type ticking struct {
	*clock
	waits chan chan time.Time
}

func (c ticking) After(time.Duration) <-chan time.Time {
	done := make(chan time.Time)
	c.waits <- done
	return done
}

func TestTheStoryIsToldWhileNobodySpeaks(t *testing.T) {
	at := ticking{evening(), make(chan chan time.Time)}
	log := inmem.New()
	m := awake(t, log, at)
	k := &talk{TB: t, log: log, clock: at.clock, mind: m}
	k.say("hi, I'm Ben")
	k.say("My sister Mara and I had a huge row")
	k.say("she shouted at me and I cried")
	k.say("good night")
	asleep := lives(t, m)
	tick := func(passed time.Duration) (chapters int) {
		done := <-at.waits // nobody else looks at the clock while she waits
		at.at = at.at.Add(passed)
		for _, e := range k.events() { // the story itself would be told when it is asked for
			if e.Body.Kind() == samantha.KindTold {
				chapters++
			}
		}
		done <- at.at
		return chapters
	}
	tick(time.Minute)
	if n := tick(2 * time.Minute); n != 0 {
		t.Errorf("%d chapters a minute after the goodbye", n)
	}
	if n := tick(time.Minute); n != 2 {
		t.Errorf("%d chapters some minutes after it, want how they began and Mara", n)
	}
	events := len(k.events())
	tick(time.Hour)
	tick(time.Hour)
	<-at.waits
	if n := len(k.events()); n != events {
		t.Errorf("%d events more while nothing happened", n-events)
	}
	asleep()
}
