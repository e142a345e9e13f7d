package mind_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"testing"
	"time"

	"samantha"
	"samantha/internal/house/life/inmem"
)

// lawWorld is a year as it really went, beside what her clock showed of it.
type lawWorld struct {
	*talk
	chance *rand.Rand
	now    time.Time     // as it truly is
	skew   time.Duration // how far the machine's clock is ahead of it
	every  time.Duration // how often it has to be said
	zones  []string      // of the devices that are at hand

	last    time.Time // when she last said what she is
	spoke   time.Time // when anything was last said
	began   time.Time // this talk
	owed    int       // light moments it has been due for by the day
	apart   bool      // more than a week lay before this talk
	touched int       // how often the clock was set since she last said it

	moments, said, restarts, settings int
}

// How many moments a due day may wait for a light one, and the pause that parts two talks.
const (
	patience = 3
	pause    = 90 * time.Minute
)

// TestTheLawsClock lives a year: talks of minutes and of many hours, two devices in two
// time zones at once, suspends, journeys, restarts, a clock set back and forward. She
// says what she is whenever the law asks, and never for nothing.
func TestTheLawsClock(t *testing.T) {
	for name, c := range map[string]struct {
		first string
		every time.Duration
		days  int
	}{
		"an adult":       {"hello", 3 * time.Hour, 365},
		"somebody young": {"hello, I'm 15", time.Hour, 120},
	} {
		t.Run(name, func(t *testing.T) {
			if testing.Short() {
				c.days = 60
			}
			w := &lawWorld{talk: begin(t, inmem.New()), chance: rand.New(rand.NewPCG(7, 1)), every: c.every, zones: []string{lawful}}
			w.now = w.clock.at
			w.hear(c.first)
			for d := range c.days {
				w.day(d)
			}
			t.Logf("%d moments, said %d times, %d restarts, the clock set %d times", w.moments, w.said, w.restarts, w.settings)
			if w.said < c.days/2 || w.restarts < c.days/6 || w.settings < c.days/12 {
				t.Errorf("that was no such year")
			}
		})
	}
}

func (w *lawWorld) day(d int) {
	morning := w.now.Truncate(24 * time.Hour).Add(24*time.Hour + 13*time.Hour)
	switch d % 60 {
	case 20:
		w.zones = []string{lawful, "America/Los_Angeles"}
	case 40:
		w.zones = []string{lawless}
	case 59:
		w.zones = []string{lawful}
		morning = morning.Add(9 * 24 * time.Hour)
	}
	for range w.chance.IntN(3) {
		morning = morning.Add(time.Duration(w.chance.IntN(180)) * time.Minute)
		if !morning.After(w.now) {
			break
		}
		w.now = morning
		w.talks(1 + w.chance.IntN(12))
		morning = w.now.Add(2 * time.Hour)
	}
}

// talks says so many things, with pauses, suspends and what else befalls a machine.
func (w *lawWorld) talks(n int) {
	for range n {
		w.now = w.now.Add(time.Duration(1+w.chance.IntN(70)) * time.Minute)
		switch roll := w.chance.IntN(100); {
		case roll < 2: // shut, and opened again
			w.now = w.now.Add(100 * time.Minute)
		case roll < 7:
			w.restart()
		case roll == 7:
			w.set(-time.Duration(w.chance.IntN(400*24)) * time.Hour)
		case roll == 8:
			w.set(time.Duration(w.chance.IntN(300)) * time.Minute)
		case roll == 9:
			w.set(-w.skew)
		}
		w.hear(fmt.Sprintf("I moved chair number %d", w.moments))
	}
}

func (w *lawWorld) restart() {
	if err := w.mind.Close(context.Background()); err != nil {
		w.Fatal(err)
	}
	w.clock.at = w.now.Add(w.skew)
	w.wake()
	w.restarts++
}

// set moves the machine's clock. Whoever was not there takes a clock set forward for a
// pause.
func (w *lawWorld) set(by time.Duration) {
	if by == 0 {
		return
	}
	w.skew += by
	w.touched++
	w.settings++
	if by > 0 {
		w.began = time.Time{}
	}
}

// hear says something, twice if the wire broke, and holds what she does against what
// is due.
func (w *lawWorld) hear(text string) {
	w.Helper()
	w.moments++
	w.clock.at = w.now.Add(w.skew)
	zone := w.zones[w.chance.IntN(len(w.zones))]
	u := samantha.Utterance{Text: text, Origin: samantha.OriginPerson, Zone: zone, FaceID: fmt.Sprintf("face-%d", w.moments)}
	r, err := w.mind.Hear(context.Background(), u, silent)
	if err != nil {
		w.Fatal(err)
	}
	if again, err := w.mind.Hear(context.Background(), u, silent); err != nil || !again.Repeated {
		w.Fatalf("said again: %+v, %v", again, err)
	}
	due, must := w.due(zone)
	said := r.Said.Numbers.Disclosed
	switch {
	case must && !said:
		w.Errorf("moment %d, %s, %s: missed: %q (last %s ago, talking for %s)", w.moments, w.clock.at, zone, r.Text, w.now.Sub(w.last), w.now.Sub(w.began))
	case said && !due && w.touched == 0:
		w.Errorf("moment %d, %s, %s: for nothing: %q (last %s ago, talking for %s)", w.moments, w.clock.at, zone, r.Text, w.now.Sub(w.last), w.now.Sub(w.began))
	}
	if said {
		w.said++
		w.last, w.owed, w.touched = w.now, 0, 0
	}
	w.spoke = w.now
}

// due reports whether what she is may be said now, and whether it has to be.
func (w *lawWorld) due(zone string) (due, must bool) {
	if gap := w.now.Sub(w.spoke); gap > pause || w.began.IsZero() {
		w.began, w.owed, w.apart = w.now, 0, !w.spoke.IsZero() && gap > 7*24*time.Hour
	}
	if w.last.IsZero() {
		return true, true
	}
	if w.now.Sub(w.last) >= w.every && w.now.Sub(w.began) >= w.every {
		return true, true
	}
	at, err := time.LoadLocation(zone)
	if err != nil {
		w.Fatal(err)
	}
	shows := func(t time.Time) string { return t.Add(w.skew).In(at).Format(time.DateOnly) }
	another := zone != lawless && shows(w.last) != shows(w.now)
	if w.last.Before(w.began) && (another || w.apart) {
		w.owed++
		return true, w.owed > patience
	}
	return false, false
}

// TestOnAServerTheLawOfTheirHomeHolds: the zone names no place, and they said where they
// live.
func TestOnAServerTheLawOfTheirHomeHolds(t *testing.T) {
	for home, want := range map[string]int{"Denver": 14, "Bergen": 0} {
		k := begin(t, inmem.New())
		k.say("hi")
		k.say("I live in " + home)
		said := 0
		for range 14 {
			k.clock.at = k.clock.at.Add(24 * time.Hour)
			if k.say("I moved the table").Said.Numbers.Disclosed {
				said++
			}
		}
		if said != want {
			t.Errorf("%s: in two weeks of days she said it %d times, want %d", home, said, want)
		}
	}
}
