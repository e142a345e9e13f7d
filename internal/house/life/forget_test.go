package life

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"samantha"
	"samantha/internal/house/life/faultdisk"
	"samantha/internal/house/life/logtest"
)

// TestForgetCutShort lets the power go after every single write of a
// forgetting. At the next open all of it has happened, or nothing.
func TestForgetCutShort(t *testing.T) {
	outcomes := map[string]int{}
	for n := 0; ; n++ {
		outcome := forgetWithFault(t, n)
		outcomes[outcome]++
		if outcome == "finished" {
			break
		}
	}
	t.Logf("power cuts: %v", outcomes)
	if outcomes["nothing happened"] == 0 || outcomes["finished at open"] == 0 {
		t.Errorf("the cuts missed a stage: %v", outcomes)
	}
}

func forgetWithFault(t *testing.T, write int) (outcome string) {
	ctx, at, first := context.Background(), logtest.Start(), samantha.NewID(1)
	disk := faultdisk.New(uint64(write))
	o := Options{Dir: "/life", HouseKey: [32]byte{5}, Disk: disk}
	l, err := Open(ctx, o)
	if err != nil {
		t.Fatal(err)
	}
	logtest.Append(t, l, logtest.Heard(at, canary), logtest.Said(at, first, canary, first), logtest.Heard(at, "apart"))
	if err := l.Keep(ctx, 3, 3, foldState(t, l)); err != nil {
		t.Fatal(err)
	}
	thief := logtest.NewThief(t, o.HouseKey)
	thief.Copy(folder(disk))

	disk.Fail(faultdisk.Write, write, -1, syscall.EIO)
	_, err = l.Forget(ctx, at, first)
	if err == nil {
		return "finished"
	}
	disk.Crash()
	l.Close()
	disk.Heal()
	if l, err = Open(ctx, o); err != nil {
		t.Fatalf("write %d: %v", write, err)
	}
	defer l.Close()
	events := logtest.All(t, l)
	if len(events) == 3 {
		if events[0].Forgotten || events[1].Forgotten {
			t.Errorf("write %d: words are gone and no tombstone says so", write)
		}
		return "nothing happened"
	}
	if !events[0].Forgotten || !events[1].Forgotten || events[2].Forgotten {
		t.Errorf("write %d: the tombstone is there and the words are %v", write, events)
	}
	if found := thief.Find(folder(disk), canary); len(found) > 0 {
		t.Errorf("write %d: found in %v", write, found)
	}
	if _, err := l.Verify(ctx, logtest.Fold()); err != nil {
		t.Errorf("write %d: %v", write, err)
	}
	return "finished at open"
}

// TestForgetFailsAndIsAskedAgain finishes in the same process what a failing
// disk held up.
func TestForgetFailsAndIsAskedAgain(t *testing.T) {
	ctx := context.Background()
	l, disk, _ := damaged(t)
	for n := range 12 {
		disk.Fail(faultdisk.Sync, n, 3, syscall.EIO)
		if _, err := l.Forget(ctx, logtest.Start(), samantha.NewID(1)); err == nil {
			break
		}
		disk.Heal()
	}
	e, err := l.Find(ctx, samantha.NewID(1))
	if err != nil || !e.Forgotten {
		t.Errorf("%+v, %v", e, err)
	}
	disk.Heal()
	if _, err := l.Verify(ctx, logtest.Fold()); err != nil {
		t.Error(err)
	}
}

// TestKeysRepaired loses one copy of the keys, or parts of both.
func TestKeysRepaired(t *testing.T) {
	ctx := context.Background()
	for _, test := range []struct {
		name, note string
		hurt       func(*faultdisk.Disk)
		whole      bool
	}{
		{"keys is gone", "keys:", func(d *faultdisk.Disk) { d.Put("/life/keys", nil) }, true},
		{"keys.copy is gone", "keys:", func(d *faultdisk.Disk) { d.Put("/life/keys.copy", nil) }, true},
		{"keys is cut short", "damaged in one copy", func(d *faultdisk.Disk) { d.Put("/life/keys", d.Bytes("/life/keys")[:400]) }, true},
		{"a slot in each", "4 damaged in one copy", func(d *faultdisk.Disk) {
			scratch(d, "/life/keys", 2, 3)
			scratch(d, "/life/keys.copy", 4, 5)
		}, true},
		{"the same slot in both", "1 damaged in both copies", func(d *faultdisk.Disk) {
			scratch(d, "/life/keys", 6)
			scratch(d, "/life/keys.copy", 6)
		}, false},
	} {
		t.Run(test.name, func(t *testing.T) {
			l, disk, o := damaged(t)
			want := logtest.All(t, l)
			if err := l.Close(); err != nil {
				t.Fatal(err)
			}
			test.hurt(disk)
			l, err := Open(ctx, o)
			if err != nil {
				t.Fatal(err)
			}
			defer l.Close()
			if notes := strings.Join(l.Notes(), "\n"); !strings.Contains(notes, test.note) {
				t.Errorf("notes %q, want %q", notes, test.note)
			}
			if _, err := l.Verify(ctx, logtest.Fold()); (err == nil) != test.whole {
				t.Errorf("verify: %v", err)
			}
			if test.whole && len(logtest.All(t, l)) != len(want) {
				t.Error("events are missing")
			}
			const used = 9 * pairSize // the stamp and eight pairs
			if a, b := disk.Bytes("/life/keys"), disk.Bytes("/life/keys.copy"); test.whole && !slices.Equal(a[:used], b[:used]) {
				t.Error("the copies still differ")
			}
		})
	}
}

// scratch changes a byte in each of the slots.
func scratch(d *faultdisk.Disk, name string, slots ...int) {
	b := d.Bytes(name)
	for _, n := range slots {
		b[n*slotSize+20] ^= 1
	}
	d.Put(name, b)
}

// TestForgetInTime holds a forgetting among ten thousand events to its budget.
func TestForgetInTime(t *testing.T) {
	ctx := context.Background()
	l, err := Open(ctx, Options{Dir: t.TempDir(), HouseKey: [32]byte{6}})
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	at := logtest.Start()
	for i := range uint64(10) {
		var drafts []samantha.Draft
		for j := range uint64(500) {
			id := samantha.NewID(1000*i + 2*j + 1)
			drafts = append(drafts, logtest.Heard(at, fmt.Sprint(i, j)), logtest.Said(at, id, "yes"))
		}
		logtest.Append(t, l, drafts...)
	}
	start := time.Now()
	if _, err := l.Forget(ctx, at, samantha.NewID(5001)); err != nil {
		t.Fatal(err)
	}
	if took := time.Since(start); took > time.Second { // the budget is 100 ms on a disk of its own
		t.Errorf("forgetting took %v", took)
	}
}
