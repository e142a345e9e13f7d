package feeling

import (
	"testing"
	"time"

	"samantha"

	"pgregory.net/rapid"
)

func TestMoodWord(t *testing.T) {
	h := newHeart(t)
	for _, c := range []struct {
		mood samantha.Mood
		want string
	}{
		{samantha.Mood{P: 0.615, A: 0.087, D: 0.379}, "moderately exuberant"},
		{samantha.Mood{P: -0.2, A: 0.3, D: -0.1}, "slightly anxious"},
		{samantha.Mood{P: 0.3, A: -0.3, D: 0.3}, "slightly relaxed"},
		{samantha.Mood{P: -0.9, A: 0.9, D: 0.9}, "fully hostile"},
		{samantha.Mood{P: -0.5, A: -0.5, D: -0.5}, "moderately bored"},
		{samantha.Mood{P: 0.5, A: 0.5, D: -0.5}, "moderately dependent"},
		{samantha.Mood{P: -0.5, A: -0.5, D: 0.5}, "moderately disdainful"},
		{samantha.Mood{P: 0.5, A: -0.5, D: -0.5}, "moderately docile"},
		{samantha.Mood{P: 0.8, A: 0.02, D: 0.4}, "even"},
		{samantha.Mood{}, "even"},
	} {
		if got := h.MoodWord(c.mood); got != c.want {
			t.Errorf("%v is %q, want %q", c.mood, got, c.want)
		}
	}
	if got := h.MoodWord(State{}.home()); got != "moderately exuberant" {
		t.Errorf("at home she is %s", got)
	}
}

// A mood at home that meets a feeling in full lies half the way to it after the
// pull's half-life, but for the little that home draws back.
func TestPull(t *testing.T) {
	h := newHeart(t)
	to := h.pad[anger]
	got := onwards(State{}.home(), to, State{}.home(), 1, pullHalfLife)
	for _, c := range [][3]float64{{State{}.home().P, to.P, got.P}, {State{}.home().A, to.A, got.A}, {State{}.home().D, to.D, got.D}} {
		half := (c[0] + c[1]) / 2
		if !near(c[2], half, 0.04) {
			t.Errorf("from %.3f to %.3f: %.3f after one half-life", c[0], c[1], c[2])
		}
	}
	for _, c := range []struct { // golden vectors
		from, to        samantha.Mood
		strength, hours float64
		want            samantha.Mood
	}{
		{State{}.home(), h.pad[anger], 0.3, 2, samantha.Mood{P: 0.415, A: 0.176, D: 0.356}},
		{State{}.home(), h.pad[joy], 0.5, 2, samantha.Mood{P: 0.645, A: 0.124, D: 0.392}},
		{samantha.Mood{P: -0.5, A: 0.5, D: -0.4}, samantha.Mood{}, 0, 12, samantha.Mood{P: 0.0575, A: 0.2935, D: -0.0105}},
	} {
		got := rounded(onwards(c.from, c.to, State{}.home(), c.strength, c.hours))
		if !near(got.P, c.want.P, 1e-3) || !near(got.A, c.want.A, 1e-3) || !near(got.D, c.want.D, 1e-3) {
			t.Errorf("%v towards %v is %v, want %v", c.from, c.to, got, c.want)
		}
	}
}

// What lies beyond a feeling in its octant is pushed on, a tenth an hour at most;
// what lies beyond it elsewhere only goes home.
func TestPush(t *testing.T) {
	h := newHeart(t)
	beyond := samantha.Mood{P: 0.7, A: 0.3, D: 0.4}
	got := onwards(beyond, h.pad[joy], State{}.home(), 1, 1)
	alone := homewards(beyond, State{}.home(), 1)
	if got.P <= alone.P || got.A <= alone.A || got.D <= alone.D {
		t.Errorf("%v is not pushed: %v, alone %v", beyond, got, alone)
	}
	if far := length(samantha.Mood{P: got.P - alone.P, A: got.A - alone.A, D: got.D - alone.D}); far > mostPush {
		t.Errorf("pushed by %.3f in an hour", far)
	}
}

// It does not matter how often one looks, nor that something is heard in between
// that leaves no feeling.
func TestMoodIsIndependentOfLooks(t *testing.T) {
	h := newHeart(t)
	rapid.Check(t, func(t *rapid.T) {
		s := anyState(t, h)
		minutes := rapid.IntRange(1, 3000).Draw(t, "minutes")
		at := s.At.Add(time.Duration(minutes) * time.Minute)
		whole := h.MoodAt(s, at)
		for range rapid.IntRange(1, 4).Draw(t, "stops") {
			stop := s.At.Add(time.Duration(rapid.IntRange(0, minutes).Draw(t, "stop")) * time.Minute)
			if stop.After(s.At) && stop.Before(at) {
				s.Mood, s.At = h.MoodAt(s, stop), stop
			}
		}
		got := h.MoodAt(s, at)
		if !near(got.P, whole.P, 0.01) || !near(got.A, whole.A, 0.01) || !near(got.D, whole.D, 0.01) {
			t.Fatalf("%v at once, %v with stops", whole, got)
		}
		if length(got) > 1.74 {
			t.Fatalf("off the scale: %v", got)
		}
	})
}

