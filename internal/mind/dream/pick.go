package dream

import (
	"cmp"
	"math"
	"slices"
	"time"

	"samantha"
)

// Lived is a memory as far as the choice of pieces looks at it.
type Lived struct {
	ID         samantha.ID
	At         time.Time
	Importance float64 // 0..1: how much was felt and told in it
	Unresolved float64 // 0..1: how open what it told of still is
}

// How old a memory may be before it comes up half as easily, and what is left of
// it however old it is (judgement).
const (
	ageHalf  = 14 * 24 * time.Hour
	ageLeast = 0.05
)

// settled is what is left of the weight of a memory with nothing open in it: days
// come up in dreams, not only worries (judgement).
const settled = 0.3

// weight is importance x unresolved x age.
func (l Lived) weight(now time.Time) float64 {
	age := math.Exp2(-max(0, now.Sub(l.At).Hours()) / ageHalf.Hours())
	open := settled + float64((1-settled)*l.Unresolved)
	return samantha.Round(l.Importance * open * max(ageLeast, age))
}

// Sample draws at most n of the memories without putting any back, the heavier
// the likelier (Efraimidis and Spirakis 2006). The same seed draws the same.
func Sample(lived []Lived, now time.Time, seed uint64, n int) []Lived {
	type drawn struct {
		Lived
		key float64
	}
	c := chance{seed}
	var all []drawn
	for _, l := range lived {
		u := c.unit()
		if w := l.weight(now); w > 0 {
			all = append(all, drawn{l, samantha.Round(math.Log(u+1e-12) / w)})
		}
	}
	slices.SortFunc(all, func(a, b drawn) int {
		return cmp.Or(cmp.Compare(b.key, a.key), cmp.Compare(a.ID, b.ID))
	})
	out := make([]Lived, 0, n)
	for _, d := range all[:min(n, len(all))] {
		out = append(out, d.Lived)
	}
	return out
}
