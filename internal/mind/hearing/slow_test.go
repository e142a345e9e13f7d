package hearing

import (
	"strings"
	"testing"
	"time"
)

// A text is no talk, but it must not hang her either.
func TestLongTextsAreHeardInTime(t *testing.T) {
	ear := newEar(t)
	for _, s := range []string{"i ", "what do you i ", "and my ", "of the ", "is a ", "1 ", "i want to ", "my sister mara and ", "a-", "tomorrow at seven ", "you are so very "} {
		text := strings.Repeat(s, 5000)
		start := time.Now()
		checkQuotes(t, ear.Hear(text, Context{Now: evening}), text)
		t.Logf("%q: %s", s, time.Since(start))
	}
}
