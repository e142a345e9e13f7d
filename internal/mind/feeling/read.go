package feeling

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"samantha"
)

// evidence is one piece of what the person may feel.
type evidence struct {
	emotion          samantha.Emotion // "" when only the tone is known
	valence, arousal float64
	weight           float64
}

const (
	// restArousal is the arousal of words that say nothing of it.
	restArousal = 0.3
	// doubt stands against all evidence: a single word of weight w is believed
	// at most w/(w+doubt). Set on conversations so that a confidence is roughly
	// the share of readings that are right.
	doubt = 0.5
	// sureEnough is the confidence below which she does not guess.
	sureEnough = 0.4
)

// Read is her estimate of what the person feels, from the words and from what
// was meant by them. It is narrow: where the words do not say, it is unsure.
func (h *Heart) Read(text string, heard samantha.Hearing) samantha.Reading {
	words := h.lexicon.split(text)
	all := append(h.lexicon.words(words), h.lexicon.acts(heard)...)
	r := weigh(all)
	r.Arousal = samantha.Unit(r.Arousal + emphasis(text))
	return r
}

// weigh makes a reading of the evidence.
func weigh(all []evidence) samantha.Reading {
	mass := map[samantha.Emotion]float64{}
	var total, valence, arousal float64
	for _, e := range all {
		total += e.weight
		valence += float64(e.weight * e.valence)
		arousal += float64(e.weight * (e.arousal - restArousal))
		if e.emotion != "" {
			mass[e.emotion] += e.weight
		}
	}
	share := total + doubt
	r := samantha.Reading{
		Emotion: samantha.Unsure,
		Valence: samantha.Round(valence / share),
		Arousal: samantha.Round(restArousal + arousal/share),
	}
	best := heaviest(mass)
	r.Confidence = samantha.Unit(mass[best] / share)
	if r.Confidence >= sureEnough {
		r.Emotion = best
	}
	return r
}

// heaviest is the emotion with most evidence, ties by name.
func heaviest(mass map[samantha.Emotion]float64) samantha.Emotion {
	names := slices.Sorted(maps.Keys(mass))
	if len(names) == 0 {
		return samantha.Unsure
	}
	return slices.MaxFunc(names, func(a, b samantha.Emotion) int {
		return cmp.Or(cmp.Compare(samantha.Round(mass[a]), samantha.Round(mass[b])), cmp.Compare(b, a))
	})
}

// emphasis is how much exclamation marks and capitals add to the arousal.
func emphasis(text string) float64 {
	x := float64(0.1 * min(3, float64(strings.Count(text, "!"))))
	for _, w := range strings.Fields(text) {
		if len(w) > 3 && w == strings.ToUpper(w) && w != strings.ToLower(w) {
			return x + 0.1
		}
	}
	return x
}
