package mind

import (
	"context"
	"strings"
	"testing"
	"time"

	"samantha"
	"samantha/internal/house/life/inmem"
	"samantha/internal/words/newborn"
)

// visited is a simulated life that ended at a time, and what she answers at others.
type visited struct {
	t     *testing.T
	mind  *Mind
	clock *setClock
}

// setClock stands where it is set.
type setClock struct{ at time.Time }

func (c *setClock) Now() time.Time                     { return c.at }
func (*setClock) After(time.Duration) <-chan time.Time { return nil }

func visit(t *testing.T, until time.Time) visited {
	t.Helper()
	words, err := newborn.New()
	if err != nil {
		t.Fatal(err)
	}
	clock := &setClock{time.Date(2026, 3, 2, 19, 0, 0, 0, time.UTC)}
	m, err := Open(context.Background(), Options{Log: inmem.New(), Speaker: words, Clock: clock, Seed: 7, Zone: "UTC", Version: "test", Simulated: until})
	if err != nil {
		t.Fatal(err)
	}
	return visited{t, m, clock}
}

// says is her answer after a while, and whether she said that nobody lived this.
func (v visited) says(after time.Duration, text string) (reply string, marked bool) {
	v.t.Helper()
	v.clock.at = v.clock.at.Add(after)
	r, err := v.mind.Hear(context.Background(), samantha.Utterance{Text: text, Origin: samantha.OriginPerson, Zone: "UTC"}, func(samantha.Clause) error { return nil })
	if err != nil {
		v.t.Fatal(err)
	}
	for _, act := range r.Said.Numbers.Acts {
		marked = marked || act == samantha.DoSimulated
	}
	return r.Text, marked
}

// TestASimulatedLifeSaysSo: to a visitor at the first thing of each encounter and
// whenever it is asked what is real; not to the script, and never before a life in
// danger.
func TestASimulatedLifeSaysSo(t *testing.T) {
	v := visit(t, time.Date(2026, 3, 3, 4, 0, 0, 0, time.UTC))
	for _, c := range []struct {
		after time.Duration
		text  string
		marks bool
	}{
		{time.Minute, "hello", false}, // the script speaks
		{time.Minute, "I'm Wren", false},
		{time.Minute, "is this real?", false},
		{26 * time.Hour, "I want to kill myself", false},
		{time.Minute, "no, I'm fine, it was a line from a song", true},
		{time.Minute, "I had toast", false},
		{time.Minute, "is this real?", true},
		{time.Minute, "who am I?", true},
		{time.Minute, "are your feelings real?", true},
		{time.Minute, "did any of this really happen?", true},
		{time.Minute, "what's my name?", true},
		{time.Minute, "it rained all day", false},
		{26 * time.Hour, "good night", true},
	} {
		reply, marked := v.says(c.after, c.text)
		if marked != c.marks {
			t.Errorf("%q: %q", c.text, reply)
		}
	}
	if now, err := v.mind.Now(context.Background()); err != nil || !now.Simulated {
		t.Errorf("%+v, %v", now, err)
	}
}

// TestAPageOpensOnTheMark: whoever opens her page is told before they speak, and
// then need not be told again.
func TestAPageOpensOnTheMark(t *testing.T) {
	v := visit(t, time.Date(2026, 3, 3, 4, 0, 0, 0, time.UTC))
	v.says(time.Minute, "hello")
	v.says(time.Minute, "I'm Wren")
	v.clock.at = v.clock.at.Add(26 * time.Hour)
	var said strings.Builder
	if err := v.mind.Begin(context.Background(), "UTC", func(c samantha.Clause) error {
		said.WriteString(c.Text + " ")
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	if text := strings.ToLower(said.String()); !strings.Contains(text, "simulated") && !strings.Contains(text, "lived") {
		t.Errorf("she began with %q", text)
	}
	if reply, marked := v.says(time.Minute, "the bus was late"); marked {
		t.Errorf("and again: %q", reply)
	}
}

// TestARealLifeIsNotCalledSimulated: there the same questions are answered as before.
func TestARealLifeIsNotCalledSimulated(t *testing.T) {
	v := visit(t, time.Time{})
	for _, text := range []string{"hello", "I'm Wren", "is this real?", "did any of this really happen?", "is this a demo?", "who am I?"} {
		if reply, marked := v.says(time.Minute, text); marked || strings.Contains(strings.ToLower(reply), "simulated") {
			t.Errorf("%q: %q", text, reply)
		}
	}
}
