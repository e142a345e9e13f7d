package life

import (
	"context"
	"fmt"
	"path"
	"slices"
	"strings"
	"testing"

	"samantha"
	"samantha/internal/house/life/faultdisk"
	"samantha/internal/house/life/logtest"
)

const canary = "heliotrope"

// TestForgetCanary hides a word in what was heard, in the answer, in a dream of
// that answer and in a snapshot, and lets a thief search for it, who has the
// house's key, the folder as it is, and an old copy of every sealed byte. It is
// found in all four places; after the forgetting, in none.
func TestForgetCanary(t *testing.T) {
	ctx := context.Background()
	disk := faultdisk.New(1)
	o := Options{Dir: "/life", HouseKey: [32]byte{9}, Disk: disk}
	l, err := Open(ctx, o)
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	at, first := logtest.Start(), samantha.NewID(1)
	logtest.Append(t, l, logtest.Heard(at, "the "+canary+" is in bloom"))
	logtest.Append(t, l, logtest.Said(at, first, "tell me of the "+canary, first))
	logtest.Append(t, l, logtest.Dreamed(at, "I walked in "+canary, first.Said()), logtest.Heard(at, "a quiet day"))
	for i := range 5 { // replaced snapshots leave pages behind
		logtest.Append(t, l, logtest.Heard(at, fmt.Sprint("day ", i)))
		if err := l.Keep(ctx, 3, l.last.seq, foldState(t, l)); err != nil {
			t.Fatal(err)
		}
	}
	thief := logtest.NewThief(t, o.HouseKey)
	thief.Copy(folder(disk))
	want := []string{"snapshot 9", "words of event 1", "words of event 2", "words of event 3"}
	if got := thief.Find(folder(disk), canary); !slices.Equal(got, want) {
		t.Fatalf("found in %q, want %q", got, want)
	}

	if _, err := l.Forget(ctx, at, first); err != nil {
		t.Fatal(err)
	}
	thief.Copy(folder(disk))
	if got := thief.Find(folder(disk), canary); len(got) > 0 {
		t.Errorf("after the forgetting, found in %q", got)
	}
	if got := thief.Find(folder(disk), "quiet day"); !slices.Equal(got, []string{"words of event 4"}) {
		t.Errorf("what was not forgotten is found in %q", got)
	}
	if got := thief.Find(folder(disk), string(first)); !slices.ContainsFunc(got, func(place string) bool {
		return strings.HasSuffix(place, ", decrypted")
	}) {
		t.Errorf("ids are in clear inside the encrypted file, and the search finds them in %q only", got)
	}
	if _, err := l.Verify(ctx, logtest.Fold()); err != nil {
		t.Error(err)
	}
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	if got := thief.Find(folder(disk), canary); len(got) > 0 {
		t.Errorf("after the close, found in %q", got)
	}
}

// folder is the folder of the life on the disk.
func folder(d *faultdisk.Disk) logtest.Folder {
	f := logtest.Folder{}
	for _, name := range d.Files() {
		f[path.Base(name)] = d.Bytes(name)
	}
	return f
}
