package mind_test

import (
	"context"
	"slices"
	"strings"
	"testing"
	"time"

	"samantha"
	"samantha/internal/house/life/inmem"
)

// ring lets happen what is due at a time, and returns what she says.
func (k *talk) ring(at time.Time) string {
	k.Helper()
	k.clock.at = at
	var said []string
	err := k.mind.Ring(context.Background(), func(c samantha.Clause) error {
		said = append(said, c.Text)
		return nil
	})
	if err != nil {
		k.Fatal(err)
	}
	return strings.Join(said, " ")
}

func TestRingingIsWrittenDownBeforeItIsHeard(t *testing.T) {
	k := begin(t, inmem.New())
	k.say("hello")
	set := k.say("remind me tomorrow at ten to water the fern")
	due := time.Date(2026, 3, 3, 10, 0, 0, 0, time.UTC)
	if said := k.ring(due.Add(-time.Second)); said != "" {
		t.Errorf("too early: %q", said)
	}
	said := k.ring(due)
	if !strings.Contains(strings.ToLower(said), "water the fern") {
		t.Errorf("she rings with %q", said)
	}
	events := k.events()
	rang, ok := events[len(events)-2].Body.(*samantha.Rang)
	answer, spoken := events[len(events)-1].Body.(*samantha.Said)
	if !ok || !spoken || rang.Numbers.Errands[0] != set.ID.Part("errand", 1) || !slices.Contains(answer.From(), set.ID) {
		t.Fatalf("the log ends in %v, %v", events[len(events)-2], events[len(events)-1])
	}
	k.mind.Close(t.Context())
	k.wake()
	if said := k.ring(due.Add(time.Minute)); said != "" {
		t.Errorf("after a restart it rings again: %q", said)
	}
	why, err := k.mind.Why(t.Context(), events[len(events)-1].ID)
	if err != nil || !strings.Contains(why.Sentence, "asked me to ring") {
		t.Errorf("why: %+v, %v", why, err)
	}
}

func TestForgettingReachesWhatRang(t *testing.T) {
	k := begin(t, inmem.New())
	k.say("hello")
	set := k.say("remind me tomorrow at ten to collect the zebra cake")
	k.ring(time.Date(2026, 3, 3, 10, 0, 0, 0, time.UTC))
	k.say("snooze ten minutes")
	if _, err := k.mind.Forget(t.Context(), set.ID); err != nil {
		t.Fatal(err)
	}
	if said := k.ring(k.clock.at.Add(10 * time.Minute)); said != "" {
		t.Errorf("what was forgotten rings: %q", said)
	}
	if held, err := k.mind.Holds(t.Context(), "zebra"); err != nil || held {
		t.Errorf("a view holds it still, %v", err)
	}
	for _, e := range k.events() {
		if said, ok := e.Body.(*samantha.Said); ok && strings.Contains(said.Text(), "zebra") {
			t.Errorf("%s holds it still: %q", e.ID, said.Text())
		}
	}
}

// Off the record neither what is asked nor what rings leaves a word.
func TestOffTheRecordNoErrandLeavesWords(t *testing.T) {
	k := begin(t, inmem.New())
	k.say("hello")
	k.say("remind me in an hour to ring the clinic")
	k.say("off the record")
	before := len(k.events())
	k.say("remind me tomorrow to buy a hat")
	if said := k.ring(k.clock.at.Add(time.Hour)); said == "" || strings.Contains(said, "clinic") {
		t.Errorf("she rings with %q", said)
	}
	for _, e := range k.events()[before:] {
		if said, ok := e.Body.(*samantha.Said); ok && strings.Contains(said.Text(), "hat") {
			t.Errorf("%s holds %q", e.ID, said.Text())
		}
	}
	k.say("you can remember again")
	errands, err := k.mind.Errands(t.Context())
	if err != nil || len(errands) > 1 {
		t.Errorf("kept: %+v, %v", errands, err)
	}
}

func TestErrandsFoldAlike(t *testing.T) {
	k := begin(t, inmem.New())
	for _, line := range []string{
		"hello", "remind me to buy hooks tomorrow", "no, Thursday", "put milk and eggs on the shopping list", "cross off milk",
		"wake me at seven", "cancel the alarm", "ten minute timer",
	} {
		k.say(line)
	}
	k.ring(k.clock.at.Add(10 * time.Minute))
	k.say("done")
	if a, b := foldOf(t, k.events()), foldOf(t, k.events()); a != b {
		t.Error("the same events fold differently")
	}
	errands, err := k.mind.Errands(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	var kept []string
	for _, e := range errands {
		kept = append(kept, string(e.Kind)+" "+e.What)
	}
	if got := strings.Join(kept, ", "); got != "reminder buy hooks, item eggs" {
		t.Errorf("kept: %s", got)
	}
}
