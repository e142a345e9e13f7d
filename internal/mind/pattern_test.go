package mind_test

import (
	"strings"
	"testing"
	"time"

	"samantha/internal/house/life/inmem"
)

// Three Sundays, each after the call with their father, and plain days between:
// asked, she says so with the dates and asks back; unasked, she says nothing.
func TestAPatternIsToldWhenAsked(t *testing.T) {
	k := begin(t, inmem.New())
	k.say("Sam")
	k.say("do you see a pattern?")
	sunday := time.Date(2026, 3, 8, 19, 0, 0, 0, time.UTC)
	for week := range 4 {
		k.clock.at = sunday.AddDate(0, 0, 7*week)
		for _, line := range []string{"my father called", "I feel so sad, I cried again"} {
			if r := k.say(line); strings.Contains(r.Text, "Sundays") {
				t.Errorf("unasked: %q", r.Text)
			}
		}
		for _, day := range []int{2, 4} {
			k.clock.at = sunday.AddDate(0, 0, 7*week+day)
			k.say("I went to the market and bought lemons")
		}
	}
	r := k.say("do you see a pattern?")
	m := r.Heard.Words.Intent.Moves[0]
	if m.Act != "answer.pattern" || m.Slots["what"] != "Sundays" || m.Slots["times"] != "4" || !strings.Contains(r.Text, "29 March") || !strings.HasSuffix(r.Text, "?") {
		t.Errorf("she says %q from %+v", r.Text, m)
	}
	if r.Said.Numbers.Sources == nil || len(m.From) < 4 {
		t.Errorf("receipts: %v", m.From)
	}
	if r := k.say("why do I feel like this on Tuesdays"); r.Heard.Words.Intent.Moves[0].Act != "answer.nopattern" {
		t.Errorf("Tuesdays: %q", r.Text)
	}
	if r := k.say("when am I happiest"); r.Heard.Words.Intent.Moves[0].Act != "answer.nopattern" {
		t.Errorf("happiest: %q", r.Text)
	}
}

// What they were not: she reads it less readily in them, says so where it can be
// seen, and unlearns it when she is asked to.
func TestACorrectedReading(t *testing.T) {
	k := begin(t, inmem.New())
	k.say("Sam")
	k.say("I'm furious about the queue")
	if r := k.say("no, I'm not angry, just tired"); r.Heard.Numbers.Misread == nil || r.Heard.Numbers.Misread.Is != "tired" {
		t.Errorf("%q, %+v", r.Text, r.Heard.Numbers.Misread)
	}
	k.say("I hate him, he is an idiot")
	if r := k.say("no, I was joking"); r.Heard.Numbers.Misread == nil || r.Heard.Numbers.Misread.Took != "anger" {
		t.Errorf("%q, %+v", r.Text, r.Heard.Numbers.Misread)
	}
	if reads := k.feelings().Reads; len(reads) != 1 || reads[0].Emotion != "anger" || reads[0].Times != 2 {
		t.Errorf("reads %+v", reads)
	}
	k.say("read me as you did at first")
	if reads := k.feelings().Reads; len(reads) != 0 {
		t.Errorf("reads %+v", reads)
	}
}
