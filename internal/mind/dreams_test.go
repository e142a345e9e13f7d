package mind_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"samantha"
	"samantha/internal/house/life/inmem"
	"samantha/internal/mind"
)

// TestADreamToldIsNoEvidence: she told the dream, and it answers no question about
// what happened.
func TestADreamToldIsNoEvidence(t *testing.T) {
	k := begin(t, inmem.New()).lives(day()...)
	k.at(0, 23)
	dream := k.night().Dream
	if dream == nil {
		t.Fatal("no dream")
	}
	k.at(1, 9)
	told := k.say("what did you dream?")
	if !strings.Contains(told.Text, dream.Text) {
		t.Fatalf("asked she says %q, dreamed was %q", told.Text, dream.Text)
	}
	if slices.Contains(k.memories(), told.ID.Said()) {
		t.Error("the dream she told became a memory")
	}
	if why, err := k.mind.Why(context.Background(), dream.ID); err != nil || !strings.Contains(why.Sentence, "None of it happened") || len(why.Record) < 3 {
		t.Errorf("why: %+v, %v", why, err)
	}
}

// TestForgettingTakesTheDream: forget one piece, and the dream has no words left,
// in the log, in her, and in what is listed; that there was a night stays.
func TestForgettingTakesTheDream(t *testing.T) {
	k := begin(t, inmem.New()).lives(day()...)
	k.at(0, 23)
	dream := k.night().Dream
	k.at(1, 9)
	told := k.say("what did you dream?")
	if _, err := k.mind.Forget(context.Background(), dream.From[0]); err != nil {
		t.Fatal(err)
	}
	for _, e := range k.events() {
		if e.ID == dream.ID && !e.Forgotten {
			t.Error("the dream kept its words")
		}
		if e.ID == told.ID.Said() && !e.Forgotten {
			t.Error("what she told of it kept its words")
		}
	}
	if list, err := k.mind.Dreams(context.Background()); err != nil || len(list) != 0 {
		t.Errorf("listed: %v, %v", list, err)
	}
	if held, err := k.mind.Holds(context.Background(), dream.Text[:20]); err != nil || held {
		t.Errorf("she holds %q: %v", dream.Text[:20], err)
	}
	k.at(1, 10)
	if said := k.say("what did you dream?").Said.Numbers.Acts; !slices.Contains(said, samantha.DoNoDream) {
		t.Errorf("asked for it she does %v", said)
	}
	if n := k.folded().Nights.Last; n != "2026-03-02" {
		t.Errorf("the night is gone: %q", n)
	}
}

// TestNeverDreamed: what she was asked to leave alone, the dead, a secret, what was
// said with a guest, worry for a life, and what was only jotted down.
func TestNeverDreamed(t *testing.T) {
	k := begin(t, inmem.New()).lives(day()...)
	k.lives(
		"don't tell anybody, but Vera is selling the bakery", "my uncle Otto died last spring", "Otto had a blue boat in the harbour",
		"I'm learning the accordion at the town hall, I love it", "please never mention the accordion again", "note: two vouchers behind the blue door",
		"I dreamed the lighthouse was full of bees, I was so scared", "good night",
	)
	for i := range 40 {
		k.at(i, 23)
		n := k.night()
		if n.Dream == nil {
			k.at(i+1, 12)
			k.say("the tram was late")
			continue
		}
		for _, never := range []string{"Vera", "bakery", "Otto", "blue boat", "accordion", "vouchers", "full of bees"} {
			if strings.Contains(n.Dream.Text, never) {
				t.Errorf("she dreamed of %s: %s", never, n.Dream.Text)
			}
		}
	}
	grave := begin(t, inmem.New()).lives(append(day(), "I don't want to be alive any more", "good night")...)
	grave.at(0, 23)
	if n := grave.night(); n.Dream != nil {
		t.Errorf("after that she dreamed %q", n.Dream.Text)
	}
}

