package house

import (
	"crypto/rand"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"samantha"
)

// letIn is a device that was added, and its token.
func letIn(t *testing.T, d *Devices, label string) (Device, string) {
	t.Helper()
	token, err := d.Add("Ana", label, time.Unix(100, 5))
	if err != nil {
		t.Fatal(err)
	}
	device, ok := d.Find(token)
	if !ok {
		t.Fatalf("%s has a token and is not known", label)
	}
	return device, token
}

func TestDevicesStay(t *testing.T) {
	dir := t.TempDir()
	h := open(t, dir)
	laptop, token := letIn(t, h.Devices(), " laptop\xff ")
	phone, other := letIn(t, h.Devices(), strings.Repeat("ö", MaxLabel+1))
	h.Close()
	h = open(t, dir)
	defer h.Close()
	if diff := cmp.Diff([]Device{laptop, phone}, h.Devices().List()); diff != "" || len(h.Notes()) > 0 {
		t.Errorf("after a restart: %s%q", diff, h.Notes())
	}
	if laptop.Label != "laptop\uFFFD" || phone.Label != strings.Repeat("ö", MaxLabel) || laptop.Person != "Ana" || !laptop.Since.Equal(time.Unix(100, 5)) {
		t.Errorf("%+v %+v", laptop, phone)
	}
	if err := h.Devices().Remove(laptop.ID); err != nil {
		t.Fatal(err)
	}
	if err := h.Devices().Remove(laptop.ID); !errors.Is(err, samantha.ErrNotFound) {
		t.Errorf("removed twice: %v", err)
	}
	for _, bad := range []string{token, "", other[1:], strings.ToUpper(other)} {
		if d, ok := h.Devices().Find(bad); ok {
			t.Errorf("%q is known as %+v", bad, d)
		}
	}
	if d, ok := h.Devices().Find(other); !ok || d != phone {
		t.Errorf("the phone is %+v, %v", d, ok)
	}
}

func TestTheTokenIsNotKept(t *testing.T) {
	dir := t.TempDir()
	h := open(t, dir)
	defer h.Close()
	_, token := letIn(t, h.Devices(), "laptop")
	file := filepath.Join(dir, devicesFile)
	text, err := os.ReadFile(file)
	if err != nil || strings.Contains(string(text), token) || len(token) != 43 {
		t.Errorf("%s holds the token %s (%v)", text, token, err)
	}
	if info, err := os.Stat(file); err != nil || info.Mode().Perm()&0o077 != 0 {
		t.Errorf("others may read it: %v, %v", info, err)
	}
}

// TestADamagedListOfDevicesLetsNobodyIn flips every bit of the list, cuts it at
// every length, and finds it set aside each time.
func TestADamagedListOfDevicesLetsNobodyIn(t *testing.T) {
	dir := t.TempDir()
	h := open(t, dir)
	_, token := letIn(t, h.Devices(), "laptop")
	h.Close()
	file := filepath.Join(dir, devicesFile)
	whole, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var damaged [][]byte
	for i := range whole {
		damaged = append(damaged, whole[:i])
		for bit := range 8 {
			flipped := append([]byte(nil), whole...)
			flipped[i] ^= 1 << bit
			damaged = append(damaged, flipped)
		}
	}
	for _, text := range append(damaged, append(whole, ' '), append(whole, whole...)) {
		if err := os.WriteFile(file, text, 0o600); err != nil {
			t.Fatal(err)
		}
		d, notes, err := openDevices(file, rand.Reader)
		if err != nil || len(notes) != 1 || len(d.List()) > 0 {
			t.Fatalf("%q: %v, notes %q", text, err, notes)
		}
		if _, ok := d.Find(token); ok {
			t.Fatalf("%q let the device in", text)
		}
		if aside, err := os.ReadFile(file + ".damaged"); err != nil || string(aside) != string(text) {
			t.Fatalf("%q was not set aside: %v", text, err)
		}
	}
}

func TestDevicesComeAndGoBesideEachOther(t *testing.T) {
	h := open(t, t.TempDir())
	defer h.Close()
	var beside sync.WaitGroup
	for range 8 {
		beside.Go(func() {
			token, err := h.Devices().Add("Ana", "one of many", time.Unix(1, 0))
			if err != nil {
				t.Error(err)
			}
			d, ok := h.Devices().Find(token)
			if !ok {
				t.Error("let in, and not known")
			}
			if err := h.Devices().Remove(d.ID); err != nil {
				t.Error(err)
			}
		})
	}
	beside.Wait()
	if left := h.Devices().List(); len(left) != 0 {
		t.Errorf("left over: %+v", left)
	}
}

// What could not be written does not hold.
func TestADeviceThatCannotBeKeptIsNotLetIn(t *testing.T) {
	file := filepath.Join(t.TempDir(), "no such folder", devicesFile)
	d, _, err := openDevices(file, rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := d.Add("Ana", "laptop", time.Unix(1, 0)); err == nil || len(d.List()) > 0 {
		t.Errorf("%v, %+v", err, d.List())
	}
	d.chance = strings.NewReader("little chance")
	if _, err := d.Add("Ana", "laptop", time.Unix(1, 0)); !errors.Is(err, io.ErrUnexpectedEOF) {
		t.Errorf("without chance: %v", err)
	}
}

func TestTheTagIsTheHouses(t *testing.T) {
	dir := t.TempDir()
	h := open(t, dir)
	tag := h.Tag()
	h.Close()
	again, other := open(t, dir), open(t, t.TempDir())
	defer again.Close()
	defer other.Close()
	if again.Tag() != tag || other.Tag() == tag || len(tag) != 8 || strings.Trim(tag, "abcdefghijklmnopqrstuvwxyz234567") != "" {
		t.Errorf("%q, then %q; elsewhere %q", tag, again.Tag(), other.Tag())
	}
}

func TestWhenADeviceWasLastThere(t *testing.T) {
	dir := t.TempDir()
	h := open(t, dir)
	_, token := letIn(t, h.Devices(), "laptop")
	came := time.Unix(7_200, 0)
	for _, step := range []struct {
		at, want time.Time
	}{
		{came, came},
		{came.Add(seenEvery - time.Second), came}, // too soon to be noted
		{came.Add(-seenEvery), came},              // a clock that was put back
		{came.Add(seenEvery), came.Add(seenEvery)},
	} {
		if err := h.Devices().Seen(token, step.at); err != nil {
			t.Fatal(err)
		}
		if d, _ := h.Devices().Find(token); !d.Seen.Equal(step.want) {
			t.Errorf("at %v: %v, want %v", step.at, d.Seen, step.want)
		}
	}
	if err := h.Devices().Seen("nobody's", came); !errors.Is(err, samantha.ErrNotFound) {
		t.Errorf("an unknown device: %v", err)
	}
	h.Close()
	h = open(t, dir)
	defer h.Close()
	if d, _ := h.Devices().Find(token); !d.Seen.Equal(came.Add(seenEvery)) {
		t.Errorf("after a restart: %v", d.Seen)
	}
}
