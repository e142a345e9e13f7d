package hearing

import (
	"strings"
)

// ledMost is how many words stand at most between a thing and what points at it: "my
// [first proper] half marathon".
const ledMost = 3

// Led is a thing as it stands in a text, with what points at it there: "half marathon"
// of "I run my first half marathon" is "my first half marathon".
func (e *Ear) Led(text, thing string) string {
	at := strings.Index(text, thing)
	before := strings.TrimSpace(text[:max(0, at)])
	if before == "" || text[at-1] != ' ' || strings.ContainsAny(before[len(before)-1:], ".,;:!?-") || e.pointed(thing) {
		return thing
	}
	words := e.words(text[:at], Context{})
	for i := len(words) - 1; i >= max(0, len(words)-ledMost); i-- {
		w := words[i]
		switch {
		case w.is(classDeterminer | classPossessive):
			return text[w.from:at] + thing
		case e.lists["part of one"].has(w.norm) && !w.gap:
		case w.gap, w.is(classPronoun | classPreposition | classConjunction | classAuxiliary | classQuestion | classAdverb), w.is(classVerb) && !w.is(classThing|classNumber):
			return thing
		}
	}
	return thing
}

// pointed: some words begin with what points at a thing.
func (e *Ear) pointed(text string) bool {
	words := e.words(text, Context{})
	return len(words) > 0 && words[0].is(classDeterminer|classPossessive|classNumber|classDigits|className) && !e.lists["part of one"].has(words[0].norm)
}

// Disowned reports whether a text says of a thing that this is not it, or only what it is
// like: "it's not exactly Monte Carlo", "I don't want to be one of them mams".
func (e *Ear) Disowned(text, thing string) bool {
	at := strings.Index(text, thing)
	if at <= 0 {
		return false
	}
	words := e.words(text[:at], Context{})
	if n := len(words); n > 1 && words[n-1].norm == "like" && !words[n-2].is(classPronoun|classAuxiliary) {
		return true // "like two fellas waiting"
	}
	if n := len(words); n > 0 && (words[n-1].norm == "no" || words[n-1].norm == "than") && !words[n-1].gap {
		return true // "no money for flights", "more than the drawing"
	}
	for i := len(words) - 1; i >= 0; i-- {
		switch {
		case words[i].norm == "not", words[i].norm == "never":
			return true
		case !e.lists["disowning"].has(words[i].norm):
			return false
		}
	}
	return false
}

// Bare reports whether some words are one thing of many that lacks what points at it, as
// nobody says it: "half marathon", "shoulder dystocia".
func (e *Ear) Bare(text string) bool {
	words := e.words(text, Context{})
	if len(words) == 0 || e.pointed(text) {
		return false
	}
	for i, w := range words {
		if w.upper || w.is(classPreposition|classIng) || e.Thing(w.norm) || w.norm == "'s" && i > 0 {
			return false
		}
	}
	return !strings.HasSuffix(words[len(words)-1].norm, "s")
}
