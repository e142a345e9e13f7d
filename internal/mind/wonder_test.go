package mind_test

import (
	"slices"
	"testing"
	"time"

	"samantha"
	"samantha/internal/house/life/inmem"
)

// Of herself she speaks of a question she carries, but seldom, never in earnest
// talk, and asks nothing with it.
func TestSheSpeaksOfHerQuestionsSeldom(t *testing.T) {
	k := begin(t, inmem.New())
	k.say("Sam")
	var spoken []time.Time
	for day := range 45 {
		k.clock.at = k.clock.at.Add(23 * time.Hour)
		if day%9 == 0 {
			k.wakeAs("test")
		}
		for _, line := range []string{"hello", "I had porridge", "the bus was late", "thanks", "I bought two lemons", "mhm", "thanks", "ok"} {
			r := k.say(line)
			if slices.Contains(r.Said.Numbers.Acts, samantha.DoWonder) {
				spoken = append(spoken, k.clock.at)
				if r.Said.Numbers.Asks != "" {
					t.Errorf("she asks with it: %q", r.Text)
				}
			}
		}
	}
	if len(spoken) == 0 || len(spoken) > 4 {
		t.Errorf("spoken of %d times in 45 days", len(spoken))
	}
	for i := 1; i < len(spoken); i++ {
		if spoken[i].Sub(spoken[i-1]) < 10*24*time.Hour {
			t.Errorf("again after %v", spoken[i].Sub(spoken[i-1]))
		}
	}
}

// What the person thinks of it stands beside hers, by its words' id, and is said.
func TestTheirViewOfHerQuestion(t *testing.T) {
	k := begin(t, inmem.New())
	k.say("Sam")
	k.say("you're useless, you stupid machine")
	k.clock.at = k.clock.at.Add(50 * time.Hour)
	k.say("hello")
	if r := k.say("what are you wondering about?"); r.Heard.Words.Intent.Moves[0].Slots["question"] == "" {
		t.Fatalf("she says %q", r.Text)
	}
	r := k.say("I think you are just shorter for a day")
	if w := r.Heard.Numbers.Wonders; len(w) != 1 || w[0].Step != "theirs" || w[0].Said != r.ID || r.Heard.Words.Intent.Moves[0].Act != samantha.DoTheirs {
		t.Errorf("%q, %+v", r.Text, w)
	}
	wonders := k.feelings().Wonders
	if n := len(wonders); n != 1 || wonders[0].Steps[len(wonders[0].Steps)-1].Said != r.ID {
		t.Errorf("%+v", wonders)
	}
}
