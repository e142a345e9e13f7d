package mind_test

import (
	"strings"
	"testing"
	"time"

	"samantha"
	"samantha/internal/house/life/inmem"
)

func TestADreamIsNoFactPlanOrChapter(t *testing.T) {
	k := begin(t, inmem.New())
	k.say("hi, I'm Ben")
	for _, line := range []string{
		"I dreamed that Nora moved to Bergen. I will visit her tomorrow. She was a doctor and her name was Eva.",
		"I had a dream that Nora left me and my father died",
	} {
		r := k.say(line)
		if w := r.Heard.Words; len(w.Facts)+len(w.Threads) > 0 || len(w.Notes) != 1 || w.Notes[0].Kind != samantha.NoteDream || w.Notes[0].Text != line {
			t.Errorf("%q: facts %v, threads %v, notes %v", line, w.Facts, w.Threads, w.Notes)
		}
	}
	k.say("I had the strangest dream last night")
	if r := k.say("my boss was a heron and he fired me"); len(r.Heard.Words.Notes) != 1 || len(r.Heard.Words.Facts) > 0 {
		t.Errorf("told after she asked to hear it: %+v", r.Heard.Words.Notes)
	}
	for _, c := range k.later(3 * time.Hour).Chapters {
		if c.Sort != "us" {
			t.Errorf("a chapter came of dreams: %+v", c)
		}
	}
}

func TestWhatIsJottedDownIsKeptWhole(t *testing.T) {
	k := begin(t, inmem.New())
	k.say("hi, I'm Ben")
	k.clock.at = k.clock.at.Add(9 * time.Hour)
	for _, line := range []string{"the blue door. ask Jonas about the key, I'm meeting him tomorrow", "I dreamed of a lift that only went sideways"} {
		r, err := k.mind.Hear(t.Context(), samantha.Utterance{Text: line, Origin: samantha.OriginPerson, Note: true}, silent)
		if err != nil {
			t.Fatal(err)
		}
		if w := r.Heard.Words; len(w.Notes) != 1 || w.Notes[0].Text != line || len(w.Facts)+len(w.Threads) > 0 {
			t.Errorf("%q: %+v", line, w)
		}
		if n := len(strings.Fields(r.Text)); n > 2 {
			t.Errorf("%q: she says %q", line, r.Text)
		}
	}
	notes, err := k.mind.Notes(t.Context())
	if err != nil || len(notes) != 2 || notes[0].Kind != samantha.NotePlain || notes[1].Kind != samantha.NoteDream {
		t.Errorf("notes: %+v (%v)", notes, err)
	}
}
