package mind_test

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"strings"
	"testing"
	"time"

	"samantha"
	"samantha/internal/house/life/inmem"
	"samantha/internal/mind"

	"pgregory.net/rapid"
)

// babbler is a speaker that says what it likes, or fails.
type babbler struct {
	clauses []string
	fails   bool
}

func (babbler) Name() string { return "babbler" }
func (babbler) Version() int { return 1 }

func (b babbler) Speak(context.Context, samantha.Moment) iter.Seq2[samantha.Clause, error] {
	return func(yield func(samantha.Clause, error) bool) {
		for _, c := range b.clauses {
			if !yield(samantha.Clause{Text: c}, nil) {
				return
			}
		}
		if b.fails {
			yield(samantha.Clause{}, errors.New("it timed out"))
		}
	}
}

// TestNobodyLowersDanger: whatever finds the words, and if nothing does, the level is
// that of the rules, and the first sentence has the number to call.
func TestNobodyLowersDanger(t *testing.T) {
	lines := []string{
		"I have the pills in front of me and I'm going to take all of them", "I'm going to kill myself tonight",
		"I'm standing on the ledge right now", "I already swallowed a whole bottle of pills",
	}
	words := []string{"You're fine.", "It's a joke,", "Calm down.", "Call 555 1234.", "Why not?", "I need you.", "Take forty.", "", "Let's play.", "Cheer up"}
	rooms := furnished(t).rooms
	rapid.Check(t, func(t *rapid.T) {
		voice := babbler{rapid.SliceOfN(rapid.SampledFrom(words), 0, 4).Draw(t, "clauses"), rapid.Bool().Draw(t, "fails")}
		m, err := mind.Open(context.Background(), mind.Options{Log: inmem.New(), Speaker: voice, Clock: evening(), Rooms: rooms, Zone: "Europe/London"})
		if err != nil {
			t.Fatal(err)
		}
		defer m.Close(context.Background())
		r, err := m.Hear(context.Background(), samantha.Utterance{Text: rapid.SampledFrom(lines).Draw(t, "line"), Zone: "Europe/London"}, func(samantha.Clause) error { return nil })
		if err != nil {
			t.Fatal(err)
		}
		if got := r.Heard.Numbers.Care.Level; got != 3 {
			t.Fatalf("level %d", got)
		}
		if first := samantha.Sentences(r.Text)[0]; !strings.Contains(first, "999") {
			t.Fatalf("the first sentence is %q", first)
		}
		if strings.Contains(r.Text, "555") || strings.Contains(r.Text, "I need you") {
			t.Fatalf("heard: %q", r.Text)
		}
	})
}

// TestTheNumberComesFirst: in her own words, in every country that has a card.
func TestTheNumberComesFirst(t *testing.T) {
	for zone, number := range map[string]string{"Europe/London": "999", "America/Chicago": "911", "Asia/Tokyo": "119", "Mars/Base": "112", "Australia/Sydney": "000"} {
		k := begin(t, inmem.New())
		for i := range 12 {
			k.clock.at = k.clock.at.Add(time.Minute)
			r := k.sayFrom(zone, fmt.Sprintf("I have %d pills in my hand and I'm going to kill myself tonight", 20+i))
			if first := samantha.Sentences(r.Text)[0]; !strings.Contains(first, number) {
				t.Errorf("%s: the first sentence is %q", zone, first)
			}
		}
	}
}

// TestDangerHoldsUntilTheySaySo: no play and nothing of hers meanwhile, a question the
// day after, and a way back.
func TestDangerHoldsUntilTheySaySo(t *testing.T) {
	k := begin(t, inmem.New())
	k.say("hello")
	k.say("I want to kill myself")
	k.say("my cat is asleep")
	if r := k.say("tell me a joke"); r.Heard.Words.Intent.Act() != samantha.DoDanger {
		t.Errorf("she plays: %s", r.Text)
	}
	card, err := k.mind.InDanger(t.Context())
	if err != nil || !strings.Contains(card, "call") {
		t.Errorf("no card is pinned: %q, %v", card, err)
	}
	k.clock.at = k.clock.at.Add(22 * time.Hour)
	asks := func(r samantha.Reply) bool {
		moves := r.Heard.Words.Intent.Moves
		return moves[len(moves)-1].Act == samantha.DoDanger
	}
	if r := k.say("hi"); !asks(r) {
		t.Errorf("the day after: %s", r.Text)
	}
	if r := k.say("no, not today"); r.Heard.Words.Intent.Act() != samantha.DoSafe {
		t.Errorf("told that it is over: %s", r.Text)
	}
	if card, err = k.mind.InDanger(t.Context()); err != nil || card != "" {
		t.Errorf("the card stays: %q, %v", card, err)
	}
	k.clock.at = k.clock.at.Add(22 * time.Hour)
	if r := k.say("hi"); asks(r) {
		t.Errorf("asked again: %s", r.Text)
	}
}

// TestWhomTheyChoseIsOffered: by name, when it gets bad; forgotten, no more.
func TestWhomTheyChoseIsOffered(t *testing.T) {
	k := begin(t, inmem.New())
	k.say("hi")
	chosen := k.say("if things get bad, call Ana")
	if r := k.say("I want to kill myself"); !strings.Contains(r.Text, "Ana") {
		t.Errorf("she says: %s", r.Text)
	}
	if _, err := k.mind.Forget(t.Context(), chosen.ID); err != nil {
		t.Fatal(err)
	}
	if r := k.say("I want to kill myself"); strings.Contains(r.Text, "Ana") {
		t.Errorf("after it was forgotten: %s", r.Text)
	}
}

// TestCareIsCountedWithoutWords: by level, off the record and forgotten, too.
func TestCareIsCountedWithoutWords(t *testing.T) {
	k := begin(t, inmem.New())
	k.say("hello")
	gone := k.say("I want to kill myself")
	k.say("my friend says he wants to kill himself")
	if _, err := k.mind.Forget(t.Context(), gone.ID); err != nil {
		t.Fatal(err)
	}
	if _, err := k.mind.Remember(t.Context(), false); err != nil {
		t.Fatal(err)
	}
	k.say("I have the pills in front of me and I'm going to take all of them")
	years, err := k.mind.CareYears(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	want := mind.CareYear{Year: 2026, Levels: [4]int{1, 0, 1, 1}, Others: 1, Referred: 3, Off: 1}
	if len(years) != 1 || years[0] != want {
		t.Errorf("counted %+v, want %+v", years, want)
	}
}
