package logtest

import (
	"context"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"samantha"
)

// testModel holds the log against a plain list, over any interleaving of
// appends, readings, forgettings, snapshots and reopenings.
func testModel(t *testing.T, open func(testing.TB) *Bed) {
	rapid.Check(t, func(r *rapid.T) {
		m := &model{log: open(t)}
		r.Repeat(map[string]func(*rapid.T){
			"append": m.append,
			"read":   m.read,
			"find":   m.find,
			"forget": m.forget,
			"keep":   m.keep,
			"reopen": func(*rapid.T) { m.log.Log = m.log.Reopen() },
			"":       m.check,
		})
	})
}

// model is what the log should hold.
type model struct {
	log      *Bed
	events   []samantha.Event
	snapshot uint64
}

func (m *model) append(t *rapid.T) {
	at := Start().Add(time.Duration(rapid.IntRange(-50, 50).Draw(t, "minutes")) * time.Minute)
	text := rapid.StringN(0, 20, 200).Draw(t, "text")
	drafts := []samantha.Draft{Heard(at, text)}
	next := uint64(len(m.events) + 1)
	if rapid.Bool().Draw(t, "answered") {
		drafts = append(drafts, Said(at, samantha.NewID(next), text, m.some(t)...))
	}
	if rapid.Bool().Draw(t, "dreamed") {
		drafts = append(drafts, Dreamed(at, text, m.some(t)...))
	}
	events, err := m.log.Log.Append(context.Background(), drafts...)
	if err != nil {
		t.Fatal(err)
	}
	m.events = append(m.events, events...)
}

// some draws up to three ids of the log.
func (m *model) some(t *rapid.T) (ids []samantha.ID) {
	if len(m.events) == 0 {
		return nil
	}
	for range rapid.IntRange(0, 3).Draw(t, "ids") {
		ids = append(ids, rapid.SampledFrom(m.events).Draw(t, "event").ID)
	}
	return ids
}

func (m *model) read(t *rapid.T) {
	after := rapid.IntRange(0, len(m.events)).Draw(t, "after")
	got, err := Collect(m.log.Log, uint64(after))
	if diff := cmp.Diff(m.events[after:], got, sameIfEmpty()); err != nil || diff != "" {
		t.Fatalf("read after %d: %v\n%s", after, err, diff)
	}
}

// sameIfEmpty makes no difference between a list without elements and none.
func sameIfEmpty() cmp.Option {
	return cmp.FilterValues(func(a, b []samantha.Event) bool { return len(a) == 0 && len(b) == 0 },
		cmp.Comparer(func(_, _ []samantha.Event) bool { return true }))
}

func (m *model) find(t *rapid.T) {
	for _, id := range m.some(t) {
		got, err := m.log.Log.Find(context.Background(), id)
		want := m.events[slices.IndexFunc(m.events, func(e samantha.Event) bool { return e.ID == id })]
		if diff := cmp.Diff(want, got); err != nil || diff != "" {
			t.Fatalf("find %s: %v\n%s", id, err, diff)
		}
	}
}

func (m *model) forget(t *rapid.T) {
	ids := m.some(t)
	if len(ids) == 0 {
		return
	}
	want, fresh := m.mask(ids)
	got, err := m.log.Log.Forget(context.Background(), Start(), ids...)
	if err != nil || !slices.Equal(got, want) {
		t.Fatalf("forget %v: %v %v, want %v", ids, got, err, want)
	}
	if !fresh {
		return
	}
	last := m.events[len(m.events)-1]
	seq := last.Seq + 1
	at := last.At
	if Start().After(at) {
		at = Start()
	}
	m.snapshot = 0
	m.events = append(m.events, samantha.Event{
		Seq: seq, ID: samantha.NewID(seq), At: at, Origin: samantha.OriginHouse,
		Body: &samantha.Forgot{Numbers: samantha.ForgotNumbers{Asked: ids, Gone: want}},
	})
}

// mask takes the words out of the closure of the ids, one event after another:
// a source always comes before those who use it, or is the event itself.
func (m *model) mask(ids []samantha.ID) (gone []samantha.ID, fresh bool) {
	dying := map[samantha.ID]bool{}
	for _, id := range ids {
		dying[id] = true
	}
	for i := range m.events {
		e := &m.events[i]
		if !dying[e.ID] && !slices.ContainsFunc(e.Body.From(), func(id samantha.ID) bool { return dying[id] }) {
			continue
		}
		dying[e.ID] = true
		gone = append(gone, e.ID)
		fresh = fresh || !e.Forgotten
		e.Forgotten = true
		e.Body = wordless(e.Body)
	}
	return gone, fresh
}

// wordless is a copy of the body with its numbers alone.
func wordless(b samantha.Body) samantha.Body {
	switch b := b.(type) {
	case *samantha.Heard:
		return &samantha.Heard{Numbers: b.Numbers}
	case *samantha.Said:
		return &samantha.Said{Numbers: b.Numbers}
	case *samantha.Dreamed:
		return &samantha.Dreamed{Numbers: b.Numbers}
	}
	return b
}

func (m *model) keep(t *rapid.T) {
	n := uint64(len(m.events))
	if err := m.log.Log.Keep(context.Background(), 1, n, []byte(t.Name())); err != nil {
		t.Fatal(err)
	}
	m.snapshot = n
}

func (m *model) check(t *rapid.T) {
	seq, _, err := m.log.Log.Snapshot(context.Background(), 1)
	if err != nil || seq != m.snapshot {
		t.Fatalf("the snapshot is of %d, %v, want %d", seq, err, m.snapshot)
	}
}
