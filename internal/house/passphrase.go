package house

import (
	"fmt"
	"unicode/utf8"

	"samantha"
)

// ErrWrapped: a passphrase is set on the house, and none was given. It is a
// [samantha.ErrDenied].
var ErrWrapped = fmt.Errorf("the house opens with its passphrase; type it, or give --passphrase-file: %w", samantha.ErrDenied)

// leastPassphrase is how many characters a passphrase has at least. Of seven
// letters whoever copied the key file could try all.
const leastPassphrase = 8

// Fit reports whether a passphrase may be set: an error says why not. It is a
// [samantha.ErrInvalid].
func Fit(passphrase string) error {
	switch n := utf8.RuneCountInString(passphrase); {
	case n == 0:
		return fmt.Errorf("the passphrase is empty: %w", samantha.ErrInvalid)
	case n < leastPassphrase:
		return fmt.Errorf("the passphrase has %d characters; whoever copies this disk could try all so short ones, so take %d or more, such as four words: %w",
			n, leastPassphrase, samantha.ErrInvalid)
	}
	return nil
}

// Wrapped reports whether a passphrase is set.
func (h *House) Wrapped() bool { return h.wrapped }

// SetPassphrase wraps the key under a passphrase, in place of the one before if
// there was one. From the next opening on it is needed. A crash on the way
// leaves the house as it was or as it is then, and neither the plain key nor one
// under an old passphrase stays on the disk; a copy made before holds what it
// held. A passphrase that is not [Fit] is refused.
func (h *House) SetPassphrase(passphrase string) error {
	if err := Fit(passphrase); err != nil {
		return err
	}
	wrapped, err := wrap(h.key, passphrase, h.cost, h.chance)
	if err != nil {
		return err
	}
	return h.rekey(wrapped)
}

// RemovePassphrase leaves the key unwrapped, for whoever can read the file.
func (h *House) RemovePassphrase() error { return h.rekey(h.key[:]) }

func (h *House) rekey(held []byte) error {
	if err := change(h.path(keyName), twice(held)); err != nil {
		return err
	}
	h.wrapped = len(held) == wrappedSize
	return nil
}
