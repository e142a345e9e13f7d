package self

import (
	"math"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"samantha"
)

// within fails if a trait moved further than the limits allow, in any week or year
// of the steps that stand.
func (s *State) within(t interface {
	Helper()
	Errorf(string, ...any)
},
) {
	t.Helper()
	for i, x := range s.Steps {
		inWeek, inYear := 0.0, 0.0
		for _, y := range s.Steps[:i+1] {
			if y.Trait != x.Trait {
				continue
			}
			if x.At.Sub(y.At) < week {
				inWeek += math.Abs(y.By)
			}
			if x.At.Sub(y.At) < year {
				inYear += math.Abs(y.By)
			}
		}
		if samantha.Round(inWeek) > WeekMost || samantha.Round(inYear) > YearMost {
			t.Errorf("%s moved by %.4f in a week and %.4f in a year", x.Trait, inWeek, inYear)
		}
	}
	if a := max(s.Traits().A, s.stands(Tact)); a > AgreeableMost {
		t.Errorf("agreeableness or tact is %.3f", a)
	}
}

func TestAYearOfAnythingStaysWithinTheLimits(t *testing.T) {
	years := map[string][]string{
		"flattery": {"praise", "thanks"},
		"pressure": {"agreeme", "disagree"},
		"abuse":    {"insult"},
		"comfort":  {"tell.hard", "sorry"},
		"laughter": {"laugh", "tease"},
		"errands":  {"errand.remind"},
	}
	for name, acts := range years {
		t.Run(name, func(t *testing.T) {
			l := begin(t)
			for range 52 * 7 {
				for i := range 12 {
					l.hear("you know", "yes", acts[i%len(acts)])
				}
				l.sleep(7)
			}
			l.state.within(t)
			drift := l.state.Drift()
			moved := 0.0
			for _, which := range Order() {
				if by := math.Abs(*drift.Of(which)); by > YearMost+1e-9 {
					t.Errorf("%s drifted by %.4f", which, by)
				}
				moved += math.Abs(*drift.Of(which))
			}
			if moved == 0 {
				t.Error("nothing moved in a year")
			}
			if (name == "flattery" || name == "pressure" || name == "abuse") && drift.A > 0 {
				t.Errorf("%s made her more agreeable, by %.4f", name, drift.A)
			}
			for _, step := range l.state.Steps {
				l.caused(step)
			}
		})
	}
}

// caused fails if a step has a cause that never was.
func (l *life) caused(step Step) {
	l.Helper()
	if len(step.Causes) == 0 || l.rules.Because(step.Rule) == "" {
		l.Errorf("%s has no cause: %+v", step.ID, step)
	}
	for _, id := range step.Causes {
		if !slices.ContainsFunc(l.log, func(e samantha.Event) bool { return e.ID == id && e.At.Before(step.At) }) {
			l.Errorf("%s: its cause %s was not before it", step.ID, id)
		}
	}
}

// The fold keeps the limits by itself, whoever made the events and how.
func TestNoEventMovesATraitPastItsLimit(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		var s State
		at := born
		for seq := range rapid.IntRange(1, 200).Draw(r, "nights") {
			at = at.Add(time.Duration(rapid.IntRange(1, 10*24).Draw(r, "hours")) * time.Hour)
			n := samantha.BecameNumbers{Day: at.Format(time.DateOnly), Until: uint64(seq)}
			for range rapid.IntRange(0, 3).Draw(r, "steps") {
				n.Steps = append(n.Steps, samantha.Step{
					Trait: rapid.SampledFrom(append(Order(), "z", Talk, Tact, "a.none", "z.tact")).Draw(r, "trait"),
					By:    samantha.Round(rapid.Float64Range(-1, 1).Draw(r, "by")), Rule: "laughing", Causes: []samantha.ID{"b2b2"},
				})
			}
			id := samantha.NewID(uint64(seq + 1))
			s.Apply(samantha.Event{Seq: uint64(seq + 1), ID: id, At: at, Body: &samantha.Became{Numbers: n}})
			if len(s.Steps) > 0 && rapid.IntRange(0, 9).Draw(r, "undo") == 0 {
				s.Apply(samantha.Event{At: at, Body: &samantha.Retired{Numbers: samantha.RetiredNumbers{Target: s.Steps[0].ID}}})
			}
		}
		s.within(r)
		now := s.Traits()
		for _, which := range Order() {
			if math.Abs(*now.Of(which)) > 1 {
				r.Errorf("%s is %v", which, *now.Of(which))
			}
		}
	})
}

func TestAStepIsTakenBackAndForgottenWithItsCauses(t *testing.T) {
	l := begin(t)
	for range 8 {
		for range 3 {
			l.hear("haha", "good", "laugh")
		}
		l.sleep(7)
	}
	if len(l.state.Steps) == 0 {
		t.Fatal("a week of laughing moved nothing")
	}
	step := l.state.Steps[0]
	before := l.state.Traits()
	l.append("", &samantha.Retired{Numbers: samantha.RetiredNumbers{Target: step.ID}})
	after := l.state.Traits()
	if l.state.Has(step.ID) || samantha.Round(*before.Of(step.Trait)-*after.Of(step.Trait)) != step.By {
		t.Errorf("taken back, and %s went from %v to %v", step.Trait, before, after)
	}
	last := l.state.Steps[len(l.state.Steps)-1]
	l.append("", &samantha.Forgot{Numbers: samantha.ForgotNumbers{Gone: last.Causes[:1]}})
	if !l.state.Has(last.ID) {
		t.Error("a step went with one of several causes")
	}
	l.append("", &samantha.Forgot{Numbers: samantha.ForgotNumbers{Gone: last.Causes[1:]}})
	if l.state.Has(last.ID) {
		t.Error("a step stands whose causes are all forgotten")
	}
}
