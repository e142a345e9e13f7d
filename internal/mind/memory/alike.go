package memory

import (
	"slices"
	"strings"

	"samantha"
)

// likeness is which everyday words stand for which others: "operation" for
// "surgery". It is small on purpose; what it does not hold is left to the words.
type likeness map[string][]string

// read takes one line of alike.txt.
func (l likeness) read(line samantha.Line) error {
	if wide, narrow, directed := strings.Cut(line.Text, ">"); directed {
		word := strings.TrimSpace(wide)
		if word == "" || strings.Contains(word, " ") || strings.TrimSpace(narrow) == "" {
			return line.Bad("want: one word > the words it finds")
		}
		l.add(word, strings.Fields(narrow))
		return nil
	}
	words := strings.Fields(line.Text)
	if len(words) < 2 {
		return line.Bad("want: at least two words that mean about the same")
	}
	for _, w := range words {
		l.add(w, words)
	}
	return nil
}

// add lets a word stand for others, itself apart.
func (l likeness) add(word string, others []string) {
	for _, o := range others {
		if o != word && !slices.Contains(l[word], o) {
			l[word] = append(l[word], o)
		}
	}
}

// of are the words that mean about the same as one, which may be the plural of a
// word of the table.
func (l likeness) of(word string) []string {
	if alike, ok := l[word]; ok {
		return alike
	}
	if one, plural := strings.CutSuffix(word, "s"); plural {
		return l[one]
	}
	return nil
}
