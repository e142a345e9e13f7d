package hearing

import (
	"strings"
	"testing"
)

// A text is no talk, but it must not hang her either: rules see at most sixty
// words at a time, and of a text the first two thousand are heard.
func TestLongTexts(t *testing.T) {
	ear := newEar(t)
	for _, s := range []string{
		"i ", "what do you i ", "and my ", "of the ", "is a ", "1 ", "i want to ",
		"my sister mara and ", "a-", "tomorrow at seven ", "you are so very ",
	} {
		text := strings.Repeat(s, 5000)
		checkQuotes(t, ear.Hear(text, Context{Now: evening}), text)
	}
}
