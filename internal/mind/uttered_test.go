package mind_test

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"samantha"
	"samantha/internal/house/life/inmem"
)

var fourClauses = []string{"Late again.", "The bus has a gift.", "I'd walk.", "So would you, by now."}

// hear says something, and gives the clauses that were heard.
func (k *talk) hear(text, face string, out func(heard []string) error) (heard []string, r samantha.Reply, err error) {
	k.Helper()
	k.clock.at = k.clock.at.Add(30 * time.Second)
	r, err = k.mind.Hear(context.Background(), samantha.Utterance{Text: text, Origin: samantha.OriginPerson, FaceID: face}, func(c samantha.Clause) error {
		heard = append(heard, c.Text)
		return out(heard)
	})
	return heard, r, err
}

func always([]string) error { return nil }

// uttered are the clauses that the log has of its last answer before that was whole.
func (k *talk) uttered() (clauses []string) {
	for _, e := range k.events() {
		if b, ok := e.Body.(*samantha.Uttered); ok {
			clauses = append(clauses, b.Words.Text)
		}
	}
	return clauses
}

// TestAModelIsHeardClauseByClause: when a model is asked for its next clause, all but the
// last of those it gave were heard, and each of them is in the log.
func TestAModelIsHeardClauseByClause(t *testing.T) {
	k, l := withModel(t, fourClauses...)
	var heard []string
	delay := 0
	k.say("hello") // the first words of a life have much beside them
	l.asked = func(n int) { delay = max(delay, n-len(heard)) }
	_, r, err := k.hear("the bus was late again", "", func(h []string) error { heard = h; return nil })
	if err != nil || !slices.Equal(heard, fourClauses) || r.Text != strings.Join(fourClauses, " ") {
		t.Fatalf("heard %q of %q: %v", heard, r.Text, err)
	}
	if delay > 1 {
		t.Errorf("the guard keeps %d clauses back", delay)
	}
	if got := k.uttered(); !slices.Equal(got[len(got)-len(heard):], heard) {
		t.Errorf("the log has %q", got)
	}
	if p, err := k.mind.Prompt(t.Context(), r.ID); err != nil || p.Prefix != "who she is" {
		t.Errorf("what was sent: %+v, %v", p, err)
	}
}

// TestWhatWasHeardIsWhatIsRecorded: the power fails after each of the clauses; what was
// heard by then is her answer, once, and nobody hears it again but who asks again.
func TestWhatWasHeardIsWhatIsRecorded(t *testing.T) {
	for n := 1; n <= len(fourClauses); n++ {
		log := &cutShort{Log: inmem.New()}
		k := begin(t, log)
		k.words = &lent{says: fourClauses}
		k.wake()
		heard, _, err := k.hear("the bus was late again", "f", func(h []string) error {
			log.dead = len(h) == n
			return nil
		})
		if !errors.Is(err, errPower) || len(heard) != n {
			t.Fatalf("%d: heard %q, %v", n, heard, err)
		}
		log.dead = false
		k.words = &lent{says: []string{"Something else."}}
		k.wake()
		again, r, err := k.hear("the bus was late again", "f", always)
		if err != nil || !r.Repeated || !slices.Equal(again, heard) {
			t.Errorf("%d: heard %q, and after the crash %q: %v", n, heard, again, err)
		}
		if by := r.Said.Numbers; by.Speaker != "small" || by.Handed.Why != "broken" {
			t.Errorf("%d: by %s, %+v", n, by.Speaker, by.Handed)
		}
		if p, err := k.mind.Prompt(t.Context(), r.ID); err != nil || p.Moment == "" {
			t.Errorf("%d: what was sent: %+v, %v", n, p, err)
		}
		if next := k.say("I bought a kettle"); next.Text != "Something else." {
			t.Errorf("%d: then she says %q", n, next.Text)
		}
	}
}

// TestAModelThatNobodyListensToIsGivenUp: it is not asked for more, and the log has how
// far it was heard.
func TestAModelThatNobodyListensToIsGivenUp(t *testing.T) {
	k, l := withModel(t, fourClauses...)
	_, r, err := k.hear("the bus was late again", "", func(h []string) error {
		if len(h) == 2 {
			return errors.New("gone")
		}
		return nil
	})
	if err != nil || l.heard != 2 || r.Text != strings.Join(fourClauses[:2], " ") {
		t.Errorf("%d clauses were taken: %q, %v", l.heard, r.Text, err)
	}
	events := k.events()
	if cut, ok := events[len(events)-1].Body.(*samantha.Cut); !ok || cut.Numbers.Clause != 1 {
		t.Errorf("the last event is %+v", events[len(events)-1].Body)
	}
}

// TestWhatIsReadWholeIsNotHeardInPieces: a goodbye, and what the guard put there; and off
// the record nothing is kept of what is heard at once.
func TestWhatIsReadWholeIsNotHeardInPieces(t *testing.T) {
	k, l := withModel(t, "Stay a little.", "Please don't go yet.")
	r := k.say("good night, I'm off to bed")
	if got := k.uttered(); len(got) > 0 || strings.Contains(r.Text, "don't go") {
		t.Errorf("%q left before %q was read", got, r.Text)
	}
	l.says = []string{"I am human, like you.", "And more."}
	r = k.say("the bus was late again")
	if got := k.uttered(); len(got) > 0 || r.Said.Numbers.Handed.Why != "guard" {
		t.Errorf("%q left of %q", got, r.Text)
	}
	k.say("off the record")
	l.says = fourClauses
	n := len(k.events())
	heard, r, err := k.hear("the rain came in again", "", always)
	if err != nil || !r.OffRecord || len(heard) == 0 || len(k.uttered()) > 0 || len(k.events()) != n+1 {
		t.Errorf("off the record %q, %+v, %v", heard, r.OffRecord, err)
	}
}

// TestForgettingReachesWhatWasUttered: whichever of an answer, what it answers and what
// stood before the model is forgotten.
func TestForgettingReachesWhatWasUttered(t *testing.T) {
	for _, which := range []string{"heard", "said", "before"} {
		k, _ := withModel(t, "A xylograph.", "Of all things.")
		before := k.say("I bought a xylograph")
		r := k.say("the xylograph came today")
		id := map[string]samantha.ID{"heard": r.ID, "said": r.ID.Said(), "before": before.ID}[which]
		if _, err := k.mind.Forget(t.Context(), id); err != nil {
			t.Fatal(err)
		}
		for _, e := range k.events() {
			if b, ok := e.Body.(*samantha.Uttered); ok && b.Numbers.Answer == r.ID.Said() && (!e.Forgotten || b.Words.Text != "") {
				t.Errorf("%s forgotten: clause %d is still %q", which, b.Numbers.Clause, b.Words.Text)
			}
		}
	}
}
