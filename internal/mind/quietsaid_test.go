package mind_test

import (
	"context"
	"testing"

	"samantha"
	"samantha/internal/house/life/inmem"
)

// The hours of a night are chosen by word as they are on the page, and hours that
// are no night change nothing.
func TestTheNightIsChosenByWord(t *testing.T) {
	k := begin(t, inmem.New()).lives(day()...)
	for _, said := range []struct{ line, want string }{
		{"my nights are from midnight to eight", "0-8"},
		{"my nights are from three to three", "0-8"},
		{"please keep quiet from 11pm until 6 in the morning", "23-6"},
	} {
		k.say(said.line)
		now, err := k.mind.Now(context.Background())
		if err != nil {
			t.Fatal(err)
		}
		if got := now.Choices[samantha.ChoiceQuiet]; got != said.want {
			t.Errorf("after %q: %q, want %q", said.line, got, said.want)
		}
	}
}
