package house

import (
	"crypto/rand"
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"

	"samantha"
)

// rekeying is a change of the key file: the passphrases before and after it.
type rekeying struct{ name, before, after string }

func rekeyings() []rekeying {
	return []rekeying{
		{"set", "", secret},
		{"change", secret, "open barley"},
		{"remove", secret, ""},
	}
}

// heldAs is the key as the file holds it under a passphrase.
func heldAs(t *testing.T, key [keySize]byte, passphrase string) []byte {
	t.Helper()
	if passphrase == "" {
		return key[:]
	}
	wrapped, err := wrap(key, passphrase, cheap(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	return wrapped
}

// cut is where a change loses power: after some of its steps, in the middle of
// the next one.
type cut struct {
	name   string
	steps  int
	middle func(t *testing.T, file string, text []byte)
}

func cuts() []cut {
	nothing := func(*testing.T, string, []byte) {}
	out := []cut{
		{"writing", 1, func(t *testing.T, file string, text []byte) { place(t, file+nextSuffix, text[:len(text)/3]) }},
		{"wiping", 4, func(t *testing.T, file string, _ []byte) {
			last := contents(t, file+lastSuffix)
			clear(last[:len(last)/3])
			place(t, file+lastSuffix, last)
		}},
	}
	for done := range len(swap("", nil)) + 1 {
		out = append(out, cut{fmt.Sprint("step ", done), done, nothing})
	}
	return out
}

// TestARekeyingThatIsCutShort loses power at every point of a change: the house
// opens with the passphrase before or the one after, and with the key it had;
// once it was opened nothing is left beside the key file, and no plain key where
// a passphrase holds.
func TestARekeyingThatIsCutShort(t *testing.T) {
	for _, r := range rekeyings() {
		for _, c := range cuts() {
			t.Run(r.name+", "+c.name, func(t *testing.T) { cutShort(t, r, c) })
		}
	}
}

func cutShort(t *testing.T, r rekeying, c cut) {
	dir := t.TempDir()
	h := open(t, dir)
	key, file := h.key, h.path(keyName)
	if err := h.rekey(heldAs(t, key, r.before)); err != nil {
		t.Fatal(err)
	}
	text := twice(heldAs(t, key, r.after))
	for _, do := range swap(file, text)[:c.steps] {
		if err := do(); err != nil {
			t.Fatal(err)
		}
	}
	c.middle(t, file, text)
	h.Close()

	wrapped := Wrapped(dir)
	passphrase := holdsNow(t, dir, r)
	if wrapped != (passphrase != "") {
		t.Errorf("%q opens the house; from outside it seemed wrapped: %v", passphrase, wrapped)
	}
	if early := c.steps < 4; early != (passphrase == r.before) {
		t.Errorf("%q opens the house", passphrase)
	}
	if opens(t, dir, passphrase) != key {
		t.Error("another key")
	}
	if passphrase != "" {
		nothingPlain(t, dir, key)
	}
	for _, suffix := range []string{nextSuffix, lastSuffix} {
		if _, err := os.Stat(file + suffix); !errors.Is(err, os.ErrNotExist) {
			t.Errorf("%s is left", suffix)
		}
	}
}

// holdsNow is which of the two passphrases opens the house; the other must not.
func holdsNow(t *testing.T, dir string, r rekeying) string {
	t.Helper()
	var holds []string
	for _, passphrase := range []string{r.before, r.after} {
		h, err := unlock(t, dir, passphrase)
		if err == nil {
			h.Close()
			if h.Wrapped() == (passphrase != "") {
				holds = append(holds, passphrase)
			}
		} else if !errors.Is(err, samantha.ErrDenied) {
			t.Fatal(err)
		}
	}
	if len(holds) != 1 {
		t.Fatalf("%q open the house", holds)
	}
	return holds[0]
}

// TestAChangeThatFailsLeavesTheHouse makes each step fail in its turn, by a
// folder that stands where a file should go.
func TestAChangeThatFailsLeavesTheHouse(t *testing.T) {
	for _, suffix := range []string{nextSuffix, lastSuffix} {
		dir := t.TempDir()
		h := open(t, dir)
		before := contents(t, h.path(keyName))
		if err := os.MkdirAll(h.path(keyName)+suffix+"/in the way", 0o700); err != nil {
			t.Fatal(err)
		}
		if err := h.SetPassphrase(secret); err == nil || h.Wrapped() {
			t.Errorf("%s: %v, wrapped %v", suffix, err, h.Wrapped())
		}
		h.Close()
		if string(contents(t, h.path(keyName))) != string(before) {
			t.Errorf("%s: the key file is another", suffix)
		}
		h = open(t, dir)
		if len(h.Notes()) != 1 {
			t.Errorf("%s: noticed %q", suffix, h.Notes())
		}
		h.Close()
	}
}

// What is wiped is overwritten first: another name of the same file shows it.
func TestWhatIsWipedIsOverwritten(t *testing.T) {
	dir := t.TempDir()
	h := open(t, dir)
	defer h.Close()
	witness := h.path("witness")
	if err := os.Link(h.path(keyName), witness); err != nil {
		t.Skip("this disk has no second names:", err)
	}
	before := len(contents(t, witness))
	if err := h.rekey(heldAs(t, h.key, secret)); err != nil {
		t.Fatal(err)
	}
	if text := contents(t, witness); len(text) != before || strings.Trim(string(text), "\x00") != "" {
		t.Errorf("the old key file still says %q", text)
	}
}
