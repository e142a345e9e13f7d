package mind_test

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"samantha"
	"samantha/internal/house/life/inmem"
)

// full is a log on a disk that is full.
type full struct {
	samantha.Log
	full bool
}

func (f *full) Append(ctx context.Context, drafts ...samantha.Draft) ([]samantha.Event, error) {
	if f.full {
		return nil, samantha.ErrUnsaved
	}
	return f.Log.Append(ctx, drafts...)
}

func TestAFullDiskLosesNoTalk(t *testing.T) {
	log := &full{Log: inmem.New()}
	k := begin(t, log)
	k.say("hi")
	log.full = true
	if r := k.say("I work at the harbour"); !r.Unsaved || r.Text == "" {
		t.Errorf("on a full disk: %+v", r)
	}
	if r := k.say("where do I work?"); !strings.Contains(r.Text, "harbour") {
		t.Errorf("she does not hold what waits for the disk: %q", r.Text)
	}
	if n, _ := k.mind.Unsaved(t.Context()); n != 2 {
		t.Errorf("a restart would lose %d moments, want 2", n)
	}
	log.full = false
	if r := k.say("thanks"); r.Unsaved {
		t.Error("the disk has room again and the moment is still unsaved")
	}
	if n := len(k.events()); n != 1+2*4 {
		t.Errorf("%d events in the log, want 9", n)
	}
}

func TestBeingCutOffIsNoted(t *testing.T) {
	k := begin(t, inmem.New())
	gone := errors.New("the listener is gone")
	n := 0
	_, err := k.mind.Hear(t.Context(), samantha.Utterance{Text: "hello", Origin: samantha.OriginPerson}, func(samantha.Clause) error {
		n++
		if n > 1 {
			return gone
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	events := k.events()
	cut, ok := events[len(events)-1].Body.(*samantha.Cut)
	if !ok || cut.Numbers.Clause != 1 {
		t.Errorf("last event %+v", events[len(events)-1].Body)
	}
}

func TestAMomentThatIsCancelledBeforeItBeganLeavesNothing(t *testing.T) {
	k := begin(t, inmem.New())
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, err := k.mind.Hear(ctx, samantha.Utterance{Text: "hello"}, silent)
	if !errors.Is(err, context.Canceled) || len(k.events()) != 1 {
		t.Errorf("%v, %d events", err, len(k.events()))
	}
}

// cutShort is a log whose power fails right after something was heard.
type cutShort struct {
	samantha.Log
	fails bool
	dead  bool // from now on nothing is taken
}

var errPower = errors.New("the power failed")

func (c *cutShort) Append(ctx context.Context, drafts ...samantha.Draft) ([]samantha.Event, error) {
	if c.dead || c.fails && drafts[0].Body.Kind() == samantha.KindSaid {
		return nil, errPower
	}
	return c.Log.Append(ctx, drafts...)
}

func TestAnUnansweredMomentIsFinishedFromItsIntent(t *testing.T) {
	whole := begin(t, inmem.New())
	want := whole.say("I fixed the bike chain").Text

	log := &cutShort{Log: inmem.New(), fails: true}
	k := begin(t, log)
	k.clock.at = k.clock.at.Add(30 * time.Second)
	u := samantha.Utterance{Text: "I fixed the bike chain", Origin: samantha.OriginPerson, FaceID: "f"}
	if _, err := k.mind.Hear(t.Context(), u, silent); !errors.Is(err, errPower) {
		t.Fatalf("heard: %v", err)
	}
	log.fails = false
	k.wake()
	r, err := k.mind.Hear(t.Context(), u, silent)
	if err != nil || !r.Repeated || r.Text != want {
		t.Errorf("after the crash %q, %v; without it %q", r.Text, err, want)
	}
	if n := len(k.events()); n != 3 {
		t.Errorf("%d events, want 3", n)
	}
}
