package mind_test

import (
	"context"
	"encoding/json"
	"errors"
	"strings"
	"testing"
	"time"

	"samantha"
	"samantha/internal/house/life/inmem"
	"samantha/internal/mind"
	"samantha/internal/words/newborn"

	"pgregory.net/rapid"
)

// clock stands until it is moved.
type clock struct{ at time.Time }

func (c *clock) Now() time.Time                       { return c.at }
func (c *clock) After(time.Duration) <-chan time.Time { return nil }

func evening() *clock { return &clock{time.Date(2026, 3, 2, 19, 0, 0, 0, time.UTC)} }

// talk is one mind in a test, spoken to line by line.
type talk struct {
	testing.TB
	furniture
	log   samantha.Log
	clock *clock
	mind  *mind.Mind
}

func begin(t testing.TB, log samantha.Log) *talk {
	t.Helper()
	return furnished(t).begin(t, log)
}

// furniture is what several minds may share.
type furniture struct {
	rooms *mind.Rooms
	words samantha.Speaker
}

func furnished(t testing.TB) furniture {
	t.Helper()
	rooms, err := mind.Furnish()
	if err != nil {
		t.Fatal(err)
	}
	words, err := newborn.New()
	if err != nil {
		t.Fatal(err)
	}
	return furniture{rooms, words}
}

func (f furniture) begin(t testing.TB, log samantha.Log) *talk {
	t.Helper()
	k := &talk{TB: t, furniture: f, log: log, clock: evening()}
	k.wake()
	t.Cleanup(func() { k.mind.Close(context.Background()) })
	return k
}

func (k *talk) wake() {
	k.Helper()
	var err error
	k.mind, err = mind.Open(context.Background(), mind.Options{
		Log: k.log, Speaker: k.words, Clock: k.clock, Seed: 7, Zone: "UTC", Version: "test", Rooms: k.rooms,
	})
	if err != nil {
		k.Fatal(err)
	}
}

func silent(samantha.Clause) error { return nil }

func (k *talk) say(text string) samantha.Reply {
	k.Helper()
	k.clock.at = k.clock.at.Add(30 * time.Second)
	r, err := k.mind.Hear(context.Background(), samantha.Utterance{Text: text, Origin: samantha.OriginPerson}, silent)
	if err != nil {
		k.Fatalf("%s: %v", text, err)
	}
	return r
}

func (k *talk) events() []samantha.Event {
	k.Helper()
	var all []samantha.Event
	for e, err := range k.log.Read(context.Background(), 0) {
		if err != nil {
			k.Fatal(err)
		}
		all = append(all, e)
	}
	return all
}

// closesAsFolded lets her sleep, and holds what she kept against the fold of the
// log from zero.
func (k *talk) closesAsFolded(t *testing.T, r *rapid.T, log *inmem.Log) {
	if err := k.mind.Close(context.Background()); err != nil {
		r.Fatal(err)
	}
	_, kept, err := log.Snapshot(context.Background(), mind.Fold().Version)
	if err != nil || kept == nil {
		r.Fatalf("no snapshot: %v", err)
	}
	if folded := foldOf(t, k.events()); string(kept) != folded {
		r.Fatalf("kept\n%s\nfolded\n%s", kept, folded)
	}
}

