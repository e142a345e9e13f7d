package mind_test

import (
	"strings"
	"testing"

	"samantha"
	"samantha/internal/house/life/inmem"
)

// A name that comes a moment after somebody was told of is theirs, and goes when
// either of the two moments is forgotten.
func TestANameToldLaterIsTheirsAndIsForgotten(t *testing.T) {
	for _, moment := range []int{0, 1} {
		k := begin(t, inmem.New())
		k.say("hi")
		told := []samantha.ID{k.say("my brother says I should charge him rent").ID, k.say("Jonas. he's younger than me").ID}
		if r := k.say("what's my brother called?"); !strings.Contains(r.Text, "Jonas") {
			t.Fatalf("the name was not taken: %q", r.Text)
		}
		for _, id := range k.events() {
			if id.ID == told[moment] {
				if _, err := k.mind.Forget(t.Context(), id.ID); err != nil {
					t.Fatal(err)
				}
			}
		}
		if r := k.say("what's my brother called?"); strings.Contains(r.Text, "Jonas") {
			t.Errorf("forgotten with moment %d, and still known: %q", moment, r.Text)
		}
	}
}

// Whom a "he" meant is held by id: when the moment that named somebody is
// forgotten, what was told of "him" names nobody.
func TestAHeNamesNobodyAfterForgetting(t *testing.T) {
	k := begin(t, inmem.New())
	k.say("hi")
	named := k.say("since Piet moved out I think")
	k.say("he took the good pan")
	if r := k.say("who took the good pan?"); !strings.Contains(r.Text, "Piet") {
		t.Fatalf("she did not know whom: %q", r.Text)
	}
	if _, err := k.mind.Forget(t.Context(), named.ID); err != nil {
		t.Fatal(err)
	}
	if r := k.say("who took the good pan?"); strings.Contains(r.Text, "Piet") {
		t.Errorf("forgotten, and still named: %q", r.Text)
	}
	if strings.Contains(foldOf(t, k.events()), "Piet") {
		t.Error("his name is still in her state")
	}
}

// She gives the person's words back in one answer of four at most, asks in one of
// three, and never asks somebody who answers in single words.
func TestSheListensMoreThanSheEchoesOrAsks(t *testing.T) {
	k := begin(t, inmem.New())
	for _, line := range []string{"hi", "Nora"} {
		k.say(line)
	}
	story := []string{
		"I got home from work late", "the bus broke down by the harbour", "a woman with a parrot offered me her seat",
		"he said good evening to everybody", "the driver got out and bought a sandwich", "then we all had to walk",
		"I dropped my umbrella in the canal", "my neighbour found it", "we had soup in the kitchen", "I forgot the washing again",
		"a pigeon watched me eat", "I fixed the lamp in the hall",
	}
	asked := 0
	for _, line := range story {
		if strings.Contains(k.say(line).Text, "?") {
			asked++
		}
	}
	if asked > (len(story)+2)/3+1 {
		t.Errorf("%d questions to %d sentences", asked, len(story))
	}
	for i, line := range []string{"ok", "fine", "work", "long", "pizza", "dunno"} {
		if r := k.say(line); i > 0 && strings.Contains(r.Text, "?") {
			t.Errorf("asked on after %q: %q", line, r.Text)
		}
	}
}
