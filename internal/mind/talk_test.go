package mind_test

import (
	"context"
	"sync"
	"testing"
	"time"

	"samantha"
	"samantha/internal/house/life/inmem"
	"samantha/internal/mind"
	"samantha/internal/words/newborn"

	"pgregory.net/rapid"
)

// clock stands until it is moved.
type clock struct{ at time.Time }

func (c *clock) Now() time.Time { return c.at }

func (c *clock) After(time.Duration) <-chan time.Time { return nil }

func evening() *clock { return &clock{time.Date(2026, 3, 2, 19, 0, 0, 0, time.UTC)} }

// talk is one mind in a test, spoken to line by line.
type talk struct {
	testing.TB
	furniture
	log   samantha.Log
	clock *clock
	mind  *mind.Mind
}

func begin(t testing.TB, log samantha.Log) *talk {
	t.Helper()
	return furnished(t).begin(t, log)
}

// furniture is what several minds may share.
type furniture struct {
	rooms *mind.Rooms
	words samantha.Speaker
}

// furnish makes it once for the whole package: rules and lines are only read.
var furnish = sync.OnceValues(func() (furniture, error) {
	rooms, err := mind.Furnish()
	if err != nil {
		return furniture{}, err
	}
	words, err := newborn.New()
	return furniture{rooms, words}, err
})

func furnished(t testing.TB) furniture {
	t.Helper()
	f, err := furnish()
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func (f furniture) begin(t testing.TB, log samantha.Log) *talk {
	t.Helper()
	k := &talk{TB: t, furniture: f, log: log, clock: evening()}
	k.wake()
	t.Cleanup(func() { k.mind.Close(context.Background()) })
	return k
}

func (k *talk) wake() {
	k.Helper()
	var err error
	k.mind, err = mind.Open(context.Background(), mind.Options{
		Log: k.log, Speaker: k.words, Clock: k.clock, Seed: 7, Zone: "UTC", Version: "test", Rooms: k.rooms,
	})
	if err != nil {
		k.Fatal(err)
	}
}

func silent(samantha.Clause) error { return nil }

func (k *talk) say(text string) samantha.Reply {
	k.Helper()
	k.clock.at = k.clock.at.Add(30 * time.Second)
	r, err := k.mind.Hear(context.Background(), samantha.Utterance{Text: text, Origin: samantha.OriginPerson}, silent)
	if err != nil {
		k.Fatalf("%s: %v", text, err)
	}
	return r
}

func (k *talk) events() []samantha.Event {
	k.Helper()
	var all []samantha.Event
	for e, err := range k.log.Read(context.Background(), 0) {
		if err != nil {
			k.Fatal(err)
		}
		all = append(all, e)
	}
	return all
}

// closesAsFolded lets her sleep, and holds what she kept against the fold of the
// log from zero.
func (k *talk) closesAsFolded(t *testing.T, r *rapid.T, log *inmem.Log) {
	if err := k.mind.Close(context.Background()); err != nil {
		r.Fatal(err)
	}
	_, kept, err := log.Snapshot(context.Background(), mind.Fold().Version)
	if err != nil || kept == nil {
		r.Fatalf("no snapshot: %v", err)
	}
	if folded := foldOf(t, k.events()); string(kept) != folded {
		r.Fatalf("kept\n%s\nfolded\n%s", kept, folded)
	}
}

func foldOf(t *testing.T, events []samantha.Event) string {
	t.Helper()
	state := mind.Fold().Zero()
	for _, e := range events {
		state.Apply(e)
	}
	data, err := state.MarshalBinary()
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}
