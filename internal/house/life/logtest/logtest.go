// Package logtest is the contract of [samantha.Log] as tests: every log runs
// them, the one on disk as much as the one in memory.
package logtest

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"samantha"
)

// Log is what is tested: a log that keeps snapshots too.
type Log interface {
	samantha.Log
	samantha.Snapshots
	SnapshotSeq(ctx context.Context, version int) (uint64, error)
}

// Bed is a log under test and the way to open it again; Reopen returns the same
// log if nothing survives a close.
type Bed struct {
	Log    Log
	Reopen func() Log
}

// Run runs the whole contract against fresh logs.
func Run(t *testing.T, open func(testing.TB) *Bed) {
	for _, test := range []struct {
		name string
		run  func(*testing.T, *Bed)
	}{
		{"gives sequence, id and time", testNames},
		{"gives back what was appended", testRoundTrip},
		{"never lets time run backwards", testTime},
		{"refuses what cannot be an event", testInvalid},
		{"finds by id", testFind},
		{"reads while it is appended to", testAppendInRead},
		{"keeps nothing of the caller's", testAlias},
		{"forgets a closure", testForget},
		{"forgets twice", testForgetTwice},
		{"forgets an answer alone", testForgetAnswer},
		{"forgets a part by its event", testForgetPart},
		{"forgets nothing if one is unknown", testForgetUnknown},
		{"keeps snapshots", testSnapshots},
		{"refuses a snapshot from before a forgetting", testOldSnapshot},
		{"ends with its context", testContext},
	} {
		t.Run(test.name, func(t *testing.T) { test.run(t, open(t)) })
	}
	t.Run("watches without losing or doubling", func(t *testing.T) { testWatch(t, open(t)) })
	t.Run("is what a list would be", func(t *testing.T) { testModel(t, open) })
}

// Start is the time the tests begin at.
func Start() time.Time { return time.Date(2026, 3, 1, 8, 0, 0, 123456000, time.UTC) }

// Heard is a draft of something the person said.
func Heard(at time.Time, text string) samantha.Draft {
	return samantha.Draft{At: at, Origin: samantha.OriginPerson, Body: &samantha.Heard{
		Words: samantha.HeardWords{
			Text:  text,
			Facts: []samantha.Fact{{Of: "person", Slot: "likes", Value: text, Quote: text}},
		},
		Numbers: samantha.HeardNumbers{Zone: "UTC", Mood: samantha.Mood{P: 0.25, A: -0.5}},
	}}
}

// Said is a draft of her answer in the moment, with what else she drew on.
func Said(at time.Time, moment samantha.ID, text string, from ...samantha.ID) samantha.Draft {
	return samantha.Draft{ID: moment.Said(), At: at, Origin: samantha.OriginHerself, Body: &samantha.Said{
		Words: samantha.SaidWords{Clauses: []string{text}},
		Numbers: samantha.SaidNumbers{
			Links:   samantha.Links{Sources: append([]samantha.ID{moment}, from...)},
			Speaker: "newborn", Version: 1,
		},
	}}
}

// Dreamed is a draft of a dream woven from the memories.
func Dreamed(at time.Time, text string, from ...samantha.ID) samantha.Draft {
	return samantha.Draft{At: at, Origin: samantha.OriginHerself, Body: &samantha.Dreamed{
		Words:   samantha.DreamedWords{Text: text},
		Numbers: samantha.DreamedNumbers{Links: samantha.Links{Sources: from}},
	}}
}

// Append appends and fails the test on an error.
func Append(t testing.TB, l samantha.Log, drafts ...samantha.Draft) []samantha.Event {
	t.Helper()
	events, err := l.Append(context.Background(), drafts...)
	if err != nil {
		t.Fatal(err)
	}
	return events
}

// All is every event of the log.
func All(t testing.TB, l samantha.Log) []samantha.Event {
	t.Helper()
	events, err := Collect(l, 0)
	if err != nil {
		t.Fatal(err)
	}
	return events
}

// Collect reads the events after seq, up to the first error.
func Collect(l samantha.Log, after uint64) ([]samantha.Event, error) {
	var out []samantha.Event
	for e, err := range l.Read(context.Background(), after) {
		if err != nil {
			return out, err
		}
		out = append(out, e)
	}
	return out, nil
}

func testNames(t *testing.T, b *Bed) {
	at := Start()
	got := Append(t, b.Log, Heard(at, "one"), Said(at, samantha.NewID(1), "two"), Heard(at, "three"))
	for i, want := range []samantha.ID{samantha.NewID(1), samantha.NewID(1).Said(), samantha.NewID(3)} {
		e := got[i]
		if e.Seq != uint64(i+1) || e.ID != want || !e.At.Equal(at) || e.Forgotten || e.Epoch != 0 {
			t.Errorf("event %d is %+v, want id %s", i+1, e, want)
		}
	}
	if got, err := b.Log.Append(context.Background()); err != nil || len(got) != 0 {
		t.Errorf("no drafts gave %v, %v", got, err)
	}
}

