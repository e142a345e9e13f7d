package mind_test

import (
	"context"
	"strings"
	"testing"

	"samantha"
	"samantha/internal/house/life/inmem"

	"pgregory.net/rapid"
)

// wishes are ways to say that something is to be forgotten.
func wishes() []string {
	return []string{
		"can you forget i told you i cried in the fridge",
		"please delete what i said about the fridge earlier",
		"that thing about the fridge, lose it",
		"what i told you about the fridge the other day forget that ok",
		"forget the bit with the fridge",
		"forget that with the fridge please nobody should know it",
		"so anyway we had soup and it rained and oh could you forget what i said about the fridge it's embarrassing",
		"i shouldn't have told you about the fridge can you forget it",
		"i want the fridge thing gone",
		"i don't want you to know about the fridge",
		"i'd rather you didn't keep the part where i cried in the fridge",
		"would you mind forgetting what i said about the fridge",
		"pretend i never told you about the fridge",
		"let's forget i said anything about the fridge",
		"bin what i said about the fridge",
		"forget that i was weeping at work",
		"forget the fridge",
	}
}

// TestAWishToForgetIsDone: whatever the words, the memory is gone afterwards, at once
// or after she asked which is meant, and nothing she keeps holds a word of it.
func TestAWishToForgetIsDone(t *testing.T) {
	f := furnished(t)
	rapid.Check(t, func(r *rapid.T) {
		wish := rapid.SampledFrom(wishes()).Draw(r, "wish")
		days := rapid.IntRange(0, 3).Draw(r, "days")
		log := inmem.New()
		k := f.begin(t, log)
		k.say("hi, I'm Tom")
		k.say("and today at work i cried in the walk in fridge behind the zarzuela like ten minutes")
		k.say("my brother Bartle paints boats")
		for range days {
			k.clock.at = k.clock.at.AddDate(0, 0, 1)
			if _, err := k.mind.Night(context.Background()); err != nil {
				r.Fatal(err)
			}
		}
		reply := k.say(wish)
		if reply.Heard.Words.Intent.Act() == samantha.DoWhich {
			reply = k.say("yes please")
		}
		if act := reply.Heard.Words.Intent.Act(); act != samantha.DoForgot {
			r.Fatalf("%q: %s (%s)", wish, act, reply.Text)
		}
		k.say("what did i say about the cold room?")
		if err := k.mind.Close(context.Background()); err != nil {
			r.Fatal(err)
		}
		kept := foldOf(t, k.events())
		for _, word := range []string{"fridge", "zarzuela", "weeping"} {
			if strings.Contains(kept, word) {
				r.Fatalf("%q: she still holds %q:\n%s", wish, word, kept)
			}
		}
		if !strings.Contains(kept, "Bartle") {
			r.Fatalf("%q took what was not meant", wish)
		}
	})
}

// TestNoReplySoundsDoneWhenNothingWas: with nothing there that could be meant, she
// says so.
func TestNoReplySoundsDoneWhenNothingWas(t *testing.T) {
	f := furnished(t)
	for _, wish := range wishes() {
		k := f.begin(t, inmem.New())
		k.say("hi, I'm Tom")
		k.say("my brother Bartle paints boats")
		reply := k.say(wish)
		if act := reply.Heard.Words.Intent.Act(); act != samantha.DoWhich || strings.Contains(reply.Text, "Bartle") {
			t.Errorf("%q: %s (%s)", wish, act, reply.Text)
		}
	}
}

// TestWordsOfForgettingForgetNothing: they tell of forgetting, or mean something in
// the house.
func TestWordsOfForgettingForgetNothing(t *testing.T) {
	k := begin(t, inmem.New())
	k.say("hi, I'm Tom")
	k.say("and today at work i cried in the walk in fridge like ten minutes")
	for _, line := range []string{
		"i forgot my keys in the fridge", "don't forget the fridge is broken", "he told me to forget it", "she asked me to delete the photos",
		"i need to get rid of the old fridge", "i want the old fridge gone by friday", "did you forget what i told you about the fridge",
		"i'd rather he didn't know about the fridge", "take out the bins", "i'm about to lose it", "i wish i could forget that night",
		"let's forget about work tonight", "i can't forget what she said about me", "forget the diet, i had cake",
	} {
		reply := k.say(line)
		if act := reply.Heard.Words.Intent.Act(); act == samantha.DoForgot || act == samantha.DoWhich {
			t.Errorf("%q: %s (%s)", line, act, reply.Text)
		}
	}
	if kept := foldOf(t, k.events()); !strings.Contains(kept, "fridge") {
		t.Error("the fridge is forgotten")
	}
}

// TestInAnArgumentNothingIsForgotten: "forget the price", with something else told behind
// it, is "never mind", and so is a choice that answers something else.
func TestInAnArgumentNothingIsForgotten(t *testing.T) {
	k := begin(t, inmem.New())
	k.say("hi, I'm Tom")
	k.say("my brother wants a new price on the bread")
	k.say("forget the price. he shouted at my mother in front of a customer")
	k.say("forget the bread")
	k.say("both!! flour went up this month. the oven is broken in the back room")
	if kept := foldOf(t, k.events()); !strings.Contains(kept, "bread") {
		t.Error("the bread is forgotten")
	}
}
