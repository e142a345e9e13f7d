package logtest

import (
	"context"
	"errors"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"samantha"
)

// story is a small life: a moment, its answer, a moment answered with words of
// the first, a dream of that answer, and a moment apart.
func story(t *testing.T, b *Bed) (first, second samantha.ID) {
	at := Start()
	first, second = samantha.NewID(1), samantha.NewID(3)
	Append(t, b.Log, Heard(at, "first"), Said(at, first, "you said first"))
	Append(t, b.Log, Heard(at, "second"), Said(at, second, "as you said first", first))
	Append(t, b.Log, Dreamed(at, "of first", second.Said()), Heard(at, "apart"))
	return first, second
}

func forget(t *testing.T, b *Bed, ids ...samantha.ID) []samantha.ID {
	t.Helper()
	gone, err := b.Log.Forget(context.Background(), Start().Add(time.Hour), ids...)
	if err != nil {
		t.Fatal(err)
	}
	return gone
}

// forgotten are the ids of the events that come without words; it fails the
// test if one of them has any.
func forgotten(t *testing.T, l samantha.Log) (out []samantha.ID) {
	t.Helper()
	for _, e := range All(t, l) {
		if e.Forgotten {
			out = append(out, e.ID)
			checkWordless(t, e)
		}
	}
	return out
}

func checkWordless(t *testing.T, e samantha.Event) {
	t.Helper()
	empty, err := samantha.NewBody(e.Body.Kind())
	if err != nil {
		t.Fatal(err)
	}
	got, _ := e.Body.Halves()
	want, _ := empty.Halves()
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("%s was forgotten and has words:\n%s", e.ID, diff)
	}
}

func testForget(t *testing.T, b *Bed) {
	first, second := story(t, b)
	before := All(t, b.Log)
	want := []samantha.ID{first, first.Said(), second.Said(), samantha.NewID(5)}
	if got := forget(t, b, first); !slices.Equal(got, want) {
		t.Errorf("gone %v, want %v", got, want)
	}
	for _, log := range []Log{b.Log, b.Reopen()} {
		if got := forgotten(t, log); !slices.Equal(got, want) {
			t.Errorf("without words %v, want %v", got, want)
		}
		after := All(t, log)
		tomb, ok := after[len(after)-1].Body.(*samantha.Forgot)
		if !ok || !slices.Equal(tomb.Numbers.Asked, []samantha.ID{first}) || !slices.Equal(tomb.Numbers.Gone, want) {
			t.Errorf("the tombstone is %+v", after[len(after)-1].Body)
		}
		checkKept(t, before, after)
	}
}

// checkKept compares everything but the words of the forgotten.
func checkKept(t *testing.T, before, after []samantha.Event) {
	t.Helper()
	for i, was := range before {
		is := after[i]
		_, wasNumbers := was.Body.Halves()
		_, isNumbers := is.Body.Halves()
		if diff := cmp.Diff(wasNumbers, isNumbers); diff != "" {
			t.Errorf("the numbers of %s changed:\n%s", was.ID, diff)
		}
		if !is.Forgotten {
			if diff := cmp.Diff(was, is); diff != "" {
				t.Errorf("%s changed:\n%s", was.ID, diff)
			}
		}
	}
}

func testForgetTwice(t *testing.T, b *Bed) {
	first, _ := story(t, b)
	want := forget(t, b, first)
	n := len(All(t, b.Log))
	if got := forget(t, b, first); !slices.Equal(got, want) {
		t.Errorf("the second time gone %v, want %v", got, want)
	}
	if got := len(All(t, b.Log)); got != n {
		t.Errorf("%d events, want %d: nothing new was forgotten", got, n)
	}
}

func testForgetAnswer(t *testing.T, b *Bed) {
	first, _ := story(t, b)
	if got := forget(t, b, first.Said()); !slices.Equal(got, []samantha.ID{first.Said()}) {
		t.Errorf("gone %v", got)
	}
	e, err := b.Log.Find(context.Background(), first)
	if err != nil || e.Forgotten {
		t.Errorf("what was heard went with the answer: %+v, %v", e, err)
	}
	e, err = b.Log.Find(context.Background(), first.Said())
	if err != nil || !e.Forgotten {
		t.Errorf("the answer is %+v, %v", e, err)
	}
}

func testForgetPart(t *testing.T, b *Bed) {
	_, second := story(t, b)
	got := forget(t, b, second.Part("fact", 1))
	if want := []samantha.ID{second, second.Said(), samantha.NewID(5)}; !slices.Equal(got, want) {
		t.Errorf("gone %v, want %v", got, want)
	}
}

func testForgetUnknown(t *testing.T, b *Bed) {
	first, _ := story(t, b)
	ctx := context.Background()
	if _, err := b.Log.Forget(ctx, Start(), first, samantha.NewID(99)); !errors.Is(err, samantha.ErrNotFound) {
		t.Errorf("%v, want ErrNotFound", err)
	}
	if _, err := b.Log.Forget(ctx, Start()); !errors.Is(err, samantha.ErrInvalid) {
		t.Errorf("%v, want ErrInvalid", err)
	}
	if got := forgotten(t, b.Log); len(got) != 0 || len(All(t, b.Log)) != 6 {
		t.Errorf("%v lost their words", got)
	}
}

func testSnapshots(t *testing.T, b *Bed) {
	story(t, b)
	ctx := context.Background()
	expect := func(l Log, version int, wantSeq uint64, want string) {
		t.Helper()
		seq, state, err := l.Snapshot(ctx, version)
		if err != nil || seq != wantSeq || string(state) != want {
			t.Errorf("snapshot of version %d: %d %q %v, want %d %q", version, seq, state, err, wantSeq, want)
		}
		if seq, err := l.SnapshotSeq(ctx, version); err != nil || seq != wantSeq {
			t.Errorf("snapshot of version %d is said to be of event %d, %v, want %d", version, seq, err, wantSeq)
		}
	}
	expect(b.Log, 1, 0, "")
	for _, s := range []struct {
		seq   uint64
		state string
	}{{2, "two"}, {4, "four"}, {3, "three, too late"}} {
		if err := b.Log.Keep(ctx, 1, s.seq, []byte(s.state)); err != nil {
			t.Fatal(err)
		}
	}
	expect(b.Log, 1, 4, "four")
	expect(b.Log, 2, 0, "")
	if err := b.Log.Keep(ctx, 1, 99, nil); !errors.Is(err, samantha.ErrInvalid) {
		t.Errorf("a snapshot of what has not happened: %v", err)
	}
	log := b.Reopen()
	expect(log, 1, 4, "four")
	if _, err := log.Forget(ctx, Start(), samantha.NewID(6)); err != nil {
		t.Fatal(err)
	}
	expect(log, 1, 0, "")
}

func testOldSnapshot(t *testing.T, b *Bed) {
	story(t, b)
	forget(t, b, samantha.NewID(6))
	ctx := context.Background()
	if err := b.Log.Keep(ctx, 1, 6, []byte("old")); !errors.Is(err, samantha.ErrForgotten) {
		t.Errorf("%v, want ErrForgotten", err)
	}
	if err := b.Reopen().Keep(ctx, 1, 7, []byte("new")); err != nil {
		t.Error(err)
	}
}
