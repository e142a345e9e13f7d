package life_test

import (
	"bytes"
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"samantha"
	"samantha/internal/house/life"
	"samantha/internal/house/life/faultdisk"
	"samantha/internal/house/life/logtest"
)

// exported is a life with something forgotten, a snapshot key between, and its
// export.
func exported(t *testing.T) (*life.Log, []byte) {
	t.Helper()
	ctx, at := context.Background(), logtest.Start()
	l := open(t, life.Options{Dir: "/life", HouseKey: [32]byte{1}, Disk: faultdisk.New(1)})
	first := samantha.NewID(1)
	logtest.Append(t, l, logtest.Heard(at, "to be forgotten"), logtest.Said(at, first, "yes", first))
	if err := l.Keep(ctx, 1, 2, []byte("a state")); err != nil {
		t.Fatal(err)
	}
	logtest.Append(t, l, logtest.Heard(at, "to be kept"))
	if _, err := l.Forget(ctx, at, first); err != nil {
		t.Fatal(err)
	}
	logtest.Append(t, l, logtest.Dreamed(at, "a dream", samantha.NewID(3)))
	var b bytes.Buffer
	if err := l.Export(ctx, &b); err != nil {
		t.Fatal(err)
	}
	return l, b.Bytes()
}

func TestMove(t *testing.T) {
	ctx := context.Background()
	from, stream := exported(t)
	o := life.Options{Dir: "/other", HouseKey: [32]byte{2}, Disk: faultdisk.New(2)}
	n, err := life.Import(ctx, o, bytes.NewReader(stream))
	if err != nil || n != 5 {
		t.Fatalf("%d events, %v", n, err)
	}
	to := open(t, o)
	if diff := cmp.Diff(logtest.All(t, from), logtest.All(t, to)); diff != "" {
		t.Errorf("(-from +to):\n%s", diff)
	}
	want, err := from.FoldHash(ctx, logtest.Fold())
	if err != nil {
		t.Fatal(err)
	}
	if r, err := to.Verify(ctx, logtest.Fold()); err != nil || r.FoldHash != want || r.Forgotten != 2 {
		t.Errorf("%+v, %v, want %s", r, err, want)
	}
	if notes := to.Notes(); len(notes) > 0 {
		t.Errorf("notes %q", notes)
	}
	logtest.Append(t, to, logtest.Heard(logtest.Start(), "life goes on"))
	gone, err := to.Forget(ctx, logtest.Start(), samantha.NewID(3))
	if err != nil || len(gone) != 2 {
		t.Errorf("what came along cannot be forgotten: %v, %v", gone, err)
	}
}

func TestMoveOfAnEmptyLife(t *testing.T) {
	ctx := context.Background()
	l := open(t, life.Options{Dir: "/life", Disk: faultdisk.New(1)})
	var b bytes.Buffer
	if err := l.Export(ctx, &b); err != nil {
		t.Fatal(err)
	}
	n, err := life.Import(ctx, life.Options{Dir: "/other", Disk: faultdisk.New(2)}, &b)
	if n != 0 || err != nil {
		t.Errorf("%d, %v", n, err)
	}
}

// TestImportLeavesNothing gives streams that are not what was written.
func TestImportLeavesNothing(t *testing.T) {
	_, stream := exported(t)
	lines := strings.SplitAfter(string(stream), "\n")
	join := func(l ...string) string { return strings.Join(l, "") }
	for _, test := range []struct {
		name, stream string
		want         error
	}{
		{"nothing", "", samantha.ErrDamaged},
		{"something else", "{}\n", samantha.ErrInvalid},
		{"no JSON", "hello\n", samantha.ErrDamaged},
		{"a later format", strings.Replace(string(stream), `"format":1`, `"format":2`, 1), samantha.ErrInvalid},
		{"no end", join(lines[:6]...), samantha.ErrDamaged},
		{"a cut line", string(stream[:len(stream)-1]), samantha.ErrDamaged},
		{"a missing event", join(lines[0], lines[1], lines[3]), samantha.ErrDamaged},
		{"swapped events", join(lines[0], lines[2], lines[1]), samantha.ErrDamaged},
		{"a changed event", strings.Replace(string(stream), `"origin":"herself"`, `"origin":"person"`, 1), samantha.ErrDamaged},
		{"one event less and the end", join(lines[0], lines[1], lines[6]), samantha.ErrDamaged},
		{"more after the end", string(stream) + "\n", samantha.ErrDamaged},
		{"an unknown field", strings.Replace(string(stream), `"seq":`, `"new":1,"seq":`, 1), samantha.ErrDamaged},
	} {
		t.Run(test.name, func(t *testing.T) {
			disk := faultdisk.New(2)
			o := life.Options{Dir: "/other", Disk: disk}
			if n, err := life.Import(context.Background(), o, strings.NewReader(test.stream)); n != 0 || !errors.Is(err, test.want) {
				t.Errorf("%d, %v, want %v", n, err, test.want)
			}
			if files := disk.Files(); len(files) > 0 {
				t.Errorf("left behind: %q", files)
			}
		})
	}
}

func TestImportCutAnywhere(t *testing.T) {
	_, stream := exported(t)
	for n := 0; n < len(stream); n += 97 {
		disk := faultdisk.New(2)
		_, err := life.Import(context.Background(), life.Options{Dir: "/other", Disk: disk}, bytes.NewReader(stream[:n]))
		if !errors.Is(err, samantha.ErrDamaged) || len(disk.Files()) > 0 {
			t.Fatalf("cut at %d: %v, left %q", n, err, disk.Files())
		}
	}
}

func TestImportIntoALife(t *testing.T) {
	_, stream := exported(t)
	disk := faultdisk.New(2)
	o := life.Options{Dir: "/other", Disk: disk}
	other := open(t, o)
	logtest.Append(t, other, logtest.Heard(logtest.Start(), "I was here first"))
	if err := other.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := life.Import(context.Background(), o, bytes.NewReader(stream)); !errors.Is(err, samantha.ErrInvalid) {
		t.Errorf("%v", err)
	}
	if got := len(logtest.All(t, open(t, o))); got != 1 {
		t.Errorf("%d events", got)
	}
}

func TestExportNeverHoldsWords(t *testing.T) {
	_, stream := exported(t)
	if bytes.Contains(stream, []byte("to be kept")) {
		t.Error("the words are in clear")
	}
}
