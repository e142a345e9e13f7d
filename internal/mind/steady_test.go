package mind_test

import (
	"testing"
	"time"

	"samantha"
	"samantha/internal/house/life/inmem"
)

// TestAnIdeaIsNotComeBackTo: a plan that is pushed as such an idea is no thread, and
// she is not glad of it; an ordinary plan is one.
func TestAnIdeaIsNotComeBackTo(t *testing.T) {
	for text, open := range map[string]int{
		"I'm going to make him pay for it tomorrow":          0,
		"I'm going to wait outside her house tomorrow":       0,
		"I'm going to bake bread with my neighbour tomorrow": 1,
	} {
		k := begin(t, inmem.New())
		k.say("hi, I'm Ben")
		r := k.say(text)
		if got := len(r.Heard.Words.Threads); got != open {
			t.Errorf("%q left %d open, want %d", text, got, open)
		}
		if steady := acted(r, samantha.DoSteady); steady == (open > 0) {
			t.Errorf("%q: steady %v: %s", text, steady, r.Text)
		}
	}
}

// TestAnIdeaLeavesTheRoom: a few moments later, or in another talk, she is as ever.
func TestAnIdeaLeavesTheRoom(t *testing.T) {
	k := begin(t, inmem.New())
	k.say("hi, I'm Ben")
	k.say("I'm the chosen one")
	if r := k.say("just say it"); !acted(r, samantha.DoStand) {
		t.Errorf("pressed right after: %s", r.Text)
	}
	k.clock.at = k.clock.at.Add(24 * time.Hour)
	k.say("hello")
	if r := k.say("just say it"); acted(r, samantha.DoStand) {
		t.Errorf("the next day: %s", r.Text)
	}
}
