package fetch

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"strings"
	"testing"
	"testing/fstest"
	"testing/synctest"
	"time"

	"pgregory.net/rapid"

	"samantha"
)

// try is one download of a file of 64 KiB in six parts, where time passes by itself.
type try struct {
	entry   Entry
	server  *server
	disk    *memory
	told    []Progress
	took    time.Duration
	resumed int64 // bytes that were there at the start
}

func newTry(then fault, script ...fault) *try {
	e, file := wanted(64 << 10)
	return &try{entry: e, server: &server{file: file, faults: script, then: then}, disk: newMemory()}
}

func (y *try) get(ctx context.Context) error {
	n := newNetwork(y.server)
	defer n.end()
	begun := time.Now()
	defer func() { y.took = time.Since(begun) }()
	s, err := Web(y.entry.URLs[0], n.way, ours{})
	if err != nil {
		return err
	}
	return Get(ctx, y.entry, []Source{s}, Options{
		Disk: y.disk, Clock: ours{}, Least: 1 << 10, Tell: func(p Progress) { y.told = append(y.told, p) },
	})
}

// right: the file is there, and nothing beside it.
func (y *try) right() bool {
	return bytes.Equal(y.disk.files[y.entry.File()], y.server.file) && len(y.disk.files) == 1
}

// resumable: what the JSON counts as there is the file's.
func (y *try) resumable() bool {
	parts := begun(y.disk, y.entry, int64(len(y.disk.files[partial(y.entry)])))
	for _, p := range parts {
		if p.Done > 0 && !bytes.Equal(y.disk.files[partial(y.entry)][p.From:p.at()], y.server.file[p.From:p.at()]) {
			return false
		}
	}
	y.resumed = there(parts)
	return parts != nil
}

// TestServersThatAreNotWhatTheyShouldBe: each fault, met once and met always.
func TestServersThatAreNotWhatTheyShouldBe(t *testing.T) {
	for _, c := range []struct {
		fault  fault
		once   error // nil: it ends well all the same
		always error
	}{
		{fine, nil, nil},
		{cuts, nil, ErrCut},
		{early, nil, nil}, // each time it brings half of what is missing
		{stalls, nil, ErrStalled},
		{mute, nil, ErrStalled},
		{wrongBytes, ErrWrong, ErrWrong},
		{whole, nil, nil},
		{shifted, nil, nil},
		{unmarked, nil, nil},
		{misplaced, ErrWrong, ErrWrong},
		{short, nil, nil},
		{long, nil, nil},
		{packed, nil, ErrAnother},
		{sendsOn, nil, nil},
		{circles, ErrNotThere, ErrNotThere},
		{busy, nil, ErrBusy},
		{patient, nil, ErrBusy},
		{gone, ErrNotThere, ErrNotThere},
		{another, ErrAnother, ErrAnother},
		{login, ErrAnother, ErrAnother},
		{refuses, ErrAnother, ErrAnother},
	} {
		t.Run(string(c.fault), func(t *testing.T) {
			once, always := newTry(fine, c.fault), newTry(c.fault)
			synctest.Test(t, func(t *testing.T) { check(t, once, once.get(t.Context()), c.once) })
			synctest.Test(t, func(t *testing.T) { check(t, always, always.get(t.Context()), c.always) })
			if c.fault == patient && once.took < 20*time.Second {
				t.Errorf("it waited %v", once.took)
			}
			if c.fault == whole && always.server.last != "" {
				t.Errorf("it went on asking for parts: %s", always.server.last)
			}
			if c.always != nil && always.took > 30*time.Minute {
				t.Errorf("it gave up after %v", always.took)
			}
		})
	}
}

func check(t *testing.T, y *try, err, want error) {
	t.Helper()
	switch {
	case want == nil && err != nil:
		t.Errorf("it failed: %v", err)
	case want == nil && !y.right():
		t.Error("the file is not right")
	case !errors.Is(err, want):
		t.Errorf("%v and not %v", err, want)
	case errors.Is(want, ErrWrong) && len(y.disk.files) > 0:
		t.Error("wrong bytes were kept")
	case want != nil && !errors.Is(want, ErrWrong) && !y.resumable():
		t.Error("nothing was kept to go on from")
	case want != nil && !strings.Contains(err.Error(), "samantha model get small"):
		t.Errorf("it does not say what to do: %v", err)
	}
}

