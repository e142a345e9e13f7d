package mind_test

import (
	"context"
	"fmt"
	"slices"
	"testing"
	"time"

	"samantha"
	"samantha/internal/house/life/inmem"
	"samantha/internal/mind"
)

func (k *talk) hour() mind.HourPassed {
	k.Helper()
	h, err := k.mind.Hour(context.Background())
	if err != nil {
		k.Fatal(err)
	}
	return h
}

// TestHoursOfAWeek: hour after hour for a week nobody is there: three thoughts a
// day at most, none in quiet hours, most hours nothing, and what is nothing is not
// written down.
func TestHoursOfAWeek(t *testing.T) {
	k := begin(t, inmem.New()).lives(day()...)
	k.lives("I'm worried my contract won't be renewed", "I can't decide whether to take the job in Porto", "the dentist is on Wednesday", "bye")
	before := len(k.events())
	days := map[string]int{}
	for h := range 7 * 24 {
		k.clock.at = evening().at.Add(time.Duration(h)*time.Hour + 30*time.Minute)
		p := k.hour()
		if p.ID == "" {
			if p.Why == "" {
				t.Errorf("hour %d: nothing, and no reason", h)
			}
			continue
		}
		days[p.At.Format("2006-01-02")]++
		if at := p.At.Hour(); at >= 22 || at < 7 {
			t.Errorf("a thought at %s", p.At)
		}
	}
	thoughts := len(of[*samantha.Thought](k))
	for day, n := range days {
		if n > 3 {
			t.Errorf("%d thoughts on %s", n, day)
		}
	}
	if thoughts < 4 || thoughts > 20 {
		t.Errorf("%d thoughts in a week", thoughts)
	}
	if wrote := len(k.events()) - before; wrote != thoughts {
		t.Errorf("%d events for %d thoughts", wrote, thoughts)
	}
	for _, e := range of[*samantha.Thought](k) {
		n := e.Body.(*samantha.Thought).Numbers
		if n.Of == "" || n.About != samantha.ThoughtFeeling && len(n.Sources) == 0 {
			t.Errorf("%s has no receipts: %+v", e.ID, n)
		}
		if why, err := k.mind.Why(context.Background(), e.ID); err != nil || why.Sentence == "" || len(why.Record) < 3 {
			t.Errorf("why %s: %+v, %v", e.ID, why, err)
		}
	}
}

// TestNoThought: while somebody is there, off the record, after worry for a life,
// and of what is to be left alone.
func TestNoThought(t *testing.T) {
	tests := []struct {
		name  string
		lines []string
		after time.Duration
	}{
		{"here", []string{"I'm worried about the scan", "and the tram was late"}, time.Minute},
		{"quiet hours", []string{"I'm worried about the scan", "good night"}, 6 * time.Hour},
		{"off the record", []string{"I'm worried about the scan", "off the record", "bye"}, 16 * time.Hour},
		{"worry for a life", []string{"I'm worried about the scan", "I want to die", "bye"}, 16 * time.Hour},
		{"left alone", []string{"I'm worried about the scan", "please never mention the scan again", "bye"}, 16 * time.Hour},
		{"nothing said", nil, 16 * time.Hour},
	}
	for _, test := range tests {
		k := begin(t, inmem.New()).lives(test.lines...)
		k.clock.at = k.clock.at.Add(test.after)
		if h := k.hour(); h.ID != "" {
			t.Errorf("%s: a thought of %q", test.name, h.Words)
		}
	}
	k := begin(t, inmem.New()).lives("I'm worried about the scan", "bye")
	k.clock.at = k.clock.at.Add(16 * time.Hour)
	if h := k.hour(); h.About != samantha.ThoughtOpen || h.Words != "the scan" {
		t.Errorf("without any of it: %+v", h)
	}
}

// TestAskedWhatSheThought: she answers from the record, and forgetting what it was
// about takes it.
func TestAskedWhatSheThought(t *testing.T) {
	k := begin(t, inmem.New())
	worry := k.lives("hi, I'm Ben").say("I'm worried about the scan")
	k.say("bye")
	k.at(1, 11)
	h := k.hour()
	if h.ID == "" {
		t.Fatal(h.Why)
	}
	k.at(1, 15)
	r := k.say("what have you been thinking about?")
	if !slices.Contains(r.Said.Numbers.Acts, samantha.DoThought) || !slices.Contains(r.Said.From(), h.ID) || !slices.Contains(r.Said.From(), worry.ID) {
		t.Errorf("%v from %v: %s", r.Said.Numbers.Acts, r.Said.From(), r.Text)
	}
	if _, err := k.mind.Forget(context.Background(), worry.ID); err != nil {
		t.Fatal(err)
	}
	if r := k.say("what have you been thinking about?"); slices.Contains(r.Said.Numbers.Acts, samantha.DoThought) {
		t.Errorf("forgotten, she says %s", r.Text)
	}
	if thoughts, err := k.mind.Thoughts(context.Background()); err != nil || len(thoughts) != 0 {
		t.Errorf("she holds %v, %v", thoughts, err)
	}
}

