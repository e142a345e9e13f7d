package mind_test

import (
	"slices"
	"testing"
	"time"

	"samantha"
	"samantha/internal/house/life/inmem"
)

// TestSheOffersAModelOnce: not when they meet, once in the first days, and never where
// something was chosen about it or one is there already.
func TestSheOffersAModelOnce(t *testing.T) {
	for name, c := range map[string]struct {
		choose string
		lent   bool
		later  time.Duration // how long after they met they talk again
		want   int
	}{
		"nothing chosen": {later: 20 * time.Hour, want: 1},
		"none wanted":    {choose: samantha.ModelOff, later: 20 * time.Hour},
		"one is there":   {lent: true, later: 20 * time.Hour},
		"weeks later":    {later: 20 * 24 * time.Hour},
	} {
		t.Run(name, func(t *testing.T) {
			k := begin(t, inmem.New())
			offers := 0
			talk := func(times int) {
				for range times {
					if slices.Contains(k.say("then I walked round the block and bought some bread").Said.Numbers.Acts, samantha.DoModel) {
						offers++
					}
				}
			}
			k.say("hello, I'm Ana")
			talk(12)
			if offers != 0 {
				t.Error("she offers one when they meet")
			}
			if c.choose != "" {
				if err := k.mind.Choose(t.Context(), samantha.ChoiceModel, c.choose); err != nil {
					t.Fatal(err)
				}
			}
			if c.lent {
				if err := k.mind.Lend(t.Context(), samantha.LentNumbers{Model: "small", Server: "Ollama"}); err != nil {
					t.Fatal(err)
				}
			}
			for range 3 {
				k.clock.at = k.clock.at.Add(c.later)
				talk(12)
			}
			if offers != c.want {
				t.Errorf("offered %d times, want %d", offers, c.want)
			}
		})
	}
}
