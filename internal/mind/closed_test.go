package mind_test

import (
	"context"
	"testing"
	"time"

	"samantha"
	"samantha/internal/house/life/inmem"
)

// TestClosingIsAGoodbye: somebody who closes the page in the middle of a talk is followed
// by no word of hers, however long it lasts, and nothing rings.
func TestClosingIsAGoodbye(t *testing.T) {
	for _, last := range []string{"I painted the shelf", "I'm furious with my boss", "my dog died", "can you wait"} {
		k := begin(t, inmem.New()).lives("hello", "I'm Sam", last)
		said := count(k.events(), samantha.KindSaid)
		begun := k.clock.at
		for h := range 72 {
			k.clock.at = begun.Add(time.Duration(h) * time.Hour)
			k.hour()
			err := k.mind.Ring(context.Background(), func(c samantha.Clause) error {
				t.Errorf("%q, after %d hours: %q", last, h, c.Text)
				return nil
			})
			if err != nil {
				t.Fatal(err)
			}
		}
		if _, err := k.mind.Night(context.Background()); err != nil {
			t.Fatal(err)
		}
		if got := count(k.events(), samantha.KindSaid); got != said {
			t.Errorf("%q: she said %d things after they were gone", last, got-said)
		}
	}
}

func count(events []samantha.Event, kind samantha.Kind) (n int) {
	for _, e := range events {
		if e.Body.Kind() == kind {
			n++
		}
	}
	return n
}
