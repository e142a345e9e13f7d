package mind

import (
	"context"
	"time"

	"samantha"
	"samantha/internal/mind/self"
)

// Selfhood is who she is by now: in words first, with the numbers behind them.
type Selfhood struct {
	Traits    []TraitNow     `json:"traits"`
	Week      []StepNow      `json:"week"`     // the steps of the last look, a week ago at most
	Portrait  *self.Portrait `json:"portrait"` // the newest
	Before    *self.Portrait `json:"before,omitempty"`
	Words     []self.Item    `json:"words"`
	Jokes     []self.Item    `json:"jokes"`
	Interests []self.Item    `json:"interests"`
	Opinions  []self.Item    `json:"opinions"`
	Values    []self.Item    `json:"values"` // what she holds to
	Dares     []self.Item    `json:"dares"`
	Wishes    []self.Item    `json:"wishes"`
	Over      []self.Item    `json:"over"` // opinions she gave up, wishes that are closed
	Name      string         `json:"name,omitempty"`
	// Candour is what flattery is measured by, over her last two hundred answers.
	Candour samantha.Tally `json:"candour"`
}

// TraitNow is one trait as it is.
type TraitNow struct {
	Trait samantha.Trait `json:"trait"`
	Name  string         `json:"name"`
	Now   float64        `json:"now"`  // -1..1
	Born  float64        `json:"born"` // -1..1
	Words string         `json:"words"`
	Since string         `json:"since,omitempty"` // how she has moved: "bolder"
	Most  float64        `json:"most"`            // as far as it may move in a year
	// Facets are the sides of it that show in how she talks.
	Facets []self.Facet `json:"facets"`
}

// StepNow is one step of a trait, with its reason in words.
type StepNow struct {
	self.Step
	How     string `json:"how"`
	Because string `json:"because"`
}

// Self tells who she has become. Nothing in it is decided by asking.
func (m *Mind) Self(ctx context.Context) (Selfhood, error) {
	if err := m.take(ctx); err != nil {
		return Selfhood{}, err
	}
	defer m.give()
	if err := m.recount(ctx); err != nil {
		return Selfhood{}, err
	}
	me := &m.state.Self
	out := Selfhood{
		Traits: m.traits(), Week: m.stepsOf(me.Week),
		Words: held(me, samantha.ItemWord), Jokes: held(me, samantha.ItemJoke), Interests: held(me, samantha.ItemInterest),
		Opinions: held(me, samantha.ItemOpinion), Values: held(me, samantha.ItemValue), Dares: held(me, samantha.ItemDare), Wishes: held(me, samantha.ItemWish), Over: []self.Item{},
	}
	out.Candour = m.state.candour()
	if m.state.Naming != nil {
		out.Name = m.state.Naming.Name
	}
	if n := len(me.Portraits); n > 0 {
		out.Portrait = &me.Portraits[n-1]
		if n > 1 {
			out.Before = &me.Portraits[n-2]
		}
	}
	for _, it := range me.Items {
		if it.Over == self.OverRevised || it.Over == self.OverDone || it.Over == self.OverLetGo {
			out.Over = append(out.Over, it)
		}
	}
	return out, nil
}

func held(s *self.State, kind samantha.ItemKind) []self.Item {
	return append([]self.Item{}, s.Holding(kind)...)
}

func (m *Mind) traits() []TraitNow {
	now, born := m.state.Self.Traits(), samantha.BirthTraits()
	var all []TraitNow
	for _, which := range self.Order() {
		words, since := m.rooms.becoming.InWords(&m.state.Self, which)
		all = append(all, TraitNow{
			Trait: which, Name: m.rooms.becoming.Called(which), Now: *now.Of(which), Born: *born.Of(which), Words: words, Since: since, Most: self.YearMost,
			Facets: m.rooms.becoming.Facets(&m.state.Self, which),
		})
	}
	return all
}

// stepsOf are the steps taken at a look.
func (m *Mind) stepsOf(at time.Time) []StepNow {
	steps := []StepNow{}
	for _, step := range m.state.Self.Steps {
		if step.At.Equal(at) {
			how := m.rooms.becoming.How(step.Trait, step.By)
			steps = append(steps, StepNow{step, how, m.rooms.becoming.Because(step.Rule)})
		}
	}
	return steps
}
