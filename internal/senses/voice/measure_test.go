package voice

import (
	"math"
	"slices"
)

// pitches are the fundamental frequencies of the voiced frames of a sound, in
// Hz, by autocorrelation: frames of 40 ms, one every 10 ms.
func pitches(s Sound) []float64 {
	const frame, step = 40 * Rate / 1000, 10 * Rate / 1000
	var all []float64
	for i := 0; i+frame <= len(s.Samples); i += step {
		if x := s.Samples[i : i+frame]; rms(x) > 300 {
			if f, ok := pitch(x); ok {
				all = append(all, f)
			}
		}
	}
	return all
}

// pitch is the first strong peak of the normalised autocorrelation between 70
// and 400 Hz.
func pitch(x []int16) (float64, bool) {
	const shortest, longest = Rate / 400, Rate / 70
	r := make([]float64, longest+1)
	best := 0.0
	for lag := shortest; lag <= longest; lag++ {
		r[lag] = correlation(x, lag)
		best = max(best, r[lag])
	}
	if best < 0.6 {
		return 0, false
	}
	for lag := shortest + 1; lag < longest; lag++ {
		if r[lag] > 0.9*best && r[lag] >= r[lag-1] && r[lag] >= r[lag+1] {
			return Rate / (float64(lag) + nudge(r[lag-1], r[lag], r[lag+1])), true
		}
	}
	return 0, false
}

// nudge is where between samples the top of a peak lies.
func nudge(before, top, after float64) float64 {
	if bend := before - 2*top + after; bend != 0 {
		return (before - after) / (2 * bend)
	}
	return 0
}

func correlation(x []int16, lag int) float64 {
	var xy, xx, yy float64
	for i := range len(x) - lag {
		a, b := float64(x[i]), float64(x[i+lag])
		xy, xx, yy = xy+a*b, xx+a*a, yy+b*b
	}
	if xx == 0 || yy == 0 {
		return 0
	}
	return xy / math.Sqrt(xx*yy)
}

// at is the value below which that part of the list lies.
func at(list []float64, part float64) float64 {
	if len(list) == 0 {
		return 0
	}
	list = slices.Sorted(slices.Values(list))
	return list[int(part*float64(len(list)-1))]
}

func median(list []float64) float64 { return at(list, 0.5) }

// spread is from the tenth to the ninetieth of a hundred.
func spread(list []float64) float64 { return at(list, 0.9) - at(list, 0.1) }
