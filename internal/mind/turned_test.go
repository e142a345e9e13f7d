package mind_test

import (
	"slices"
	"testing"
	"time"

	"samantha"
	"samantha/internal/house/life/inmem"
)

// TestSheTurnsOnceAWeek: of four who drifted away she turns towards each once, a week apart
// at least, and towards nobody where that is chosen, beside a loss, or at a goodbye.
func TestSheTurnsOnceAWeek(t *testing.T) {
	for _, c := range []struct {
		name, says string
		off        bool
		least      int
		most       int
	}{
		{"calm", "I painted the shelf", false, 2, 4},
		{"chosen", "I painted the shelf", true, 0, 0},
		{"leaving", "good night", false, 0, 0},
		{"mourning", "my dog died this morning", false, 0, 0},
	} {
		k := begin(t, inmem.New()).lives("hello", "I'm Sam")
		if c.off {
			if err := k.mind.Choose(t.Context(), samantha.ChoiceCompass, samantha.ChoiceNo); err != nil {
				t.Fatal(err)
			}
		}
		for range 3 {
			k.clock.at = k.clock.at.Add(24 * time.Hour)
			k.lives("my sister Bea fixed her bike", "my friend Ugo has a cold", "my uncle Leo planted beans", "my cousin Ina moved the piano")
		}
		k.clock.at = k.clock.at.Add(22 * 24 * time.Hour)
		for range 30 {
			k.clock.at = k.clock.at.Add(24 * time.Hour)
			k.lives(c.says)
		}
		var turned []time.Time
		for _, e := range k.events() {
			if b, ok := e.Body.(*samantha.Said); ok && slices.Contains(b.Numbers.Acts, samantha.DoToward) {
				turned = append(turned, e.At)
			}
		}
		if n := len(turned); n < c.least || n > c.most {
			t.Errorf("%s: she turned towards somebody %d times, want %d to %d", c.name, n, c.least, c.most)
		}
		for i := 1; i < len(turned); i++ {
			if apart := turned[i].Sub(turned[i-1]); apart < 7*24*time.Hour {
				t.Errorf("%s: twice in %s", c.name, apart)
			}
		}
	}
}