func testRoundTrip(t *testing.T, b *Bed) {
	at := Start()
	want := Append(t, b.Log, Heard(at, "the kettle"), Said(at, samantha.NewID(1), "again?"))
	want = append(want, Append(t, b.Log, Dreamed(at, "a kettle", samantha.NewID(1)))...)
	if diff := cmp.Diff(want, All(t, b.Log)); diff != "" {
		t.Errorf("read (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(want, All(t, b.Reopen())); diff != "" {
		t.Errorf("read after reopen (-want +got):\n%s", diff)
	}
}

func testTime(t *testing.T, b *Bed) {
	at := Start()
	events := Append(t, b.Log, Heard(at, "a"), Heard(at.Add(-time.Hour), "b"))
	events = append(events, Append(t, b.Log, Heard(at.Add(-time.Minute), "c"), Heard(at.Add(time.Nanosecond*1500), "d"))...)
	for i, want := range []time.Duration{0, 0, 0, time.Microsecond} {
		if got := events[i].At; !got.Equal(at.Add(want)) || got.Location() != time.UTC {
			t.Errorf("event %d is at %v, want %v", i+1, got, at.Add(want))
		}
	}
}

func testInvalid(t *testing.T, b *Bed) {
	at := Start()
	Append(t, b.Log, Heard(at, "a"), Said(at, samantha.NewID(1), "b"))
	named := func(id samantha.ID) samantha.Draft {
		d := Heard(at, "x")
		d.ID = id
		return d
	}
	for name, d := range map[string]samantha.Draft{
		"no body":          {At: at},
		"a tombstone":      {At: at, Body: &samantha.Forgot{}},
		"a taken id":       Said(at, samantha.NewID(1), "c"),
		"another's id":     named(samantha.NewID(7)),
		"the id of a part": named(samantha.NewID(3).Part("fact", 1)),
		"a clause's id":    named("m7k2.said.1"),
		"no number":        {At: at, Body: &samantha.Heard{Numbers: samantha.HeardNumbers{Mood: samantha.Mood{P: nan()}}}},
	} {
		if _, err := b.Log.Append(context.Background(), Heard(at, "good"), d); !errors.Is(err, samantha.ErrInvalid) {
			t.Errorf("%s: %v, want ErrInvalid", name, err)
		}
	}
	if got := len(All(t, b.Log)); got != 2 {
		t.Errorf("%d events after refusals, want 2", got)
	}
}

func nan() float64 {
	zero := 0.0
	return zero / zero
}

func testFind(t *testing.T, b *Bed) {
	at := Start()
	one, two := samantha.NewID(1), samantha.NewID(2)
	want := Append(t, b.Log, Heard(at, "a"), Heard(at, "b"), Said(at, one, "to a"), Said(at, two, "to b"))
	for _, log := range []samantha.Log{b.Log, b.Reopen()} {
		for i, id := range []samantha.ID{one, two, one.Said(), two.Said(), one.Part("fact", 1), two.Part("said", 1)} {
			got, err := log.Find(context.Background(), id)
			if diff := cmp.Diff(want[[]int{0, 1, 2, 3, 0, 3}[i]], got); err != nil || diff != "" {
				t.Errorf("Find(%s): %v %s", id, err, diff)
			}
		}
		for _, id := range []samantha.ID{"", samantha.NewID(3), samantha.NewID(9), samantha.NewID(3).Said(), "nonsense"} {
			if _, err := log.Find(context.Background(), id); !errors.Is(err, samantha.ErrNotFound) {
				t.Errorf("Find(%q): %v, want ErrNotFound", id, err)
			}
		}
	}
}

func testAppendInRead(t *testing.T, b *Bed) {
	at := Start()
	for i := range 3 {
		Append(t, b.Log, Heard(at, fmt.Sprint(i)))
	}
	for e, err := range b.Log.Read(context.Background(), 1) {
		if err != nil {
			t.Fatal(err)
		}
		Append(t, b.Log, Heard(at, "echo of "+string(e.ID)))
	}
	if got := len(All(t, b.Log)); got != 5 {
		t.Errorf("%d events, want 5: a reading ends where the log ended when it began", got)
	}
}

func testAlias(t *testing.T, b *Bed) {
	d := Heard(Start(), "as it was said")
	Append(t, b.Log, d)
	d.Body.(*samantha.Heard).Words.Text = "as it was not"
	All(t, b.Log)[0].Body.(*samantha.Heard).Words.Text = "nor so"
	if got := All(t, b.Log)[0].Body.(*samantha.Heard).Words.Text; got != "as it was said" {
		t.Errorf("the log says %q", got)
	}
}

func testContext(t *testing.T, b *Bed) {
	Append(t, b.Log, Heard(Start(), "a"))
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := b.Log.Append(ctx, Heard(Start(), "b")); !errors.Is(err, context.Canceled) {
		t.Errorf("Append: %v", err)
	}
	for e, err := range b.Log.Read(ctx, 0) {
		if !errors.Is(err, context.Canceled) {
			t.Errorf("Read: %v, %v", e, err)
		}
	}
	if _, err := b.Log.Find(ctx, samantha.NewID(1)); !errors.Is(err, context.Canceled) {
		t.Errorf("Find: %v", err)
	}
	if _, err := b.Log.Forget(ctx, Start(), samantha.NewID(1)); !errors.Is(err, context.Canceled) {
		t.Errorf("Forget: %v", err)
	}
	for range b.Log.Watch(ctx, 0) {
		t.Error("Watch yielded after its context ended")
	}
}

func testWatch(t *testing.T, b *Bed) {
	const before, after = 40, 60
	at := Start()
	for i := range before {
		Append(t, b.Log, Heard(at, fmt.Sprint(i)))
	}
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	watched := make([][]uint64, 3)
	done := make(chan int, len(watched))
	for w := range watched {
		go func() {
			for e, err := range b.Log.Watch(ctx, uint64(10*w)) {
				if err != nil {
					t.Error(err)
				}
				if watched[w] = append(watched[w], e.Seq); e.Seq == before+after {
					break
				}
			}
			done <- w
		}()
	}
	for i := range after {
		Append(t, b.Log, Heard(at, fmt.Sprint(i)))
	}
	for range watched {
		w := <-done
		want := slices.Collect(func(yield func(uint64) bool) {
			for s := uint64(10*w + 1); s <= before+after && yield(s); s++ {
			}
		})
		if !slices.Equal(watched[w], want) {
			t.Errorf("watcher %d saw %v", w, watched[w])
		}
	}
}