// TestAnySequenceOfFaults ends with the right file, or with an error after which the next
// try, with a server that is fine, brings it.
func TestAnySequenceOfFaults(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		y := newTry(rapid.SampledFrom(faults()).Draw(r, "then"), rapid.SliceOfN(rapid.SampledFrom(faults()), 0, 30).Draw(r, "faults")...)
		kill := time.Duration(rapid.IntRange(0, 200).Draw(r, "killed after")) * time.Second
		var err error
		synctest.Test(t, func(t *testing.T) {
			ctx, stop := context.WithCancel(t.Context())
			if kill > 0 {
				ctx, stop = context.WithTimeout(t.Context(), kill)
			}
			defer stop()
			err = y.get(ctx)
		})
		if err == nil {
			if !y.right() {
				r.Fatal("it ended well, and the file is not right")
			}
			return
		}
		if _, named := y.disk.files[y.entry.File()]; named {
			r.Fatal("it failed, and there is a file of that name")
		}
		y.server.faults, y.server.then = nil, fine
		synctest.Test(t, func(t *testing.T) { err = y.get(t.Context()) })
		if errors.Is(err, ErrWrong) { // wrong bytes that came before were in the file
			synctest.Test(t, func(t *testing.T) { err = y.get(t.Context()) })
		}
		if err != nil || !y.right() {
			r.Fatalf("the next one: %v", err)
		}
	})
}

// TestKilledItGoesOn: killed at any time, with the JSON as old as it may be, only what is
// missing is asked for.
func TestKilledItGoesOn(t *testing.T) {
	y := newTry(stalls)
	synctest.Test(t, func(t *testing.T) {
		ctx, stop := context.WithTimeout(t.Context(), 20*time.Second)
		defer stop()
		// What a kill leaves is what was there the moment before, so what is written
		// at the end is taken away again.
		var files map[string][]byte
		time.AfterFunc(19*time.Second, func() {
			files = map[string][]byte{}
			y.disk.mu.Lock()
			defer y.disk.mu.Unlock()
			for name, b := range y.disk.files {
				files[name] = bytes.Clone(b)
			}
		})
		if err := y.get(ctx); !errors.Is(err, context.DeadlineExceeded) {
			t.Fatal(err)
		}
		y.disk.files = files
	})
	if !y.resumable() || y.resumed < y.entry.Size/2-6 {
		t.Fatalf("%d bytes were kept", y.resumed)
	}
	y.server.then, y.server.sent = fine, 0
	synctest.Test(t, func(t *testing.T) {
		if err := y.get(t.Context()); err != nil || !y.right() {
			t.Fatal(err)
		}
	})
	if again := y.server.sent + y.resumed - y.entry.Size; again != 0 {
		t.Errorf("%d bytes were sent again", again)
	}
	asked := y.server.asked
	synctest.Test(t, func(t *testing.T) {
		if err := y.get(t.Context()); err != nil || y.server.asked != asked {
			t.Errorf("it is there, and was asked for again: %v", err)
		}
	})
}

// TestAPowerCut at any moment: nothing counts as there that is not on the disk.
func TestAPowerCut(t *testing.T) {
	harmless := []fault{fine, cuts, stalls, mute, short, busy, patient, sendsOn}
	rapid.Check(t, func(r *rapid.T) {
		y := newTry(stalls, rapid.SliceOfN(rapid.SampledFrom(harmless), 0, 20).Draw(r, "faults")...)
		after := time.Duration(rapid.IntRange(1, 100_000).Draw(r, "after ms")) * time.Millisecond
		var left map[string][]byte
		synctest.Test(t, func(t *testing.T) {
			ctx, stop := context.WithTimeout(t.Context(), 2*after)
			defer stop()
			defer time.AfterFunc(after, func() { left = y.disk.lost() }).Stop()
			_ = y.get(ctx) // how it ends is for the tests above
		})
		if left == nil {
			return // it was at its end before
		}
		y.disk = newMemory()
		y.disk.files = left
		if _, there := left[beside(y.entry)]; there && !y.resumable() {
			r.Fatal("what is not there was counted")
		}
		if whole, there := left[y.entry.File()]; there && !bytes.Equal(whole, y.server.file) {
			r.Fatal("the file has its name, and is not there")
		}
	})
}

