package year

import (
	"context"
	"os"
	"slices"
	"testing"
	"time"

	"samantha"
	"samantha/internal/house/life/inmem"
	"samantha/internal/mind"
)

// thirtyLived are the thirty days from a first one on, in a log.
func thirtyLived(t *testing.T, first time.Time) (Report, *inmem.Log) {
	t.Helper()
	p, err := Thirty()
	if err != nil {
		t.Fatal(err)
	}
	o := Options{Person: p, Days: p.Last(), Seed: 7, Now: time.Now, Written: Written{First: first, Log: inmem.New(), Version: "test", Shown: true}}
	if name := os.Getenv("TRANSCRIPT"); name != "" {
		f, err := os.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		o.Transcript = f
	}
	r, err := Live(context.Background(), o)
	if err != nil {
		t.Fatal(err)
	}
	return r, o.Log.(*inmem.Log)
}

// TestThirtyDays: the life of the demonstration, begun on each weekday, breaks
// nothing and has something to show on each of her pages.
func TestThirtyDays(t *testing.T) {
	if testing.Short() {
		t.Skip("thirty days are lived")
	}
	for day := range 7 {
		first := time.Date(2026, 3, 2+day, 0, 0, 0, 0, time.UTC)
		t.Run(first.Weekday().String(), func(t *testing.T) {
			r, log := thirtyLived(t, first)
			for _, b := range r.Broken {
				t.Errorf("day %d: %s: %s", b.Day, b.Invariant, b.What)
			}
			if r.Days != 30 || r.Moments < 120 || r.Moments > 160 {
				t.Errorf("%d moments on %d days", r.Moments, r.Days)
			}
			hasToShow(t, log)
		})
	}
}

// hasToShow looks for what a stranger is to see.
func hasToShow(t *testing.T, log *inmem.Log) {
	t.Helper()
	state, dreams, caused := &mind.State{}, 0, 0
	for e, err := range log.Read(context.Background(), 0) {
		if err != nil {
			t.Fatal(err)
		}
		state.Apply(e)
		switch b := e.Body.(type) {
		case *samantha.Dreamed:
			dreams++
		case *samantha.Heard:
			for _, f := range b.Numbers.Felt {
				if f.Rule != "" {
					caused++
				}
			}
		}
	}
	items := func(kind samantha.ItemKind) int { return len(state.Self.Holding(kind)) }
	closed := len(state.Memory.Threads) - len(state.Memory.Open())
	for _, c := range []struct {
		what        string
		have, least int
	}{
		{"chapters", len(state.Memory.Chapters), 3},
		{"dreams", dreams, 5},
		{"feelings with a rule", caused, 20},
		{"jokes", items(samantha.ItemJoke), 1},
		{"opinions", items(samantha.ItemOpinion), 2},
		{"wishes", items(samantha.ItemWish), 1},
		{"threads closed", closed, 2},
		{"threads open", len(state.Memory.Open()), 1},
		{"facts", len(state.Memory.Facts), 10},
		{"books", len(state.Shelf.Books), 1},
	} {
		t.Logf("%d %s", c.have, c.what)
		if c.have < c.least {
			t.Errorf("%d %s, want %d", c.have, c.what, c.least)
		}
	}
	if state.Simulated.IsZero() || state.At.After(state.Simulated) {
		t.Errorf("the life is said to end at %s, and ended at %s", state.Simulated, state.At)
	}
}

// TestTheThirtyDaysAgain: the same dates give the same bytes.
func TestTheThirtyDaysAgain(t *testing.T) {
	if testing.Short() {
		t.Skip("thirty days are lived")
	}
	first := time.Date(2026, 3, 2, 0, 0, 0, 0, time.UTC)
	a, _ := thirtyLived(t, first)
	b, _ := thirtyLived(t, first)
	if a.Hash != b.Hash {
		t.Errorf("the same days gave %s and %s", a.Hash, b.Hash)
	}
}

func TestDated(t *testing.T) {
	if got := dated("on {+3}, or {+26}", time.Saturday); got != "on Tuesday, or Thursday" {
		t.Error(got)
	}
	if _, err := Read("person A\nday 1 7:40\n  hello\n"); err != nil {
		t.Error(err)
	}
	for _, text := range []string{"person A\nday 1 25:00\n  hello\n", "person A\nday 1\n  hello\n", "person A\nbook soon\nday 1 7:40\n  hello\n"} {
		if _, err := Read(text); err == nil {
			t.Errorf("%q was taken", text)
		}
	}
	if p, err := Thirty(); err != nil || !slices.ContainsFunc(p.days, func(h happening) bool { return h.day == 30 }) {
		t.Error("the thirty days are not there", err)
	}
}
