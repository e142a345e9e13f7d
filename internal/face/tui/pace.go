package tui

import (
	"strings"
	"time"
	"unicode"
)

// Clauses come into sight at about the pace of quiet reading aloud.
const (
	perWord     = time.Second / 3
	leastPause  = 250 * time.Millisecond
	mostWords   = 9 // of a clause
	fewestWords = 3 // that a comma may end
)

// clauseEnd is where the clause that begins at from ends: after a full stop,
// after a comma with some words before it, or after nine words.
func clauseEnd(text string, from int) int {
	words, last := 0, ' '
	for i, r := range text[from:] {
		if r == ' ' && last != ' ' {
			words++
			if ends(last, words) {
				return from + i
			}
		}
		last = r
	}
	return len(text)
}

// ends reports whether a clause ends after a word that ends so.
func ends(last rune, words int) bool {
	switch {
	case words >= mostWords, strings.ContainsRune(".?!…", last):
		return true
	case strings.ContainsRune(",;:—", last):
		return words >= fewestWords
	}
	return false
}

// reading is how long a clause takes to read.
func reading(clause string) time.Duration {
	words := len(strings.FieldsFunc(clause, unicode.IsSpace))
	return max(leastPause, time.Duration(words)*perWord)
}

// pace brings clauses into sight, one after the other.
type pace struct {
	due time.Time // when the next one may come; until then this one is read
}

// forward shows as many clauses as are due now, and reports whether there was one.
func (p *pace) forward(cs *captions, now time.Time) bool {
	moved := false
	for c := cs.coming(); c != nil && !now.Before(p.due); c = cs.coming() {
		end := clauseEnd(c.text, c.seen)
		clause := c.text[c.seen:end]
		c.seen = end
		moved = true
		if p.due = p.due.Add(reading(clause)); p.due.Before(now) {
			p.due = now.Add(reading(clause)) // time that nothing was said in does not count
		}
	}
	return moved
}

// all brings everything into sight at once: whoever presses a key has read it.
func (p *pace) all(cs *captions, now time.Time) {
	cs.reveal()
	p.due = now
}
