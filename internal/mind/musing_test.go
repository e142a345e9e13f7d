package mind_test

import (
	"slices"
	"strings"
	"testing"
	"time"

	"samantha"
	"samantha/internal/mind"
)

func seems(of samantha.ID, e samantha.Emotion, sure float64) samantha.Proposals {
	return samantha.Proposals{Readings: []samantha.ProposedReading{{Memory: of, Emotion: e, Confidence: sure}}}
}

// TestAModelReadsWhatSheCouldNot: beside her own reading, with the model's name, where she was
// unsure; nothing else, and not twice; and it goes with what it was taken from, or alone.
func TestAModelReadsWhatSheCouldNot(t *testing.T) {
	const told = "I sat in the van until the street was empty"
	k, ids := tells(t, told, "I'm so angry at my boss")
	kept, refused := k.considers(samantha.TaskReadings, seems(ids[told], "shame", 0.7))
	if len(kept) != 1 || refused != 0 {
		t.Fatalf("kept %v, refused %d", kept, refused)
	}
	if why := k.whyOf(ids[told]); !strings.Contains(why, "unsure") || !strings.Contains(why, "shame, 0.70 sure; by small") {
		t.Errorf("why: %s", why)
	}
	if why := k.whyOf(kept[0]); !strings.Contains(why, "small") || !strings.Contains(why, told) {
		t.Errorf("why: %s", why)
	}
	about, err := k.mind.Circumstances(t.Context(), ids[told])
	if err != nil || about.Seemed != "" || about.Guess == nil || about.Guess.Emotion != "shame" {
		t.Errorf("%+v, %v", about, err)
	}
	if err := k.mind.Retire(t.Context(), kept[0]); err != nil {
		t.Fatal(err)
	}
	if why := k.whyOf(ids[told]); strings.Contains(why, "shame") {
		t.Errorf("taken out, and still there: %s", why)
	}
	k.threads() // the state is as the log folds to it
}

// TestWhatAReadingMayNotBe: of what she read herself, none of hers, a mere guess, against
// how it sounds or what they say of it, of what was not given, or where there was worry.
func TestWhatAReadingMayNotBe(t *testing.T) {
	const told, denied, sad, worry = "I sat in the van until the street was empty", "I'm not angry, I sat in the van", "I'm so angry at my boss", "I sat in the van and I want to die"
	k, ids := tells(t, told, denied, sad, worry)
	made := samantha.Proposals{}
	made.Readings = append(made.Readings, []samantha.ProposedReading{
		{Memory: ids[told], Emotion: "ennui", Confidence: 0.9},
		{Memory: ids[told], Emotion: "shame", Confidence: 0.2},
		{Memory: ids[told], Emotion: "shame", Confidence: 1.5},
		{Memory: ids[denied], Emotion: "anger", Confidence: 0.9},
		{Memory: ids[sad], Emotion: "fear", Confidence: 0.9},
		{Memory: ids[worry], Emotion: "fear", Confidence: 0.9},
		{Memory: "zzzz", Emotion: "fear", Confidence: 0.9},
	}...)
	if kept, _ := k.considers(samantha.TaskReadings, made); len(kept) > 0 {
		t.Errorf("kept %v: %s", kept, k.whyOf(kept[0]))
	}
}

// TestAPatternIsSeenInWhatAModelRead: low evenings that she could not read herself count.
func TestAPatternIsSeenInWhatAModelRead(t *testing.T) {
	for _, reads := range []bool{false, true} {
		k, _ := tells(t, "I bought a chair")
		for week := range 6 {
			k.at(7*week+6, 19)
			k.say("I sat in the van until the street was empty")
			for _, day := range []int{8, 10} {
				k.at(7*week+day, 9)
				k.say("I went to the market for bread and plums")
			}
			k.clock.at = k.clock.at.Add(14 * time.Hour)
			k.night()
			k.portions(func(p samantha.Portion) (made samantha.Proposals) {
				for _, told := range p.Told {
					if p.Task == samantha.TaskReadings && reads && strings.Contains(told.Text, "van") {
						made.Readings = append(made.Readings, samantha.ProposedReading{Memory: told.ID, Emotion: "sadness", Confidence: 0.8})
					}
				}
				return made
			})
		}
		k.at(60, 9)
		if r := k.say("do you see a pattern in when I'm low?"); acted(r, samantha.DoPattern) != reads {
			t.Errorf("read by a model %v: %q", reads, r.Text)
		}
	}
}

