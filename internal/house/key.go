package house

import (
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"

	"samantha"
)

// The key file holds the key on two lines, each with its check sum, because
// everything else can be made again or told again, and the key cannot. In a
// house with a passphrase both lines hold the wrapped key instead (wrap.go):
// that is longer, so the two are never taken for each other.

const (
	keyName = "key"
	keySize = 32
)

func makeKey(file string, chance io.Reader) (key [keySize]byte, err error) {
	if _, err := io.ReadFull(chance, key[:]); err != nil {
		return key, fmt.Errorf("house key: %w", err)
	}
	return key, replace(file, twice(key[:]))
}

// twice is the text of a key file that holds this.
func twice(held []byte) []byte {
	line := hex.EncodeToString(held) + " " + sum(held) + "\n"
	return []byte(line + line)
}

// lineLength is that of n bytes in hex, a space, their check sum in hex, and a
// line end.
func lineLength(n int) int { return 2*n + 1 + 2*32 + 1 }

// readKey reads the key from whichever copy is whole, and writes both anew if
// one was not. What is wrong is either damage ([samantha.ErrDamaged]) or the
// passphrase ([ErrWrapped], [samantha.ErrDenied]), and the check sums tell
// which before the passphrase is tried.
func readKey(file, passphrase string) (key [keySize]byte, wrapped bool, notes []string, err error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return key, false, nil, fmt.Errorf("house key: %w", err)
	}
	held := holds(text)
	if held == nil {
		return key, false, nil, fmt.Errorf("both copies of the house key in %s are damaged: %w", file, samantha.ErrDamaged)
	}
	wrapped = len(held) == wrappedSize
	if wrapped {
		key, err = unwrap(held, passphrase)
	} else {
		key = [keySize]byte(held)
	}
	if err == nil && string(text) != string(twice(held)) {
		notes = []string{"one copy of the house key was damaged and has been written anew from the other"}
		err = replace(file, twice(held))
	}
	return key, wrapped, notes, err
}

// holds is what a line of the text holds that is whole: the key, or the wrapped
// key. It is nil if no line is.
func holds(text []byte) []byte {
	for _, n := range []int{keySize, wrappedSize} {
		for line := range slices.Chunk(text, lineLength(n)) { // not by line ends: those can be damaged too
			if held, ok := parseLine(line, n); ok {
				return held
			}
		}
	}
	return nil
}

func parseLine(line []byte, n int) (held []byte, ok bool) {
	if len(line) < lineLength(n)-1 {
		return nil, false
	}
	word, check := line[:2*n], line[2*n+1:lineLength(n)-1]
	held, err := hex.DecodeString(string(word))
	return held, err == nil && sum(held) == string(check)
}

// Wrapped reports whether a passphrase is set on the house in dir, as far as
// its key file can be read from outside.
func Wrapped(dir string) bool {
	h := &House{dir: dir}
	for _, name := range []string{keyName, keyName + lastSuffix} { // between two steps of a change only the last one stands there
		text, err := os.ReadFile(h.path(name))
		if !errors.Is(err, os.ErrNotExist) {
			return len(holds(text)) == wrappedSize
		}
	}
	return false
}
