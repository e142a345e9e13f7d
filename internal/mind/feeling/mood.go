package feeling

import (
	"math"

	"samantha"
)

// traits are the big five, each -1..1.
type traits samantha.Traits

// mood is the mood the traits come home to (Mehrabian, Austr. J. Psych. 48,
// 1996). Stability is the opposite of neuroticism: it raises pleasure and
// lowers arousal. Copies that put neuroticism in its place make an anxious
// person calm.
func (t traits) mood() samantha.Mood {
	s := -t.N
	return samantha.Mood{
		P: samantha.Round(float64(0.21*t.E) + float64(0.59*t.A) + float64(0.19*s)),
		A: samantha.Round(float64(0.15*t.O) + float64(0.30*t.A) - float64(0.57*s)),
		D: samantha.Round(float64(0.25*t.O) + float64(0.17*t.C) + float64(0.60*t.E) - float64(0.32*t.A)),
	}
}

// home is her own default mood, by her traits as they are now.
func (s State) home() samantha.Mood {
	t, d := samantha.BirthTraits(), s.Drift
	return traits{O: t.O + d.O, C: t.C + d.C, E: t.E + d.E, A: t.A + d.A, N: t.N + d.N}.mood()
}

// between is the number that lies a share of the way from a to b.
func between(a, b, share float64) float64 { return samantha.Round(a + float64((b-a)*share)) }

// coupling is how much of a feeling enters the mood (FAtiMA's 0.3).
const coupling = 0.3

// moved is the mood after the feelings of one moment. Each pushes in the
// direction of its kind, the less the further out the mood already lies, so
// that no number of them drives it to the edge.
func (h *Heart) moved(m samantha.Mood, felt []samantha.Feeling) samantha.Mood {
	for _, f := range felt {
		to, share := h.pad[f.Emotion], float64(coupling*f.Intensity)
		m = samantha.Mood{
			P: pushed(m.P, float64(to.P*share)),
			A: pushed(m.A, float64(to.A*share)),
			D: pushed(m.D, float64(to.D*share)),
		}
	}
	return m
}

func pushed(x, by float64) float64 {
	if (x > 0) == (by > 0) {
		by = float64(by * (1 - math.Abs(x)))
	}
	return samantha.Round(max(-1, min(1, x+by)))
}
