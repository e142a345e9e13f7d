package voice

import (
	"fmt"
	"strings"
)

// The engine reads a small part of SSML, and so can be told how a word sounds
// and how high a word lies. The tags are ours alone: what [reader.aloud] gives
// has no brackets in it.

// script is a clause as the engine gets it: the words, how those sound that it
// would read wrongly, and the tune the clause ends with.
func script(words []word, end tune, t tone) string {
	var b strings.Builder
	for i, w := range words {
		if i > 0 {
			b.WriteByte(' ')
		}
		text := w.marked()
		if i == len(words)-1 && end.lift > 0 {
			text = fmt.Sprintf(`<prosody rate="%.2f" pitch="%.1f" range="%.1f">%s</prosody>`, end.rate, t.pitch*end.lift, t.spread*end.span, text)
		}
		b.WriteString(text)
	}
	return b.String()
}

func (w word) marked() string {
	if w.sound != "" {
		return fmt.Sprintf(`<phoneme ph="%s">%s</phoneme>`, w.sound, w.text+w.after)
	}
	return w.text + w.after
}
