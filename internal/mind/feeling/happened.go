package feeling

import (
	"strings"

	"samantha"
)

// Happened is how somebody sees what happened to them: an answer of -1..1 to
// each of the questions of happened.txt; one that was not answered is left out.
type Happened map[string]float64

// weighed is one question of a kind, and what its answer weighs.
type weighed struct {
	question string
	weight   float64
}

// readHappened reads "kind question weight question weight ..." lines.
func (h *Heart) readHappened(lines []samantha.Line) error {
	h.happened = map[samantha.Emotion][]weighed{}
	for _, l := range lines {
		f := strings.Fields(l.Text)
		if len(f) == 0 {
			continue
		}
		if len(f)%2 == 0 {
			return l.Bad("want: kind, then questions and weights")
		}
		var all []weighed
		for i := 1; i < len(f); i += 2 {
			weight, err := l.Float(f[i+1], -5, 5)
			if err != nil {
				return err
			}
			all = append(all, weighed{f[i], weight})
		}
		h.happened[samantha.Emotion(f[0])] = all
	}
	return nil
}

// Felt is what they are likely to feel who see it so: an appraisal makes the
// feeling, theirs as it makes hers.
func (h *Heart) Felt(in Happened) samantha.Emotion {
	sums := map[samantha.Emotion]float64{}
	for kind, all := range h.happened {
		for _, w := range all {
			if w.question == "always" {
				sums[kind] += w.weight
			}
			sums[kind] += float64(w.weight * in[w.question])
		}
	}
	return most(sums)
}
