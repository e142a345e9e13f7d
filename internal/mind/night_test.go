package mind_test

import (
	"context"
	"encoding/json"
	"errors"
	"testing"
	"time"

	"samantha"
	"samantha/internal/house/life/inmem"
	"samantha/internal/mind"
)

// day is a first day with things of every sort, a worry among them.
func day() []string {
	return []string{
		"hi, I'm Ben", "my sister Mara plays the cello and her flat in Bergen is full of boxes",
		"I fixed the bike chain with dental floss at the harbour office", "I'm worried about the scan on Friday week",
		"Tom rang from the airport, he left his passport in the taxi", "we found a grand piano in the cellar of the old school, I was so happy",
		"the neighbour's cat sat on my keyboard all morning", "my boss moved the meeting to the cafe on Elm Street", "good night",
	}
}

func (k *talk) lives(lines ...string) *talk {
	k.Helper()
	for _, l := range lines {
		k.say(l)
	}
	return k
}

// at moves the clock on to an hour of a later day, from the day it began on.
func (k *talk) at(days, hour int) {
	k.clock.at = time.Date(2026, 3, 2+days, hour, 0, 0, 0, time.UTC)
}

func (k *talk) night() mind.NightPassed {
	k.Helper()
	n, err := k.mind.Night(context.Background())
	if err != nil {
		k.Fatal(err)
	}
	return n
}

// of are the events of a kind.
func of[B samantha.Body](k *talk) []samantha.Event {
	var out []samantha.Event
	for _, e := range k.events() {
		if _, ok := e.Body.(B); ok {
			out = append(out, e)
		}
	}
	return out
}

// folded is her state as the log gives it.
func (k *talk) folded() *mind.State {
	s := mind.Fold().Zero().(*mind.State)
	for _, e := range k.events() {
		s.Apply(e)
	}
	return s
}

// TestFactsBeforeAreFactsAfter: thirty nights change no fact, no errand, no note,
// and open no thread; a dream is no memory, and no promise.
func TestFactsBeforeAreFactsAfter(t *testing.T) {
	k := begin(t, inmem.New()).lives(day()...)
	k.say("remind me to buy hooks tomorrow at ten")
	before := k.folded()
	held := marshal(t, before.Memory.Facts, before.Errands, before.Memory.Notes, len(before.Memory.Threads), before.Moments)
	memories := len(k.memories())
	dreams := 0
	for i := range 30 {
		k.at(i, 23)
		if n := k.night(); n.Dream != nil {
			dreams++
		}
		if i%4 == 0 {
			k.at(i+1, 12)
			k.say("the tram was late") // or she would have no dream after some days
			memories = len(k.memories())
			before = k.folded()
			held = marshal(t, before.Memory.Facts, before.Errands, before.Memory.Notes, len(before.Memory.Threads), before.Moments)
		}
		after := k.folded()
		if got := marshal(t, after.Memory.Facts, after.Errands, after.Memory.Notes, len(after.Memory.Threads), after.Moments); got != held {
			t.Fatalf("night %d changed\n%s\nto\n%s", i, held, got)
		}
		if n := len(k.memories()); n != memories {
			t.Fatalf("night %d made %d memories of %d", i, n, memories)
		}
	}
	if dreams < 15 {
		t.Errorf("%d dreams in 30 nights", dreams)
	}
	for _, e := range of[*samantha.Dreamed](k) {
		if len(e.Body.From()) < 2 {
			t.Errorf("%s has no receipts: %q", e.ID, e.Body.(*samantha.Dreamed).Words.Text)
		}
	}
}

