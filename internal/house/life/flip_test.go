package life_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"samantha"
	"samantha/internal/house/life"
	"samantha/internal/house/life/faultdisk"
	"samantha/internal/house/life/logtest"
)

// TestBitFlips turns one bit of one file at a time, in a life that was closed
// and in one whose power went. Every flip is named, or changes nothing; nothing
// is ever served that was not written.
func TestBitFlips(t *testing.T) {
	const flips, parts = 2000, 8
	for _, state := range []string{"closed", "crashed"} {
		whole := flipped(t, state == "closed")
		want := observe(whole.Clone(0))
		if want.opened != nil || want.verified != nil || len(want.events) < 40 || want.snapshot == nil {
			t.Fatalf("the life to damage is not whole: %+v", want)
		}
		for part := range uint64(parts) {
			t.Run(fmt.Sprintf("%s %d", state, part), func(t *testing.T) {
				t.Parallel()
				rng := rand.New(rand.NewPCG(part, uint64(len(state)*7+len(whole.Files()))))
				named := 0
				for range flips / 2 / parts {
					if flip(t, whole.Clone(part), rng, want) {
						named++
					}
				}
				t.Logf("%d of %d flips were named, the others changed nothing", named, flips/2/parts)
				if named == 0 {
					t.Error("no flip was named")
				}
			})
		}
	}
}

func flipOptions(d *faultdisk.Disk) life.Options {
	return life.Options{Dir: "/life", HouseKey: [32]byte{3}, Disk: d}
}

// flipped is a disk with a small life on it that has everything: moments,
// links, strays, something forgotten, a snapshot.
func flipped(t *testing.T, closed bool) *faultdisk.Disk {
	disk := faultdisk.New(1)
	l := open(t, flipOptions(disk))
	at := logtest.Start()
	for i := range 13 {
		id := samantha.NewID(uint64(3*i + 1))
		logtest.Append(t, l, logtest.Heard(at, strings.Repeat("what was heard ", i)))
		logtest.Append(t, l, logtest.Dreamed(at, "a dream between", id), logtest.Said(at, id, "an answer", id))
	}
	ctx := context.Background()
	if _, err := l.Forget(ctx, at, samantha.NewID(7)); err != nil {
		t.Fatal(err)
	}
	seq, _ := l.Last()
	if err := l.Keep(ctx, logtest.Fold().Version, seq, stateOf(t, l)); err != nil {
		t.Fatal(err)
	}
	logtest.Append(t, l, logtest.Heard(at, "the last"))
	if closed {
		if err := l.Close(); err != nil {
			t.Fatal(err)
		}
	}
	return disk.Clone(1)
}

// stateOf is the state the log folds to.
func stateOf(t *testing.T, l samantha.Log) []byte {
	t.Helper()
	s := logtest.Fold().Zero()
	for _, e := range logtest.All(t, l) {
		s.Apply(e)
	}
	b, err := s.MarshalBinary()
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// sight is everything a life shows to whoever opens it.
type sight struct {
	opened   error
	read     error
	verified error
	notes    []string
	events   []samantha.Event
	hash     string
	snapshot []byte
}

func observe(d *faultdisk.Disk) (s sight) {
	ctx := context.Background()
	l, err := life.Open(ctx, flipOptions(d))
	if err != nil {
		return sight{opened: err}
	}
	defer l.Close()
	s.events, s.read = logtest.Collect(l, 0)
	_, s.snapshot, _ = l.Snapshot(ctx, logtest.Fold().Version)
	var r life.Report
	r, s.verified = l.Verify(ctx, logtest.Fold())
	s.hash, s.notes = r.FoldHash, l.Notes()
	return s
}

// flip turns one bit and reports whether it was named.
func flip(t *testing.T, d *faultdisk.Disk, rng *rand.Rand, want sight) bool {
	name := d.Files()[rng.IntN(len(d.Files()))]
	b := d.Bytes(name)
	size := len(b)
	if strings.Contains(name, "keys") && rng.IntN(2) == 0 {
		size = 128 * 42 // the part that is in use
	}
	at, bit := rng.IntN(size), byte(1)<<rng.IntN(8)
	b[at] ^= bit
	d.Put(name, b)
	where := fmt.Sprintf("%s, byte %d, bit %#x", name, at, bit)

	got := observe(d)
	checkServed(t, where, got, want)
	named := got.opened != nil || got.verified != nil || len(got.notes) > 0
	same := got.hash == want.hash && len(got.events) == len(want.events)
	if !named && !same {
		t.Errorf("%s: %d events of %d, and nobody says so", where, len(got.events), len(want.events))
	}
	return named
}

// checkServed fails if something was served that is not what was written.
func checkServed(t *testing.T, where string, got, want sight) {
	t.Helper()
	if len(got.events) > len(want.events) {
		t.Fatalf("%s: %d events of %d", where, len(got.events), len(want.events))
	}
	if diff := cmp.Diff(want.events[:len(got.events)], got.events, cmp.Comparer(sameEvents)); diff != "" {
		t.Errorf("%s: served something else:\n%s", where, diff)
	}
	if got.snapshot != nil && !slices.Equal(got.snapshot, want.snapshot) {
		t.Errorf("%s: served another snapshot", where)
	}
}

func sameEvents(a, b []samantha.Event) bool {
	return len(a) == 0 && len(b) == 0 || slices.EqualFunc(a, b, func(a, b samantha.Event) bool { return cmp.Equal(a, b) })
}
