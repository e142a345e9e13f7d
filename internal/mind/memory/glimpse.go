package memory

import (
	"math"
	"time"

	"samantha"
)

// Glimpse is a memory that something said now may bring back without a question.
type Glimpse struct {
	ID      samantha.ID
	At      time.Time
	Share   float64 // how much of what is said now it holds: 0..1
	Felt    float64 // how strongly something was felt in it: 0..1
	Valence float64 // how it felt: -1..1
}

// What may come back by itself. How recent something is and how one feels weigh
// here and nowhere else: in answering they only do harm (measured, `bench recall`:
// a prior for what is recent lowers R@5 at every weight), in what comes to mind
// unasked they are how people remember (mood congruence, Bower 1981; the recency
// of Generative Agents, Park et al. 2023, in days and not in hours).
const (
	glimpseAge   = 3 * 24 * time.Hour  // what is fresher has not sunk in
	glimpseHalf  = 60 * 24 * time.Hour // after so long it comes back half as easily
	glimpseShare = 0.5                 // it holds so much of what is said, or it is another matter
	glimpseFelt  = 0.4                 // and it was felt so strongly
	glimpseMood  = 0.5                 // what felt quite otherwise than one feels now loses so much
	glimpseLeast = 0.15                // all in all; below it nothing comes back
)

// Glimpsed is the glimpse that comes back, if one does: by how much of it is in what
// is said, how strongly it was felt, how near that is to the mood of now
// (pleasure, -1..1), and how long ago it was. Of equal ones the later in the list
// comes back.
func Glimpsed(glimpses []Glimpse, now time.Time, pleasure float64) (Glimpse, bool) {
	var best Glimpse
	most := glimpseLeast
	for _, s := range glimpses {
		age := now.Sub(s.At)
		if age < glimpseAge || s.Share < glimpseShare || s.Felt < glimpseFelt {
			continue
		}
		unlike := math.Abs(pleasure-s.Valence) / 2
		weight := samantha.Round(s.Share * s.Felt * (1 - float64(glimpseMood*unlike)) * math.Exp2(-age.Hours()/glimpseHalf.Hours()))
		if weight >= most {
			best, most = s, weight
		}
	}
	return best, best.ID != ""
}
