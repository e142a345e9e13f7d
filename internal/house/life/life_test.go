package life_test

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"testing"

	"samantha"
	"samantha/internal/house/life"
	"samantha/internal/house/life/faultdisk"
	"samantha/internal/house/life/logtest"
)

func TestContractOnAFile(t *testing.T) {
	logtest.Run(t, func(t testing.TB) *logtest.Bed {
		return bed(t, life.Options{Dir: t.TempDir(), HouseKey: [32]byte{7}})
	})
}

func TestContractInMemory(t *testing.T) {
	logtest.Run(t, func(t testing.TB) *logtest.Bed {
		return bed(t, life.Options{Dir: "/life", HouseKey: [32]byte{7}, Disk: faultdisk.New(1)})
	})
}

// bed opens a life, and opens it again on demand.
func bed(t testing.TB, o life.Options) *logtest.Bed {
	l := open(t, o)
	b := &logtest.Bed{Log: l}
	b.Reopen = func() logtest.Log {
		if err := l.Close(); err != nil {
			t.Fatal(err)
		}
		l = open(t, o)
		if notes := l.Notes(); len(notes) > 0 {
			t.Errorf("notes after a clean close: %q", notes)
		}
		b.Log = l
		return l
	}
	return b
}

// open opens a life and closes it with the test.
func open(t testing.TB, o life.Options) *life.Log {
	t.Helper()
	l, err := life.Open(context.Background(), o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { l.Close() })
	return l
}

// TestOneOwner refuses a second opening, and another house's key.
func TestOneOwner(t *testing.T) {
	ctx := context.Background()
	o := life.Options{Dir: t.TempDir(), HouseKey: [32]byte{1}}
	l := open(t, o)
	logtest.Append(t, l, logtest.Heard(logtest.Start(), "mine"))
	if _, err := life.Open(ctx, o); !errors.Is(err, samantha.ErrBusy) {
		t.Errorf("a second opening: %v, want ErrBusy", err)
	}
	logtest.Append(t, l, logtest.Heard(logtest.Start(), "still mine"))
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	other := o
	other.HouseKey[0] = 2
	if _, err := life.Open(ctx, other); !errors.Is(err, samantha.ErrDenied) {
		t.Errorf("another house's key: %v, want ErrDenied", err)
	}
	if got := len(logtest.All(t, open(t, o))); got != 2 {
		t.Errorf("%d events, want 2", got)
	}
}

// TestFilesAreTheOwners lets nobody else read the folder.
func TestFilesAreTheOwners(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "minds", "ada")
	l := open(t, life.Options{Dir: dir})
	logtest.Append(t, l, logtest.Heard(logtest.Start(), "private"))
	files, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, f := range files {
		names = append(names, f.Name())
		info, err := f.Info()
		if err != nil || runtime.GOOS != "windows" && info.Mode().Perm() != 0o600 {
			t.Errorf("%s: %v, %v", f.Name(), info.Mode(), err)
		}
	}
	if want := []string{"head", "keys", "keys.copy", "mind.db", "mind.db-wal"}; !slices.Equal(names, want) {
		t.Errorf("files %q, want %q", names, want)
	}
}

// TestClosed refuses everything after the close, and ends who watches.
func TestClosed(t *testing.T) {
	ctx := context.Background()
	l := open(t, life.Options{Dir: "/life", Disk: faultdisk.New(1)})
	logtest.Append(t, l, logtest.Heard(logtest.Start(), "a"))
	watched := make(chan int)
	go func() {
		n := 0
		for range l.Watch(ctx, 0) {
			n++
			watched <- n
		}
		close(watched)
	}()
	<-watched
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	if _, ok := <-watched; ok {
		t.Error("the watcher saw something after the close")
	}
	if _, err := l.Append(ctx, logtest.Heard(logtest.Start(), "b")); !errors.Is(err, fs.ErrClosed) {
		t.Errorf("Append: %v", err)
	}
	if _, err := logtest.Collect(l, 0); !errors.Is(err, fs.ErrClosed) {
		t.Errorf("Read: %v", err)
	}
	if err := l.Close(); err != nil {
		t.Errorf("a second Close: %v", err)
	}
}

// TestLongReading crosses pages, stops early, and starts anywhere.
func TestLongReading(t *testing.T) {
	l := open(t, life.Options{Dir: "/life", Disk: faultdisk.New(1)})
	const n = 2000
	drafts := make([]samantha.Draft, n)
	for i := range drafts {
		drafts[i] = logtest.Heard(logtest.Start(), strconv.Itoa(i+1))
	}
	logtest.Append(t, l, drafts...)
	for _, after := range []uint64{0, 1, 255, 256, 257, 1000, 1999, 2000, 2001} {
		want := after
		for e, err := range l.Read(context.Background(), after) {
			if want++; err != nil || e.Seq != want || logtest.Text(e.Body) != strconv.FormatUint(want, 10) {
				t.Fatalf("after %d: %d %q, %v, want %d", after, e.Seq, logtest.Text(e.Body), err, want)
			}
		}
		if want != max(after, n) {
			t.Errorf("after %d the reading ends at %d", after, want)
		}
		for range l.Read(context.Background(), after) {
			break
		}
	}
}
