package year

import "samantha/internal/mind"

// view is something in her that has numbers by name, as the picture shows it.
type view struct {
	title    string
	from, to float64
	of       func(Day) map[string]float64
}

func views() []view {
	return []view{
		{title: "traits", from: -1, to: 1, of: func(d Day) map[string]float64 { return d.Traits }},
		{title: "bond", from: 0, to: 1, of: func(d Day) map[string]float64 { return d.Bond }},
	}
}

// traits are her dispositions, -1..1, by name.
func traits(*mind.State) map[string]float64 { return map[string]float64{} }

// bond is how the two stand, 0..1, by name.
func bond(*mind.State) map[string]float64 { return map[string]float64{} }
