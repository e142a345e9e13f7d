package asked

import (
	"slices"
	"strings"
)

// Both are the two questions that one sentence asks: "who teaches Lev and when" is "who
// teaches Lev" and "when teaches Lev". Of the two the one that says nothing besides its
// first words has the rest of the other.
func (r *Reader) Both(text string) (first, second string, ok bool) {
	words := r.unled(plainWords(r.Asking(text)))
	if _, _, asks := r.headOf(words); !asks {
		return "", "", false
	}
	for at := 1; at+1 < len(words); at++ {
		kind, n, asks := r.headOf(words[at+1:])
		if words[at] != "and" || !asks || kind == Whether {
			continue
		}
		one, two := words[:at], words[at+1:]
		_, m, _ := r.headOf(one)
		switch {
		case len(one) == m:
			one = slices.Concat(one, two[n:])
		case len(two) == n:
			two = slices.Concat(two, one[m:])
		}
		return strings.Join(one, " "), strings.Join(two, " "), len(one) > m
	}
	return "", "", false
}

// WithName is a question with a name in place of its first word of a set: for somebody,
// "refer", or for a thing, "it".
func (r *Reader) WithName(question, name, set string) string {
	words := strings.Fields(question)
	if at := slices.IndexFunc(words, func(w string) bool { return w == set || r.in(set, w) }); at >= 0 && name != "" {
		words[at] = name
	}
	return strings.Join(words, " ")
}

// Having are those of whom a question asks whether the person has any: "sisters" of "do
// I have any sisters"; "" if it asks no such thing.
func (r *Reader) Having(text string) string {
	words := r.unled(plainWords(text))
	for _, begins := range r.having {
		n := len(begins)
		if len(words) <= n || !slices.Equal(words[:n], begins) {
			continue
		}
		rest := words[n:]
		if len(rest) > 1 && r.in("any", rest[0]) {
			rest = rest[1:]
		}
		return strings.Join(rest, " ")
	}
	return ""
}
