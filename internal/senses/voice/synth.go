package voice

import (
	"math"
	"math/rand/v2"
)

// A sound that is no word is made as the mouth makes it: noise of breath and
// pulses of the voice go through resonances (Klatt, 1980). Everything here is
// fixed; the same call gives the same samples.

// seconds are how long a made sound, or a part of it, lasts.
type seconds = float64

// blank is a sound of nothing, to be filled sample by sample.
func blank(length seconds) []float64 { return make([]float64, int(length*Rate)) }

// fill adds to each sample what f gives for its time.
func fill(x []float64, f func(t seconds) float64) {
	for i := range x {
		x[i] += f(float64(i) / Rate)
	}
}

// breathing is white noise.
func breathing(seed uint64) func() float64 {
	chance := rand.New(rand.NewPCG(seed, 0))
	return func() float64 { return 2*chance.Float64() - 1 }
}

// glottis is what the vocal folds send out: in each period the flow of air
// grows, and then closes, the quicker the brighter (after Rosenberg, 1971; the
// sound is the change of the flow). pitch is in Hz.
func glottis(pitch func(t seconds) float64) func(t seconds) float64 {
	const opening, closing, softness = 0.5, 0.18, 0.55
	phase, last := 0.0, 0.0
	return func(t seconds) float64 {
		phase = math.Mod(phase+pitch(t)/Rate, 1)
		flow := 0.0
		switch {
		case phase < opening:
			flow = math.Sin(math.Pi * phase / opening)
		case phase < opening+closing:
			flow = -opening / closing * math.Sin(math.Pi/2*(phase-opening)/closing)
		}
		last += (1 - softness) * (flow - last) // nobody closes in no time
		return last
	}
}

// resonance is one formant: where it lies, how wide it is, how strong. Its
// gain at its middle is strength.
type resonance struct{ hz, width, strength float64 }

// filter gives a sample after the resonance, sample by sample.
func (r resonance) filter() func(float64) float64 {
	decay := math.Exp(-math.Pi * r.width / Rate)
	b := 2 * decay * math.Cos(2*math.Pi*r.hz/Rate)
	c := -decay * decay
	a := r.strength * (1 - decay) * math.Sqrt(1-2*decay*math.Cos(4*math.Pi*r.hz/Rate)+decay*decay)
	var y1, y2 float64
	return func(x float64) float64 {
		y := a*x + b*y1 + c*y2
		y1, y2 = y, y1
		return y
	}
}

// throat is several resonances side by side; neighbours are out of phase, as
// they are in a mouth.
func throat(resonances ...resonance) func(float64) float64 {
	var filters []func(float64) float64
	for i, r := range resonances {
		if i%2 == 1 {
			r.strength = -r.strength
		}
		filters = append(filters, r.filter())
	}
	return func(x float64) float64 {
		sum := 0.0
		for _, f := range filters {
			sum += f(x)
		}
		return sum
	}
}

// swell rises from 0 to 1 in rise seconds and falls again in fall seconds
// before length, softly at both ends.
func swell(t, length, rise, fall seconds) float64 {
	return ease(t/rise) * ease((length-t)/fall)
}

// ease goes from 0 to 1 while x does, without a corner.
func ease(x float64) float64 {
	x = max(0, min(x, 1))
	return x * x * (3 - 2*x)
}

// glide is from a to b, while x goes from 0 to 1.
func glide(a, b, x float64) float64 { return a + (b-a)*ease(x) }

// rendered brings a made sound to its loudness, as a root mean square of full
// scale.
func rendered(x []float64, loudness float64) Sound {
	power := 0.0
	for _, v := range x {
		power += v * v
	}
	scale := loudness * math.MaxInt16 / math.Sqrt(power/float64(len(x)))
	s := Sound{Rate: Rate, Samples: make([]int16, len(x))}
	for i, v := range x {
		s.Samples[i] = int16(bent(scale * v))
	}
	fade(s.Samples, samples(window))
	return s
}
