package feeling

import (
	"math"
	"slices"
	"time"

	"samantha"
)

// Happening is all she knows of a moment when she appraises it.
type Happening struct {
	At       time.Time
	Hearing  samantha.Hearing
	Reading  samantha.Reading
	Care     samantha.Care
	First    bool          // the first moment of all
	Away     time.Duration // since the moment before
	Learned  int           // facts learned now
	Recalled int           // memories that came to mind
	felt     []string      // rules whose feelings are still with her
	drift    samantha.Traits
}

// Appraised is what a moment did to her.
type Appraised struct {
	Felt  []samantha.Feeling // of this moment
	Goals []samantha.Goal    // all of them, as they are likely now
	Mood  samantha.Mood
	Eased []samantha.ID // feelings that go because their cause was taken back
}

const (
	// likes is how much she likes her person, 0..1. Never below zero: towards
	// them she can neither gloat nor resent.
	likes = 0.8
	// leastFelt is the intensity below which nothing is felt (judgement).
	leastFelt = 0.05
	// evidenceHalfLife is how fast what happened ages: the likelihood of a goal
	// goes home to goalAtRest, in hours (judgement).
	evidenceHalfLife = 48
	goalAtRest       = 0.5
)

// Appraise holds a moment against her goals, rule by rule in their order. Most
// moments touch nothing and leave no feeling.
func (h *Heart) Appraise(s State, in Happening) Appraised {
	a := Appraised{Goals: h.rested(s, in.At)}
	in.drift = s.Drift
	for _, k := range s.Now(in.At) {
		in.felt = append(in.felt, k.Rule)
	}
	for _, r := range h.rules {
		if r.fires(in) {
			a.Eased = append(a.Eased, s.by(r.eases)...)
			a.Felt = append(a.Felt, h.feel(r, a.Goals, in)...)
		}
	}
	a.Mood = h.moved(s.MoodAt(in.At), a.Felt)
	return a
}

// rested are the goals at a time: evidence ages.
func (h *Heart) rested(s State, at time.Time) []samantha.Goal {
	left := math.Exp2(-max(0, at.Sub(s.At).Hours()) / evidenceHalfLife)
	out := make([]samantha.Goal, 0, len(h.goals))
	for _, g := range h.goals {
		likelihood := goalAtRest
		i := slices.IndexFunc(s.Goals, func(k samantha.Goal) bool { return k.Name == g.name })
		if i >= 0 {
			likelihood = between(goalAtRest, s.Goals[i].Likelihood, left)
		}
		out = append(out, samantha.Goal{Name: g.name, Likelihood: likelihood})
	}
	return out
}

// feel applies one rule: it moves the goal and names the feelings.
func (h *Heart) feel(r rule, goals []samantha.Goal, in Happening) []samantha.Feeling {
	s := stake{like: likes}
	if g, ok := h.goal(r.form.goal); ok {
		i := slices.IndexFunc(goals, func(k samantha.Goal) bool { return k.Name == g.name })
		s.weight, s.before = g.weight, goals[i].Likelihood
		s.after = after(s.before, r.form.dl)
		goals[i].Likelihood = s.after
	}
	var out []samantha.Feeling
	for _, k := range kinds(r.form, s) {
		if k.intensity < threshold(k.kind, in.drift) {
			continue
		}
		f := samantha.Feeling{
			Emotion: k.kind, Intensity: k.intensity, HalfLife: h.halfLife(k), Rule: r.name,
			Goal: r.form.goal, Before: s.before, After: s.after, Weight: s.weight,
		}
		f.Shown, f.Display = h.show(f, in)
		out = append(out, f)
	}
	return out
}

// thresholdSteady is how much less easily a steadier mind is hurt, by the trait's
// distance from where she was born (judgement).
const thresholdSteady = 0.05

// threshold is the intensity below which a kind is not felt.
func threshold(kind samantha.Emotion, drift samantha.Traits) float64 {
	switch kind {
	case fear, distress, anger:
		return leastFelt - float64(thresholdSteady*drift.N)
	}
	return leastFelt
}

// after is a likelihood moved by dl: in full from the middle, the less the
// nearer to the edge it goes, so that it neither freezes nor saturates.
func after(before, dl float64) float64 {
	room := 1 - before
	if dl < 0 {
		room = before
	}
	return samantha.Unit(before + float64(dl*2*room))
}

// halfLife is how long a feeling lasts, in hours: the base of its kind, longer
// the more it matters (Verduyn and Lavrijsen 2015). What it matters is taken to
// be how strong it is; dwelling on it is not counted yet.
func (h *Heart) halfLife(k raw) float64 {
	return samantha.Round(h.halfLives[k.kind] * (0.25 + float64(1.5*k.intensity)))
}