// anyState is a state of hers with some feelings in it.
func anyState(t *rapid.T, h *Heart) State {
	axis := rapid.Float64Range(-1, 1)
	s := State{At: noon(), Mood: samantha.Mood{P: axis.Draw(t, "p"), A: axis.Draw(t, "a"), D: axis.Draw(t, "d")}}
	for i := range rapid.IntRange(0, 6).Draw(t, "feelings") {
		r := h.rules[rapid.IntRange(0, len(h.rules)-1).Draw(t, "rule")]
		kind := rapid.SampledFrom([]samantha.Emotion{joy, distress, hope, fear, anger, relief, gratitude, pity, remorse, liking}).Draw(t, "kind")
		x := samantha.Unit(rapid.Float64Range(0.05, 1).Draw(t, "intensity"))
		s.Felt = append(s.Felt, Kept{ID: samantha.NewID(uint64(i+2)).Part("felt", 1), At: noon(), Feeling: samantha.Feeling{
			Emotion: kind, Intensity: x, Shown: x, HalfLife: h.halfLife(raw{kind, x}, r), Rule: r.name, Goal: r.form.goal, Dwells: r.dwells,
		}})
	}
	return s
}

// A feeling about something open lasts longer, and from the moment it is closed
// as long as any other.
func TestDwelling(t *testing.T) {
	h := newHeart(t)
	told := h.Appraise(State{}, Happening{At: noon(), Matters: []Matter{{ID: "b2b2.thread.1", Kind: samantha.ThreadWorry, How: Opened}}, Reading: unsure()})
	if len(told.Felt) != 1 || told.Felt[0].Emotion != fear || told.Felt[0].Dwells == 0 {
		t.Fatalf("told of a worry she feels %+v", told.Felt)
	}
	f := told.Felt[0]
	if short := h.halfLives[fear] * (0.25 + 1.5*f.Intensity); !near(f.HalfLife, short*(1+f.Dwells), 1e-4) {
		t.Errorf("half-life %v, want %v times %v", f.HalfLife, short, 1+f.Dwells)
	}
	var s State
	s.Apply(heard(2, noon(), told))
	if got, ok := s.likelihood("b2b2.thread.1"); !ok || got != f.After {
		t.Errorf("she holds it at %v", got)
	}
	later := noon().Add(time.Hour)
	over := h.Appraise(s, Happening{At: later, Matters: []Matter{{ID: "b2b2.thread.1", Kind: samantha.ThreadWorry, How: Over}}, Reading: unsure()})
	if len(over.Laid) != 1 {
		t.Fatalf("laid: %v", over.Laid)
	}
	before := s.Felt[0].left(later)
	e := heard(3, later, over)
	e.Body.(*samantha.Heard).Numbers.Laid = over.Laid
	s.Apply(e)
	k := s.Felt[0]
	if k.Dwells != 0 || !near(k.left(later), before, 1e-6) || !near(k.HalfLife, f.HalfLife/(1+f.Dwells), 1e-4) {
		t.Errorf("after it was closed: %+v, %v was left", k, before)
	}
}

// A prospect ends in the kind that its likelihood and its end ask for.
func TestProspects(t *testing.T) {
	h := newHeart(t)
	for _, c := range []struct {
		kind   samantha.ThreadKind
		opened samantha.Emotion
		how    Ending
		want   samantha.Emotion
	}{
		{samantha.ThreadHope, hope, Well, satisfaction},
		{samantha.ThreadHope, hope, Badly, disappointment},
		{samantha.ThreadWorry, fear, Well, relief},
		{samantha.ThreadWorry, fear, Badly, fearsConfirmed},
	} {
		m := Matter{ID: "b2b2.thread.1", Kind: c.kind, How: Opened}
		first := h.Appraise(State{}, Happening{At: noon(), Matters: []Matter{m}, Reading: unsure()})
		if len(first.Felt) != 1 || first.Felt[0].Emotion != c.opened {
			t.Errorf("%s: %+v", c.kind, first.Felt)
			continue
		}
		var s State
		s.Apply(heard(2, noon(), first))
		m.How = c.how
		second := h.Appraise(s, Happening{At: noon().Add(48 * time.Hour), Matters: []Matter{m}, Reading: unsure()})
		if len(second.Felt) != 1 || second.Felt[0].Emotion != c.want || second.Felt[0].Before != first.Felt[0].After {
			t.Errorf("%s %s: %+v, want %s", c.kind, c.how, second.Felt, c.want)
		}
		s.Apply(heard(3, noon().Add(48*time.Hour), second))
		if _, open := s.likelihood(m.ID); open && c.how == Well {
			t.Errorf("%s: still held", c.kind)
		}
	}
}

