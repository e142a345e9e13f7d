package house

import (
	"encoding/hex"
	"fmt"
	"io"
	"os"
	"slices"

	"samantha"
)

// The key file holds the key on two lines, each with its check sum, because
// everything else can be made again or told again, and the key cannot.

func makeKey(file string, chance io.Reader) (key [32]byte, err error) {
	if _, err := io.ReadFull(chance, key[:]); err != nil {
		return key, fmt.Errorf("house key: %w", err)
	}
	return key, replace(file, []byte(keyLine(key)+keyLine(key)))
}

// lineLength is that of a key in hex, a space, its check sum in hex, a line end.
const lineLength = 2*32 + 1 + 2*32 + 1

func keyLine(key [32]byte) string {
	return hex.EncodeToString(key[:]) + " " + sum(key[:]) + "\n"
}

// readKey reads the key from whichever copy is whole, and writes both anew if
// one was not.
func readKey(file string) (key [32]byte, notes []string, err error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return key, nil, fmt.Errorf("house key: %w", err)
	}
	for line := range slices.Chunk(text, lineLength) { // not by line ends: those can be damaged too
		if k, ok := parseKey(string(line)); ok {
			key = k
			if string(text) == keyLine(key)+keyLine(key) {
				return key, nil, nil
			}
			notes = []string{"one copy of the house key was damaged and has been written anew from the other"}
			return key, notes, replace(file, []byte(keyLine(key)+keyLine(key)))
		}
	}
	return key, nil, fmt.Errorf("both copies of the house key in %s are damaged: %w", file, samantha.ErrDamaged)
}

func parseKey(line string) (key [32]byte, ok bool) {
	if len(line) < lineLength-1 {
		return key, false
	}
	word, check := line[:2*32], line[2*32+1:lineLength-1]
	raw, err := hex.DecodeString(word)
	if err != nil || len(raw) != len(key) || sum(raw) != check {
		return key, false
	}
	return [32]byte(raw), true
}
