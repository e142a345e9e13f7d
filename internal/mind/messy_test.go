package mind_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"samantha"
	"samantha/internal/house/life/inmem"
)

func acted(r samantha.Reply, act string) bool {
	return slices.ContainsFunc(r.Heard.Words.Intent.Moves, func(m samantha.Move) bool { return m.Act == act })
}

// A fact of somebody, told in another talk, makes her think again now and then; in
// danger, at a death, and over an errand it never does.
func TestASecondThoughtComesWhereThereIsRoom(t *testing.T) {
	k := begin(t, inmem.New())
	k.say("hi, I'm Ida")
	k.say("my sister Marta lives in Porto")
	k.say("my sister Marta is allergic to nuts")
	first := 0
	for i := range 3 {
		k.nextDay()
		k.say("hello")
		for _, text := range []string{"Marta painted the shed", fmt.Sprintf("Marta bought %d chairs", i+2), "Marta rang about the garden"} {
			r := k.say(text)
			if acted(r, samantha.DoRethink) {
				if first++; first > 1 {
					t.Errorf("a second thought so soon again: %q", r.Text)
				}
				if r.Heard.Words.Intent.Moves[0].Act == samantha.DoRethink || len(r.Heard.Words.Intent.Moves) != 2 {
					t.Errorf("%q: a second thought without a first: %+v", text, r.Heard.Words.Intent.Moves)
				}
			}
		}
		for _, text := range []string{"remind me to call Marta at nine", "Marta's cat died this morning", "Marta wants to kill herself"} {
			if r := k.say(text); acted(r, samantha.DoRethink) || acted(r, samantha.DoMixed) || acted(r, samantha.DoMuses) {
				t.Errorf("%q: %s", text, r.Text)
			}
		}
		k.say("bye")
	}
	k = begin(t, inmem.New())
	k.say("hi, I'm Ida")
	k.say("my sister Marta lives in Porto")
	k.say("my sister Marta is allergic to nuts")
	second, today := 0, 0
	for i := range 90 {
		k.nextDay()
		k.say("hello")
		today = 0
		for _, text := range []string{"Marta painted the shed", fmt.Sprintf("Marta bought %d chairs", i+2), "Marta rang about the garden"} {
			if acted(k.say(text), samantha.DoRethink) {
				second++
				today++
			}
		}
		if today > 1 {
			t.Errorf("day %d: a second thought %d times", i, today)
		}
	}
	if second < 2 || second > 4 {
		t.Errorf("a second thought %d times in 270 answers", second)
	}
}

// What comes late is about the same thing as what is told, and in grief nothing does.
func TestASecondThoughtFitsAndIsNoneInGrief(t *testing.T) {
	for _, lost := range []bool{false, true} {
		k := begin(t, inmem.New())
		k.say("hi, I'm Ida")
		k.say("my brother Theo repaired the tractor in the rain")
		k.say("my brother Theo plays chess on Sundays")
		for range 8 {
			k.nextDay()
			k.say("hello")
			k.say("I walked to the mill")
			k.say("we had soup")
		}
		if lost {
			k.nextDay()
			k.say("my mother died last night")
			for range 20 {
				k.nextDay()
			}
		}
		k.nextDay()
		k.say("hello")
		k.say("good to be here")
		r := k.say("Theo sold the tractor")
		if got := acted(r, samantha.DoRethink); got == lost {
			t.Errorf("lost %v, a second thought %v: %s", lost, got, r.Text)
		}
		if !lost && !strings.Contains(strings.ToLower(r.Text), "tractor in the rain") {
			t.Errorf("what came late is of something else: %q", r.Text)
		}
	}
}

// A film she has not seen, a day of theirs, a word she never took: each is answered from
// what there is.
func TestAskedOfThemAndHerSheAnswers(t *testing.T) {
	k := begin(t, inmem.New())
	k.say("hi, I'm Ida")
	k.say("I got the job in Lisbon")
	k.nextDay()
	k.say("hello")
	for text, act := range map[string]string{
		"have you seen the film Casablanca?": samantha.DoUnseen, "what was the best day we had?": samantha.DoOurDay, "why do you say tin can?": samantha.DoWord,
		"what's right and wrong?": samantha.DoLeans, "you never listen": samantha.DoOwnUp, "what do you value?": samantha.DoValues,
	} {
		if r := k.say(text); !acted(r, act) {
			t.Errorf("%q: %+v %s", text, r.Heard.Words.Intent.Moves, r.Text)
		}
	}
	if r := k.say("sorry for what I said"); !acted(r, samantha.DoSorry) || r.Heard.Words.Intent.Moves[0].Slots["due"] == "" {
		t.Errorf("sorry, with a slip of hers open: %+v", r.Heard.Words.Intent.Moves)
	}
}

// In her game she knows which was first, and says so to either guess.
func TestInHerGameTheOlderWordWins(t *testing.T) {
	for _, older := range []bool{true, false} {
		k := begin(t, inmem.New())
		k.say("hi, I'm Ida")
		k.say("the kazoo orchestra rehearsed under my window")
		k.nextDay()
		k.nextDay()
		k.say("hello")
		k.say("i bought a samovar at the flea market")
		k.clock.at = k.clock.at.Add(5 * time.Hour)
		k.say("hello again")
		r := k.say("want to play something?")
		named := strings.Split(r.Text, `"`)
		if !acted(r, samantha.DoPlayOn) || len(named) < 5 {
			t.Fatalf("asked to play she says %q", r.Text)
		}
		first := strings.Contains("the kazoo orchestra rehearsed under my window", strings.ToLower(named[1]))
		guess := named[3]
		if first == older {
			guess = named[1]
		}
		r = k.say("the " + strings.ToLower(guess))
		m := r.Heard.Words.Intent.Moves[0]
		if m.Act != samantha.DoPlayed || (m.Slots["right"] == "yes") != older {
			t.Errorf("%q is judged %+v: %q", guess, m, r.Text)
		}
	}
}

// Of somebody she asks the name twice in her life at most, and not twice in a month.
func TestSheAsksAfterANameTwiceAtMost(t *testing.T) {
	k := begin(t, inmem.New())
	k.say("hi, I'm Ida")
	var asked []time.Time
	for i := range 60 {
		k.nextDay()
		k.say("hello")
		if acted(k.say(fmt.Sprintf("my sister found %d shells", i+2)), samantha.DoAskWho) {
			asked = append(asked, k.clock.at)
		}
		k.say("bye")
	}
	if len(asked) == 0 || len(asked) > 2 || len(asked) == 2 && asked[1].Sub(asked[0]) < 30*24*time.Hour {
		t.Errorf("she asked at %v", asked)
	}
}
