package variation

import (
	"testing"

	"samantha/internal/bench/year"
	"samantha/internal/words/newborn"
)

// TestSheDoesNotRepeatHerself lives three hundred moments with somebody who talks much
// and with somebody who grieves, and finds every bar held. `samantha bench variation`
// takes a thousand with each.
func TestSheDoesNotRepeatHerself(t *testing.T) {
	if testing.Short() {
		t.Skip("six hundred moments are lived")
	}
	for _, name := range []string{"chatty", "grieving"} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			p, err := year.Named(name)
			if err != nil {
				t.Fatal(err)
			}
			r, err := Run(t.Context(), Options{Person: p, Moments: 300, Seed: 7})
			if err != nil {
				t.Fatal(err)
			}
			for _, missed := range r.Missed() {
				t.Error(missed)
			}
			if r.Moments < 300 || len(r.Questions) < 10 || r.Distinct == 0 || r.Echoes == 0 {
				t.Errorf("%d moments, %d questions, distinct-2 %v, echoes %v", r.Moments, len(r.Questions), r.Distinct, r.Echoes)
			}
		})
	}
}

func TestASentenceAndItsSkeleton(t *testing.T) {
	for _, c := range []struct {
		text, skeleton string
		want           bool
	}{
		{"The bike. Again?", "□. Again?", true},
		{"Go on.", "Go on.", true},
		{"Go on then.", "Go on.", false},
		{"You said Lisbon, and then Porto.", "You said □, and then □.", true},
		{"You said Lisbon.", "You said □, and then □.", false},
		{"Anything at all", "", false},
	} {
		if got := fits(c.text, c.skeleton); got != c.want {
			t.Errorf("%q, %q: %v", c.text, c.skeleton, got)
		}
	}
}

func TestWhatComesAgainIsCounted(t *testing.T) {
	voice, err := newborn.New()
	if err != nil {
		t.Fatal(err)
	}
	c := newCount(voice)
	for _, s := range []spoken{
		{"The bike again, and in the rain.", "□ again, and in the rain."},
		{"The letter again, and in the rain.", "□ again, and in the rain."},
		{"The bike again, and in the rain.", "□ again, and in the rain."},
	} {
		c.report.Moments++
		c.again(s)
	}
	if len(c.report.Sentences) != 1 || c.report.Sentences[0].After != 2 || len(c.report.Skeletons) != 2 {
		t.Errorf("counted %+v and %+v", c.report.Sentences, c.report.Skeletons)
	}
	if !c.echoing("my bike broke again", "Oh, your bike.") || c.echoing("my bike broke again", "Say more of the bike.") {
		t.Error("an echo is not told from an answer")
	}
}
