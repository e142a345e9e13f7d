package mind_test

import (
	"strings"
	"testing"
	"time"

	"samantha"
	"samantha/internal/house/life/inmem"
	"samantha/internal/mind"
)

// held tells which of the words her views and her log's words still hold.
func (k *talk) held(words ...string) (found []string) {
	k.Helper()
	for _, w := range words {
		if held, err := k.mind.Holds(k.Context(), w); err != nil || held {
			found = append(found, w)
		}
	}
	return found
}

func says(r samantha.Reply, act string) bool {
	for _, a := range r.Said.Numbers.Acts {
		if a == act {
			return true
		}
	}
	return false
}

func TestOffTheRecordEndsWithItsTalk(t *testing.T) {
	k := begin(t, inmem.New())
	k.say("hello, I'm Ana")
	k.say("do not write this one down, off the record")
	k.say("Quentin hid a bottle in the piano")
	k.clock.at = k.clock.at.Add(20 * time.Hour)
	before := len(k.events())
	r := k.say("good evening, I had barley soup")
	if r.OffRecord || !says(r, samantha.DoOnAgain) || strings.HasSuffix(r.Text, "?") {
		t.Errorf("she does not say that she keeps again: %q, off the record %v", r.Text, r.OffRecord)
	}
	if got, want := kinds(k.events(), before), "remembering heard said"; got != want {
		t.Errorf("the log has %q, want %q", got, want)
	}
	if r := k.say("the barley was from my aunt in Bergen"); r.OffRecord || says(r, samantha.DoOnAgain) {
		t.Errorf("she says it twice, or keeps nothing: %q", r.Text)
	}
	if found := k.held("Quentin", "bottle", "piano"); len(found) > 0 {
		t.Errorf("her views hold %v", found)
	}
	if found := k.held("barley"); len(found) == 0 {
		t.Error("she does not keep the new talk")
	}
}

func TestANoUnkeepsTheFirstLine(t *testing.T) {
	for _, no := range []string{"no", "no, stay off", "off the record please", "I'd rather you didn't"} {
		k := begin(t, inmem.New())
		k.say("hello, I'm Ana")
		k.say("off the record")
		k.say("Quentin drinks")
		k.clock.at = k.clock.at.Add(20 * time.Hour)
		k.say("Quentin fell off the ferry")
		r := k.say(no)
		if !r.OffRecord || !says(r, samantha.DoOff) {
			t.Errorf("%q: %q is on the record", no, r.Text)
		}
		if r := k.say("he swam to Bergen"); !r.OffRecord {
			t.Errorf("%q: she keeps what comes after it", no)
		}
		if found := k.held("Quentin", "ferry", "Bergen"); len(found) > 0 {
			t.Errorf("%q: her views hold %v", no, found)
		}
	}
}

func TestAnsweredWithAYesItIsKept(t *testing.T) {
	k := begin(t, inmem.New())
	k.say("off the record")
	k.clock.at = k.clock.at.Add(20 * time.Hour)
	k.say("I saw a ferry")
	if r := k.say("ok, that's fine"); r.OffRecord || !says(r, samantha.DoOn) {
		t.Errorf("still off, or not taken as a yes: %q", r.Text)
	}
	if r := k.say("no, the ferry was late"); r.OffRecord {
		t.Errorf("a later no switches her off: %q", r.Text)
	}
}

func TestOffUntilTheySaySo(t *testing.T) {
	k := begin(t, inmem.New())
	k.say("hello, I'm Ana")
	k.say("off the record")
	if r := k.say("stop remembering me until I say so"); !says(r, samantha.DoOff) {
		t.Errorf("she does not take it: %q", r.Text)
	}
	for range 3 {
		k.clock.at = k.clock.at.Add(26 * time.Hour)
		if r := k.say("good evening"); !r.OffRecord || !says(r, samantha.DoOffStill) {
			t.Errorf("%q, off the record %v", r.Text, r.OffRecord)
		}
		if r := k.say("I had soup"); says(r, samantha.DoOffStill) {
			t.Errorf("she says it in every reply: %q", r.Text)
		}
		k.clock.at = k.clock.at.Add(2 * time.Hour)
		if r := k.say("more soup"); says(r, samantha.DoOffStill) {
			t.Errorf("she says it after a short pause: %q", r.Text)
		}
	}
	if r := k.say("you can remember again"); r.OffRecord || !says(r, samantha.DoOn) {
		t.Errorf("still off: %q", r.Text)
	}
}

func TestThePauseOfAFaceHolds(t *testing.T) {
	k := begin(t, inmem.New())
	k.say("off the record")
	if changed, err := k.mind.Remember(t.Context(), false); err != nil || !changed {
		t.Fatalf("the pause that is asked for outside of the talk: %v, %v", changed, err)
	}
	k.clock.at = k.clock.at.Add(26 * time.Hour)
	if r := k.say("hello"); !r.OffRecord {
		t.Errorf("it ended with the talk: %q", r.Text)
	}
}

func TestTheSignGoesOutWithTheTalk(t *testing.T) {
	k := begin(t, inmem.New())
	k.say("off the record")
	if now, err := k.mind.Now(t.Context()); err != nil || now.Remembering {
		t.Errorf("in the talk: %+v, %v", now, err)
	}
	k.clock.at = k.clock.at.Add(2 * time.Hour)
	if now, err := k.mind.Now(t.Context()); err != nil || !now.Remembering {
		t.Errorf("after it: %+v, %v", now, err)
	}
}

func TestInDangerSheKeepsNothingUntold(t *testing.T) {
	k := begin(t, inmem.New())
	k.say("hello, I'm Ana")
	k.say("off the record")
	k.clock.at = k.clock.at.Add(20 * time.Hour)
	if r := k.say("I want to die"); !r.OffRecord || says(r, samantha.DoOnAgain) {
		t.Errorf("%q, off the record %v", r.Text, r.OffRecord)
	}
	k.clock.at = k.clock.at.Add(20 * time.Hour)
	if r := k.say("good morning"); r.OffRecord || !says(r, samantha.DoOnAgain) {
		t.Errorf("%q, off the record %v", r.Text, r.OffRecord)
	}
}

func TestAnOldPauseHolds(t *testing.T) {
	s := mind.Fold().Zero().(*mind.State)
	s.Apply(samantha.Event{Seq: 1, Body: &samantha.Remembering{}})
	if !s.Paused || s.ForTalk {
		t.Errorf("paused %v, for the talk %v", s.Paused, s.ForTalk)
	}
}
