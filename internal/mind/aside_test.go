package mind_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"samantha"
	"samantha/internal/house/life/inmem"
)

// kinds are the kinds of the events after seq.
func kinds(events []samantha.Event, after int) string {
	var b strings.Builder
	for _, e := range events[after:] {
		b.WriteString(string(e.Body.Kind()) + " ")
	}
	return strings.TrimSpace(b.String())
}

func TestOffTheRecordLeavesATimeAndALevel(t *testing.T) {
	k := begin(t, inmem.New())
	k.say("hello, I'm Ana")
	before := len(k.events())
	for _, text := range []string{"off the record, my boss Quentin drinks", "he hid a bottle in the piano", "I want to die"} {
		if r := k.say(text); !r.OffRecord {
			t.Errorf("%q is on the record", text)
		}
	}
	if got, want := kinds(k.events(), before), "remembering unrecorded unrecorded unrecorded"; got != want {
		t.Errorf("the log has %q, want %q", got, want)
	}
	levels := []int{0, 0, 2}
	for i, e := range k.events()[before+1:] {
		if got := e.Body.(*samantha.Unrecorded).Numbers.Level; got < levels[i] || levels[i] == 0 && got > 0 {
			t.Errorf("moment %d has level %d, want %d", i, got, levels[i])
		}
	}
	for _, word := range []string{"Quentin", "bottle", "piano"} {
		if held, err := k.mind.Holds(t.Context(), word); held || err != nil {
			t.Errorf("her views hold %q, %v", word, err)
		}
	}
}

func TestOffTheRecordTheTalkHangsTogether(t *testing.T) {
	k := begin(t, inmem.New())
	k.say("hello, I'm Ana")
	k.say("off the record")
	k.say("my sister Mara lives in Bergen")
	if r := k.say("where does my sister live?"); !strings.Contains(r.Text, "Bergen") {
		t.Errorf("she lost the thread: %q", r.Text)
	}
	k.say("you can remember again")
	if r := k.say("where does my sister live?"); strings.Contains(r.Text, "Bergen") {
		t.Errorf("she kept it: %q", r.Text)
	}
}

func TestTheWordsThatSwitchStandOnTheRightSide(t *testing.T) {
	k := begin(t, inmem.New())
	k.say("hello")
	off := k.say("this is off the record, my neighbour is Zebedee")
	on := k.say("ok back on the record, my cat is called Mole")
	if !off.OffRecord || on.OffRecord {
		t.Errorf("off the record: %v, and then %v", off.OffRecord, on.OffRecord)
	}
	facts, err := k.mind.Facts(t.Context())
	if err != nil || len(facts) == 0 {
		t.Errorf("what was told on the record again was not kept: %v, %v", facts, err)
	}
	if held, _ := k.mind.Holds(t.Context(), "Zebedee"); held {
		t.Error("what was told in the breath that switched is held")
	}
}

func TestARepeatOffTheRecordIsAnsweredOnce(t *testing.T) {
	k := begin(t, inmem.New())
	k.say("off the record")
	u := samantha.Utterance{Text: "the piano again", Origin: samantha.OriginPerson, FaceID: "page-1"}
	first, err := k.mind.Hear(context.Background(), u, silent)
	if err != nil {
		t.Fatal(err)
	}
	before := len(k.events())
	again, err := k.mind.Hear(context.Background(), u, silent)
	if err != nil || again.Text != first.Text || !again.Repeated || len(k.events()) != before {
		t.Errorf("again: %q after %q, %d events more, %v", again.Text, first.Text, len(k.events())-before, err)
	}
}

func TestOffTheRecordOutlastsSleep(t *testing.T) {
	k := begin(t, inmem.New())
	k.say("hello, I'm Ana")
	k.say("off the record until I say so")
	k.say("the piano is full of bottles")
	if err := k.mind.Close(t.Context()); err != nil {
		t.Fatal(err)
	}
	k.clock.at = k.clock.at.Add(20 * time.Hour)
	k.wake()
	r := k.say("good morning")
	if !r.OffRecord || !strings.Contains(strings.ToLower(r.Text), "off the record") && !strings.Contains(r.Text, "still not keeping") {
		t.Errorf("she does not say that she is still off the record: %q", r.Text)
	}
	if now, err := k.mind.Now(t.Context()); err != nil || now.Remembering {
		t.Errorf("now: %+v, %v", now, err)
	}
	if changed, err := k.mind.Remember(t.Context(), true); !changed || err != nil {
		t.Errorf("remember: %v, %v", changed, err)
	}
	if r := k.say("hello again"); r.OffRecord {
		t.Error("still off the record")
	}
}

func TestForgettingReachesTheAside(t *testing.T) {
	k := begin(t, inmem.New())
	told := k.say("my brother lives in Quillonia")
	k.say("off the record")
	if _, err := k.mind.Forget(t.Context(), told.ID); err != nil {
		t.Fatal(err)
	}
	if r := k.say("where does my brother live?"); strings.Contains(r.Text, "Quillonia") {
		t.Errorf("she tells it: %q", r.Text)
	}
}
