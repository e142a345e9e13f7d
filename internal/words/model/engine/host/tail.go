package host

import (
	"bytes"
	"strings"
	"unicode/utf8"
)

// tail holds back the end of what was made: a token may end inside a letter, and
// what looks like the beginning of a stop word may become one.
type tail struct {
	stops []string
	kept  []byte
}

// add takes a piece and gives what can be said now; stopped is that a stop word was
// reached, which is not said.
func (t *tail) add(piece []byte) (text string, stopped bool) {
	t.kept = append(t.kept, piece...)
	if at := t.stop(); at >= 0 {
		text = whole(t.kept[:at])
		t.kept = nil
		return text, true
	}
	n := len(t.kept) - t.unsure()
	text = whole(t.kept[:n])
	t.kept = append([]byte(nil), t.kept[n:]...)
	return text, false
}

// rest is what was held back, at the end; half a letter is dropped.
func (t *tail) rest() string {
	text := whole(t.kept[:len(t.kept)-half(t.kept)])
	t.kept = nil
	return text
}

// stop is where the first stop word stands, or -1.
func (t *tail) stop() int {
	first := -1
	for _, s := range t.stops {
		if at := bytes.Index(t.kept, []byte(s)); at >= 0 && (first < 0 || at < first) {
			first = at
		}
	}
	return first
}

// unsure is how many bytes at the end may become something else.
func (t *tail) unsure() int {
	most := half(t.kept)
	for _, s := range t.stops {
		for n := min(len(s)-1, len(t.kept)); n > most; n-- {
			if bytes.HasSuffix(t.kept, []byte(s[:n])) {
				most = n
			}
		}
	}
	return most
}

// half is how many bytes at the end are a letter that is not whole yet. A letter is
// as long as its first byte says, as a grammar counts it, even where it is none.
func half(b []byte) int {
	for n := 1; n < utf8.UTFMax && n <= len(b); n++ {
		first := b[len(b)-n]
		if !utf8.RuneStart(first) {
			continue
		}
		if n < length(first) {
			return n
		}
		return 0
	}
	return 0
}

// length of a letter in bytes, by its first.
func length(first byte) int {
	switch {
	case first < 0xC0:
		return 1
	case first < 0xE0:
		return 2
	case first < 0xF0:
		return 3
	}
	return 4
}

// whole is bytes as text, with the sign for what is none.
func whole(b []byte) string { return strings.ToValidUTF8(string(b), string(utf8.RuneError)) }
