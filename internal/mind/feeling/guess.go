package feeling

import (
	"fmt"
	"maps"
	"slices"

	"samantha"
)

// Emotions are those that she reads in people, by name.
func (h *Heart) Emotions() []samantha.Emotion { return slices.Sorted(maps.Keys(h.theirs)) }

// against is the valence from which on words sound plainly bad, or good (judgement).
const against = 0.3

// Guess is a telling as somebody else reads it, where she could not: own is her reading.
// An error of kind [samantha.ErrInvalid] says why it is not to stand beside hers.
func (h *Heart) Guess(r samantha.ProposedReading, text string, own samantha.Reading) (samantha.Reading, error) {
	sign := h.lexicon.signs[r.Emotion]
	denied, _ := h.Denied(text)
	refuse := func(why string) (samantha.Reading, error) {
		return samantha.Reading{}, fmt.Errorf("%s of %q: %s: %w", r.Emotion, text, why, samantha.ErrInvalid)
	}
	switch {
	case own.Emotion != samantha.Unsure:
		return refuse("she read it herself")
	case h.theirs[r.Emotion] == "":
		return refuse("it is none that she knows")
	case r.Confidence < sureEnough || r.Confidence > 1:
		return refuse("that is a guess")
	case slices.Contains(denied, r.Emotion):
		return refuse("they say that it is not that")
	case samantha.Round(own.Valence*sign) <= -against:
		return refuse("it sounds otherwise")
	}
	return samantha.Reading{
		Emotion: r.Emotion, Valence: samantha.Round(sign * r.Confidence), Arousal: own.Arousal, Dominance: own.Dominance, Confidence: samantha.Unit(r.Confidence),
	}, nil
}
