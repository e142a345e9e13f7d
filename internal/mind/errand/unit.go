package errand

import (
	"math/big"
	"strings"
)

// unit is one way of measuring: so many of the first of its kind, and so many
// more.
type unit struct {
	kind           string
	factor, offset *big.Rat
	one, many      string
}

// Convert turns an amount of one unit into another: "12", "miles", "km" is
// "19.31 kilometres". It is false for what is not of one kind.
func (r *Room) Convert(amount, from, to string) (Answer, bool) {
	a, known := r.units[strings.ToLower(from)]
	b, also := r.units[strings.ToLower(to)]
	n, ok := r.value(amount)
	if !ok && strings.HasPrefix(strings.ToLower(amount), "a") { // "an ounce"
		n, ok = big.NewRat(1, 1), true
	}
	if !known || !also || !ok || a.kind != b.kind {
		return Answer{}, false
	}
	v := new(big.Rat).Mul(n, a.factor)
	v.Add(v, a.offset).Sub(v, b.offset).Quo(v, b.factor)
	out := told(v, decimalsFor(v))
	name := b.many
	if out.Text == "1" {
		name = b.one
	}
	out.Text += " " + name
	return out, true
}

// decimalsFor gives a small measure more decimals, so that it is not told as 0.
func decimalsFor(v *big.Rat) int {
	decimals := unitDecimals
	for limit := big.NewRat(1, 1); decimals < 8 && v.Sign() != 0 && new(big.Rat).Abs(v).Cmp(limit) < 0; decimals++ {
		limit.Quo(limit, big.NewRat(10, 1))
	}
	return decimals
}
