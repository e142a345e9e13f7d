package house

import (
	"errors"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"samantha"
)

const secret = "open sesame"

// exported is a house with one life in it, and an export of that.
func exported(t *testing.T) (h *House, file string) {
	t.Helper()
	h = open(t, t.TempDir())
	t.Cleanup(func() { h.Close() })
	p, err := h.Person("Ana")
	if err != nil {
		t.Fatal(err)
	}
	log, err := h.Life(t.Context(), p)
	if err != nil {
		t.Fatal(err)
	}
	defer log.Close()
	born := samantha.Draft{At: time.Unix(0, 0), Origin: samantha.OriginHouse, Body: &samantha.Born{}}
	if _, err := log.Append(t.Context(), born); err != nil {
		t.Fatal(err)
	}
	file = filepath.Join(t.TempDir(), "ana.age")
	if err := h.Export(t.Context(), log, file, secret); err != nil {
		t.Fatal(err)
	}
	return h, file
}

func TestNobodyMovesInTwice(t *testing.T) {
	h, file := exported(t)
	if _, err := h.Import(t.Context(), "ANA", file, secret); !errors.Is(err, samantha.ErrInvalid) {
		t.Errorf("a name that differs in case only: %v", err)
	}
	var beside sync.WaitGroup
	errs := make([]error, 4)
	for i := range errs {
		beside.Go(func() { _, errs[i] = h.Import(t.Context(), "Ben", file, secret) })
	}
	beside.Wait()
	came := 0
	for _, err := range errs {
		if err == nil {
			came++
		} else if !errors.Is(err, samantha.ErrInvalid) {
			t.Error(err)
		}
	}
	if came != 1 || len(h.People()) != 2 {
		t.Errorf("%d came; here live %v", came, h.People())
	}
}

// A crash between the end of an import and the list of people leaves a life
// that belongs to nobody; a life without that mark is never touched.
func TestAnImportThatWasCutShortIsCleared(t *testing.T) {
	h, file := exported(t)
	left, strange := h.path(folder(3)), h.path(folder(2))
	for _, dir := range []string{left, strange} {
		if err := os.Mkdir(dir, 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, "keys"), []byte("of another life"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(filepath.Join(left, arriving), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if n, err := h.Import(t.Context(), "Ben", file, secret); err != nil || n != 1 {
		t.Fatalf("%d events, %v", n, err)
	}
	if p, err := h.Person("ben"); err != nil || h.path(p.Dir) != left {
		t.Errorf("Ben is kept in %s, %v", p.Dir, err)
	}
	if _, err := os.Stat(filepath.Join(left, arriving)); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("he is still arriving: %v", err)
	}
	if text, err := os.ReadFile(filepath.Join(strange, "keys")); err != nil || string(text) != "of another life" {
		t.Errorf("another folder was touched: %q, %v", text, err)
	}
}

func TestAnImportThatFailsLeavesNothing(t *testing.T) {
	h, file := exported(t)
	if _, err := h.Import(t.Context(), "Ben", file, "open barley"); !errors.Is(err, samantha.ErrDenied) {
		t.Errorf("a wrong passphrase: %v", err)
	}
	whole, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	cut := file + ".cut"
	if err := os.WriteFile(cut, whole[:len(whole)-1], 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := h.Import(t.Context(), "Ben", cut, secret); err == nil {
		t.Error("a file that was cut short moved in")
	}
	if _, err := os.Stat(h.path(folder(2))); !errors.Is(err, os.ErrNotExist) || len(h.People()) != 1 {
		t.Errorf("left over: %v, %v", err, h.People())
	}
}
