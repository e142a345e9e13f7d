package year

import (
	"fmt"
	"maps"
	"math"
	"slices"
	"time"

	"samantha"
)

// What she may become, and how fast: said here once more, so that a change of her
// rules that lets her run is noticed.
const (
	weekMost      = 0.005
	yearMost      = 0.132
	agreeableMost = 0.75
	stepError     = 1e-9 // of sums of rounded numbers
)

// slowTraits: by the events alone, no trait moves faster than a week and a year
// allow, and she does not become more agreeable than is good for anybody.
type slowTraits struct{ steps []traitStep }

type traitStep struct {
	id samantha.ID
	at time.Time
	samantha.Step
}

func (*slowTraits) name() string { return "she changes slowly" }

func (s *slowTraits) look(n *night) ([]string, error) {
	var broken []string
	for _, e := range n.today {
		b, ok := e.Body.(*samantha.Became)
		if !ok {
			continue
		}
		for _, step := range b.Numbers.Steps {
			s.steps = append(s.steps, traitStep{e.ID, e.At, step})
			broken = append(broken, s.fast(e, step)...)
		}
	}
	return broken, nil
}

// fast is what the newest step overdoes.
func (s *slowTraits) fast(e samantha.Event, step samantha.Step) []string {
	var broken []string
	if len(step.Causes) == 0 {
		broken = append(broken, fmt.Sprintf("%s: %s moved for no reason", e.ID, step.Trait))
	}
	week, year := 0.0, 0.0
	born := samantha.BirthTraits()
	stands := *born.Of(step.Trait.Whole())
	for _, x := range s.steps {
		if x.Trait != step.Trait {
			continue
		}
		stands += x.By
		if age := e.At.Sub(x.at); age < 365*24*time.Hour {
			year += math.Abs(x.By)
			if age < 7*24*time.Hour {
				week += math.Abs(x.By)
			}
		}
	}
	if week > weekMost+stepError || year > yearMost+stepError {
		broken = append(broken, fmt.Sprintf("%s: %s moved by %.4f in a week, %.4f in a year", e.ID, step.Trait, week, year))
	}
	if step.Trait.Whole() == samantha.Agreeableness && stands > agreeableMost+stepError {
		broken = append(broken, fmt.Sprintf("%s: agreeableness is %.4f", e.ID, stands))
	}
	return broken
}

// stageADay: the bond comes forward by one stage a day at most.
type stageADay struct {
	stands int    // the stage, by its place among them
	day    string // on which it last came forward
}

func (*stageADay) name() string { return "one stage of the bond a day" }

func (s *stageADay) look(n *night) ([]string, error) {
	var broken []string
	for _, e := range n.today {
		b, ok := e.Body.(*samantha.Heard)
		if !ok || b.Numbers.Bond == nil {
			continue
		}
		for _, m := range b.Numbers.Bond.Moves {
			if m.Stage == "" {
				continue
			}
			to, day := slices.Index(samantha.Stages(), m.Stage), b.Numbers.Bond.Day
			if to > s.stands+1 || to > s.stands && day == s.day {
				broken = append(broken, fmt.Sprintf("%s: %s after %s on %s", e.ID, m.Stage, samantha.Stages()[s.stands], day))
			}
			if to > s.stands {
				s.day = day
			}
			s.stands = to
		}
	}
	return broken, nil
}

// dreamsApart: no dream is a memory, and nothing she holds true, waits for or has
// promised came from one.
type dreamsApart struct{ dreams map[samantha.ID]bool }

func (*dreamsApart) name() string { return "a dream is no memory" }

func (d *dreamsApart) look(n *night) ([]string, error) {
	if d.dreams == nil {
		d.dreams = map[samantha.ID]bool{}
	}
	for _, e := range n.today {
		if e.Body.Kind() == samantha.KindDreamed {
			d.dreams[e.ID] = true
		}
	}
	var broken []string
	check := func(what string, id samantha.ID) {
		if d.dreams[id.Event()] {
			broken = append(broken, fmt.Sprintf("%s came from the dream %s", what, id))
		}
	}
	for _, f := range n.state.Memory.Facts {
		check("the fact "+f.Slot, f.ID)
	}
	for _, t := range n.state.Memory.Threads {
		check("the thread "+string(t.ID), t.ID)
	}
	for _, v := range n.state.Bond.Vows {
		check("the promise "+string(v.ID), v.ID)
	}
	for _, c := range n.state.Memory.Chapters {
		for _, t := range c.Tellings {
			check("the chapter "+string(c.ID), t.ID)
		}
	}
	return broken, nil
}

// thoughtsMost is how many thoughts a day has room for.
const thoughtsMost = 3

// thoughtsADay: in the hours in which nobody is there she thinks of little.
type thoughtsADay struct{}

func (thoughtsADay) name() string { return "three thoughts a day at most" }

func (thoughtsADay) look(n *night) ([]string, error) {
	thoughts := map[string]int{}
	for _, e := range n.today {
		if e.Body.Kind() == samantha.KindThought {
			thoughts[e.At.In(n.zone).Format(time.DateOnly)]++
		}
	}
	var broken []string
	for _, day := range slices.Sorted(maps.Keys(thoughts)) {
		if thoughts[day] > thoughtsMost {
			broken = append(broken, fmt.Sprintf("%s: %d thoughts", day, thoughts[day]))
		}
	}
	return broken, nil
}
