package memory

import (
	"slices"
	"strings"

	"samantha"
)

// likeness is which everyday words stand for which others, by
// stem: "operation" for "surgery". It is small on purpose; what it does not hold is left to the words.
type likeness map[string][]string

// phrasing is a phrase, with a space on either side, and the word that it tells.
type phrasing struct{ phrase, word string }

// readAlike takes one line of alike.txt.
func (t *tongue) readAlike(line samantha.Line) error {
	if wide, narrow, directed := strings.Cut(line.Text, ">"); directed {
		word := strings.Fields(wide)
		if len(word) != 1 || strings.TrimSpace(narrow) == "" {
			return line.Bad("want: one word > the words it finds")
		}
		t.standsFor(word[0], strings.Fields(narrow))
		return nil
	}
	if phrase, word, ok := strings.Cut(line.Text, "="); ok {
		t.phrases = append(t.phrases, phrasing{" " + key(phrase) + " ", strings.TrimSpace(word)})
		return nil
	}
	words := strings.Fields(line.Text)
	if len(words) < 2 {
		return line.Bad("want: at least two words that mean about the same")
	}
	for _, w := range words {
		t.standsFor(w, words)
	}
	return nil
}

// standsFor lets a word stand for others, itself apart.
func (t *tongue) standsFor(word string, others []string) {
	stem := t.stem(word, false)
	for _, o := range others {
		if o != word && !slices.Contains(t.alike[stem], o) {
			t.alike[stem] = append(t.alike[stem], o)
		}
	}
}

// alikeTo are the words that mean about the same as one, in any of its forms.
func (t *tongue) alikeTo(word string) []string { return t.alike[t.stem(word, false)] }

// Alike are the everyday words that mean about the same as one.
func (l *Lore) Alike(word string) []string { return l.hers().alikeTo(word) }

// InAWord are the words that the phrases of a text tell: "argument" of "we fell out".
func (l *Lore) InAWord(text string) []string {
	var words []string
	said := " " + key(text) + " "
	for _, p := range l.tongue(text).phrases {
		if strings.Contains(said, p.phrase) {
			words = append(words, p.word)
		}
	}
	return words
}
