package hearing

import (
	"cmp"
	"slices"
)

// Asked is what a sentence asks of the talk it stands in, or tells that may be asked for
// later in it (en/evening.txt): its kind, and the words of its slots as they stand.
type Asked struct {
	Kind  string
	Slots map[string]string
}

// Evening reads every sentence of an utterance so, in order, once for each kind.
func (e *Ear) Evening(text string, in Context) []Asked { return e.asked(e.evening, text, in) }

// Parting reads every sentence of a goodbye for why they leave, and of what was told
// before it for what they may be let go with (en/partings.txt), once for each kind.
func (e *Ear) Parting(text string, in Context) []Asked { return e.asked(e.partings, text, in) }

func (e *Ear) asked(book *rulebook, text string, in Context) []Asked {
	words := e.words(text, in)
	u := utterance{ear: e, text: text, words: words, in: in}
	var out []Asked
	for _, sentence := range sentences(words) {
		if len(sentence) > longest {
			continue
		}
		p, first := e.piece(sentence), len(out)
		for n := range book.likely(sentence) {
			r := &book.rules[n]
			if slices.ContainsFunc(out[first:], func(a Asked) bool { return a.Kind == r.kind }) {
				continue
			}
			if m, ok := e.match(r.prog, p); ok {
				out = append(out, Asked{r.kind, u.slots(r, m, p)})
			}
		}
	}
	return out
}

// SameKin reports whether two words are one relation: "boy" and "son".
func (e *Ear) SameKin(a, b string) bool {
	return cmp.Or(e.kin[a], a) == cmp.Or(e.kin[b], b)
}
