package life_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"samantha"
	"samantha/internal/house/life"
	"samantha/internal/house/life/faultdisk"
	"samantha/internal/house/life/logtest"
)

// backedUp is a life of seven events that is closed, and its mind.db as it was
// after the third and as it is.
func backedUp(t *testing.T, seed uint64) (o life.Options, disk *faultdisk.Disk, old, now []byte) {
	t.Helper()
	disk = faultdisk.New(seed)
	o = life.Options{Dir: "/life", HouseKey: [32]byte{8}, Disk: disk}
	visit(t, o, 3)
	old = disk.Bytes("/life/mind.db")
	visit(t, o, 4)
	return o, disk, old, disk.Bytes("/life/mind.db")
}

// visit opens a life, appends n events, one by one, and closes it.
func visit(t *testing.T, o life.Options, n int) (notes []string) {
	t.Helper()
	l := open(t, o)
	defer l.Close()
	for i := range n {
		logtest.Append(t, l, logtest.Heard(logtest.Start(), fmt.Sprint("event ", i)))
	}
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	return l.Notes()
}

// damage is what a verification names.
func damage(t *testing.T, o life.Options) []string {
	t.Helper()
	l := open(t, o)
	defer l.Close()
	r, err := l.Verify(context.Background(), logtest.Fold())
	if (err == nil) != (len(r.Damage) == 0) || err != nil && !errors.Is(err, samantha.ErrDamaged) {
		t.Fatalf("%q, %v", r.Damage, err)
	}
	return r.Damage
}

// TestAnOlderDayIsPutBack opens an old copy of mind.db, is told what is
// missing, and gets everything back with the newer one.
func TestAnOlderDayIsPutBack(t *testing.T) {
	for _, written := range []int{0, 1, 5, 600} {
		o, disk, old, now := backedUp(t, 1)
		disk.Put("/life/mind.db", old)
		for range 2 {
			if got := damage(t, o); len(got) != 1 || !strings.Contains(got[0], "ends at 3 and head says 7") {
				t.Errorf("damage %q", got)
			}
		}
		visit(t, o, written)
		if got := len(logtest.All(t, open(t, o))); got != 3+written {
			t.Errorf("%d events, want %d", got, 3+written)
		}

		disk = disk.Clone(1)
		disk.Put("/life/mind.db", now)
		disk.Put("/life/mind.db-wal", nil)
		o.Disk = disk
		l := open(t, o)
		if got := len(logtest.All(t, l)); got != 7 {
			t.Errorf("%d written between: %d events came back, want 7", written, got)
		}
		logtest.Append(t, l, logtest.Heard(logtest.Start(), "and on"))
		if got := len(logtest.All(t, l)); got != 8 {
			t.Errorf("%d written between: %d events, want 8", written, got)
		}
		if err := l.Close(); err != nil {
			t.Fatal(err)
		}
		if got := damage(t, o); (len(got) == 0) != (written == 0) {
			t.Errorf("%d written between: damage %q", written, got)
		}
	}
}

// TestLossIsRemembered appends after a loss, until head holds nothing of it but
// its record.
func TestLossIsRemembered(t *testing.T) {
	o, disk, old, _ := backedUp(t, 1)
	disk.Put("/life/mind.db", old)
	visit(t, o, 9)
	want := "events 4 to 7 were lost"
	if got := damage(t, o); len(got) != 1 || !strings.Contains(got[0], want) {
		t.Errorf("damage %q, want %q", got, want)
	}
	if notes := visit(t, o, 1); len(notes) != 1 || !strings.Contains(notes[0], want) {
		t.Errorf("notes %q, want %q", notes, want)
	}

	disk.Put("/life/mind.db", old) // once more
	visit(t, o, 1)
	want = "events 4 to 13 were lost"
	if got := damage(t, o); len(got) != 1 || !strings.Contains(got[0], want) {
		t.Errorf("damage %q, want %q", got, want)
	}

	head := disk.Bytes("/life/head")
	head[2*4096+3] ^= 1
	disk.Put("/life/head", head)
	if got := damage(t, o); len(got) != 1 || !strings.Contains(got[0], "were lost") {
		t.Errorf("a damaged record: damage %q", got)
	}
}

// TestLossOutlivesThePower cuts the power after the first append that follows a
// loss: if that event is there, so is the record.
func TestLossOutlivesThePower(t *testing.T) {
	for seed := range uint64(50) {
		o, disk, old, _ := backedUp(t, seed)
		disk.Put("/life/mind.db", old)
		l := open(t, o)
		logtest.Append(t, l, logtest.Heard(logtest.Start(), "the fourth again"))
		disk.Crash()
		l.Close()
		if got := damage(t, o); !slices.ContainsFunc(got, func(line string) bool {
			return strings.Contains(line, "events 4 to 7 were lost")
		}) {
			t.Fatalf("seed %d: damage %q", seed, got)
		}
	}
}

// TestNamesOutliveThePower cuts the power after the first event of a new life,
// and after one of a life that was closed: their files are there.
func TestNamesOutliveThePower(t *testing.T) {
	for seed := range uint64(100) {
		disk := faultdisk.New(seed)
		o := life.Options{Dir: "/life", HouseKey: [32]byte{8}, Disk: disk}
		for n := 1; n < 4; n++ {
			l := open(t, o)
			logtest.Append(t, l, logtest.Heard(logtest.Start(), "here"))
			if n%2 == 0 {
				if err := l.Close(); err != nil {
					t.Fatal(err)
				}
			}
			disk.Crash()
			l.Close()
			l = open(t, o)
			if got := len(logtest.All(t, l)); got != n {
				t.Fatalf("seed %d: %d events, want %d", seed, got, n)
			}
			if err := l.Close(); err != nil {
				t.Fatal(err)
			}
		}
	}
}
