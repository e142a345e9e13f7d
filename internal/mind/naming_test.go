package mind_test

import (
	"context"
	"strings"
	"testing"

	"samantha"
	"samantha/internal/house/life/inmem"
)

// TestForgettingTakesAllThatNamesIt: what names somebody, and what only goes on about
// it, is shown together and goes together; what was told beside it stays.
func TestForgettingTakesAllThatNamesIt(t *testing.T) {
	f := furnished(t)
	for _, wish := range []string{"can you forget i told you about wendeline", "forget what I said about Wendeline", "delete everything about wendeline please"} {
		k := f.begin(t, inmem.New())
		for _, line := range []string{
			"hi, I'm Tom", "a woman at work, wendeline, asked me for a walk", "we had lentils for dinner",
			"told wendeline yes to the walk", "she has a laugh like a saw",
		} {
			k.say(line)
		}
		reply := k.say(wish)
		if act := reply.Heard.Words.Intent.Act(); act != samantha.DoWhich {
			t.Fatalf("%q: %s (%s)", wish, act, reply.Text)
		}
		reply = k.say("yes, all of them")
		if count := reply.Heard.Words.Intent.Moves[0].Slots["count"]; count != "three" {
			t.Errorf("%q: %q went (%s)", wish, count, reply.Text)
		}
		if err := k.mind.Close(context.Background()); err != nil {
			t.Fatal(err)
		}
		kept := strings.ToLower(foldOf(t, k.events()))
		for _, word := range []string{"wendeline", "laugh like a saw"} {
			if strings.Contains(kept, word) {
				t.Errorf("%q: she still holds %q", wish, word)
			}
		}
		if !strings.Contains(kept, "lentils") {
			t.Errorf("%q took what was not meant", wish)
		}
	}
}

// TestWhatIsToldDoneIsNotRemindedOf: an errand that was due is closed by the telling,
// before anything is said of it.
func TestWhatIsToldDoneIsNotRemindedOf(t *testing.T) {
	f := furnished(t)
	for _, c := range [][2]string{
		{"remind me tomorrow at 9 to ring Aunt Mavis", "I rang Mavis, we talked for an hour"},
		{"remind me tomorrow at 9 to pay the plumber", "I paid the plumber this morning"},
		{"remind me tomorrow at 9 to call the bank", "so i spoke to the bank today"},
	} {
		k := f.begin(t, inmem.New())
		k.say("hi, I'm Tom")
		k.say(c[0])
		k.clock.at = k.clock.at.AddDate(0, 0, 2)
		for _, m := range k.say(c[1]).Heard.Words.Intent.Moves {
			if m.Act == samantha.DoErrandMissed {
				t.Errorf("%q: she reminds of it", c[1])
			}
		}
	}
}
