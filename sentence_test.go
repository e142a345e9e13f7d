package samantha_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"samantha"
)

// A key is what lowering, leaving out signs and joining by single spaces make of a
// text, whatever is in it.
func TestSentenceKey(t *testing.T) {
	keep := func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9', r > 127:
			return r
		case r == '\'':
			return -1
		}
		return ' '
	}
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.OneOf(rapid.String(), rapid.StringMatching("[A-Z'a ,.’é\u00a0\u2028-]{0,30}"), rapid.Map(rapid.SliceOf(rapid.Byte()), func(b []byte) string { return string(b) })).Draw(t, "text")
		want := strings.Join(strings.Fields(strings.Map(keep, strings.ToLower(text))), " ")
		if got := samantha.SentenceKey(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	})
}
