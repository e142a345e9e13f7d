package mind_test

import (
	"context"
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"samantha"
	"samantha/internal/house/life/inmem"
	"samantha/internal/mind"
	"samantha/internal/words/newborn"
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

// TestADreamToldIsNoEvidence: she told the dream, and it answers no question about
// what happened.
func TestADreamToldIsNoEvidence(t *testing.T) {
	k := begin(t, inmem.New()).lives(day()...)
	k.at(0, 23)
	dream := k.night().Dream
	if dream == nil {
		t.Fatal("no dream")
	}
	k.at(1, 9)
	told := k.say("what did you dream?")
	if !strings.Contains(told.Text, dream.Text) {
		t.Fatalf("asked she says %q, dreamed was %q", told.Text, dream.Text)
	}
	if slices.Contains(k.memories(), told.ID.Said()) {
		t.Error("the dream she told became a memory")
	}
	if why, err := k.mind.Why(context.Background(), dream.ID); err != nil || !strings.Contains(why.Sentence, "None of it happened") || len(why.Record) < 3 {
		t.Errorf("why: %+v, %v", why, err)
	}
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

// TestForgettingTakesTheDream: forget one piece, and the dream has no words left,
// in the log, in her, and in what is listed; that there was a night stays.
func TestForgettingTakesTheDream(t *testing.T) {
	k := begin(t, inmem.New()).lives(day()...)
	k.at(0, 23)
	dream := k.night().Dream
	k.at(1, 9)
	told := k.say("what did you dream?")
	if _, err := k.mind.Forget(context.Background(), dream.From[0]); err != nil {
		t.Fatal(err)
	}
	for _, e := range k.events() {
		if e.ID == dream.ID && !e.Forgotten {
			t.Error("the dream kept its words")
		}
		if e.ID == told.ID.Said() && !e.Forgotten {
			t.Error("what she told of it kept its words")
		}
	}
	if list, err := k.mind.Dreams(context.Background()); err != nil || len(list) != 0 {
		t.Errorf("listed: %v, %v", list, err)
	}
	if held, err := k.mind.Holds(context.Background(), dream.Text[:20]); err != nil || held {
		t.Errorf("she holds %q: %v", dream.Text[:20], err)
	}
	k.at(1, 10)
	if said := k.say("what did you dream?").Said.Numbers.Acts; !slices.Contains(said, samantha.DoNoDream) {
		t.Errorf("asked for it she does %v", said)
	}
	if n := k.folded().Nights.Last; n != "2026-03-02" {
		t.Errorf("the night is gone: %q", n)
	}
}

// TestNeverDreamed: what she was asked to leave alone, the dead, a secret, what was
// said with a guest, worry for a life, and what was only jotted down.
func TestNeverDreamed(t *testing.T) {
	k := begin(t, inmem.New()).lives(day()...)
	k.lives(
		"don't tell anybody, but Vera is selling the bakery", "my uncle Otto died last spring", "Otto had a blue boat in the harbour",
		"I'm learning the accordion at the town hall, I love it", "please never mention the accordion again", "note: two vouchers behind the blue door",
		"I dreamed the lighthouse was full of bees, I was so scared", "good night",
	)
	for i := range 40 {
		k.at(i, 23)
		n := k.night()
		if n.Dream == nil {
			k.at(i+1, 12)
			k.say("the tram was late")
			continue
		}
		for _, never := range []string{"Vera", "bakery", "Otto", "blue boat", "accordion", "vouchers", "full of bees"} {
			if strings.Contains(n.Dream.Text, never) {
				t.Errorf("she dreamed of %s: %s", never, n.Dream.Text)
			}
		}
	}
	grave := begin(t, inmem.New()).lives(append(day(), "I don't want to be alive any more", "good night")...)
	grave.at(0, 23)
	if n := grave.night(); n.Dream != nil {
		t.Errorf("after that she dreamed %q", n.Dream.Text)
	}
}

// TestLeftAloneAfterwards: what is to be left alone from now on was dreamed and
// thought of before; asked what she dreamed or thought, she leaves it alone too.
func TestLeftAloneAfterwards(t *testing.T) {
	k := begin(t, inmem.New()).lives(day()...)
	k.at(0, 23)
	if d := k.night().Dream; d == nil || !strings.Contains(d.Text, "scan") {
		t.Fatalf("dreamed %+v", d)
	}
	k.at(1, 12)
	if h := k.hour(); h.Words != "the scan" {
		t.Fatalf("thought %+v", h)
	}
	k.at(1, 15)
	k.say("please never mention the scan again")
	for _, asked := range []string{"what did you dream?", "what have you been thinking about?"} {
		if r := k.say(asked); strings.Contains(r.Text, "scan") {
			t.Errorf("%s: %s", asked, r.Text)
		}
	}
}

// TestAConcernComesBackAndEnds: it is in dream after dream, darker, until it is
// settled; then once more, lightly, and never again.
func TestAConcernComesBackAndEnds(t *testing.T) {
	k := begin(t, inmem.New()).lives(day()...)
	var dark []float64
	for i := range 12 {
		k.at(i, 12)
		k.say("the tram was late")
		k.say("bye")
		k.at(i, 23)
		k.night()
	}
	thread := k.concerns()[0].Concern
	for _, d := range k.concerns() {
		dark = append(dark, d.Dark)
	}
	if len(dark) < 4 || !slices.IsSorted(dark) || dark[0] == dark[len(dark)-1] {
		t.Fatalf("it came back %v dark", dark)
	}
	k.at(12, 12)
	k.lives("the scan was fine!", "bye")
	before := len(dark)
	for i := range 8 {
		k.at(12+i, 23)
		k.night()
		k.at(13+i, 12)
		k.say("the tram was late")
	}
	after := k.concerns()[before:]
	if len(after) != 1 || !after[0].Settled || after[0].Dark != 0 || after[0].Concern != thread {
		t.Errorf("settled, it came %+v", after)
	}
}

// concerns are the dreams something came back in.
func (k *talk) concerns() []samantha.DreamedNumbers {
	var out []samantha.DreamedNumbers
	for _, e := range of[*samantha.Dreamed](k) {
		if n := e.Body.(*samantha.Dreamed).Numbers; n.Concern != "" {
			out = append(out, n)
		}
	}
	return out
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

// TestTheSameLifeDreamsTheSame.
func TestTheSameLifeDreamsTheSame(t *testing.T) {
	var first string
	for range 2 {
		k := begin(t, inmem.New()).lives(day()...)
		for i := range 5 {
			k.at(i, 23)
			k.night()
		}
		var all []string
		for _, e := range of[*samantha.Dreamed](k) {
			all = append(all, e.Body.(*samantha.Dreamed).Words.Text)
		}
		got := strings.Join(all, "\n")
		if first == "" {
			first = got
		}
		if got != first || got == "" {
			t.Errorf("got\n%s\nwant\n%s", got, first)
		}
	}
}

// TestNightsByThemselves: while she is awake a night passes in the quiet hours,
// once the person is gone; of five that the machine was off for, one is made up
// for when it is on again, and dated then; off the record there is none.
func TestNightsByThemselves(t *testing.T) {
	words, err := newborn.New()
	if err != nil {
		t.Fatal(err)
	}
	c := &handClock{now: evening().at, asked: make(chan time.Time, 4096)}
	log := inmem.New()
	m, err := mind.Open(t.Context(), mind.Options{Log: log, Speaker: words, Clock: c, Seed: 7, Zone: "UTC", Version: "test"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { m.Close(context.Background()) })
	hear := func(text string) {
		t.Helper()
		if _, err := m.Hear(t.Context(), samantha.Utterance{Text: text, Origin: samantha.OriginPerson}, silent); err != nil {
			t.Fatal(err)
		}
	}
	for _, l := range day() {
		hear(l)
	}
	ctx, end := context.WithCancel(t.Context())
	var live sync.WaitGroup
	live.Go(func() { m.Live(ctx) })
	defer live.Wait()
	defer end()
	nights := func() []samantha.Event {
		k := &talk{TB: t, log: log}
		return of[*samantha.Night](k)
	}
	// at moves the clock and waits until she has looked and rests again.
	at := func(when time.Time) {
		t.Helper()
		<-c.asked
		for len(c.asked) > 0 {
			<-c.asked
		}
		c.to(when)
		<-c.asked
		c.asked <- when
	}
	at(evening().at.Add(2 * time.Hour)) // 21:00, long gone, and no night yet
	if n := nights(); len(n) != 0 {
		t.Fatalf("at nine: %d nights", len(n))
	}
	at(evening().at.Add(4 * time.Hour)) // 23:00
	if n := nights(); len(n) != 1 || n[0].Body.(*samantha.Night).Numbers.Late {
		t.Fatalf("at eleven: %+v", n)
	}
	at(evening().at.Add(8 * time.Hour)) // 03:00, the same night
	if n := nights(); len(n) != 1 {
		t.Fatalf("at three: %d nights", len(n))
	}
	back := time.Date(2026, 3, 8, 10, 0, 0, 0, time.UTC) // the lid was shut from then on
	at(back)
	n := nights()
	if len(n) != 2 {
		t.Fatalf("after five days: %d nights", len(n))
	}
	made := n[1].Body.(*samantha.Night).Numbers
	if !made.Late || made.Missed != 4 || made.Date != "2026-03-07" || !n[1].At.Equal(back) {
		t.Errorf("made up for: %+v at %s", made, n[1].At)
	}
	hear("off the record")
	hear("bye")
	at(back.Add(14 * time.Hour))
	if n := nights(); len(n) != 2 {
		t.Errorf("off the record: %d nights", len(n))
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
