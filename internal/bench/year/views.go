package year

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"samantha"
	"samantha/internal/mind"
	"samantha/internal/mind/self"
)

// view is something in her that has numbers by name, as the picture shows it.
type view struct {
	title    string
	from, to float64
	of       func(Day) map[string]float64
}

func views() []view {
	return []view{
		{title: "traits, from where she was born", from: -0.15, to: 0.15, of: func(d Day) map[string]float64 { return d.Traits }},
		{title: "bond", from: 0, to: 1, of: func(d Day) map[string]float64 { return d.Bond }},
	}
}

// traits are how far her dispositions are from where she was born, by name.
func traits(s *mind.State) map[string]float64 {
	d := s.Self.Drift()
	return map[string]float64{"open": d.O, "careful": d.C, "outgoing": d.E, "gentle": d.A, "raw": d.N}
}

// facets are the sides of her traits as they are heard in her talk, by name; those that
// are not heard are left out.
func facets(s *mind.State) map[string]int {
	heard := map[string]int{}
	for name, of := range map[string]samantha.Trait{
		"talk": self.Talk, "play": self.Play, "asks": self.Asks, "tact": self.Tact, "order": self.Keeps, "watch": self.Watch,
	} {
		if by := s.Self.Degree(of); by != 0 {
			heard[name] = by
		}
	}
	return heard
}

// own are the acts of an answer that nobody asked her for and that are hers alone.
func own(in samantha.Intent) []string {
	var acts []string
	for i, m := range in.Moves {
		if i > 0 && slices.Contains([]string{
			samantha.DoRethink, samantha.DoMixed, samantha.DoMuses, samantha.DoOpine, samantha.DoJoke, samantha.DoWonder, samantha.DoTells, samantha.DoCall,
		}, m.Act) {
			acts = append(acts, m.Act)
		}
	}
	return acts
}

// counted are numbers by name for a person, in the order of the names; "nothing" if there
// are none.
func counted(by map[string]int, form string) string {
	var all []string
	for _, name := range slices.Sorted(maps.Keys(by)) {
		all = append(all, fmt.Sprintf(form, name, by[name]))
	}
	return cmp.Or(strings.Join(all, ", "), "nothing")
}

// bond is how the two stand, 0..1, by name.
func bond(b samantha.Bond) map[string]float64 {
	return map[string]float64{"closeness": b.Closeness, "trust": b.Trust, "reciprocity": b.Reciprocity, "tension": b.Tension}
}

// repertoire is how many things of her repertoire are not over.
func repertoire(s *mind.State) int {
	n := 0
	for _, it := range s.Self.Items {
		if it.Over == "" {
			n++
		}
	}
	return n
}
