package wording

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"samantha"
)

// readTo reads "word = as it is said to them" lines; nothing behind the sign: it cannot be.
func (r *Room) readTo() error {
	const name = "en/to.txt"
	text, err := files.ReadFile(name)
	if err != nil {
		return err
	}
	for _, row := range samantha.Lines(name, string(text)) {
		words, to, ok := strings.Cut(row.Text, "=")
		if row.Text != "" && !ok {
			return row.Bad("want: words = words")
		}
		for _, w := range strings.Fields(words) {
			r.to[w] = strings.Fields(to)
		}
	}
	return nil
}

// Joined is nil if one sentence puts two texts of the person's together and says nothing
// besides, else an error of kind [samantha.ErrInvalid]. Of each there stands one whole
// sentence, word by word as it was told but for who speaks, "I" being "you"; between and
// before them stand joining words. So who did what stays with whom, and nothing is the
// cause of anything.
func (r *Room) Joined(first, second, words string) error {
	if len(samantha.Sentences(words)) != 1 || strings.ContainsAny(words, "?\n\r{}<>[]|*_`\"“”") {
		return fmt.Errorf("it is not one plain sentence: %w", samantha.ErrInvalid)
	}
	found := keys(words)
	for _, order := range [][2]string{{first, second}, {second, first}} {
		rest, ok := r.past(order[0], found)
		if !ok {
			continue
		}
		if rest, ok = r.past(order[1], rest); ok && len(rest) == 0 {
			return nil
		}
	}
	return fmt.Errorf("it does not say the two as they were told: %w", samantha.ErrInvalid)
}

// past is what is left of words behind the joining words at their beginning and a sentence
// of a text.
func (r *Room) past(text string, words []string) (rest []string, ok bool) {
	for len(words) > 0 {
		for _, sentence := range samantha.Sentences(text) {
			if said := keys(sentence); r.saidTo(said, words) && !r.ofBoth(sentence) {
				return words[len(said):], true
			}
		}
		if !r.joins[words[0]] {
			return nil, false
		}
		words = words[1:]
	}
	return nil, false
}

// ofBoth: a sentence says "we", or speaks to her: from her it would mean somebody else.
func (r *Room) ofBoth(sentence string) bool {
	letters := strings.FieldsFunc(strings.ToLower(sentence), func(c rune) bool { return !unicode.IsLetter(c) })
	return slices.ContainsFunc(letters, func(w string) bool { to, turns := r.to[w]; return turns && len(to) == 0 })
}

// saidTo: words begin with what was said, as it is said to whoever said it.
func (r *Room) saidTo(said, words []string) bool {
	if len(said) == 0 || len(said) > len(words) {
		return false
	}
	for i, w := range said {
		to, turns := r.to[w]
		if !turns && w != words[i] || turns && !slices.Contains(to, words[i]) {
			return false
		}
	}
	return true
}
