package senses_test

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"

	"samantha"
	"samantha/internal/senses"
)

// spokenTo is a session in which one thing was said and answered:
// "You said:" "one two three."
func spokenTo(b *bed) (*senses.Device, samantha.ID) {
	d := b.attend(0)
	d.Say(typed("a", "one two three"))
	said := only[senses.Said](b.shown(d))
	return d, said[len(said)-1].ID
}

func TestInterruptionsAreToldInHerClauses(t *testing.T) {
	for _, c := range []struct {
		heard        int
		clause, word int
		cut          bool
	}{
		{-1, 0, 0, true},
		{0, 0, 0, true},
		{1, 1, 0, true}, // "You said:"
		{2, 1, 2, true}, // "one two"
		{3, 2, 0, false},
		{99, 2, 0, false},
	} {
		inBubble(t, func(t *testing.T, b *bed) {
			d, answer := spokenTo(b)
			if err := d.Cut(t.Context(), answer, c.heard); err != nil {
				t.Fatal(err)
			}
			var want []samantha.CutNumbers
			if c.cut {
				want = []samantha.CutNumbers{{Answer: answer, Clause: c.clause, Word: c.word}}
			}
			if d := cmp.Diff(want, b.mind.cuts); d != "" {
				t.Errorf("%d heard: %s", c.heard, d)
			}
		})
	}
}

func TestNobodyCutsWhatSheDidNotSay(t *testing.T) {
	inBubble(t, func(t *testing.T, b *bed) {
		d, answer := spokenTo(b)
		for _, id := range []samantha.ID{"", "zz", answer.Moment(), "z9z9.said", answer + ".1"} {
			if err := d.Cut(t.Context(), id, 0); !errors.Is(err, samantha.ErrNotFound) {
				t.Errorf("%q: %v", id, err)
			}
		}
		if len(b.mind.cuts) > 0 {
			t.Errorf("%v", b.mind.cuts)
		}
	})
}

func TestWhatLeftIsNotedOnce(t *testing.T) {
	inBubble(t, func(t *testing.T, b *bed) {
		d := b.attend(0)
		u := senses.Utterance{ID: "a", Text: "hello there", Ear: senses.EarRemote, Seconds: 1.5}
		d.Say(u)
		d.Say(u)
		said := only[senses.Said](b.shown(d))
		d.Say(u)
		b.shown(d)
		if err := d.Spoke(t.Context(), said[1].ID, "Aria  Online"); err != nil {
			t.Fatal(err)
		}
		want := []samantha.LeftNumbers{
			{To: "Google", What: "sound", Seconds: 1.5, Why: samantha.WhyRecognise, Choice: samantha.ChoiceRecogniser},
			{To: "the maker of the voice Aria Online", What: "words", Bytes: len("You said: hello there."), Why: samantha.WhyVoice, Choice: samantha.ChoiceRemoteVoice},
		}
		if d := cmp.Diff(want, b.mind.left); d != "" {
			t.Error(d)
		}
	})
}

func TestAChoiceReachesEveryDevice(t *testing.T) {
	inBubble(t, func(t *testing.T, b *bed) {
		desk, phone := b.attend(0), b.attend(0)
		b.shown(desk)
		b.shown(phone)
		if err := phone.Choose(t.Context(), samantha.ChoiceVoice, "Moira"); err != nil {
			t.Fatal(err)
		}
		for _, d := range []*senses.Device{desk, phone} {
			got := only[senses.Changed](b.shown(d))
			if len(got) != 1 || got[0].Now.Choices[samantha.ChoiceVoice] != "Moira" {
				t.Errorf("%+v", got)
			}
		}
	})
}

// TestNoPageChoosesAModel: a page can send her words to no server.
func TestNoPageChoosesAModel(t *testing.T) {
	inBubble(t, func(t *testing.T, b *bed) {
		desk := b.attend(0)
		for _, choice := range []string{samantha.ChoiceModel, samantha.ChoiceRemoteModel} {
			if err := desk.Choose(t.Context(), choice, "models.example:443"); !errors.Is(err, samantha.ErrDenied) {
				t.Errorf("%s: %v", choice, err)
			}
		}
	})
}