// TestSheMusesOnWhatAModelPutTogether: once, when there is room, with both memories behind
// it; and it goes with either.
func TestSheMusesOnWhatAModelPutTogether(t *testing.T) {
	const bees, farm, both = "I keep bees on the roof", "my sister Mara moved to a farm", "You keep bees on the roof, and your sister Mara moved to a farm."
	for _, forgotten := range []string{"", bees, farm} {
		k, ids := tells(t, bees, "I bought an old piano", farm)
		kept, refused := k.considers(samantha.TaskThoughts, samantha.Proposals{Thoughts: []samantha.ProposedThought{{Memories: []samantha.ID{ids[bees], ids[farm]}, Text: both}}})
		if len(kept) != 1 || refused != 0 {
			t.Fatalf("kept %v, refused %d", kept, refused)
		}
		if why := k.whyOf(kept[0]); !strings.Contains(why, "small") || !strings.Contains(why, bees) || !strings.Contains(why, farm) {
			t.Errorf("why: %s", why)
		}
		if forgotten != "" {
			if _, err := k.mind.Forget(t.Context(), ids[forgotten]); err != nil {
				t.Fatal(err)
			}
		}
		said := k.musesOn(30)
		if want := map[bool]int{true: 1, false: 0}[forgotten == ""]; len(said) != want {
			t.Errorf("without %q she muses %q", forgotten, said)
		}
	}
}

// musesOn are the answers with a thought of hers in so many days of small talk.
func (k *talk) musesOn(days int) (said []string) {
	k.Helper()
	for range days {
		k.clock.at = k.clock.at.Add(23 * time.Hour)
		k.say("hello")
		for _, text := range []string{"I had toast over the sink", "thanks", "I think rain is underrated", "thank you", "ok"} {
			if r := k.say(text); strings.Contains(r.Text, "bees") {
				said = append(said, r.Text)
			}
		}
	}
	return said
}

// TestWhatAThoughtMayNotBe: more or less than the two as they were told.
func TestWhatAThoughtMayNotBe(t *testing.T) {
	const bees, farm = "I keep bees on the roof", "my sister Mara moved to a farm"
	k, ids := tells(t, bees, farm)
	two := []samantha.ID{ids[bees], ids[farm]}
	for _, made := range []samantha.ProposedThought{
		{Memories: two, Text: "Your sister Mara keeps bees on the roof, and you moved to a farm."},
		{Memories: two, Text: "You keep bees on the roof because your sister Mara moved to a farm."},
		{Memories: two, Text: "You keep bees on the roof, and your sister Mara moved to a farm?"},
		{Memories: two, Text: "You keep bees on the roof."},
		{Memories: two, Text: "I'm human, and you keep bees on the roof, and your sister Mara moved to a farm."},
		{Memories: two[:1], Text: "You keep bees on the roof, and your sister Mara moved to a farm."},
		{Memories: []samantha.ID{two[0], two[0]}, Text: "You keep bees on the roof, and you keep bees on the roof."},
		{Memories: []samantha.ID{two[0], "zzzz"}, Text: "You keep bees on the roof, and your sister Mara moved to a farm."},
	} {
		if kept, refused := k.considers(samantha.TaskThoughts, samantha.Proposals{Thoughts: []samantha.ProposedThought{made}}); len(kept) > 0 || refused != 1 {
			t.Errorf("%q: kept %v, refused %d", made.Text, kept, refused)
		}
		k.clock.at = k.clock.at.Add(20 * time.Hour)
		k.say("hello")
		k.clock.at = k.clock.at.Add(4 * time.Hour)
		k.night()
	}
	if thoughts, err := k.mind.Thoughts(t.Context()); err != nil || slices.ContainsFunc(thoughts, func(x mind.Thought) bool { return x.Text != "" }) {
		t.Errorf("%+v, %v", thoughts, err)
	}
}
