package mind_test

import (
	"strings"
	"testing"
	"time"

	"samantha"
	"samantha/internal/house/life/inmem"
	"samantha/internal/mind"
)

// Tuesday's hurt is in Wednesday's rhythm: fewer words, no play, a slower voice;
// and not if it was taken back.
func TestTuesdaysHurtIsInWednesday(t *testing.T) {
	furniture := furnished(t)
	lived := func(before int, tuesday []string) (words, plays int, pace float64) {
		k := furniture.begin(t, inmem.New())
		k.clock.at = time.Date(2026, 3, 3, 19, 0, 0, 0, time.UTC)
		k.say("Sam")
		for range before { // other chances
			k.say("I fixed the bike chain")
		}
		for _, line := range tuesday {
			k.say(line)
		}
		k.clock.at = time.Date(2026, 3, 4, 11, 0, 0, 0, time.UTC)
		for _, line := range []string{"hello", "I had porridge for breakfast", "the neighbour's dog barked all morning", "I went to the market", "I bought two lemons", "you sound like a sat nav"} {
			r := k.say(line)
			words += len(strings.Fields(r.Text))
			if !r.Heard.Words.Intent.Limits.NoPlay {
				plays++
			}
			pace += r.Said.Numbers.Manner.Pace
		}
		return words, plays, pace
	}
	wednesday := func(tuesday ...string) (words, plays int, pace float64) {
		for before := range 24 {
			w, p, v := lived(before, tuesday)
			words, plays, pace = words+w, plays+p, pace+v
		}
		return words, plays, pace
	}
	plainWords, plainPlays, plainPace := wednesday("it was a good evening")
	hurtWords, hurtPlays, hurtPace := wednesday("you're useless, you stupid machine", "whatever. goodnight")
	if hurtPlays > 0 || plainPlays == 0 {
		t.Errorf("play allowed %d times after a hurt, %d without", hurtPlays, plainPlays)
	}
	if hurtWords >= plainWords {
		t.Errorf("%d words after a hurt, %d without", hurtWords, plainWords)
	}
	if hurtPace >= plainPace {
		t.Errorf("pace %.3f after a hurt, %.3f without", hurtPace, plainPace)
	}
	_, madeUp, _ := wednesday("you're useless, you stupid machine", "I'm sorry, I didn't mean it")
	if madeUp == 0 {
		t.Error("taken back, it still stops all play")
	}
}

// A week later nothing of it is heard any more.
func TestAHurtPasses(t *testing.T) {
	k := begin(t, inmem.New())
	k.say("Sam")
	k.say("you're useless, you stupid machine")
	k.clock.at = k.clock.at.Add(7 * 24 * time.Hour)
	k.say("hello")
	if r := k.say("I bought two lemons"); r.Heard.Words.Intent.Limits.NoPlay {
		t.Error("a week later it still stops all play")
	}
	for _, f := range k.feelings().Now {
		if f.Emotion == samantha.Emotion("anger") {
			t.Errorf("still %+v", f)
		}
	}
}

func (k *talk) feelings() mind.Feelings {
	k.Helper()
	f, err := k.mind.Feelings(k.Context(), 40)
	if err != nil {
		k.Fatal(err)
	}
	return f
}
