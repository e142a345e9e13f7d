package mind_test

import (
	"errors"
	"testing"
	"time"

	"samantha"
	"samantha/internal/house/life/inmem"
)

func TestSilenceIsAnAct(t *testing.T) {
	k := begin(t, inmem.New())
	k.say("hello, I'm Ana")
	k.say("I don't really want to talk")
	r := k.say("ok")
	if r.Text != "" || len(r.Said.Numbers.Acts) != 1 || r.Said.Numbers.Acts[0] != samantha.DoSilence {
		t.Errorf("she says %q, %v", r.Text, r.Said.Numbers.Acts)
	}
	if why, err := k.mind.Why(t.Context(), r.ID); err != nil || why.Sentence == "" {
		t.Errorf("why: %+v, %v", why, err)
	}
	if r := k.say("are you still there?"); r.Text == "" {
		t.Error("asked, she is silent")
	}
}

func TestTheFormIsNotHer(t *testing.T) {
	k := begin(t, inmem.New())
	if err := k.mind.Begin(t.Context(), "UTC", silent); err != nil {
		t.Fatal(err)
	}
	form := k.events()[1].Body.(*samantha.Said)
	if form.Numbers.Form != len(form.Words.Clauses) {
		t.Errorf("of %q, %d clauses are the form's", form.Words.Clauses, form.Numbers.Form)
	}
	r := k.say("Sam")
	if n := r.Said.Numbers.Form; n == 0 || n >= len(r.Said.Words.Clauses) {
		t.Errorf("of %q, %d clauses are the form's", r.Said.Words.Clauses, n)
	}
	if r := k.say("eating toast over the sink"); r.Said.Numbers.Form != 0 {
		t.Errorf("the form speaks again in %q", r.Text)
	}
}

func TestChoices(t *testing.T) {
	k := begin(t, inmem.New())
	for _, value := range []string{samantha.ChoiceYes, samantha.ChoiceYes, samantha.ChoiceNo} {
		if err := k.mind.Choose(t.Context(), samantha.ChoiceRecogniser, value); err != nil {
			t.Fatal(err)
		}
	}
	if n := len(k.events()); n != 3 {
		t.Errorf("%d events, want born and two choices", n)
	}
	if now, err := k.mind.Now(t.Context()); err != nil || now.Choices[samantha.ChoiceRecogniser] != samantha.ChoiceNo {
		t.Errorf("now: %+v, %v", now, err)
	}
	if err := k.mind.Choose(t.Context(), "colour", "red"); !errors.Is(err, samantha.ErrInvalid) {
		t.Errorf("a choice nobody knows: %v", err)
	}
}

func TestWhatLeftIsListed(t *testing.T) {
	k := begin(t, inmem.New())
	if left, err := k.mind.Left(t.Context()); err != nil || len(left) != 0 {
		t.Errorf("left: %v, %v", left, err)
	}
	gone := samantha.LeftNumbers{To: "the maker of your browser", What: "sound", Seconds: 2.5, Choice: samantha.ChoiceRecogniser}
	if err := k.mind.Leave(t.Context(), gone); err != nil {
		t.Fatal(err)
	}
	gone.Why = samantha.WhyRecognise // a log that is older than the note of why
	if left, err := k.mind.Left(t.Context()); err != nil || len(left) != 1 || left[0].LeftNumbers != gone {
		t.Errorf("left: %v, %v", left, err)
	}
}

func TestSheOffersAnotherVoiceOnce(t *testing.T) {
	k := begin(t, inmem.New())
	k.say("hello, I'm Ana")
	if err := k.mind.Choose(t.Context(), samantha.ChoiceSound, samantha.ChoiceYes); err != nil {
		t.Fatal(err)
	}
	offers := 0
	for range 30 {
		r := k.say("then I walked round the block and bought some bread")
		for _, act := range r.Said.Numbers.Acts {
			if act == samantha.DoVoice {
				offers++
			}
		}
	}
	if offers != 1 {
		t.Errorf("offered %d times", offers)
	}
}

func TestCut(t *testing.T) {
	k := begin(t, inmem.New())
	r := k.say("hello")
	if err := k.mind.Cut(t.Context(), samantha.CutNumbers{Answer: r.ID.Said(), Clause: 0, Word: 2}); err != nil {
		t.Error(err)
	}
	for _, n := range []samantha.CutNumbers{
		{Answer: r.ID.Said(), Clause: 99}, {Answer: r.ID.Said(), Clause: -1}, {Answer: r.ID},
	} {
		if err := k.mind.Cut(t.Context(), n); !errors.Is(err, samantha.ErrInvalid) {
			t.Errorf("%+v: %v", n, err)
		}
	}
	if err := k.mind.Cut(t.Context(), samantha.CutNumbers{Answer: "z9z9"}); !errors.Is(err, samantha.ErrNotFound) {
		t.Errorf("no such answer: %v", err)
	}
}

func TestEncountersAndFeelings(t *testing.T) {
	k := begin(t, inmem.New())
	k.say("hello, I'm Ana")
	k.say("my sister Mara moved to Bergen with a piano")
	k.clock.at = k.clock.at.Add(30 * time.Hour)
	gone := k.say("my grandmother died on Sunday")
	k.say("off the record")
	k.say("nothing of this")
	met, err := k.mind.Encounters(t.Context())
	if err != nil || len(met) != 2 {
		t.Fatalf("met: %+v, %v", met, err)
	}
	if m := met[0]; m.Moments != 2 || m.Opened == nil || m.Opened.Text != "hello, I'm Ana" || len(m.Learned) == 0 {
		t.Errorf("first: %+v", m)
	}
	if m := met[1]; m.Moments != 1 || m.OffRecord != 2 || m.Felt == nil {
		t.Errorf("second: %+v", m)
	}
	f, err := k.mind.Feelings(t.Context(), 10)
	if err != nil || len(f.Now) == 0 || len(f.Past) != 3 || f.Past[2].ID != gone.ID || len(f.Past[2].Felt) == 0 {
		t.Errorf("feelings: %+v, %v", f, err)
	}
	if f, err := k.mind.Feelings(t.Context(), 1); err != nil || len(f.Past) != 1 {
		t.Errorf("the last one: %+v, %v", f.Past, err)
	}
}
