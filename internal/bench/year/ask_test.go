package year

import (
	"context"
	"errors"
	"testing"
	"time"

	"samantha"
)

// TestAskingLeavesNoTrace: she answers every line on each of the days, and the life
// goes on as if nobody had asked.
func TestAskingLeavesNoTrace(t *testing.T) {
	p, err := Named(Default)
	if err != nil {
		t.Fatal(err)
	}
	lines, err := Questions("hello # a greeting\n\n# none\nmy sister is coming\n")
	if err != nil || len(lines) != 2 {
		t.Fatalf("%q, %v", lines, err)
	}
	asked, err := Live(context.Background(), Options{Person: p, Days: 4, Seed: 7, Now: time.Now, Ask: lines, AskAt: []int{2, 4}})
	if err != nil {
		t.Fatal(err)
	}
	if quiet := live(t, Default, 4, 7); quiet.Hash != asked.Hash {
		t.Error("asking has changed the life")
	}
	if len(asked.Asked) != 2 || asked.Asked[1].Day != 4 || len(asked.Asked[1].Answers) != 2 || asked.Asked[1].Answers[1].Reply == "" {
		t.Errorf("asked %+v", asked.Asked)
	}
	if _, err := Questions("# nothing\n"); !errors.Is(err, samantha.ErrInvalid) {
		t.Errorf("nothing to ask: %v", err)
	}
}
