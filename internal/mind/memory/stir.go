package memory

import (
	"math"
	"time"

	"samantha"
)

// Scene is a memory that something said now may bring back without a question.
type Scene struct {
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
	sceneAge   = 3 * 24 * time.Hour  // what is fresher has not sunk in
	sceneHalf  = 60 * 24 * time.Hour // after so long it comes back half as easily
	sceneShare = 0.5                 // it holds so much of what is said, or it is another matter
	sceneFelt  = 0.4                 // and it was felt so strongly
	sceneMood  = 0.5                 // what felt quite otherwise than one feels now loses so much
	sceneLeast = 0.15                // all in all; below it nothing comes back
)

// Stirred is the scene that comes back, if one does: by how much of it is in what
// is said, how strongly it was felt, how near that is to the mood of now
// (pleasure, -1..1), and how long ago it was. Of equal ones the later in the list
// comes back.
func Stirred(scenes []Scene, now time.Time, pleasure float64) (Scene, bool) {
	var best Scene
	most := sceneLeast
	for _, s := range scenes {
		age := now.Sub(s.At)
		if age < sceneAge || s.Share < sceneShare || s.Felt < sceneFelt {
			continue
		}
		unlike := math.Abs(pleasure-s.Valence) / 2
		weight := samantha.Round(s.Share * s.Felt * (1 - float64(sceneMood*unlike)) * math.Exp2(-age.Hours()/sceneHalf.Hours()))
		if weight >= most {
			best, most = s, weight
		}
	}
	return best, best.ID != ""
}
