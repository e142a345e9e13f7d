package memory

import (
	"slices"
	"strings"

	"samantha"
)

// subject is how whom a sentence is about is told.
type subject struct{ self, other map[string]bool }

// read takes one line of subject.txt.
func (s *subject) read(line samantha.Line) error {
	kind, rest, _ := strings.Cut(line.Text, " ")
	set := map[string]map[string]bool{"self": s.self, "other": s.other}[kind]
	if set == nil {
		return line.Bad("want: self or other, and words")
	}
	for _, w := range strings.Fields(rest) {
		set[w] = true
	}
	return nil
}

// How likely a sentence is about whoever says it: as "I", as "I" beside somebody
// else, with nobody in it, with somebody else alone.
const (
	ofSelf   = 1.0
	ofBoth   = 0.6
	ofNobody = 0.4
	ofOther  = 0.1
)

// aboutSelf is how likely a text, where it has to do with a question, is about
// whoever said it, among people of whom they told. If the question is after somebody
// else, that is no matter.
func (l *Lore) aboutSelf(text, question string, people []string) float64 {
	t := l.tongue(question)
	asked := map[string]bool{}
	for _, w := range strings.Fields(key(question)) {
		asked[w] = true
	}
	if _, other := l.subjects(t, question, people); other || holdsAny(text, namesIn(question)) {
		return ofSelf
	}
	self, other := l.subjects(t, t.closest(text, asked), people)
	if !self && !other {
		self, other = l.subjects(t, text, people)
	}
	switch {
	case self && other:
		return ofBoth
	case self:
		return ofSelf
	case other:
		return ofOther
	}
	return ofNobody
}

// subjects reports whether a text has whoever says it in it, and somebody else: by a
// word for them, or by name.
func (l *Lore) subjects(t *tongue, text string, people []string) (self, other bool) {
	for _, w := range strings.Fields(key(text)) {
		self = self || t.subject.self[w]
		other = other || t.subject.other[w]
	}
	return self, other || slices.ContainsFunc(people, func(name string) bool { return l.Names(text, name) })
}

// holdsAny reports whether a text holds one of the words.
func holdsAny(text string, words []string) bool {
	for w := range wordsIn(text) {
		if slices.Contains(words, w) {
			return true
		}
	}
	return false
}

// closest is the sentence of a text with most of the words asked, stop words
// apart; the first of equal ones.
func (t *tongue) closest(text string, asked map[string]bool) string {
	best, most := text, -1
	for _, sentence := range samantha.Sentences(text) {
		n := 0
		for w := range t.content(sentence) {
			if asked[w] {
				n++
			}
		}
		if n > most {
			best, most = sentence, n
		}
	}
	return best
}