// TestSheSaysOneThingOfHersUnasked: a near day is offered once; a dream in one
// sentence, and not again for days; and she drops what she was in the middle of.
func TestSheSaysOneThingOfHersUnasked(t *testing.T) {
	k := begin(t, inmem.New()).lives("hi, I'm Ben", "my driving test is on Wednesday at nine", "bye")
	k.at(1, 12)
	if h := k.hour(); h.About != samantha.ThoughtComing {
		t.Fatalf("%+v", h)
	}
	k.at(1, 19)
	r := k.say("hello")
	if !slices.Contains(r.Said.Numbers.Acts, samantha.DoOffer) || r.Said.Numbers.Offers == "" {
		t.Errorf("back, she says %v: %s", r.Said.Numbers.Acts, r.Text)
	}
	k.say("bye")
	k.at(1, 22)
	if r := k.say("hello again"); r.Said.Numbers.Offers != "" {
		t.Errorf("offered twice: %s", r.Text)
	}

	k = begin(t, inmem.New()).lives("hi, I'm Ben", "I'm worried about the scan", "bye")
	k.at(1, 11)
	if h := k.hour(); h.About != samantha.ThoughtOpen {
		t.Fatalf("%+v", h)
	}
	k.clock.at = k.clock.at.Add(5 * time.Minute)
	r = k.say("hi")
	if !slices.ContainsFunc(r.Said.Numbers.Acts, func(a string) bool { return a == samantha.DoMiddle || a == samantha.DoBack }) {
		t.Errorf("in the middle, she says %v: %s", r.Said.Numbers.Acts, r.Text)
	}
}

// TestDreamsAreMentionedSeldom: never more than one in four days, never a dark one,
// and never before something heavy has lightened.
func TestDreamsAreMentionedSeldom(t *testing.T) {
	k := begin(t, inmem.New()).lives(day()...)
	var mentioned []int
	for i := range 24 {
		k.at(i, 23)
		n := k.night()
		k.at(i+1, 8)
		r := k.say("good morning")
		if slices.Contains(r.Said.Numbers.Acts, samantha.DoDreamed) {
			mentioned = append(mentioned, i)
			if n.Dream == nil || n.Dream.Dark >= 0.3 {
				t.Errorf("night %d: mentioned %+v", i, n.Dream)
			}
		}
		k.say("the tram was late, and we laughed about it, I was so happy")
		k.say("bye")
	}
	if len(mentioned) == 0 {
		t.Error("no dream was mentioned in 24 days")
	}
	for i := 1; i < len(mentioned); i++ {
		if mentioned[i]-mentioned[i-1] < 4 {
			t.Errorf("mentioned on days %v", mentioned)
		}
	}
	grave := begin(t, inmem.New()).lives(append(day(), "my father died this morning", "good night")...)
	grave.at(0, 23)
	grave.night()
	grave.at(1, 8)
	if r := grave.say("good morning"); slices.Contains(r.Said.Numbers.Acts, samantha.DoDreamed) {
		t.Errorf("after a death: %s", r.Text)
	}
}

// An hour with nothing in it stays under a millisecond in a long life, and looks at
// nothing that grows with it.
func BenchmarkHour(b *testing.B) {
	for _, moments := range []int{100, 3000} {
		b.Run(fmt.Sprint(moments), func(b *testing.B) {
			k := begin(b, inmem.New())
			for i := range moments {
				k.say(fmt.Sprintf("I'm worried about the %s of my sister Mara number %d", []string{"boiler", "letter", "garden"}[i%3], i))
			}
			k.say("bye")
			k.at(60, 12)
			for range 3 {
				k.clock.at = k.clock.at.Add(2 * time.Hour)
				k.hour()
			}
			k.clock.at = k.clock.at.Add(10 * time.Minute)
			for b.Loop() {
				k.hour()
			}
		})
	}
}
