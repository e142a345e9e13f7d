package year

import (
	"samantha"
	"samantha/internal/mind"
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
