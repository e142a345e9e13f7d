package house

import (
	"crypto/rand"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"samantha"
)

// cheap is a cost for tests that try many passphrases.
func cheap() cost { return cost{passes: 1, memory: 3, lanes: 1} }

func unlock(t *testing.T, dir, passphrase string) (*House, error) {
	t.Helper()
	h, err := Unlock(t.Context(), dir, Options{Passphrase: passphrase, Chance: rand.Reader})
	if err == nil {
		h.cost = cheap()
	}
	return h, err
}

// opens is the key of the house if the passphrase opens it.
func opens(t *testing.T, dir, passphrase string) [keySize]byte {
	t.Helper()
	h, err := unlock(t, dir, passphrase)
	if err != nil {
		t.Fatalf("with %q: %v", passphrase, err)
	}
	defer h.Close()
	return h.key
}

// wrappedHouse is a house that secret opens cheaply, closed.
func wrappedHouse(t *testing.T) (dir string, key [keySize]byte) {
	t.Helper()
	dir = t.TempDir()
	h := open(t, dir)
	defer h.Close()
	wrapped, err := wrap(h.key, secret, cheap(), rand.Reader)
	if err == nil {
		err = h.rekey(wrapped)
	}
	if err != nil {
		t.Fatal(err)
	}
	return dir, h.key
}

func TestAPassphraseIsSetChangedAndRemoved(t *testing.T) {
	dir := t.TempDir()
	h := open(t, dir)
	h.cost = cheap()
	key, tag := h.key, h.Tag()
	if h.Wrapped() || Wrapped(dir) {
		t.Error("a new house has a passphrase")
	}
	for _, passphrase := range []string{"", " ", "sesame", "seven77", "äöüßäöü"} {
		if err := h.SetPassphrase(passphrase); !errors.Is(err, samantha.ErrInvalid) || Wrapped(dir) {
			t.Errorf("%q: %v", passphrase, err)
		}
	}
	for _, passphrase := range []string{secret, "open barley", "        ", "äöüßäöüß", strings.Repeat("long ", 1000)} {
		if err := h.SetPassphrase(passphrase); err != nil {
			t.Fatal(err)
		}
		h.Close()
		refused(t, dir, passphrase)
		var err error
		if h, err = unlock(t, dir, passphrase); err != nil || h.key != key || h.Tag() != tag || !h.Wrapped() || len(h.Notes()) > 0 {
			t.Fatalf("with the passphrase: %v; %+v", err, h)
		}
		nothingPlain(t, dir, key)
	}
	if err := h.RemovePassphrase(); err != nil || h.Wrapped() || Wrapped(dir) {
		t.Errorf("removed: %v", err)
	}
	h.Close()
	if opens(t, dir, "") != key || opens(t, dir, "needless") != key {
		t.Error("another key")
	}
}

// refused checks that only the right passphrase opens a house.
func refused(t *testing.T, dir, right string) {
	t.Helper()
	if !Wrapped(dir) {
		t.Errorf("%q is set, and nobody can tell", right)
	}
	if _, err := unlock(t, dir, ""); !errors.Is(err, ErrWrapped) || !errors.Is(err, samantha.ErrDenied) {
		t.Errorf("no passphrase: %v", err)
	}
	for _, wrong := range []string{right + " ", strings.ToUpper(right) + "X", "\x00"} {
		if _, err := unlock(t, dir, wrong); !errors.Is(err, samantha.ErrDenied) || errors.Is(err, ErrWrapped) || errors.Is(err, samantha.ErrDamaged) {
			t.Errorf("a wrong passphrase: %v", err)
		}
	}
}

// nothingPlain looks for the key in every file of a house, as bytes and in hex.
func nothingPlain(t *testing.T, dir string, key [keySize]byte) {
	t.Helper()
	files, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		if !f.Type().IsRegular() {
			continue
		}
		text, err := os.ReadFile(filepath.Join(dir, f.Name()))
		if err != nil {
			t.Fatal(err)
		}
		for _, plain := range []string{string(key[:]), string(twice(key[:])[:2*keySize])} {
			if strings.Contains(string(text), plain) {
				t.Errorf("%s has the plain key", f.Name())
			}
		}
		if f.Name() == keyName+nextSuffix || f.Name() == keyName+lastSuffix {
			t.Errorf("%s was left", f.Name())
		}
	}
}

