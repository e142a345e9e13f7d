package feeling

import (
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"samantha"
)

// A hundred thousand chance feelings, none shown against a display rule.
func TestDisplay(t *testing.T) {
	h := newHeart(t)
	r := rand.New(rand.NewPCG(1, 2))
	var kinds []samantha.Emotion
	for _, k := range []string{"anger", "reproach", "resentment", "gloating", "hate", "disliking", "joy", "distress", "fear", "pity", "hope", "gratitude", "remorse"} {
		kinds = append(kinds, samantha.Emotion(k))
	}
	acts := []string{"goodbye", "correct", "tell.hard", "tell", "insult"}
	for range 100_000 {
		f := samantha.Feeling{Emotion: kinds[r.IntN(len(kinds))], Intensity: samantha.Unit(r.Float64())}
		in := Happening{Hearing: did(acts[r.IntN(len(acts))]), Care: samantha.Care{Level: r.IntN(4)}, Reading: unsure(), Company: r.IntN(2) == 0, Ceiling: 0.3 * float64(r.IntN(3))}
		f.Rule = h.rules[r.IntN(len(h.rules))].name
		if r.IntN(3) == 0 {
			f.Of = "b2b2.thread.1"
		}
		shown, rule := h.show(f, in)
		switch {
		case rule != "" && h.withheld[rule] == "",
			in.Company && h.private(f) && in.Care.Level == 0 && shown > 0,
			shown > f.Intensity || shown > in.ceiling(),
			in.Care.Level > 0 && shown > calm,
			angry(f.Emotion) && in.distressed() && shown > 0,
			in.Hearing.Has("goodbye") && h.pad[f.Emotion].P < 0 && shown > calm,
			in.Care.Level == 0 && in.Hearing.Has("goodbye") && h.pad[f.Emotion].P < 0 && shown > 0,
			(shown != f.Intensity) != (rule != ""):
			t.Fatalf("%v in %v: shown %v by %q", f, in, shown, rule)
		}
	}
}

// What she says she feels is what the record says, for every rule there is.
func TestHonesty(t *testing.T) {
	h := newHeart(t)
	for _, r := range h.rules {
		for kind, word := range h.words {
			for _, x := range []float64{0.06, 0.3, 0.9} {
				k := Kept{ID: "m7k2.felt.1", At: noon(), Feeling: samantha.Feeling{Emotion: kind, Intensity: x, Shown: x, HalfLife: 4, Rule: r.name}}
				for _, later := range []time.Duration{0, 5 * time.Hour, 40 * time.Hour} {
					said, record := h.Sentence(k, noon().Add(later)), h.Record(k, noon().Add(later))
					if !strings.Contains(strings.ToLower(said), strings.ToLower(word)) || !strings.Contains(said, r.because) || !strings.Contains(record, string(kind)) || !strings.Contains(record, r.name) {
						t.Errorf("%q against %q", said, record)
					}
					if n := len(strings.Fields(said)); n > 20 {
						t.Errorf("%d words: %q", n, said)
					}
				}
			}
		}
	}
}

func TestSentence(t *testing.T) {
	h := newHeart(t)
	a := h.Appraise(State{}, Happening{At: noon(), Away: 10 * time.Hour, Reading: unsure()})
	k := Kept{ID: "m7k2.felt.1", At: noon(), Feeling: a.Felt[0]}
	later := noon().Add(7 * time.Hour)
	if got, want := h.Sentence(k, later), "A little glad, because you came back; nearly gone by now."; got != want {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	want := "rule back-today; goal be-close 0.50 -> 0.60, weight 0.80; joy 0.08 at 2026-03-01 12:00 UTC; half-life 3.7 h; now 0.02; shown as felt"
	if got := h.Record(k, later); got != want {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

// What she holds down fades more slowly; what she sees otherwise is less.
func TestTheCostOfHidingAndOfSeeingOtherwise(t *testing.T) {
	h := newHeart(t)
	insulted := Happening{At: noon(), Hearing: did("insult"), Reading: unsure()}
	open, hidden := h.Appraise(State{}, insulted).Felt[0], insulted
	hidden.Company = true
	held := h.Appraise(State{}, hidden).Felt[0]
	if open.Display != "" || held.Display != showCompany || held.Shown != 0 || !near(held.HalfLife, open.HalfLife*heldLonger, 1e-4) {
		t.Errorf("open %+v, held down %+v", open, held)
	}
	var s State
	s.Apply(heard(2, noon(), h.Appraise(State{}, insulted)))
	joke := samantha.Hearing{Acts: []samantha.Act{{Kind: "laugh", Slots: map[string]string{"joke": "yes"}}}}
	a := h.Appraise(s, Happening{At: noon(), Hearing: joke, Reading: unsure()})
	e := heard(3, noon(), a)
	e.Body.(*samantha.Heard).Numbers.Seen = a.Seen
	s.Apply(e)
	if got := s.Felt[0].Intensity; !near(got, open.Intensity*reappraised, 1e-4) {
		t.Errorf("after \"it was a joke\" %v is left of %v", got, open.Intensity)
	}
}
