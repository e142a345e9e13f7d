package hearing

import "slices"

// places are where something was, each once, in order: the rules of
// en/places.txt tried at every word.
func (u *utterance) places() []string {
	var out []string
	for at := 0; at < len(u.words); {
		m, ok := u.ear.firstAt(u.ear.places, u.words, at)
		if !ok {
			at++
			continue
		}
		at = m.to
		run, ok := m.slots["place"]
		if !ok {
			continue
		}
		if place := u.bare(u.words[run.from:run.to]); !slices.Contains(out, place) {
			out = append(out, place)
		}
	}
	return out
}
