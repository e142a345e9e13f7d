package mind_test

import (
	"errors"
	"strings"
	"testing"

	"samantha"
)

// known is what stood before a model of what she knows.
func (l *lent) known() string {
	var b strings.Builder
	for _, x := range l.moment.Around.Known {
		b.WriteString(x.Text + "\n")
	}
	return b.String()
}

// TestWhatIsKnownStandsBeforeAModel: of whom is spoken of and nobody else, by name or by
// what they are, with what is open; nothing of whom she is to leave alone, and nothing
// with a guest there.
func TestWhatIsKnownStandsBeforeAModel(t *testing.T) {
	k, l := withModel(t, "Hm.")
	k.say("my sister's name is Ruth")
	k.say("Ruth is a nurse")
	k.say("my brother's name is Piet")
	k.say("Piet is a welder")
	k.say("I have a driving test on Friday")
	for range 8 {
		k.say("the rain came in again")
	}
	if got := l.known(); strings.Contains(got, "nurse") || strings.Contains(got, "welder") {
		t.Errorf("while nobody is spoken of stands\n%s", got)
	}
	k.say("Ruth was late again")
	if got := l.known(); !strings.Contains(got, "nurse") || strings.Contains(got, "welder") {
		t.Errorf("of Ruth stands\n%s", got)
	}
	k.say("I dread the driving")
	if got := l.known(); !strings.Contains(got, "driving test") {
		t.Errorf("of the test stands\n%s", got)
	}
	k.say("never bring up Ruth again")
	k.say("my sister rang")
	if got := l.known(); strings.Contains(got, "Ruth") || strings.Contains(got, "nurse") {
		t.Errorf("of who is left alone stands\n%s", got)
	}
	k.say("my friend Tom is here")
	k.say("Piet was late again")
	if got := l.known(); got != "" {
		t.Errorf("with a guest there stands\n%s", got)
	}
}

// TestACodeStandsBeforeNoModel: what holds one is left out, and the moment that tells it
// says so.
func TestACodeStandsBeforeNoModel(t *testing.T) {
	k, l := withModel(t, "Hm.")
	k.say("my locker code is 4471")
	if !l.moment.Secret {
		t.Error("the moment does not say that a code is told in it")
	}
	k.say("the locker was open again")
	if got := l.stood() + l.known(); l.moment.Secret || strings.Contains(got, "4471") {
		t.Errorf("later stands\n%s", got)
	}
}

// TestHerOwnLinesAreInMindWhereTheyCarry: a filler of hers is nothing to have in mind.
func TestHerOwnLinesAreInMindWhereTheyCarry(t *testing.T) {
	k, l := withModel(t, "The kettle again, then.")
	k.say("the kettle broke")
	k.days(3)
	l.says = []string{"Hm."}
	k.say("the kettle broke again")
	for _, x := range l.moment.Around.Recall {
		if x.By == samantha.OriginHerself {
			t.Errorf("in mind is %q of hers", x.Text)
		}
	}
}

// TestWhatIsKnownIsForgotten: what was sent goes with what told a fact in it.
func TestWhatIsKnownIsForgotten(t *testing.T) {
	k, l := withModel(t, "Hm.")
	told := k.say("my sister's name is Ruth")
	nurse := k.say("Ruth is a nurse")
	l.holds = true
	used := k.say("Ruth was late again")
	if p, err := k.mind.Prompt(t.Context(), used.ID); err != nil || !strings.Contains(p.Moment, "nurse") {
		t.Fatalf("what was sent: %+v, %v", p, err)
	}
	if _, err := k.mind.Forget(t.Context(), nurse.ID); err != nil {
		t.Fatal(err)
	}
	if p, err := k.mind.Prompt(t.Context(), used.ID); !errors.Is(err, samantha.ErrForgotten) {
		t.Errorf("after %s is gone, what was sent is %q, %v", told.ID, p.Moment, err)
	}
}