// TestAFlippedWrappedKey turns every bit of a wrapped key file: the other copy
// holds what was written. For one bit of each byte the house is opened: the flip
// is mended, and never taken for a wrong passphrase, nor the other way about.
func TestAFlippedWrappedKey(t *testing.T) {
	dir, key := wrappedHouse(t)
	file := filepath.Join(dir, keyName)
	whole := contents(t, file)
	for i := range whole {
		for bit := range 8 {
			flipped := append([]byte(nil), whole...)
			flipped[i] ^= 1 << bit
			if string(twice(holds(flipped))) != string(whole) {
				t.Fatalf("byte %d, bit %d: it holds something else", i, bit)
			}
			if bit == i%8 {
				place(t, file, flipped)
				mended(t, dir, key)
			}
		}
	}
}

// mended tries a house whose key file has one damaged copy.
func mended(t *testing.T, dir string, key [keySize]byte) {
	t.Helper()
	file := filepath.Join(dir, keyName)
	damaged := contents(t, file)
	if _, err := unlock(t, dir, ""); !errors.Is(err, ErrWrapped) {
		t.Errorf("no passphrase: %v", err)
	}
	if _, err := unlock(t, dir, "wrong"); !errors.Is(err, samantha.ErrDenied) || string(contents(t, file)) != string(damaged) {
		t.Errorf("a wrong passphrase: %v", err)
	}
	h, err := unlock(t, dir, secret)
	if err != nil || h.key != key || len(h.Notes()) != 1 {
		t.Fatalf("%v", err)
	}
	h.Close()
	if h, err = unlock(t, dir, secret); err != nil || len(h.Notes()) > 0 {
		t.Fatalf("it was not mended: %v", err)
	}
	h.Close()
}

func contents(t *testing.T, file string) []byte {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

func place(t *testing.T, file string, text []byte) {
	t.Helper()
	if err := os.WriteFile(file, text, 0o600); err != nil {
		t.Fatal(err)
	}
}

// A key file that is damaged twice is damage with every passphrase.
func TestBothCopiesDamaged(t *testing.T) {
	dir, _ := wrappedHouse(t)
	file := filepath.Join(dir, keyName)
	whole := contents(t, file)
	line := lineLength(wrappedSize)
	for _, at := range [][2]int{{0, line}, {line - 2, 2*line - 2}, {7, 2*line - 70}} {
		damaged := append([]byte(nil), whole...)
		damaged[at[0]] ^= 1
		damaged[at[1]] ^= 1
		place(t, file, damaged)
		for _, passphrase := range []string{"", secret, "wrong"} {
			if _, err := unlock(t, dir, passphrase); !errors.Is(err, samantha.ErrDamaged) || errors.Is(err, samantha.ErrDenied) {
				t.Errorf("bytes %v, with %q: %v", at, passphrase, err)
			}
		}
	}
	for n := range whole {
		place(t, file, whole[:n])
		_, err := unlock(t, dir, "")
		if half := n >= line-1; half != errors.Is(err, ErrWrapped) || half == errors.Is(err, samantha.ErrDamaged) {
			t.Errorf("cut at %d: %v", n, err)
		}
	}
}

// A key wrapped at a cost that no house asks for is refused before it is tried.
func TestACostThatNoHouseAsksFor(t *testing.T) {
	wrapped, err := wrap([keySize]byte{1}, secret, cheap(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []cost{{0, 3, 1}, {17, 3, 1}, {1, 2, 1}, {1, 21, 1}, {1, 255, 1}, {1, 3, 0}, {1, 3, 255}} {
		wrapped[0], wrapped[1], wrapped[2] = c.passes, c.memory, c.lanes
		if _, err := unwrap(wrapped, secret); !errors.Is(err, samantha.ErrDamaged) {
			t.Errorf("%+v: %v", c, err)
		}
	}
}

// What a person sets costs a thief the proper price.
func TestTheCostOfATry(t *testing.T) {
	dir := t.TempDir()
	h := open(t, dir)
	defer h.Close()
	if err := h.SetPassphrase(secret); err != nil {
		t.Fatal(err)
	}
	if held := holds(contents(t, filepath.Join(dir, keyName))); costOf(held) != properCost() || !properCost().sound() {
		t.Errorf("%+v", costOf(held))
	}
}
