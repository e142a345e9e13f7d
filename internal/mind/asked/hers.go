package asked

import (
	"slices"
	"strings"
)

// Hers is what of hers a question is after.
type Hers string

// What is hers: a dream, something she promised or offered, something she said.
const (
	HersDream   Hers = "dream"
	HersPromise Hers = "promise"
	HersSaid    Hers = "said"
)

// Hers is what of hers a question is after, and the words of it that are looked for;
// "" if it is after nothing of hers, or of what she does in general.
func (r *Reader) Hers(text string) (Hers, string) {
	words := r.unled(plainWords(r.Asking(text)))
	if _, _, asks := r.headOf(words); !asks || !r.any("you", words) || !r.any("then", words) {
		return "", ""
	}
	if whole := strings.Join(words, " ") + " "; slices.ContainsFunc(r.vowed, func(p string) bool { return strings.Contains(whole, p+" ") }) {
		return HersPromise, r.restOf(words, HersPromise)
	}
	for _, of := range []Hers{HersDream, HersPromise, HersSaid} {
		at := slices.IndexFunc(words, func(w string) bool { return r.in(string(of), w) })
		if at < 0 || !r.by(words, at) {
			continue
		}
		return of, r.restOf(words, of)
	}
	return "", ""
}

// restOf are the words of a question besides those that say what of hers is asked for.
func (r *Reader) restOf(words []string, of Hers) string {
	rest := slices.DeleteFunc(slices.Clone(words), func(w string) bool {
		return r.in(string(of), w) || r.in("you", w) || r.in("bare", w) || r.in("ahead", w) || auxiliary(w)
	})
	return strings.Join(rest, " ")
}

// by: a word of a question is of something she did or had: "you" stands right before it,
// or it is "of yours", and not "did I promise you".
func (r *Reader) by(words []string, at int) bool {
	if slices.Contains(words, "yours") {
		return true
	}
	for i := at - 1; i >= max(0, at-3); i-- {
		if words[i] == "i" || words[i] == "we" {
			return false
		}
		if r.in("you", words[i]) {
			return true
		}
	}
	return false
}