func marshal(t *testing.T, parts ...any) string {
	t.Helper()
	data, err := json.Marshal(parts)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func (k *talk) memories() []samantha.ID {
	hits, err := k.mind.Memories(context.Background(), "", 1000)
	if err != nil {
		k.Fatal(err)
	}
	var ids []samantha.ID
	for _, h := range hits {
		ids = append(ids, h.ID)
	}
	return ids
}

// TestOneNightADate: a night is passed once, whatever happens in between, and the
// next evening there is another.
func TestOneNightADate(t *testing.T) {
	log := inmem.New()
	k := begin(t, log).lives(day()...)
	k.at(1, 2)
	first := k.night()
	if first.Already || first.Late || first.Date != "2026-03-02" {
		t.Fatalf("%+v", first.NightNumbers)
	}
	k.wake() // a restart
	if again := k.night(); !again.Already || again.ID != first.ID || again.Dream == nil || again.Dream.ID != first.Dream.ID {
		t.Errorf("passed twice: %+v", again)
	}
	k.at(1, 23)
	if next := k.night(); next.Already || next.Date != "2026-03-03" {
		t.Errorf("the next: %+v", next.NightNumbers)
	}
	if n := len(of[*samantha.Night](k)); n != 2 {
		t.Errorf("%d nights", n)
	}
}

// failing is a log whose next append fails, as a disk does that is pulled out.
type failing struct {
	*inmem.Log
	fail bool
}

func (f *failing) Append(ctx context.Context, drafts ...samantha.Draft) ([]samantha.Event, error) {
	for _, d := range drafts {
		if _, ok := d.Body.(*samantha.Night); ok && f.fail {
			f.fail = false
			return nil, errors.New("the power went")
		}
	}
	return f.Log.Append(ctx, drafts...)
}

// TestACrashInANight: a night is in the log whole or not at all; what a crash left
// undone the next waking does, and nothing is done twice.
func TestACrashInANight(t *testing.T) {
	log := &failing{Log: inmem.New()}
	k := begin(t, log).lives(day()...)
	k.at(1, 2)
	whole := begin(t, inmem.New()).lives(day()...)
	whole.at(1, 2)
	want := whole.night()

	log.fail = true
	if n, err := k.mind.Night(context.Background()); err == nil {
		t.Logf("the night waits for the disk: %s", n.ID)
	}
	if nights := of[*samantha.Night](k); len(nights) != 0 {
		t.Fatalf("half a night is in the log: %v", nights)
	}
	k.wake() // the power is back; what was only in memory is gone
	got := k.night()
	if got.Already || got.Dream == nil || got.Dream.Text != want.Dream.Text || marshal(t, got.Softened) != marshal(t, want.Softened) {
		t.Errorf("after the crash\n%+v\nwant\n%+v", got, want)
	}
	if a, b := len(of[*samantha.Night](k)), len(of[*samantha.Dreamed](k)); a != 1 || b != 1 {
		t.Errorf("%d nights, %d dreams", a, b)
	}
}

// TestSoftening: a fifth a night at most, three tenths of what it was at least,
// only what hurts, and the record keeps what was felt.
func TestSoftening(t *testing.T) {
	k := begin(t, inmem.New())
	k.lives("hi, I'm Ben", "my mother is in hospital and I can't sleep", "you are useless, you never listen", "I won the race and I'm so happy", "bye")
	felt := map[samantha.ID]samantha.Feeling{}
	for _, e := range of[*samantha.Heard](k) {
		for i, f := range e.Body.(*samantha.Heard).Numbers.Felt {
			felt[e.ID.Part("felt", i+1)] = f
		}
	}
	softened := 0
	for i := range 8 {
		k.at(i, 23)
		for _, s := range k.night().Softened {
			softened++
			arose := felt[s.Felt]
			if s.To < 0.8*s.From-1e-6 || s.To < 0.3*arose.Intensity-1e-6 || s.To >= s.From {
				t.Errorf("night %d: %+v of %v", i, s, arose.Intensity)
			}
			if arose.Emotion == "joy" || arose.Emotion == "happy-for" || arose.Emotion == "hope" {
				t.Errorf("%s was softened", arose.Emotion)
			}
		}
	}
	if softened == 0 {
		t.Error("nothing was softened")
	}
	for _, e := range of[*samantha.Heard](k) {
		for i, f := range e.Body.(*samantha.Heard).Numbers.Felt {
			if f != felt[e.ID.Part("felt", i+1)] {
				t.Errorf("the record of %s changed", e.ID)
			}
		}
	}
}

// TestLettingGo: what nobody spoke of for long after its time, a night lets go;
// what is open still stays.
func TestLettingGo(t *testing.T) {
	k := begin(t, inmem.New()).lives("hi, I'm Ben", "I have a dentist appointment on Thursday", "bye")
	k.at(20, 23)
	if n := k.night(); len(n.Closed) != 0 {
		t.Errorf("let go too early: %+v", n.Closed)
	}
	k.at(60, 23)
	n := k.night()
	if len(n.Closed) != 1 || n.Closed[0].How != samantha.EndLapsed {
		t.Fatalf("let go %+v", n.Closed)
	}
	if open, err := k.mind.Threads(context.Background(), false); err != nil || len(open) != 0 {
		t.Errorf("still open: %v, %v", open, err)
	}
}

// TestQuietHours are the person's: a night is theirs, not the clock's.
func TestQuietHours(t *testing.T) {
	k := begin(t, inmem.New()).lives(day()...)
	ctx := context.Background()
	for _, bad := range []string{"", "x", "22", "7-22", "22-7-3", "12-20"} {
		if err := k.mind.Choose(ctx, samantha.ChoiceQuiet, bad); !errors.Is(err, samantha.ErrInvalid) {
			t.Errorf("%q: %v", bad, err)
		}
	}
	if err := k.mind.Choose(ctx, samantha.ChoiceQuiet, "1-9"); err != nil {
		t.Fatal(err)
	}
	k.at(1, 8) // it is still that night
	if n := k.night(); n.Late || n.Date != "2026-03-02" {
		t.Errorf("%+v", n.NightNumbers)
	}
}

// BenchmarkNight is nights a second on a log in memory (want 50).
func BenchmarkNight(b *testing.B) {
	k := begin(b, inmem.New())
	for range 60 {
		k.lives(day()...)
	}
	i := 0
	for b.Loop() {
		i++
		k.at(i, 12)
		b.StopTimer()
		if i%4 == 0 {
			k.say("the tram was late")
		}
		k.at(i, 23)
		b.StartTimer()
		k.night()
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "nights/s")
}
