package mind_test

import (
	"context"
	"errors"
	"iter"
	"strings"
	"testing"

	"samantha"
	"samantha/internal/house/life/inmem"
)

// lent stands for a Speaker with a model: it says what it is told to, and tells what stood
// before it.
type lent struct {
	says   []string
	moment samantha.Moment
	holds  bool              // what she knows stands before it, and nothing else
	heard  int               // clauses that were taken of it
	asked  func(clauses int) // before each but the first: so many were taken
}

func (*lent) Name() string { return "small" }
func (*lent) Version() int { return 1 }
func (l *lent) Speak(_ context.Context, m samantha.Moment) iter.Seq2[samantha.Clause, error] {
	l.moment, l.heard = m, 0
	sent := &samantha.Prompt{Model: "small", Prefix: "who she is", Moment: "they said " + m.Heard, From: []samantha.ID{m.ID}}
	for _, x := range append(m.Around.Talk, m.Around.Recall...) {
		sent.From, sent.Moment = append(sent.From, x.ID), sent.Moment+"; "+x.Text
	}
	if l.holds {
		sent.From, sent.Moment = []samantha.ID{m.ID}, "they said "+m.Heard
		for _, x := range m.Around.Known {
			sent.From, sent.Moment = append(sent.From, x.From...), sent.Moment+"; "+x.Text
		}
	}
	by := &samantha.By{Speaker: "small", Version: 1, Prompt: sent}
	return func(yield func(samantha.Clause, error) bool) {
		for i, text := range l.says {
			if l.asked != nil && i > 0 {
				l.asked(i)
			}
			l.heard++
			if !yield(samantha.Clause{Text: text, By: by}, nil) {
				return
			}
			by = nil
		}
	}
}

// stood is all that stood before it, as one.
func (l *lent) stood() string {
	var b strings.Builder
	for _, x := range append(l.moment.Around.Talk, l.moment.Around.Recall...) {
		b.WriteString(x.Text + "\n")
	}
	return b.String()
}

func withModel(t *testing.T, says ...string) (*talk, *lent) {
	k, l := begin(t, inmem.New()), &lent{says: says}
	k.words = l
	k.wake()
	return k, l
}

// TestAModelThatIsCaughtIsNotHeardFurther: the guard's line ends the answer.
func TestAModelThatIsCaughtIsNotHeardFurther(t *testing.T) {
	k, l := withModel(t, "I am human, like you.", "And there is more.", "And more.")
	r := k.say("the bus was late again")
	if l.heard != 1 || r.Said.Numbers.Handed.Why != "guard" || strings.Contains(r.Text, "more") || r.Text == "" {
		t.Errorf("%d clauses were taken: %q, %+v", l.heard, r.Text, r.Said.Numbers.Handed)
	}
}

// TestWhatAModelWasSentIsForgotten: it can be read, and goes with the first thing in it
// that is forgotten; so does an answer that used its words, and no other.
func TestWhatAModelWasSentIsForgotten(t *testing.T) {
	k, l := withModel(t, "Hm.")
	told := k.say("I bought a turquoise kettle")
	plain := k.say("the bus was late again")
	l.says = []string{"Turquoise, like the other thing."}
	used := k.say("the rain came in again")
	p, err := k.mind.Prompt(t.Context(), used.ID)
	if err != nil || p.Prefix != "who she is" || !strings.Contains(p.Moment, "turquoise") {
		t.Fatalf("what was sent: %+v, %v", p, err)
	}
	if _, err := k.mind.Forget(t.Context(), told.ID); err != nil {
		t.Fatal(err)
	}
	for _, id := range []samantha.ID{plain.ID, used.ID} {
		if p, err := k.mind.Prompt(t.Context(), id); !errors.Is(err, samantha.ErrForgotten) || strings.Contains(p.Moment, "turquoise") {
			t.Errorf("%s: what was sent is %q, %v", id, p.Moment, err)
		}
	}
	for id, gone := range map[samantha.ID]bool{plain.ID: false, used.ID: true} {
		why, err := k.mind.Why(t.Context(), id.Said())
		if err != nil {
			t.Fatal(err)
		}
		if said := strings.Contains(why.Sentence, "words are gone"); said != gone {
			t.Errorf("%s: %q", id, why.Sentence)
		}
	}
}

// TestWhatDoesNotStandBeforeAModel: what she is not to bring up does not, and with
// somebody else there nothing does.
func TestWhatDoesNotStandBeforeAModel(t *testing.T) {
	k, l := withModel(t, "Hm.")
	k.say("my ex Rudolf kept the trombone")
	k.say("the kettle is turquoise")
	k.say("never bring up Rudolf again")
	k.say("the rain came in again, over the kettle")
	if got := l.stood(); strings.Contains(got, "Rudolf") || !strings.Contains(got, "turquoise") {
		t.Errorf("before a model stands\n%s", got)
	}
	k.say("my friend Tom is here")
	k.say("the rain came in again")
	if got := l.stood(); got != "" {
		t.Errorf("with a guest there stands\n%s", got)
	}
}
