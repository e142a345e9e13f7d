package host

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestTheEndIsHeldBack(t *testing.T) {
	for _, c := range []struct {
		pieces []string
		stops  []string
		want   string // what is said at each piece, and at the end
	}{
		{[]string{"a", "b"}, nil, "a|b|"},
		{[]string{"caf\xc3", "\xa9"}, nil, "caf|é|"},
		{[]string{"\xf0\x9f", "\x98", "\x80!"}, nil, "||😀!|"},
		{[]string{"\xf0\x9f"}, nil, "|"},
		{[]string{"\xff", "a"}, nil, "|\uFFFDa|"},
		{[]string{"\xe0", "\x80", "\x80"}, nil, "||\uFFFD|"},
		{[]string{"Hello U", "ser", ":"}, []string{"User:"}, "Hello ||" + "STOP"},
		{[]string{"Hello U", "sers"}, []string{"User:"}, "Hello |Users|"},
		{[]string{"Hello U"}, []string{"User:"}, "Hello |U"},
		{[]string{"ab"}, []string{"b", "ab"}, "STOP"},
	} {
		held, got := tail{stops: c.stops}, []string{}
		stopped := false
		for _, p := range c.pieces {
			var text string
			if text, stopped = held.add([]byte(p)); stopped {
				got = append(got, text+"STOP")
				break
			}
			got = append(got, text)
		}
		if !stopped {
			got = append(got, held.rest())
		}
		if s := strings.Join(got, "|"); s != c.want {
			t.Errorf("%q with stops %q: %q, want %q", c.pieces, c.stops, s, c.want)
		}
	}
}

// TestNothingIsLostInPieces: however a text is cut, all of it is said, and no
// letter in halves.
func TestNothingIsLostInPieces(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.String().Draw(t, "text")
		held, out := tail{stops: []string{"\x00\x00never"}}, ""
		for rest := []byte(text); len(rest) > 0; {
			n := rapid.IntRange(1, len(rest)).Draw(t, "n")
			s, _ := held.add(rest[:n])
			out, rest = out+s, rest[n:]
		}
		if out += held.rest(); out != text {
			t.Fatalf("%q became %q", text, out)
		}
	})
}