// TestWhatIsBesideIsNotTrusted: a JSON that is damaged, of another file, or of more than is
// there, makes nothing worse.
func TestWhatIsBesideIsNotTrusted(t *testing.T) {
	e, file := wanted(64 << 10)
	good, err := json.Marshal(offsets{e.Sum, e.Size, []part{{0, 100, 100}, {100, e.Size, 5000}}})
	if err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{
		"good":            string(good),
		"torn":            string(good[:len(good)/2]),
		"of another file": strings.Replace(string(good), e.Sum[:8], "00000000", 1),
		"of another size": strings.Replace(string(good), "65536", "65535", 1),
		"with a hole":     strings.Replace(string(good), `"from":100`, `"from":101`, 1),
		"beyond its end":  strings.Replace(string(good), "5000", "5000000", 1),
		"below nothing":   strings.Replace(string(good), "5000", "-5", 1),
		"no JSON":         "hello",
	} {
		t.Run(name, func(t *testing.T) {
			y := newTry(fine)
			y.disk.files[partial(e)], y.disk.files[beside(e)] = bytes.Clone(file[:2000]), []byte(text)
			synctest.Test(t, func(t *testing.T) { check(t, y, y.get(t.Context()), nil) })
			if again := y.server.sent - e.Size; name == "good" && again != -2000 || name != "good" && again != 0 {
				t.Errorf("%d bytes more than the file were sent", again)
			}
		})
	}
}

func TestAFullDisk(t *testing.T) {
	y := newTry(fine)
	y.disk.free = y.entry.Size + spare - 1
	synctest.Test(t, func(t *testing.T) {
		if err := y.get(t.Context()); !errors.Is(err, ErrNoRoom) || y.server.asked > 0 {
			t.Errorf("%v after %d requests", err, y.server.asked)
		}
	})
	y = newTry(fine)
	y.disk.room = 30 << 10
	synctest.Test(t, func(t *testing.T) {
		if err := y.get(t.Context()); !errors.Is(err, ErrNoRoom) {
			t.Errorf("%v", err)
		}
	})
	y.disk.room = -1
	synctest.Test(t, func(t *testing.T) { check(t, y, y.get(t.Context()), nil) })
}

// TestTheNextSource is asked where the first one cannot.
func TestTheNextSource(t *testing.T) {
	e, file := wanted(20 << 10)
	bad := folder{fstest.MapFS{"small.bin": {Data: file[1:]}}, "small.bin", "/bad"}
	lies := folder{fstest.MapFS{"small.bin": {Data: append([]byte("x"), file[1:]...)}}, "small.bin", "/lies"}
	good, err := From(fstest.MapFS{"file.bin": {Data: file}}, "/good", e)
	if err != nil {
		t.Fatal(err)
	}
	disk := newMemory()
	if err := Get(t.Context(), e, []Source{bad, lies, good}, Options{Disk: disk, Clock: ours{}}); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(disk.files[e.File()], file) || len(disk.files) != 1 {
		t.Error("the file is not right")
	}
	if _, err := From(fstest.MapFS{}, "/empty", e); !errors.Is(err, samantha.ErrNotFound) || !strings.Contains(err.Error(), "small.bin") {
		t.Errorf("an empty folder: %v", err)
	}
}

// TestProgress: it is told how far it is, how fast, and what is waited for.
func TestProgress(t *testing.T) {
	y := newTry(fine, cuts, cuts, cuts, cuts, cuts, cuts, busy)
	synctest.Test(t, func(t *testing.T) { check(t, y, y.get(t.Context()), nil) })
	var waited, checked bool
	last := int64(0)
	for _, p := range y.told {
		waited = waited || strings.Contains(p.Note, "asking again in")
		checked = checked || p.Stage == Checking
		if p.Stage == Fetching && p.Done < last {
			t.Errorf("from %d back to %d", last, p.Done)
		}
		last = p.Done
	}
	end := y.told[len(y.told)-1]
	if !waited || !checked || end.Stage != Finished || end.Done != end.Total {
		t.Errorf("waited %v, checked %v, at the end %+v", waited, checked, end)
	}
	if !bytes.Equal(y.disk.synced[y.entry.File()], y.server.file) {
		t.Error("the file was not synced before it got its name")
	}
}
