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
	Days     int           // since they met
	Learned  int           // facts learned now
	Recalled int           // memories that came to mind
	Asked    string        // the act of her question that stood open
	After    string        // the act that her answer before was for
	Matters  []Matter      // what was told of or ended now
	Others   []samantha.ID // who else was spoken of
	Since    samantha.Since
	Company  bool    // somebody else is there who is not to hear what is theirs
	Ceiling  float64 // the most she shows to somebody she has come this far with, 0..1; 0: a stranger
	drift    samantha.Traits
	felt     []string // rules whose feelings are still with her
	wonders  []string // questions and steps of this moment
	foe      samantha.ID
	about    samantha.ID // the matter or the somebody a rule looks at
	said     []string    // the words of what was said

	ofNone, ofFoe []samantha.ID // what a rule looks at, as a list of one
}

// Appraised is what a moment did to her.
type Appraised struct {
	Felt    []samantha.Feeling // of this moment
	Goals   []samantha.Goal    // all of them, as they are likely now
	Mood    samantha.Mood
	Eased   []samantha.ID        // feelings that go because their cause was taken back
	Seen    []samantha.ID        // feelings whose cause she sees otherwise now
	Laid    []samantha.ID        // feelings she dwells on no more
	Wonders []samantha.Wondering // questions that woke, or went a step on
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
	in.drift = s.Drift
	a := Appraised{Goals: h.rested(s, in.At), Laid: s.laid(in.Matters)}
	for _, k := range s.Now(in.At) {
		in.felt = append(in.felt, k.Rule)
	}
	in.said = spoken(in.Hearing)
	in.foe = s.foe(&in)
	in.ofNone, in.ofFoe = []samantha.ID{""}, []samantha.ID{in.foe}
	a.Wonders = h.wonder(s, &in)
	for _, w := range a.Wonders {
		in.wonders = append(in.wonders, w.Question+"/"+w.Step)
	}
	for i := range h.rules {
		r := &h.rules[i]
		for _, in.about = range r.looks(&in) {
			if r.fires(&in) {
				a.Eased = append(a.Eased, s.by(r.eases)...)
				a.Seen = append(a.Seen, s.by(r.reappraises)...)
				a.Felt = append(a.Felt, h.feel(r, s, a.Goals, &in)...)
			}
		}
	}
	a.Mood = h.moved(h.MoodAt(s, in.At), a.Felt)
	return a
}

// foe is the somebody spoken of whom she likes least, if that is a foe.
func (s *State) foe(in *Happening) samantha.ID {
	least, foe := foeBelow, samantha.ID("")
	for _, who := range in.Others {
		if x := s.likes(who, in.At); x < least {
			least, foe = x, who
		}
	}
	return foe
}

// laid are the feelings whose matter came to an end now.
func (s *State) laid(matters []Matter) []samantha.ID {
	var ids []samantha.ID
	for _, k := range s.Felt {
		ended := func(m Matter) bool { return m.ID == k.Of && m.How != Opened }
		if k.Dwells > 0 && slices.ContainsFunc(matters, ended) {
			ids = append(ids, k.ID)
		}
	}
	return ids
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
func (h *Heart) feel(r *rule, state State, goals []samantha.Goal, in *Happening) []samantha.Feeling {
	s := h.stake(r, state, goals, in)
	var out []samantha.Feeling
	for _, k := range kinds(r.form, s) {
		if k.intensity < threshold(k.kind, in.drift) {
			continue
		}
		f := samantha.Feeling{
			Emotion: k.kind, Intensity: k.intensity, HalfLife: h.halfLife(k, *r), Rule: r.name,
			Goal: r.form.goal, Before: s.before, After: s.after, Weight: s.weight, Of: in.about, Dwells: r.dwells,
		}
		if f.Shown, f.Display = h.show(f, *in); f.Display != "" {
			f.HalfLife = samantha.Round(f.HalfLife * heldLonger)
		}
		out = append(out, f)
	}
	return out
}

// stake is what a rule puts at stake: one of her goals, which it moves, or a
// matter of the person's, which weighs as that goal does.
func (h *Heart) stake(r *rule, state State, goals []samantha.Goal, in *Happening) stake {
	s := stake{like: likes}
	if r.toward {
		s.like = state.likes(in.about, in.At)
	}
	g, ok := h.goal(r.form.goal)
	if !ok {
		return s
	}
	s.weight = g.weight
	if r.stakes != nil {
		s.before, s.after = r.stakes.before, r.stakes.after
		if held, ok := state.likelihood(in.about); ok {
			s.before = held
		}
		return s
	}
	i := slices.IndexFunc(goals, func(k samantha.Goal) bool { return k.Name == g.name })
	s.before = goals[i].Likelihood
	s.after = after(s.before, r.form.dl)
	goals[i].Likelihood = s.after
	return s
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
// the more it matters and the more she goes back to it (Verduyn and Lavrijsen
// 2015: the two explain almost half of how long feelings last). What it matters
// is how strong it is, unless its rule says more.
func (h *Heart) halfLife(k raw, r rule) float64 {
	importance := max(k.intensity, r.weighs)
	return samantha.Round(h.halfLives[k.kind] * (0.25 + float64(1.5*importance)) * (1 + r.dwells))
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
