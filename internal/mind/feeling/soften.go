package feeling

import (
	"time"

	"samantha"
)

// What a night takes off a feeling that hurt: a fifth at most, and never below
// three tenths of what it was when it arose. Only what
// can still be felt is softened.
const (
	softens     = 0.2
	softestLeft = 0.3
)

// Soften is what one night takes off her feelings: off those that hurt, and never
// from why and when they were felt. Joys keep their edge.
func (h *Heart) Soften(s State, at time.Time) []samantha.Softened {
	var out []samantha.Softened
	for _, k := range s.Felt {
		least := samantha.Round(softestLeft * k.first())
		to := samantha.Round(max(least, (1-softens)*k.Intensity))
		if h.Hurts(k.Emotion) && k.left(at) >= faintest && to < k.Intensity {
			out = append(out, samantha.Softened{Felt: k.ID, From: k.Intensity, To: to})
		}
	}
	return out
}

// Hurts reports whether a feeling is an unpleasant one to have.
func (h *Heart) Hurts(e samantha.Emotion) bool { return h.pad[e].P < 0 }

// first is the intensity with which the feeling arose.
func (k Kept) first() float64 {
	if k.Arose > 0 {
		return k.Arose
	}
	return k.Intensity
}

// softened folds what a night took off.
func (s *State) softened(night []samantha.Softened) {
	for _, soft := range night {
		for i := range s.Felt {
			if k := &s.Felt[i]; k.ID == soft.Felt {
				k.Arose = k.first()
				k.Shown = samantha.Round(k.Shown * soft.To / k.Intensity)
				k.Intensity = soft.To
			}
		}
	}
}
