package house

import (
	chance "crypto/rand"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"samantha"
	"samantha/internal/house/life/logtest"
)

// sight is everything a house shows to whoever opens it.
type sight struct {
	err    error // it could not be opened, or is not whole
	notes  []string
	key    [32]byte
	people []Person
	device Device // that has the token
	events []samantha.Event
}

// TestFlipsInAHouse turns one bit of one file of a house at a time. Every flip
// is named, or changes nothing. (The life log has its own, house/life.)
func TestFlipsInAHouse(t *testing.T) {
	for _, passphrase := range []string{"", secret} {
		t.Run("passphrase "+passphrase, func(t *testing.T) { flips(t, passphrase) })
	}
}

func flips(t *testing.T, passphrase string) {
	flips := 200
	if testing.Short() {
		flips = 20
	}
	whole, token := furnished(t, passphrase)
	want := look(t, whole, token, passphrase)
	if want.err != nil || len(want.notes) > 0 || want.device.Label == "" || len(want.events) != 1 {
		t.Fatalf("the house to damage is not whole: %+v", want)
	}
	rng := rand.New(rand.NewPCG(1, 2))
	names := slices.Sorted(maps.Keys(whole))
	named := map[string]int{}
	for range flips {
		name := names[rng.IntN(len(names))]
		at, bit := rng.IntN(len(whole[name])), byte(1)<<rng.IntN(8)
		files := maps.Clone(whole)
		files[name] = slices.Clone(whole[name])
		files[name][at] ^= bit
		got := look(t, files, token, passphrase)
		where := fmt.Sprintf("%s, byte %d, bit %#x", name, at, bit)
		if got.err != nil || len(got.notes) > 0 {
			named[name]++
			got.err, got.notes = nil, nil
			served(t, where, got, want)
		} else if diff := cmp.Diff(want, got, cmp.AllowUnexported(sight{})); diff != "" {
			t.Errorf("%s: nobody says so, and it shows\n%s", where, diff)
		}
	}
	t.Logf("%d flips, named by file: %v", flips, named)
	for _, file := range []string{"key", devicesFile, peopleFile} {
		if named[file] == 0 {
			t.Errorf("no flip in %s was named", file)
		}
	}
}

// furnished is a house that has everything: people, a device, a life with a
// word in it; as its files.
func furnished(t *testing.T, passphrase string) (files map[string][]byte, token string) {
	t.Helper()
	h, _ := exported(t)
	_, token = letIn(t, h.Devices(), "laptop")
	if err := h.rekey(heldAs(t, h.key, passphrase)); err != nil {
		t.Fatal(err)
	}
	h.Close()
	files = map[string][]byte{}
	err := fs.WalkDir(os.DirFS(h.dir), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || name == "lock" {
			return err
		}
		files[name], err = os.ReadFile(h.path(name))
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files, token
}

// put makes a house of files.
func put(t *testing.T, files map[string][]byte) (dir string) {
	t.Helper()
	dir = t.TempDir()
	for name, text := range files {
		file := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, text, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// look opens a house of these files and looks at everything in it.
func look(t *testing.T, files map[string][]byte, token, passphrase string) (s sight) {
	t.Helper()
	h, err := Unlock(t.Context(), put(t, files), Options{Passphrase: passphrase, Chance: chance.Reader})
	if err != nil {
		return sight{err: err}
	}
	defer h.Close()
	s.key, s.people, s.notes = h.key, h.People(), h.Notes()
	s.device, _ = h.Devices().Find(token)
	log, err := h.Life(t.Context(), s.people[0])
	if err != nil {
		s.err = err
		return s
	}
	defer log.Close()
	s.events, s.err = logtest.Collect(log, 0)
	_, err = log.Verify(t.Context(), logtest.Fold())
	s.err, s.notes = errors.Join(s.err, err), append(s.notes, log.Notes()...)
	return s
}

// served fails if a house that is known to be damaged shows something that was
// never in it. What is missing is no lie.
func served(t *testing.T, where string, got, want sight) {
	t.Helper()
	if got.key != want.key && got.key != [32]byte{} {
		t.Errorf("%s: another key", where)
	}
	if got.people != nil && !cmp.Equal(got.people, want.people) {
		t.Errorf("%s: other people: %v", where, got.people)
	}
	if got.device != want.device && got.device != (Device{}) {
		t.Errorf("%s: another device: %v", where, got.device)
	}
	if len(got.events) > 0 && !cmp.Equal(got.events, want.events) {
		t.Errorf("%s: another life: %v", where, got.events)
	}
}
