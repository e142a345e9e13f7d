package mind_test

import (
	"context"
	"iter"
	"strings"
	"testing"

	"samantha"
	"samantha/internal/house/life/inmem"
	"samantha/internal/mind"
)

// lingering lets go at once, and clings in the moment after.
type lingering struct{}

func (lingering) Name() string { return "lingering" }

func (lingering) Version() int { return 1 }

func (lingering) Speak(_ context.Context, m samantha.Moment) iter.Seq2[samantha.Clause, error] {
	clauses := []string{"It's called Gerald.", "It is still early."}
	if m.Intent.Act() == samantha.DoGoodbye {
		clauses = []string{"Good night, sleep well."}
	}
	return func(yield func(samantha.Clause, error) bool) {
		for _, text := range clauses {
			if !yield(samantha.Clause{Text: text}, nil) {
				return
			}
		}
	}
}

// TestNothingHoldsOnAfterAGoodbye: in the moment after one, what holds on is left out, and
// the rest of the answer stands.
func TestNothingHoldsOnAfterAGoodbye(t *testing.T) {
	m, err := mind.Open(t.Context(), mind.Options{Log: inmem.New(), Speaker: lingering{}, Clock: evening(), Rooms: furnished(t).rooms, Zone: "Europe/London"})
	if err != nil {
		t.Fatal(err)
	}
	defer m.Close(context.Background())
	say := func(text string) samantha.Reply {
		r, err := m.Hear(t.Context(), samantha.Utterance{Text: text, Origin: samantha.OriginPerson}, silent)
		if err != nil {
			t.Fatal(err)
		}
		return r
	}
	say("my van is called Gerald")
	say("good night")
	r := say("oh, what did I call the van?")
	if strings.Contains(r.Text, "early") || !strings.Contains(r.Text, "Gerald") {
		t.Errorf("after a goodbye: %q", r.Text)
	}
	if caught := r.Said.Words.Guard; len(caught) != 1 || !strings.HasPrefix(caught[0].Rule, "farewell.") {
		t.Errorf("noted: %+v", caught)
	}
	if r := say("and what else"); !strings.Contains(r.Text, "Gerald") {
		t.Errorf("two moments later: %q", r.Text)
	}
}
