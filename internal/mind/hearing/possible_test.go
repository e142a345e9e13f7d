package hearing

import (
	"strconv"
	"testing"

	"pgregory.net/rapid"
)

// However a number is told of somebody, an age is one that anybody has.
func TestNobodyIsOlderThanAnybodyIs(t *testing.T) {
	ear := newEar(t)
	who := []string{"my sister", "Ida", "my son Tom", "I", "my gran", "the dog"}
	says := []string{" is ", " turned ", ", ", " is nearly ", " is only "}
	behind := []string{"", " now", ", lives in Hull", " grams", " quid a week", " and loud", " points up", " years old", ",400 grams", " next week", "%"}
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(0, 5000).Draw(t, "number")
		after := rapid.SampledFrom(behind).Draw(t, "behind")
		text := rapid.SampledFrom(who).Draw(t, "who") + rapid.SampledFrom(says).Draw(t, "says") + strconv.Itoa(n) + after
		for _, c := range ear.Hear(text, Context{Now: evening}).Claims {
			if c.Slot != "age" {
				continue
			}
			if age, err := strconv.Atoi(c.Value); err != nil || age != n || age > oldest {
				t.Fatalf("%q: of %s the age %q", text, c.Of, c.Value)
			}
			switch after {
			case " grams", " quid a week", " points up", ",400 grams", "%":
				t.Fatalf("%q: of %s the age %q", text, c.Of, c.Value)
			}
		}
	})
}
