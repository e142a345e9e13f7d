package self

import (
	"math"
	"strings"

	"samantha"
)

// The facets that her talk reads; facets.txt has them all.
const (
	Talk  samantha.Trait = "e.talk"
	Play  samantha.Trait = "e.play"
	Asks  samantha.Trait = "o.asks"
	Tact  samantha.Trait = "a.tact"
	Keeps samantha.Trait = "c.order"
	Watch samantha.Trait = "n.watch"
)

// facet is one side of a trait that shows in how she talks.
type facet struct {
	key        samantha.Trait
	called     string
	more, less moved
	shows      string
}

func (r *Becoming) readFacets(file, text string) error {
	return rows(file, text, 5, func(line samantha.Line, c []string) error {
		f := facet{key: samantha.Trait(c[0]), called: c[1], shows: c[4]}
		var more, less bool
		f.more, more = wayOf(c[2])
		f.less, less = wayOf(c[3])
		if !f.key.IsFacet() || (&samantha.Traits{}).Of(f.key.Whole()) == nil || !more || !less {
			return line.Bad("want: trait.facet | called | name, how | name, how | shows")
		}
		r.facets = append(r.facets, f)
		return nil
	})
}

func wayOf(cell string) (moved, bool) {
	name, how, ok := strings.Cut(cell, ",")
	return moved{strings.TrimSpace(name), strings.TrimSpace(how)}, ok
}

// way is how somebody is called by a facet that moved by so much.
func (f facet) way(by float64) moved {
	if by < 0 {
		return f.less
	}
	return f.more
}

func (r *Becoming) facet(which samantha.Trait) (facet, bool) {
	for _, f := range r.facets {
		if f.key == which {
			return f, true
		}
	}
	return facet{}, false
}

// known reports whether a name is that of a trait or a facet.
func (r *Becoming) known(which samantha.Trait) bool {
	_, ok := r.facet(which)
	return ok || !which.IsFacet() && (&samantha.Traits{}).Of(which) != nil
}

// all are the traits, and after them the facets in the order of their file.
func (r *Becoming) all() []samantha.Trait {
	all := Order()
	for _, f := range r.facets {
		all = append(all, f.key)
	}
	return all
}

// Lean is how far a trait or a facet has moved from where it was born.
func (s *State) Lean(which samantha.Trait) float64 { return s.leans()[which] }

// stands is where a trait or a facet is; a facet was born where its trait was.
func (s *State) stands(which samantha.Trait) float64 {
	born := samantha.BirthTraits()
	return samantha.Round(*born.Of(which.Whole()) + s.Lean(which))
}

// degrees are the distances from which on a facet is heard a little, clearly and much:
// two, six and twelve weeks at full speed are past them (judgement).
func degrees() []float64 { return []float64{grownFrom, 2.5 * grownFrom, 4.5 * grownFrom} }

// leans are those of all traits and facets that have moved, summed once until another
// step is taken or taken back.
func (s *State) leans() map[samantha.Trait]float64 {
	if s.lean == nil {
		s.lean = map[samantha.Trait]float64{}
		for i := range s.Steps {
			x := &s.Steps[i]
			s.lean[x.Trait] = samantha.Round(s.lean[x.Trait] + x.By)
		}
	}
	return s.lean
}

// Degree is how much of a facet is heard in her talk by now, -3..3.
func (s *State) Degree(which samantha.Trait) int { return degree(s.Lean(which)) }

// degree is how much is heard of how far a facet has moved.
func degree(by float64) int {
	n := 0
	for _, d := range degrees() {
		if math.Abs(by) >= d {
			n++
		}
	}
	if by < 0 {
		return -n
	}
	return n
}

// Facet is one side of a trait as it is.
type Facet struct {
	Facet samantha.Trait `json:"facet"`
	Name  string         `json:"name"`
	Now   float64        `json:"now"`  // -1..1
	Born  float64        `json:"born"` // -1..1
	Since string         `json:"since,omitempty"`
	Shows string         `json:"shows"` // what reads it
	// Heard is how much of it is heard in her talk, -3..3.
	Heard int `json:"heard"`
	// Moved is the step that moved it most to where it is, "" if none did.
	Moved samantha.ID `json:"moved,omitempty"`
}

// movedMost is the largest step the way a trait or a facet has gone, the newest of equals.
func (s *State) movedMost(which samantha.Trait) samantha.ID {
	by, most := s.Lean(which), 0.0
	var id samantha.ID
	for _, x := range s.Steps {
		if x.Trait == which && float64(x.By*by) > 0 && math.Abs(x.By) >= most {
			id, most = x.ID, math.Abs(x.By)
		}
	}
	return id
}

// Facets are the sides of a trait as they are now.
func (r *Becoming) Facets(s *State, of samantha.Trait) []Facet {
	born := samantha.BirthTraits()
	all := []Facet{}
	for _, f := range r.facets {
		if f.key.Whole() != of {
			continue
		}
		now := Facet{Facet: f.key, Name: f.called, Now: s.stands(f.key), Born: *born.Of(of), Shows: f.shows, Heard: s.Degree(f.key), Moved: s.movedMost(f.key)}
		if by := s.Lean(f.key); by != 0 {
			now.Since = f.way(by).how
		}
		all = append(all, now)
	}
	return all
}
