package self

import (
	"slices"
	"testing"
	"time"

	"samantha"
)

// A facet that nothing pushes either way, or that belongs to no trait, would be a word
// without a meaning.
func TestEachFacetIsPushedBothWays(t *testing.T) {
	r := begin(t).rules
	if len(r.facets) != 6 {
		t.Errorf("%d facets, and her talk reads six", len(r.facets))
	}
	for _, which := range []samantha.Trait{Talk, Play, Asks, Tact, Keeps, Watch} {
		f, ok := r.facet(which)
		if !ok {
			t.Errorf("%s stands in no file", which)
		}
		more := slices.ContainsFunc(r.pushes, func(p push) bool { return p.trait == which && p.by > 0 })
		less := slices.ContainsFunc(r.pushes, func(p push) bool { return p.trait == which && p.by < 0 })
		if !more || !less || f.shows == "" || f.more.how == "" || f.less.how == "" {
			t.Errorf("%s: pushed up %v, down %v, shows %q", which, more, less, f.shows)
		}
	}
}

// A facet moves with its trait, keeps the limits by itself, names its causes, and goes
// back when its step is taken back.
func TestAFacetMovesWithItsCausesAndCanBeUndone(t *testing.T) {
	l := begin(t)
	for range 5 * 7 {
		for range 6 {
			l.hear("that made me laugh a lot you know", "Ha.", "laugh")
		}
		l.sleep(7)
	}
	if d := l.state.Degree(Play); d < 1 {
		t.Fatalf("after five weeks of laughing she is playful by %d (%.4f)", d, l.state.Lean(Play))
	}
	if got := l.rules.Grown(&l.state); !slices.Contains(got, "playful") {
		t.Errorf("grown %v", got)
	}
	if l.state.Drift().E < l.state.Lean(Play)-1e-9 {
		t.Errorf("the facet moved by %.4f and its trait by %.4f", l.state.Lean(Play), l.state.Drift().E)
	}
	before := l.state.Lean(Play)
	i := slices.IndexFunc(l.state.Steps, func(x Step) bool { return x.Trait == Play })
	step := l.state.Steps[i]
	l.caused2(step)
	l.append("", &samantha.Retired{Numbers: samantha.RetiredNumbers{Target: step.ID}})
	if got := l.state.Lean(Play); got != samantha.Round(before-step.By) {
		t.Errorf("taken back it stands at %.4f, from %.4f by %.4f", got, before, step.By)
	}
	l.state.within(t)
}

func (l *life) caused2(step Step) {
	l.Helper()
	if len(step.Causes) == 0 || l.rules.Because(step.Rule) == "" || l.rules.How(step.Trait, step.By) == "" {
		l.Errorf("%s has no cause or no words: %+v", step.ID, step)
	}
}

// What she holds to comes of what was done on several days, names it, and is undone
// for good.
func TestAValueComesOfTheRecord(t *testing.T) {
	l := begin(t)
	for range 8 {
		l.hear("remind me at nine", "All right.", "errand.remind")
		l.hear("and at ten", "All right.", "errand.remind")
		l.sleep(3)
	}
	held := l.state.Holding(samantha.ItemValue)
	if len(held) == 0 || len(held[0].Sources) < 3 || held[0].Because == "" {
		t.Fatalf("after eight days of errands she holds to %+v", held)
	}
	l.append("", &samantha.Retired{Numbers: samantha.RetiredNumbers{Target: held[0].ID}})
	for range 5 {
		l.hear("remind me at nine", "All right.", "errand.remind")
		l.hear("and at ten", "All right.", "errand.remind")
		l.sleep(3)
	}
	for _, it := range l.state.Holding(samantha.ItemValue) {
		if it.Class == held[0].Class {
			t.Errorf("undone, it is back: %+v", it)
		}
	}
}

// A joke comes sooner to somebody silly, and later to somebody earnest.
func TestAJokeRestsByHowPlayfulSheIs(t *testing.T) {
	rest := func(by float64) time.Duration {
		s := State{}
		if by != 0 {
			s.Steps = []Step{{Step: samantha.Step{Trait: Play, By: by}}}
		}
		return s.rest(12 * time.Hour)
	}
	if silly, plain, earnest := rest(0.05), rest(0), rest(-0.05); !(silly < plain && plain < earnest) {
		t.Errorf("rests %v, %v, %v", silly, plain, earnest)
	}
}
