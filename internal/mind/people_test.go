package mind_test

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"samantha"
	"samantha/internal/house/life/inmem"
	"samantha/internal/mind"
)

func (k *talk) people(words string) []mind.Somebody {
	k.Helper()
	p, err := k.mind.People(context.Background(), words)
	if err != nil {
		k.Fatal(err)
	}
	return p
}

func (k *talk) avoided() []string {
	k.Helper()
	list, err := k.mind.Avoided(context.Background())
	if err != nil {
		k.Fatal(err)
	}
	var what []string
	for _, a := range list {
		what = append(what, a.What)
	}
	return what
}

func TestAMemoryCarriesItsCircumstances(t *testing.T) {
	k := begin(t, inmem.New())
	k.say("hi")
	k.say("Nora")
	k.clock.at = k.clock.at.Add(30 * time.Hour)
	r := k.say("I got lost in Rome with my sister yesterday, it was awful")
	c, err := k.mind.Circumstances(context.Background(), r.ID)
	if err != nil {
		t.Fatal(err)
	}
	if c.Encounter != 2 || !slices.Equal(c.Places, []string{"Rome"}) || !slices.Equal(c.People, []string{"sister"}) || len(c.About) != 1 || len(c.Felt) == 0 {
		t.Errorf("got %+v", c)
	}
	if _, err := k.mind.Forget(context.Background(), r.ID); err != nil {
		t.Fatal(err)
	}
	if c, err = k.mind.Circumstances(context.Background(), r.ID); err != nil || len(c.Places)+len(c.People)+len(c.About) > 0 {
		t.Errorf("forgotten, and it still says %+v, %v", c, err)
	}
}

func TestWhileAGuestIsThereNothingIsTakenForThePersons(t *testing.T) {
	k := begin(t, inmem.New())
	for _, text := range []string{"hi", "Nora", "this is my friend Tom, say hi"} {
		k.say(text)
	}
	r := k.say("I live in Lyon and I'm seeing the vet tomorrow about a walrus")
	if n := r.Heard; !n.Numbers.Guest || len(n.Words.Facts)+len(n.Words.Threads) > 0 {
		t.Errorf("taken: %+v %+v", n.Words.Facts, n.Words.Threads)
	}
	k.say("Tom's gone")
	if r = k.say("I live in Bergen"); len(r.Heard.Words.Facts) == 0 || r.Heard.Numbers.Guest {
		t.Errorf("alone again, and %+v", r.Heard)
	}
	if p := k.people("Tom"); len(p) != 1 || p[0].Met == "" {
		t.Errorf("Tom is %+v", p)
	}
	if text := k.say("what did I say about the walrus?").Text; strings.Contains(text, "vet tomorrow") {
		t.Errorf("she says the person said it: %q", text)
	}
}

func TestAvoidByVerbAndBack(t *testing.T) {
	k := begin(t, inmem.New())
	ctx := context.Background()
	k.say("hi")
	r := k.say("I work at the harbour office")
	fact := r.ID.Part("fact", 1)
	if _, err := k.mind.Avoid(ctx, "", fact); err != nil {
		t.Fatal(err)
	}
	if _, err := k.mind.Avoid(ctx, "my ex", ""); err != nil {
		t.Fatal(err)
	}
	again, err := k.mind.Avoid(ctx, "My ex", "")
	if err != nil {
		t.Fatal(err)
	}
	if got := k.avoided(); !slices.Equal(got, []string{"the harbour office", "my ex"}) {
		t.Errorf("she leaves alone %q", got)
	}
	if text := k.say("what are you not supposed to mention?").Text; !strings.Contains(text, "ex") || !strings.Contains(text, "harbour office") {
		t.Errorf("asked, she says %q", text)
	}
	if err := k.mind.Retire(ctx, again.ID); err != nil {
		t.Fatal(err)
	}
	if _, err := k.mind.Forget(ctx, r.ID); err != nil {
		t.Fatal(err)
	}
	if got := k.avoided(); len(got) > 0 {
		t.Errorf("she still leaves alone %q", got)
	}
	if _, err := k.mind.Avoid(ctx, "", "z9z9"); !errors.Is(err, samantha.ErrNotFound) {
		t.Errorf("nothing has that id, and %v", err)
	}
}

// What views lost at once by a forgetting a refold does not bring back.
func TestPeopleMaskedAreThePeopleRefolded(t *testing.T) {
	k := begin(t, inmem.New())
	for _, text := range []string{"hi", "Nora", "my sister Ruth called", "never mention her again", "we all call her Ruthie", "Bobik, the neighbour's dog, barked"} {
		k.say(text)
	}
	r := k.say("my colleague Tom has a parrot")
	for _, id := range []samantha.ID{k.people("Ruth")[0].ID.Event(), r.ID} {
		if _, err := k.mind.Forget(context.Background(), id); err != nil {
			t.Fatal(err)
		}
	}
	masked := k.people("")
	k.mind.Close(context.Background())
	k.wake()
	again := k.people("")
	if len(masked) != 1 || len(again) != 1 || masked[0].ID != again[0].ID || len(k.avoided()) > 0 {
		t.Errorf("masked %+v, refolded %+v, left alone %q", masked, again, k.avoided())
	}
	for _, word := range []string{"sister", "Tom", "parrot"} {
		if held, err := k.mind.Holds(context.Background(), word); held || err != nil {
			t.Errorf("%s is still held, %v", word, err)
		}
	}
}

func TestAPageIsOpenedByAsking(t *testing.T) {
	k := begin(t, inmem.New())
	for _, text := range []string{"hi", "Nora", "my sister Ruth called"} {
		k.say(text)
	}
	ruth := k.people("Ruth")[0]
	for text, want := range map[string]samantha.Opening{
		"show me what you keep":            {Page: samantha.PageKept},
		"open us":                          {Page: samantha.PageUs},
		"go back":                          {Page: samantha.PageHere},
		"read that to me":                  {Aloud: true},
		"show me what you know about Ruth": {Page: samantha.PageKept, Of: ruth.ID},
		"Ruth called again":                {},
	} {
		if got := k.say(text).Said.Numbers.Opens; got != want {
			t.Errorf("%q opens %+v, want %+v", text, got, want)
		}
	}
	if n := k.people("Ruth")[0].Mentions; n != 2 {
		t.Errorf("Ruth was spoken of twice, and asked for once: %d", n)
	}
}
