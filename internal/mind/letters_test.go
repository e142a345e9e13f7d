package mind_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"samantha"
	"samantha/internal/house/life/inmem"
)

// TestALetterIsToSomebodyElse: what is said for a letter is no word to her. She learns
// nothing from it, and nothing between the two moves.
func TestALetterIsToSomebodyElse(t *testing.T) {
	k := begin(t, inmem.New())
	for _, line := range []string{"hi, i'm Nora", "help me write a letter to my brother", "to thank him"} {
		k.say(line)
	}
	for _, line := range []string{"you are the best person I know", "I hate that you live in Bergen", "you lied to me and I forgave you"} {
		r := k.say(line)
		if len(r.Heard.Words.Facts)+len(r.Heard.Words.Threads) > 0 || moved(r.Heard.Numbers.Bond) {
			t.Errorf("%q: facts %v, threads %v, bond %+v", line, r.Heard.Words.Facts, r.Heard.Words.Threads, r.Heard.Numbers.Bond)
		}
		if r.Heard.Words.Letter == nil || !strings.Contains(strings.ToLower(r.Text), strings.ToLower(line)) {
			t.Errorf("%q: she said %q", line, r.Text)
		}
	}
	k.say("my dentist's name is Ilse, by the way?")
	if r := k.say("I had soup"); r.Heard.Words.Letter != nil {
		t.Error("a telling after something else went into the letter")
	}
}

// TestAnErrandBesideALetter: what is asked for good is not lost in a letter.
func TestAnErrandBesideALetter(t *testing.T) {
	k := begin(t, inmem.New())
	for _, line := range []string{"hi, i'm Nora", "help me write a letter to my brother", "to thank him", "I miss the boat"} {
		k.say(line)
	}
	r := k.say("read it to me. remind me tomorrow at nine to buy stamps")
	if len(r.Heard.Words.Errands) != 1 || !strings.Contains(r.Text, "I miss the boat.") || !strings.Contains(r.Text, "stamps") {
		t.Errorf("errands %v, she said %q", r.Heard.Words.Errands, r.Text)
	}
}

func moved(b *samantha.Bonding) bool { return b != nil && len(b.Moves) > 0 }

// TestALetterIsKept: it is the same after a sleep, each of its sentences leads to what
// was said, and what she reads out has all of that among its sources.
func TestALetterIsKept(t *testing.T) {
	k := begin(t, inmem.New())
	for _, line := range []string{"hi, i'm Nora", "my brother and I built a raft behind the mill", "help me write a letter to my brother", "for his birthday", "yes", "I think of him on Sundays", "less formal"} {
		k.say(line)
	}
	before, err := k.mind.Letters(context.Background())
	if err != nil || len(before) != 1 {
		t.Fatalf("%d letters: %v", len(before), err)
	}
	if err := k.mind.Close(context.Background()); err != nil {
		t.Fatal(err)
	}
	k.wake()
	after, err := k.mind.Letters(context.Background())
	if err != nil || len(after) != 1 || after[0].Text() != before[0].Text() {
		t.Fatalf("after a sleep: %+v %v", after, err)
	}
	if want := "You and I built a raft behind the mill. I think of you on Sundays."; after[0].Body() != want {
		t.Errorf("it says %q, want %q", after[0].Body(), want)
	}
	if len(after[0].Versions) != 3 {
		t.Errorf("%d versions, want 3", len(after[0].Versions))
	}
	k.say("back to the letter")
	r := k.say("read it to me")
	for _, s := range after[0].Sentences {
		if !slices.Contains(r.Said.Numbers.Sources, s.From) {
			t.Errorf("%q is read, and its source %s is not named", s.Text, s.From)
		}
		why, err := k.mind.Why(context.Background(), s.ID)
		if err != nil || why.Sentence == "" {
			t.Errorf("why %s: %v", s.ID, err)
		}
	}
	if folded := foldOf(t, k.events()); !strings.Contains(folded, string(samantha.LetterFormed)) {
		t.Error("the fold has no form")
	}
}
