package samantha

import "math"

// Round keeps six decimals. Every number passes it on its way into an event or
// a state and before a comparison, so that all machines fold alike (design §7).
func Round(x float64) float64 {
	r := math.Round(x*1e6) / 1e6
	if r == 0 {
		return 0 // never a negative zero: it prints differently
	}
	return r
}

// Unit rounds x and keeps it within 0..1.
func Unit(x float64) float64 { return Round(max(0, min(1, x))) }

// decay is the share left after a time with a half-life, both in the same
// unit. A half-life of zero or less leaves nothing.
func decay(passed, halfLife float64) float64 {
	if passed <= 0 {
		return 1
	}
	if halfLife <= 0 {
		return 0
	}
	return math.Exp2(-passed / halfLife)
}