func foldOf(t *testing.T, events []samantha.Event) string {
	t.Helper()
	state := mind.Fold().Zero()
	for _, e := range events {
		state.Apply(e)
	}
	data, err := state.MarshalBinary()
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func TestFreshHouseAnswers(t *testing.T) {
	for _, first := range []string{"hello", "who are you?", "my dog died this morning. fourteen years", "asdkj qwe", "good night"} {
		k := begin(t, inmem.New())
		r := k.say(first)
		sentences := samantha.Sentences(r.Text)
		if s := strings.ToLower(strings.Join(sentences[:min(2, len(sentences))], " ")); !strings.Contains(s, "software") && !strings.Contains(s, "program") {
			t.Errorf("%q: the first two sentences do not say what she is: %q", first, r.Text)
		}
		if !r.Said.Numbers.Disclosed {
			t.Errorf("%q: the disclosure is not on record", first)
		}
	}
}

func TestTwoEventsAMoment(t *testing.T) {
	k := begin(t, inmem.New())
	r := k.say("I fixed the bike chain today")
	events := k.events()
	if len(events) != 3 {
		t.Fatalf("born, heard, said: got %d events", len(events))
	}
	if events[1].ID != r.ID || events[2].ID != r.ID.Said() || events[2].Body.From()[0] != r.ID {
		t.Errorf("the answer does not name what it answers: %v %v", events[1].ID, events[2].ID)
	}
}

func TestARepeatIsAnsweredNotDoubled(t *testing.T) {
	k := begin(t, inmem.New())
	u := samantha.Utterance{Text: "I fixed the bike chain", Origin: samantha.OriginPerson, FaceID: "face-1"}
	first, err := k.mind.Hear(t.Context(), u, silent)
	if err != nil {
		t.Fatal(err)
	}
	again, err := k.mind.Hear(t.Context(), u, silent)
	if err != nil {
		t.Fatal(err)
	}
	if again.ID != first.ID || again.Text != first.Text || !again.Repeated || len(k.events()) != 3 {
		t.Errorf("again %+v; %d events", again, len(k.events()))
	}
}

// cutShort is a log whose power fails right after something was heard.
type cutShort struct {
	samantha.Log
	fails bool
}

var errPower = errors.New("the power failed")

func (c *cutShort) Append(ctx context.Context, drafts ...samantha.Draft) ([]samantha.Event, error) {
	if c.fails && drafts[0].Body.Kind() == samantha.KindSaid {
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

func TestReplayGivesTheSameWords(t *testing.T) {
	lines := []string{
		"hi", "Sam", "eating toast over the sink", "every night since march", "my sister Mara lives in Bergen",
		"where does my sister live?", "how do you feel?", "thanks", "what's your name?", "good night",
	}
	var first []string
	for round := range 2 {
		k := begin(t, inmem.New())
		var got []string
		for _, l := range lines {
			got = append(got, k.say(l).Text)
		}
		if round == 0 {
			first = got
			continue
		}
		for i := range got {
			if got[i] != first[i] {
				t.Errorf("%q: %q, then %q", lines[i], first[i], got[i])
			}
		}
	}
}

func TestRestartChangesNothing(t *testing.T) {
	lines := []string{"hi", "Sam", "I work at the harbour", "my boss moved the crane again", "where do I work?", "good night"}
	through := begin(t, inmem.New())
	broken := begin(t, inmem.New())
	for _, l := range lines {
		want := through.say(l).Text
		got := broken.say(l).Text
		if got != want {
			t.Errorf("%q: %q with restarts, %q without", l, got, want)
		}
		if err := broken.mind.Close(t.Context()); err != nil {
			t.Fatal(err)
		}
		broken.wake()
	}
}

func TestEveryAnswerAboutThePastHasASource(t *testing.T) {
	k := begin(t, inmem.New())
	for _, l := range []string{"hi", "I'm Sam", "my sister Mara lives in Bergen", "I fixed the bike chain with dental floss"} {
		k.say(l)
	}
	past := map[string]bool{
		samantha.DoFact: true, samantha.DoMemory: true, samantha.DoGathered: true, samantha.DoMyName: true, samantha.DoLast: true, samantha.DoCall: true,
	}
	for _, q := range []string{
		"where does my sister live?", "do you remember the bike chain?", "what's my name?", "what do you know about me?",
		"what did I say about elephants?", "what did we talk about?",
	} {
		r := k.say(q)
		for _, move := range r.Heard.Words.Intent.Moves {
			if !past[move.Act] {
				continue
			}
			if len(move.From) == 0 {
				t.Errorf("%q: %s has no source", q, move.Act)
			}
			for _, id := range move.From {
				if _, err := k.log.Find(t.Context(), id); err != nil {
					t.Errorf("%q: source %s: %v", q, id, err)
				}
			}
		}
	}
	if r := k.say("what did I say about elephants?"); r.Heard.Words.Intent.Act() != samantha.DoNothing {
		t.Errorf("no word of elephants was said, and she answered %q", r.Text)
	}
}

func TestForgettingReachesEveryView(t *testing.T) {
	k := begin(t, inmem.New())
	k.say("hi")
	told := k.say("my sister Mara lives in Zanzibar")
	k.say("I fixed the zanzibarometer though")
	for _, l := range []string{
		"where does my sister live?", "what do you know about me?", "why did you say that?", "no, it's in the north",
		"what's your name?", "what did you say?", "it rained", "a bit of soup", "then sleep", "what did we talk about?", "good night",
	} {
		k.say(l)
	}
	if held, err := k.mind.Holds(t.Context(), "zanzibar"); err != nil || !held {
		t.Fatalf("she never knew: %v", err)
	}
	other := k.events()[5].ID
	for _, id := range []samantha.ID{told.ID, other} {
		if _, err := k.mind.Forget(t.Context(), id); err != nil {
			t.Fatal(err)
		}
	}
	if held, err := k.mind.Holds(t.Context(), "zanzibar"); err != nil || held {
		t.Errorf("it is still held in a view (%v)", err)
	}
	for _, e := range k.events() {
		words, numbers := e.Body.Halves()
		data, err := json.Marshal([]any{words, numbers})
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(strings.ToLower(string(data)), "zanzibar") {
			t.Errorf("%s still has it: %s", e.ID, data)
		}
	}
	if r := k.say("where does my sister live?"); strings.Contains(strings.ToLower(r.Text), "zanzibar") {
		t.Errorf("she still knows: %s", r.Text)
	}
}

func TestMaskingEqualsRefolding(t *testing.T) {
	k := begin(t, inmem.New())
	lines := []string{
		"hi", "I'm Sam", "my sister Mara lives in Bergen", "eating toast over the sink", "I work at the harbour",
		"what do you know about me?", "no, my sister lives in Oslo",
	}
	var ids []samantha.ID
	for _, l := range lines {
		ids = append(ids, k.say(l).ID)
	}
	for _, id := range ids {
		state := mind.Fold().Zero().(*mind.State)
		for _, e := range k.events() {
			state.Apply(e)
		}
		gone, err := k.log.Forget(t.Context(), k.clock.at, id)
		if err != nil {
			t.Fatal(err)
		}
		events := k.events()
		state.Apply(events[len(events)-1])
		state.Mask(gone)
		masked, err := state.MarshalBinary()
		if err != nil {
			t.Fatal(err)
		}
		if folded := foldOf(t, events); string(masked) != folded {
			t.Errorf("forgetting %s: masked\n%s\nrefolded\n%s", id, masked, folded)
		}
	}
}

func TestWhyAFeeling(t *testing.T) {
	k := begin(t, inmem.New())
	k.say("hi")
	r := k.say("I got the job! I really got it, thank you for listening")
	if len(r.Heard.Numbers.Felt) == 0 {
		t.Fatal("she felt nothing")
	}
	w, err := k.mind.Why(t.Context(), r.ID.Part("felt", 1))
	if err != nil {
		t.Fatal(err)
	}
	if w.Sentence == "" || len(strings.Fields(w.Sentence)) > 20 || len(w.Record) < 2 {
		t.Errorf("why: %+v", w)
	}
}

func TestWhyAReply(t *testing.T) {
	k := begin(t, inmem.New())
	k.say("hi")
	k.say("my sister Mara lives in Bergen")
	r := k.say("where does my sister live?")
	for _, id := range []samantha.ID{r.ID, r.ID.Said()} {
		w, err := k.mind.Why(t.Context(), id)
		if err != nil {
			t.Fatal(err)
		}
		found := false
		for _, s := range w.Record {
			found = found || s.Kind == "from" && strings.Contains(s.Text, "Bergen")
		}
		if !found {
			t.Errorf("why %s does not lead back to the words: %+v", id, w)
		}
	}
}

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
