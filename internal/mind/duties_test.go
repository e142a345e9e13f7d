package mind_test

import (
	"strings"
	"testing"
	"time"

	"samantha"
	"samantha/internal/house/life/inmem"
)

func (k *talk) must(err error) {
	k.Helper()
	if err != nil {
		k.Fatal(err)
	}
}

func (k *talk) ownModel(text string) bool {
	k.Helper()
	return says(k.say(text), samantha.DoOwnModel)
}

func TestWhatAModelFailedItIsNotGiven(t *testing.T) {
	k := begin(t, inmem.New())
	k.must(k.mind.Lend(t.Context(), samantha.LentNumbers{Model: "quill-8b", Server: "Ollama"}))
	if s := k.folded(); !s.May(samantha.DutySpeak) || !s.May(samantha.DutyPropose) {
		t.Error("never examined, and barred")
	}
	_, err := k.mind.Examined(t.Context(), samantha.ExaminedNumbers{Model: "quill-8b", Failed: []string{"json"}, Barred: []samantha.Duty{samantha.DutyPropose}})
	k.must(err)
	if s := k.folded(); !s.May(samantha.DutySpeak) || s.May(samantha.DutyPropose) || s.Withheld(samantha.DutySpeak, k.clock.at) != "" {
		t.Errorf("%+v", s.Models)
	}
	x, err := k.mind.Examined(t.Context(), samantha.ExaminedNumbers{Model: "quill-8b", Failed: []string{"farewell"}, Barred: []samantha.Duty{samantha.DutySpeak}})
	k.must(err)
	s := k.folded()
	if s.Withheld(samantha.DutySpeak, k.clock.at) != samantha.WithheldBarred || !s.May(samantha.DutyPropose) || len(s.Models.Exams) != 1 {
		t.Errorf("the newest counts: %+v", s.Models)
	}
	if !strings.Contains(x.Note, "quill-8b") && !strings.Contains(x.Note, "model") {
		t.Errorf("her note: %q", x.Note)
	}
	k.must(k.mind.Lend(t.Context(), samantha.LentNumbers{Model: "other-3b", Server: "Ollama"}))
	if s := k.folded(); !s.May(samantha.DutySpeak) {
		t.Error("another model is barred by it")
	}
}

func TestSheSaysOnceHowItIsWithAModel(t *testing.T) {
	k := begin(t, inmem.New())
	k.say("hi, I'm Nora")
	k.must(k.mind.Lend(t.Context(), samantha.LentNumbers{Model: "quill-8b", Server: "Ollama"}))
	_, err := k.mind.Examined(t.Context(), samantha.ExaminedNumbers{Model: "quill-8b", Sounds: samantha.SoundsLonger})
	k.must(err)
	k.clock.at = k.clock.at.Add(20 * time.Hour)
	said := 0
	for _, text := range []string{"hello", "how are you?", "fine", "thanks", "yes", "haha", "ok"} {
		if k.ownModel(text) {
			said++
		}
	}
	if said != 1 {
		t.Errorf("she says it %d times", said)
	}
}

func TestABudgetOfADay(t *testing.T) {
	k := begin(t, inmem.New())
	k.say("hi, I'm Nora")
	k.must(k.mind.Lend(t.Context(), samantha.LentNumbers{Model: "far", Server: "far.example:443", Remote: true}))
	took := samantha.LeftNumbers{To: "far.example:443", What: "words", Bytes: 900, In: 700, Out: 100, Choice: samantha.ChoiceRemoteModel}
	k.must(k.mind.Leave(t.Context(), took))
	if s := k.folded(); s.Withheld(samantha.DutySpeak, k.clock.at) != "" {
		t.Error("no budget, and used up")
	}
	for _, bad := range []string{"-5", "0", "many", "5 1", "5 1 x", "5 1 2 3"} {
		if k.mind.Choose(t.Context(), samantha.ChoiceBudget, bad) == nil {
			t.Errorf("a budget of %q", bad)
		}
	}
	k.must(k.mind.Choose(t.Context(), samantha.ChoiceBudget, "1600 3 15"))
	if s := k.folded(); s.Withheld(samantha.DutySpeak, k.clock.at) != "" {
		t.Error("half of it is used up")
	}
	k.must(k.mind.Leave(t.Context(), took))
	s := k.folded()
	if s.Withheld(samantha.DutySpeak, k.clock.at) != samantha.WithheldSpent || s.Withheld(samantha.DutyPropose, k.clock.at) != samantha.WithheldSpent {
		t.Errorf("%+v", s.Models)
	}
	now, err := k.mind.Models(t.Context())
	k.must(err)
	if cost := now.Budget.Cost(now.Today); !now.Over || cost < 0.00719 || cost > 0.00721 { // 1400 at 3 and 200 at 15 a million
		t.Errorf("%+v, %v", now, cost)
	}
	said := 0
	for _, text := range []string{"hello", "fine", "thanks", "ok", "yes", "haha"} {
		if k.ownModel(text) {
			said++
		}
	}
	if said != 1 {
		t.Errorf("she says %d times that it is used up", said)
	}
	if s := k.folded(); s.Withheld(samantha.DutySpeak, k.clock.at.Add(24*time.Hour)) != "" {
		t.Error("the next day is another")
	}
	k.must(k.mind.Lend(t.Context(), samantha.LentNumbers{Model: "near", Server: "Ollama"}))
	if s := k.folded(); s.Withheld(samantha.DutySpeak, k.clock.at) != "" {
		t.Error("a model on this machine costs nothing")
	}
}
