package mind_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"samantha"
	"samantha/internal/house/life/inmem"
	"samantha/internal/mind"
)

func pieceOf(mark, text string) mind.Piece {
	written := time.Date(2024, 3, 5, 12, 0, 0, 0, time.UTC)
	return mind.Piece{By: samantha.OriginFile, Brought: samantha.Brought{
		Words:   samantha.BroughtWords{Text: text, File: "diary.txt"},
		Numbers: samantha.BroughtNumbers{Written: written, Day: true, Mark: mark},
	}}
}

func TestAPastIsBroughtOnce(t *testing.T) {
	k := begin(t, inmem.New())
	pieces := []mind.Piece{pieceOf("1", "The boat leaks at the third plank."), pieceOf("2", "Rain."), pieceOf("2", "Rain.")}
	for _, want := range []int{2, 0} {
		if got, err := k.mind.Bring(t.Context(), pieces); err != nil || got.New != want {
			t.Errorf("%d new, %v; want %d", got.New, err, want)
		}
	}
	hits, err := k.mind.Memories(t.Context(), "which plank leaks?", 5)
	if err != nil || len(hits) == 0 || hits[0].By != samantha.OriginFile || hits[0].At.Year() != 2024 {
		t.Errorf("recalled %+v, %v", hits, err)
	}
}

// Asked, she answers from it, and says where she has it from.
func TestSheAnswersFromAPast(t *testing.T) {
	k := begin(t, inmem.New())
	k.say("hello, I'm Ana")
	if _, err := k.mind.Bring(t.Context(), []mind.Piece{pieceOf("1", "Mara came to help with the caulking.")}); err != nil {
		t.Fatal(err)
	}
	r := k.say("what did I tell you about the caulking?")
	if !strings.Contains(r.Text, "Mara came to help") || strings.Contains(r.Text, "You told me") {
		t.Errorf("she says %q", r.Text)
	}
}

// What she was asked to forget does not come back with the next reading, also
// after a restart, and what was made of it is gone.
func TestAPastIsTakenBack(t *testing.T) {
	k := begin(t, inmem.New())
	pieces := []mind.Piece{pieceOf("1", "The boat leaks at the third plank.")}
	if _, err := k.mind.Bring(t.Context(), pieces); err != nil {
		t.Fatal(err)
	}
	for _, want := range []int{1, 0} {
		if n, err := k.mind.TakeBack(t.Context(), []string{"1", "7"}); err != nil || n != want {
			t.Errorf("%d taken back, %v; want %d", n, err, want)
		}
	}
	k.wake()
	if got, err := k.mind.Bring(t.Context(), pieces); err != nil || got.New != 0 || got.Forgotten != 1 {
		t.Errorf("brought again: %+v, %v", got, err)
	}
	if held, err := k.mind.Holds(t.Context(), "plank"); err != nil || held {
		t.Errorf("she still holds it: %v", err)
	}
}

func TestNothingIsBroughtOffTheRecord(t *testing.T) {
	k := begin(t, inmem.New())
	if _, err := k.mind.Remember(t.Context(), false); err != nil {
		t.Fatal(err)
	}
	if _, err := k.mind.Bring(t.Context(), []mind.Piece{pieceOf("1", "Rain.")}); !errors.Is(err, samantha.ErrInvalid) {
		t.Errorf("brought: %v", err)
	}
}
