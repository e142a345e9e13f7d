package house

import (
	"crypto/rand"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"samantha"
)

func open(t *testing.T, dir string) *House {
	t.Helper()
	h, err := Open(t.Context(), dir, 0, rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	return h
}

func TestOneProcessOwnsAHouse(t *testing.T) {
	dir := t.TempDir()
	h := open(t, dir)
	if _, err := Open(t.Context(), dir, 30*time.Millisecond, rand.Reader); !errors.Is(err, samantha.ErrBusy) {
		t.Errorf("a second owner got %v, want busy", err)
	}
	if err := h.Close(); err != nil {
		t.Fatal(err)
	}
	open(t, dir).Close()
}

func TestPeople(t *testing.T) {
	dir := t.TempDir()
	h := open(t, dir)
	if p, err := h.Person("Ana"); err != nil || p.Name != "Ana" {
		t.Fatalf("an empty house takes whoever comes: %v, %v", p, err)
	}
	_, err := h.Person("Ben")
	if !errors.Is(err, samantha.ErrInvalid) || !strings.Contains(err.Error(), "Ana") {
		t.Errorf("an unknown name: %v; want the known ones named", err)
	}
	h.Close()
	h = open(t, dir)
	defer h.Close()
	if p, err := h.Person(""); err != nil || p.Name != "Ana" {
		t.Errorf("the only person is the default: %v, %v", p, err)
	}
}

func TestADamagedCopyOfTheKeyIsMended(t *testing.T) {
	dir := t.TempDir()
	h := open(t, dir)
	want := h.key
	h.Close()
	file := filepath.Join(dir, "key")
	whole, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for i := range whole {
		flipped := append([]byte(nil), whole...)
		flipped[i] ^= 4
		if err := os.WriteFile(file, flipped, 0o600); err != nil {
			t.Fatal(err)
		}
		h := open(t, dir)
		if h.key != want || len(h.Notes()) == 0 {
			t.Fatalf("byte %d: key whole %v, notes %q", i, h.key == want, h.Notes())
		}
		h.Close()
	}
}

func TestADamagedListOfPeopleIsNamed(t *testing.T) {
	dir := t.TempDir()
	h := open(t, dir)
	if _, err := h.Person("Ana"); err != nil {
		t.Fatal(err)
	}
	h.Close()
	file := filepath.Join(dir, "house.json")
	whole, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for i := range whole {
		flipped := append([]byte(nil), whole...)
		flipped[i] ^= 1
		if err := os.WriteFile(file, flipped, 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := Open(t.Context(), dir, 0, rand.Reader); !errors.Is(err, samantha.ErrDamaged) {
			t.Fatalf("byte %d: %v, want damaged", i, err)
		}
	}
}

// A name that is no text is kept as text: it once made a list that read back
// as damaged.
func TestANameThatIsNoText(t *testing.T) {
	dir := t.TempDir()
	for range 2 {
		h := open(t, dir)
		if p, err := h.Person("A\xffna"); err != nil || p.Name != "A\uFFFDna" {
			t.Errorf("%q, %v", p.Name, err)
		}
		h.Close()
	}
}