// TestLeftAloneAfterwards: what is to be left alone from now on was dreamed and
// thought of before; asked what she dreamed or thought, she leaves it alone too.
func TestLeftAloneAfterwards(t *testing.T) {
	k := begin(t, inmem.New()).lives(day()...)
	k.at(0, 23)
	if d := k.night().Dream; d == nil || !strings.Contains(d.Text, "scan") {
		t.Fatalf("dreamed %+v", d)
	}
	k.at(1, 12)
	if h := k.hour(); h.Words != "the scan" {
		t.Fatalf("thought %+v", h)
	}
	k.at(1, 15)
	k.say("please never mention the scan again")
	for _, asked := range []string{"what did you dream?", "what have you been thinking about?"} {
		if r := k.say(asked); strings.Contains(r.Text, "scan") {
			t.Errorf("%s: %s", asked, r.Text)
		}
	}
}

// TestAConcernComesBackAndEnds: it is in dream after dream, darker, until it is
// settled; then once more, lightly, and never again.
func TestAConcernComesBackAndEnds(t *testing.T) {
	k := begin(t, inmem.New()).lives(day()...)
	var dark []float64
	for i := range 12 {
		k.at(i, 12)
		k.say("the tram was late")
		k.say("bye")
		k.at(i, 23)
		k.night()
	}
	thread := k.concerns()[0].Concern
	for _, d := range k.concerns() {
		dark = append(dark, d.Dark)
	}
	if len(dark) < 4 || !slices.IsSorted(dark) || dark[0] == dark[len(dark)-1] {
		t.Fatalf("it came back %v dark", dark)
	}
	k.at(12, 12)
	k.lives("the scan was fine!", "bye")
	before := len(dark)
	for i := range 8 {
		k.at(12+i, 23)
		k.night()
		k.at(13+i, 12)
		k.say("the tram was late")
	}
	after := k.concerns()[before:]
	if len(after) != 1 || !after[0].Settled || after[0].Dark != 0 || after[0].Concern != thread {
		t.Errorf("settled, it came %+v", after)
	}
}

// concerns are the dreams something came back in.
func (k *talk) concerns() []samantha.DreamedNumbers {
	var out []samantha.DreamedNumbers
	for _, e := range of[*samantha.Dreamed](k) {
		if n := e.Body.(*samantha.Dreamed).Numbers; n.Concern != "" {
			out = append(out, n)
		}
	}
	return out
}

// TestTheSameLifeDreamsTheSame.
func TestTheSameLifeDreamsTheSame(t *testing.T) {
	var first string
	for range 2 {
		k := begin(t, inmem.New()).lives(day()...)
		for i := range 5 {
			k.at(i, 23)
			k.night()
		}
		var all []string
		for _, e := range of[*samantha.Dreamed](k) {
			all = append(all, e.Body.(*samantha.Dreamed).Words.Text)
		}
		got := strings.Join(all, "\n")
		if first == "" {
			first = got
		}
		if got != first || got == "" {
			t.Errorf("got\n%s\nwant\n%s", got, first)
		}
	}
}

// TestAQuarrelIsDreamedOf: what was torn between the two comes back in a dream, and
// once it is mended, lighter, a last time.
func TestAQuarrelIsDreamedOf(t *testing.T) {
	k := begin(t, inmem.New()).lives(day()...)
	k.at(0, 22)
	k.say("you are a stupid machine")
	torn := k.folded().Bond.Ruptures
	if len(torn) != 1 {
		t.Fatalf("torn: %+v", torn)
	}
	of := func(settled bool) bool {
		return slices.ContainsFunc(k.folded().Nights.Dreams, func(d mind.Dream) bool { return d.Concern == torn[0].ID && d.Settled == settled })
	}
	k.at(0, 23)
	k.night()
	if !of(false) {
		t.Errorf("no dream of it: %+v", k.folded().Nights.Dreams)
	}
	k.at(1, 9)
	k.say("sorry, that was unkind of me")
	k.at(1, 23)
	k.night()
	if !of(true) {
		t.Errorf("no last dream of it: %+v", k.folded().Nights.Dreams)
	}
}
