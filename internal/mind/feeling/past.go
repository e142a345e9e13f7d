package feeling

import (
	"slices"
	"time"

	"samantha"
)

// Was is a feeling she had, as it was when it arose, however long it is over.
type Was struct {
	ID        samantha.ID      `json:"id"`
	At        time.Time        `json:"at"`
	Emotion   samantha.Emotion `json:"emotion"`
	Intensity float64          `json:"intensity"` // 0..1
	Rule      string           `json:"rule"`
}

// What is kept of past feelings (judgement): the strongest of each kind in a day, if
// it was worth a word, so that asked about a day weeks ago she can tell.
const (
	leastPast = 0.08
	mostPast  = 200
	sameDay   = 16 * time.Hour
)

// pass keeps a feeling for when it is over.
func (s *State) pass(k Kept) {
	if k.Intensity < leastPast {
		return
	}
	was := Was{k.ID, k.At, k.Emotion, k.Intensity, k.Rule}
	for i := len(s.Past) - 1; i >= 0 && was.At.Sub(s.Past[i].At) < sameDay; i-- {
		if s.Past[i].Emotion != was.Emotion {
			continue
		}
		if s.Past[i].Intensity < was.Intensity {
			s.Past = append(slices.Delete(s.Past, i, i+1), was)
		}
		return
	}
	s.Past = samantha.Newest(append(s.Past, was), mostPast)
}

// Within are the past feelings of some kinds, of any if there are none, that arose in a
// stretch of time (to is not in it), oldest first.
func (s State) Within(from, to time.Time, kinds []samantha.Emotion) []Was {
	var all []Was
	for _, was := range s.Past {
		if !was.At.Before(from) && was.At.Before(to) && (len(kinds) == 0 || slices.Contains(kinds, was.Emotion)) {
			all = append(all, was)
		}
	}
	return all
}

// Cause is the clause that says why she felt something that is over.
func (h *Heart) Cause(was Was) string {
	return h.Because(Kept{Feeling: samantha.Feeling{Rule: was.Rule}})
}

// Hurtful: a feeling that is over was one of being hurt by the person.
func (h *Heart) Hurtful(was Was) bool {
	r, ok := h.rule(was.Rule)
	return ok && r.hurts
}
