package hearing

import "samantha"

// Signs are what the rules make of a text by itself, in words: what it does, how it is
// built, what it is about, what stands out. From them a tenor may be learned
// (feeling.Tenors).
func (e *Ear) Signs(text string, h samantha.Hearing, frames []Frame) []string {
	signs := []string{"plot " + e.Plot(text, Context{}), "topic " + e.Topic(h)}
	for _, a := range h.Acts {
		signs = append(signs, "act "+a.Kind)
	}
	for _, t := range h.Told {
		signs = append(signs, "told "+t.Kind)
	}
	for _, f := range frames {
		signs = append(signs, "frame "+f.Kind)
	}
	return signs
}
