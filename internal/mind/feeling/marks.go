package feeling

import (
	"slices"
	"strings"
	"unicode"

	"samantha/internal/mind/linear"
)

// Kinds of marks, as they enter the hash.
const (
	markWord   = 'u'
	markDenied = 'n' // a word within the reach of a "not"
	markPair   = 'b'
	markPiece  = 'c' // three or four letters within a word
	markSign   = 's' // what else is known of the text
)

// deniedReach is how many words a "not" denies.
const deniedReach = 3

// Marks are what the reader looks at in a text: its words, those that are
// denied, pairs of neighbours and pieces of words, hashed to 0..[linear.Width]-1, each
// once and in order.
func (t *Tone) Marks(text string) []uint32 {
	words := tokens(text)
	marks := make([]uint32, 0, 16*len(words))
	before, denied := "^", 0
	for _, w := range words {
		marks = append(marks, linear.Hashed(markWord, w), linear.Hashed(markPair, before, " ", w))
		if denied > 0 {
			marks = append(marks, linear.Hashed(markDenied, w))
			denied--
		}
		switch {
		case t.deniesNext(w):
			denied = deniedReach
		case strings.ContainsAny(w, ".!?,;"):
			denied = 0
		}
		marks = pieces(marks, w)
		before = w
	}
	marks = append(marks, linear.Hashed(markPair, before, " $"))
	slices.Sort(marks)
	return slices.Compact(marks)
}

// pieces adds the runs of three and four letters of a word with its edges.
func pieces(marks []uint32, w string) []uint32 {
	if len(w) < 3 {
		return marks
	}
	edged := "^" + w + "$"
	for n := 3; n <= 4; n++ {
		for i := 0; i+n <= len(edged); i++ {
			marks = append(marks, linear.Hashed(markPiece, edged[i:i+n]))
		}
	}
	return marks
}

// deniesNext reports whether a word denies those after it.
func (t *Tone) deniesNext(w string) bool { return t.denies[w] || strings.HasSuffix(w, "n't") }

// straight writes apostrophes straight, and leaves out what only says that a sign is
// to be drawn as a picture.
func straight(text string) string {
	return strings.Map(func(r rune) rune {
		switch r {
		case '’', '‘', '\u0092':
			return '\''
		case '\ufe0f':
			return -1
		}
		return r
	}, text)
}

// tokens cuts a text into words with their apostrophes, figures, runs of .!?
// and every other sign by itself, lower case.
func tokens(text string) []string {
	text = strings.ToLower(straight(text))
	var out []string
	start, last := 0, tokenSpace
	for i, r := range text {
		sort := tokenSort(r)
		if sort == last && sort != tokenSign {
			continue
		}
		if last != tokenSpace {
			out = append(out, text[start:i])
		}
		start, last = i, sort
	}
	if last != tokenSpace {
		out = append(out, text[start:])
	}
	return out
}

const (
	tokenSpace = iota
	tokenWord
	tokenFigure
	tokenStop
	tokenSign
)

func tokenSort(r rune) int {
	switch {
	case unicode.IsSpace(r):
		return tokenSpace
	case unicode.IsLetter(r) || r == '\'':
		return tokenWord
	case unicode.IsDigit(r):
		return tokenFigure
	case r == '.' || r == '!' || r == '?':
		return tokenStop
	}
	return tokenSign
}