// What befalls her as software is felt for what it is.
func TestSoftware(t *testing.T) {
	h := newHeart(t)
	for _, c := range []struct {
		since samantha.Since
		rule  string
		want  samantha.Emotion
	}{
		{samantha.Since{Cut: true}, "cut-off", distress},
		{samantha.Since{From: noon().Add(-30 * time.Hour), To: noon()}, "gap", distress},
		{samantha.Since{Version: "2"}, "new-version", hope},
		{samantha.Since{Speaker: "other"}, "new-mind", fear},
		{samantha.Since{Restored: true}, "put-back", fear},
		{samantha.Since{Slow: 4}, "slow", distress},
		{samantha.Since{From: noon().Add(-time.Hour), To: noon(), Lid: true}, "", ""},
	} {
		a := h.Appraise(State{}, Happening{At: noon(), Since: c.since, Reading: unsure()})
		if c.rule == "" {
			if len(a.Felt) > 0 {
				t.Errorf("%+v: %+v", c.since, a.Felt)
			}
			continue
		}
		if len(a.Felt) != 1 || a.Felt[0].Rule != c.rule || a.Felt[0].Emotion != c.want {
			t.Errorf("%+v: %+v", c.since, a.Felt)
		}
	}
}

// A question wakes, goes its way a step at a time over weeks, gets worse where
// its conditions say so, and is let lie.
func TestWonders(t *testing.T) {
	h := newHeart(t)
	var s State
	at, seq := noon(), uint64(2)
	live := func(in Happening) []samantha.Wondering {
		in.At, in.Reading = at, unsure()
		a := h.Appraise(s, in)
		e := heard(seq, at, a)
		e.Body.(*samantha.Heard).Numbers.Wonders = a.Wonders
		s.Apply(e)
		seq++
		return a.Wonders
	}
	if got := live(Happening{Since: samantha.Since{Version: "2"}}); len(got) != 1 || got[0].Question != "before-version" || got[0].Step != "" {
		t.Fatalf("woke: %+v", got)
	}
	var steps []string
	for day := range 40 {
		at = at.Add(24 * time.Hour)
		in := Happening{}
		if day == 9 {
			in.Hearing = did("correct")
		}
		for _, w := range live(in) {
			steps = append(steps, w.Step)
		}
	}
	if want := []string{"read-back", "differently", "same-log"}; len(steps) != 3 || steps[0] != want[0] || steps[1] != want[1] || steps[2] != want[2] {
		t.Errorf("steps %v, want %v", steps, want)
	}
	all := h.Wonders(s, at)
	if len(all) != 1 || len(all[0].Steps) != 3 || !all[0].Steps[1].Worse || all[0].Steps[0].Says == "" {
		t.Errorf("%+v", all)
	}
	for _, k := range s.Felt {
		if k.Rule == "weighs-on" && k.Emotion != distress {
			t.Errorf("it weighs as %s", k.Emotion)
		}
	}
	if len(h.Wonders(s, at.Add(60*24*time.Hour))) != 0 {
		t.Error("it is never let lie")
	}
}

// Correcting her makes her slower to read that feeling, never deaf to it, and can
// be taken back.
func TestAdapt(t *testing.T) {
	h := newHeart(t)
	var s State
	r := samantha.Reading{Emotion: "anger", Confidence: 0.55}
	if h.Adapt(r, s).Emotion != "anger" {
		t.Error("not read at first")
	}
	for range 10 {
		s.learn(&samantha.Misread{Took: "anger", Is: "tired"})
	}
	if h.Adapt(r, s).Emotion != samantha.Unsure {
		t.Error("read as before after ten corrections")
	}
	r.Confidence = 0.75
	if h.Adapt(r, s).Emotion != "anger" {
		t.Error("deaf to anger")
	}
	if r.Emotion = "joy"; h.Adapt(r, s).Emotion != "joy" {
		t.Error("another feeling suffers")
	}
	s.learn(&samantha.Misread{Undone: true})
	if len(s.Learned) != 0 {
		t.Error("not taken back")
	}
}
