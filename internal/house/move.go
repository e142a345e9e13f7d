package house

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"filippo.io/age"

	"samantha"
	"samantha/internal/house/life"
)

// Export writes one encrypted file that is her: the person's life log with the
// keys that still exist, under a passphrase (age, scrypt). What was forgotten
// stays forgotten. The file appears whole or not at all.
func (h *House) Export(ctx context.Context, log *life.Log, file, passphrase string) error {
	to, err := age.NewScryptRecipient(passphrase)
	if err != nil {
		return fmt.Errorf("export: %w: %w", err, samantha.ErrInvalid)
	}
	if err := Vacant(file); err != nil {
		return err
	}
	next := file + ".part"
	f, err := os.OpenFile(next, os.O_CREATE|os.O_TRUNC|os.O_WRONLY, 0o600)
	if err != nil {
		return fmt.Errorf("export: %w", err)
	}
	err = sealed(ctx, log, f, to)
	err = errors.Join(err, f.Sync(), f.Close())
	if err == nil {
		err = os.Rename(next, file)
	}
	if err != nil {
		return fmt.Errorf("export: %w", errors.Join(err, os.Remove(next)))
	}
	return nil
}

// Vacant sees that an export can have this name: its folder is there, and the
// file is not.
func Vacant(file string) error {
	if _, err := os.Stat(filepath.Dir(file)); err != nil {
		return fmt.Errorf("export: %w", err)
	}
	if _, err := os.Lstat(file); err == nil {
		return fmt.Errorf("export: %s is there already; choose another name: %w", file, samantha.ErrInvalid)
	}
	return nil
}

func sealed(ctx context.Context, log *life.Log, w io.Writer, to age.Recipient) error {
	enc, err := age.Encrypt(w, to)
	if err != nil {
		return err
	}
	return errors.Join(log.Export(ctx, enc), enc.Close())
}

// Import lets a person move in from an exported file. Nobody of that name may
// live here yet. It returns how many events came along.
func (h *House) Import(ctx context.Context, name, file, passphrase string) (int, error) {
	h.arrival.Lock()
	defer h.arrival.Unlock()
	name = called(strings.ToValidUTF8(name, "\uFFFD"))
	if slices.ContainsFunc(h.People(), func(p Person) bool { return strings.EqualFold(p.Name, name) }) {
		return 0, fmt.Errorf("%s lives here already; import into an empty house (--home) or under another name (--as): %w", name, samantha.ErrInvalid)
	}
	f, err := os.Open(file)
	if err != nil {
		return 0, fmt.Errorf("import: %w: %w", err, samantha.ErrNotFound)
	}
	defer f.Close()
	who, err := age.NewScryptIdentity(passphrase)
	if err != nil {
		return 0, fmt.Errorf("import: %w: %w", err, samantha.ErrInvalid)
	}
	dec, err := age.Decrypt(f, who)
	if err != nil {
		return 0, fmt.Errorf("%s does not open with this passphrase, or is no export: %w", file, samantha.ErrDenied)
	}
	return h.moveIn(ctx, name, dec)
}

// arriving is a file in the folder of somebody who is not listed in house.json
// yet: a folder that has it and is not listed was left by a crash.
const arriving = "arriving"

// moveIn brings a life into a folder of its own, and then lists whose it is.
func (h *House) moveIn(ctx context.Context, name string, from io.Reader) (int, error) {
	dir, err := h.room()
	if err != nil {
		return 0, fmt.Errorf("import: %w", err)
	}
	p := Person{Name: name, Dir: dir, Copied: true}
	n, err := life.Import(ctx, h.options(p), from)
	if err == nil {
		p.Simulated, err = h.wasSimulated(ctx, p)
	}
	if err == nil {
		err = h.add(p)
	}
	if err != nil {
		return 0, fmt.Errorf("import: %w", errors.Join(err, os.RemoveAll(h.path(dir))))
	}
	return n, os.Remove(h.path(filepath.Join(dir, arriving)))
}

// room makes a folder for somebody who arrives. One that an arrival left when
// it was cut short is cleared; any other that is there stays as it is.
func (h *House) room() (string, error) {
	people := h.People()
	for n := 1; ; n++ {
		dir := folder(n)
		if slices.ContainsFunc(people, func(p Person) bool { return p.Dir == dir }) {
			continue
		}
		mark := filepath.Join(h.path(dir), arriving)
		if _, err := os.Stat(mark); err == nil {
			if err := os.RemoveAll(h.path(dir)); err != nil {
				return "", err
			}
		}
		err := os.Mkdir(h.path(dir), 0o700)
		if errors.Is(err, os.ErrExist) {
			continue
		}
		return dir, errors.Join(err, os.WriteFile(mark, nil, 0o600))
	}
}
