package care

import (
	"slices"
	"strings"

	"samantha"
)

// pattern is a row of elements that words are matched against:
//
//	word      that word
//	a|b       one of them
//	@class    a word of the class
//	word?     the word, or nothing (also a|b? and @class?)
//	..        up to four words of any kind
//	^ $       the beginning, the end of the sentence (also a|$)
//	(?)       the sentence is a question (last element only)
type pattern struct {
	elements []element
	first    bool // ^
	last     bool // $
	question bool // (?)
}

type element struct {
	words    []string
	gap      bool
	optional bool
	end      bool // the end of the sentence will do as well
}

// longestGap is how many words ".." may skip: enough for an aside, too few to
// join two thoughts (judgement).
const longestGap = 4

// classes are named sets of words.
type classes map[string][]string

// parse reads a pattern.
func (c classes) parse(l samantha.Line, text string) (pattern, error) {
	var p pattern
	for i, field := range strings.Fields(text) {
		switch {
		case field == "^" && i == 0:
			p.first = true
		case field == "$":
			p.last = true
		case field == "(?)":
			p.question = true
		case field == "..":
			p.elements = append(p.elements, element{gap: true})
		default:
			e, err := c.element(l, field)
			if err != nil {
				return p, err
			}
			p.elements = append(p.elements, e)
		}
	}
	if len(p.elements) == 0 && !p.question {
		return p, l.Bad("an empty pattern")
	}
	return p, nil
}

func (c classes) element(l samantha.Line, field string) (element, error) {
	var e element
	field, e.optional = strings.CutSuffix(field, "?")
	for _, w := range strings.Split(field, "|") {
		if w == "$" {
			e.end = true
			continue
		}
		name, isClass := strings.CutPrefix(w, "@")
		if !isClass {
			e.words = append(e.words, w)
			continue
		}
		set, ok := c[name]
		if !ok {
			return e, l.Bad("no class %q", name)
		}
		e.words = append(e.words, set...)
	}
	slices.Sort(e.words) // a word is looked for by halving
	return e, nil
}

func (e *element) has(word string) bool {
	_, has := slices.BinarySearch(e.words, word)
	return has
}

// match is where a pattern begins to fit, and the words it skipped.
type match struct {
	from    int
	skipped []string
}

// found reports whether the pattern fits somewhere in the sentence, and the
// match is accepted.
func (p pattern) found(s sentence, accept func(match) bool) bool {
	if p.question && !s.question {
		return false
	}
	last := len(s.words)
	if p.first {
		last = 0
	}
	for from := 0; from <= last; from++ {
		_, skipped, ok := p.fit(s.words, from, 0)
		if ok && accept(match{from, skipped}) {
			return true
		}
	}
	return false
}

// fit matches the elements from e on at word i, and gives the word after the
// last one matched.
func (p pattern) fit(words []string, i, e int) (to int, skipped []string, ok bool) {
	if e == len(p.elements) {
		return i, nil, !p.last || i == len(words)
	}
	el := &p.elements[e]
	if el.gap {
		for n := 0; n <= longestGap && i+n <= len(words); n++ {
			if to, more, ok := p.fit(words, i+n, e+1); ok {
				return to, append(more, words[i:i+n]...), true
			}
		}
		return 0, nil, false
	}
	if i < len(words) && el.has(words[i]) {
		if to, skipped, ok = p.fit(words, i+1, e+1); ok {
			return to, skipped, true
		}
	}
	if el.optional || el.end && i == len(words) {
		return p.fit(words, i, e+1)
	}
	return 0, nil, false
}
