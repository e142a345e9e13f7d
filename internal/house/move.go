package house

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"

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
	if _, err := os.Lstat(file); err == nil {
		return fmt.Errorf("export: %s is there already; choose another name: %w", file, samantha.ErrInvalid)
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
	if name == "" {
		name = DefaultPerson
	}
	for _, p := range h.people {
		if p.Name == name {
			return 0, fmt.Errorf("%s lives here already; import into an empty house (--home) or under another name (--as): %w", name, samantha.ErrInvalid)
		}
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
	p := Person{Name: name, Dir: fmt.Sprintf("person%d", len(h.people)+1)}
	n, err := life.Import(ctx, h.options(p), dec)
	if err != nil {
		return 0, fmt.Errorf("import: %w", err)
	}
	_, err = h.add(name)
	return n, err
}
