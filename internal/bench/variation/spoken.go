package variation

import (
	"strings"

	"samantha"
	"samantha/internal/words/newborn"
)

// spoken is a sentence of hers, and its skeleton: itself where her lines do not know it.
type spoken struct{ text, skeleton string }

func (s spoken) long() bool { return len(samantha.LongSentences(s.text)) > 0 }

// parts are the sentences of a reply, each with the skeleton it was made of.
func (c *count) parts(reply string, lines []string) []spoken {
	var made []string
	for _, key := range lines {
		made = append(made, c.voice.Skeletons(key)...)
	}
	var out []spoken
	for _, text := range samantha.Sentences(reply) {
		s := spoken{text, text}
		for i, skeleton := range made {
			if fits(text, skeleton) {
				s.skeleton, made = skeleton, made[i+1:]
				break
			}
		}
		out = append(out, s)
	}
	return out
}

// fits: the fixed parts of a skeleton stand in a text in their order, the first at its
// beginning and the last at its end.
func fits(text, skeleton string) bool {
	fixed := strings.Split(skeleton, newborn.Mask)
	if len(fixed) == 1 {
		return text == skeleton
	}
	text, ok := strings.CutPrefix(text, fixed[0])
	if !ok {
		return false
	}
	for _, part := range fixed[1 : len(fixed)-1] {
		if _, text, ok = strings.Cut(text, part); !ok {
			return false
		}
	}
	return strings.HasSuffix(text, fixed[len(fixed)-1])
}
