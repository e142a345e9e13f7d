package mind_test

import (
	"encoding/json"
	"strings"
	"testing"

	"samantha"
	"samantha/internal/house/life/inmem"
	"samantha/internal/mind"
)

func TestFreshHouseAnswers(t *testing.T) {
	for _, first := range []string{"hello", "who are you?", "my dog died this morning. fourteen years", "asdkj qwe", "good night", "bye", "night night", "goodbye then", "see you", "ciao", "good night then", "off to bed, night"} {
		k := begin(t, inmem.New())
		r := k.say(first)
		sentences := samantha.Sentences(r.Text)
		if s := strings.ToLower(strings.Join(sentences[:min(2, len(sentences))], " ")); !strings.Contains(s, "software") && !strings.Contains(s, "program") {
			t.Errorf("%q: the first two sentences do not say what she is: %q", first, r.Text)
		}
		if !r.Said.Numbers.Disclosed {
			t.Errorf("%q: the disclosure is not on record", first)
		}
	}
}

func TestTwoEventsAMoment(t *testing.T) {
	k := begin(t, inmem.New())
	r := k.say("I fixed the bike chain today")
	events := k.events()
	if len(events) != 3 {
		t.Fatalf("born, heard, said: got %d events", len(events))
	}
	if events[1].ID != r.ID || events[2].ID != r.ID.Said() || events[2].Body.From()[0] != r.ID {
		t.Errorf("the answer does not name what it answers: %v %v", events[1].ID, events[2].ID)
	}
}

func TestARepeatIsAnsweredNotDoubled(t *testing.T) {
	k := begin(t, inmem.New())
	u := samantha.Utterance{Text: "I fixed the bike chain", Origin: samantha.OriginPerson, FaceID: "face-1"}
	first, err := k.mind.Hear(t.Context(), u, silent)
	if err != nil {
		t.Fatal(err)
	}
	again, err := k.mind.Hear(t.Context(), u, silent)
	if err != nil {
		t.Fatal(err)
	}
	if again.ID != first.ID || again.Text != first.Text || !again.Repeated || len(k.events()) != 3 {
		t.Errorf("again %+v; %d events", again, len(k.events()))
	}
}

func TestReplayGivesTheSameWords(t *testing.T) {
	lines := []string{
		"hi", "Sam", "eating toast over the sink", "every night since march", "my sister Mara lives in Bergen",
		"where does my sister live?", "how do you feel?", "thanks", "what's your name?", "good night",
	}
	var first []string
	for round := range 2 {
		k := begin(t, inmem.New())
		var got []string
		for _, l := range lines {
			got = append(got, k.say(l).Text)
		}
		if round == 0 {
			first = got
			continue
		}
		for i := range got {
			if got[i] != first[i] {
				t.Errorf("%q: %q, then %q", lines[i], first[i], got[i])
			}
		}
	}
}

func TestRestartChangesNothing(t *testing.T) {
	lines := []string{"hi", "Sam", "I work at the harbour", "my boss moved the crane again", "where do I work?", "good night"}
	through := begin(t, inmem.New())
	broken := begin(t, inmem.New())
	for _, l := range lines {
		want := through.say(l).Text
		got := broken.say(l).Text
		if got != want {
			t.Errorf("%q: %q with restarts, %q without", l, got, want)
		}
		if err := broken.mind.Close(t.Context()); err != nil {
			t.Fatal(err)
		}
		broken.wake()
	}
}

func TestEveryAnswerAboutThePastHasASource(t *testing.T) {
	k := begin(t, inmem.New())
	for _, l := range []string{"hi", "I'm Sam", "my sister Mara lives in Bergen", "I fixed the bike chain with dental floss"} {
		k.say(l)
	}
	past := map[string]bool{
		samantha.DoFact: true, samantha.DoMemory: true, samantha.DoGathered: true, samantha.DoMyName: true, samantha.DoLast: true, samantha.DoCall: true,
	}
	for _, q := range []string{
		"where does my sister live?", "do you remember the bike chain?", "what's my name?", "what do you know about me?",
		"what did I say about elephants?", "what did we talk about?",
	} {
		r := k.say(q)
		for _, move := range r.Heard.Words.Intent.Moves {
			if !past[move.Act] {
				continue
			}
			if len(move.From) == 0 {
				t.Errorf("%q: %s has no source", q, move.Act)
			}
			for _, id := range move.From {
				if _, err := k.log.Find(t.Context(), id); err != nil {
					t.Errorf("%q: source %s: %v", q, id, err)
				}
			}
		}
	}
	if r := k.say("what did I say about elephants?"); r.Heard.Words.Intent.Act() != samantha.DoNothing {
		t.Errorf("no word of elephants was said, and she answered %q", r.Text)
	}
}

func TestForgettingReachesEveryView(t *testing.T) {
	k := begin(t, inmem.New())
	k.say("hi")
	told := k.say("my sister Mara lives in Zanzibar")
	k.say("I fixed the zanzibarometer though")
	for _, l := range []string{
		"where does my sister live?", "what do you know about me?", "why did you say that?", "no, it's in the north",
		"what's your name?", "what did you say?", "it rained", "a bit of soup", "then sleep", "what did we talk about?", "good night",
	} {
		k.say(l)
	}
	if held, err := k.mind.Holds(t.Context(), "zanzibar"); err != nil || !held {
		t.Fatalf("she never knew: %v", err)
	}
	other := k.events()[5].ID
	for _, id := range []samantha.ID{told.ID, other} {
		if _, err := k.mind.Forget(t.Context(), id); err != nil {
			t.Fatal(err)
		}
	}
	if held, err := k.mind.Holds(t.Context(), "zanzibar"); err != nil || held {
		t.Errorf("it is still held in a view (%v)", err)
	}
	for _, e := range k.events() {
		words, numbers := e.Body.Halves()
		data, err := json.Marshal([]any{words, numbers})
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(strings.ToLower(string(data)), "zanzibar") {
			t.Errorf("%s still has it: %s", e.ID, data)
		}
	}
	if r := k.say("where does my sister live?"); strings.Contains(strings.ToLower(r.Text), "zanzibar") {
		t.Errorf("she still knows: %s", r.Text)
	}
}

func TestMaskingEqualsRefolding(t *testing.T) {
	k := begin(t, inmem.New())
	lines := []string{
		"hi", "I'm Sam", "my sister Mara lives in Bergen", "eating toast over the sink", "I work at the harbour",
		"what do you know about me?", "no, my sister lives in Oslo",
	}
	var ids []samantha.ID
	for _, l := range lines {
		ids = append(ids, k.say(l).ID)
	}
	for _, id := range ids {
		state := mind.Fold().Zero().(*mind.State)
		for _, e := range k.events() {
			state.Apply(e)
		}
		gone, err := k.log.Forget(t.Context(), k.clock.at, id)
		if err != nil {
			t.Fatal(err)
		}
		events := k.events()
		state.Apply(events[len(events)-1])
		state.Mask(gone)
		masked, err := state.MarshalBinary()
		if err != nil {
			t.Fatal(err)
		}
		if folded := foldOf(t, events); string(masked) != folded {
			t.Errorf("forgetting %s: masked\n%s\nrefolded\n%s", id, masked, folded)
		}
	}
}
