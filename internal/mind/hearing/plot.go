package hearing

import "slices"

// noPlot is the kind of the rules for what only looks as if it had one.
const noPlot = "none"

// Plot is how a telling is built, whatever it is about: whose doing it is, to whom, and
// when, by the rules of en/plots.txt; "" if it is none of these. The last sentence has
// the word, for what was said last is what waits for an answer.
func (e *Ear) Plot(text string, in Context) string {
	words := e.words(text, in)
	for _, sentence := range slices.Backward(sentences(words)) {
		if len(sentence) == 0 {
			continue
		}
		p := e.piece(sentence)
		for n := range e.plots.likely(p.words) {
			r := &e.plots.rules[n]
			if _, ok := e.match(r.prog, p); !ok {
				continue
			}
			if r.kind == noPlot {
				return ""
			}
			return r.kind
		}
		return ""
	}
	return ""
}
