package dream

import (
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"samantha"
)

// line is one entry of dreams.txt.
type line struct {
	key   string
	again bool // only for what was dreamed of before
	text  string
	slots []string // the nouns it needs: who, who2, thing, ...
}

// sentences is how many it has.
func (l line) sentences() int { return len(samantha.Sentences(l.text)) }

// The sections of dreams.txt, but for "turn 1" to "turn 3".
const (
	sectionBody  = "body"
	sectionAside = "aside"
	sectionTurn  = "turn "
	sectionLight = "light"
	sectionFelt  = "felt" // and "felt joy" and the like
	sectionFirst = "felt first"
	sectionEnd   = "end"
)

// Sayings are all lines of her dreams, with nothing in their slots.
func (r *Room) Sayings() (all []string) {
	for _, section := range slices.Sorted(maps.Keys(r.lines)) {
		for _, l := range r.lines[section] {
			all = append(all, fill(l.text, nil))
		}
	}
	return all
}

func (r *Room) readDreams(section *string, l samantha.Line) error {
	if name, ok := strings.CutPrefix(l.Text, "== "); ok {
		*section = name
		return nil
	}
	parts := strings.Split(l.Text, "|")
	for i := range parts {
		parts[i] = strings.TrimSpace(parts[i])
	}
	n := len(parts)
	if *section == "" || n < 2 || n > 3 || n == 3 && parts[1] != "again" {
		return l.Bad("want: key | text, or key | again | text, below a section")
	}
	made := line{key: parts[0], again: n == 3, text: parts[n-1]}
	for slot, err := range slotsOf(made.text) {
		name, _, _ := strings.Cut(slot, ".")
		if err || !known(name) {
			return l.Bad("{%s} is no slot of a dream", slot)
		}
		if !slices.Contains(made.slots, name) {
			made.slots = append(made.slots, name)
		}
	}
	r.lines[*section] = append(r.lines[*section], made)
	return nil
}

// known: the name of a slot.
func known(name string) bool {
	return slices.Contains([]string{"who", "who2", "thing", "thing2", "place", "place2", "worry", "felt"}, name)
}

// slotsOf yields the slots of a text in small letters, and whether one is not closed.
func slotsOf(text string) func(func(string, bool) bool) {
	return func(yield func(string, bool) bool) {
		for {
			_, after, found := strings.Cut(text, "{")
			if !found {
				return
			}
			slot, rest, closed := strings.Cut(after, "}")
			if !yield(strings.ToLower(slot), !closed) {
				return
			}
			text = rest
		}
	}
}

// sortOf is the sort of noun a slot takes; "" for worry and felt.
func sortOf(slot string) Sort {
	switch s := Sort(strings.TrimSuffix(slot, "2")); s {
	case Who, Thing, Place:
		return s
	}
	return ""
}

// fill puts nouns into a text.
func fill(text string, nouns map[string]Noun) string {
	var b strings.Builder
	for {
		before, after, found := strings.Cut(text, "{")
		b.WriteString(before)
		if !found {
			return b.String()
		}
		slot, rest, _ := strings.Cut(after, "}")
		name, form, _ := strings.Cut(strings.ToLower(slot), ".")
		word := formOf(nouns[name], form)
		if slot[0] >= 'A' && slot[0] <= 'Z' {
			word = capital(word)
		}
		b.WriteString(word)
		text = rest
	}
}

// formOf is a noun, or the word that stands for it or goes with it.
func formOf(n Noun, form string) string {
	one, many := n.Text, n.Text
	switch form {
	case "was":
		one, many = "was", "were"
	case "they":
		one, many = "it", "they"
	case "it":
		one, many = "it", "them"
	case "its":
		one, many = "its", "their"
	}
	if n.Many {
		return many
	}
	return one
}

func capital(text string) string {
	first, size := utf8.DecodeRuneInString(text)
	return string(unicode.ToUpper(first)) + text[size:]
}
