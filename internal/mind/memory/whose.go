package memory

import (
	"slices"
	"strings"

	"samantha"
)

// whose is how the owner of what is asked is told.
type whose struct {
	words  map[string]samantha.Origin
	passed []string // longest first
}

// read takes one line of whose.txt.
func (w *whose) read(line samantha.Line) error {
	kind, rest, _ := strings.Cut(line.Text, " ")
	rest = strings.TrimSpace(rest)
	origin := map[string]samantha.Origin{"person": samantha.OriginPerson, "herself": samantha.OriginHerself}[kind]
	switch {
	case rest == "" || kind != "passed" && origin == "":
		return line.Bad("want: person, herself or passed, and words")
	case kind == "passed":
		w.passed = append(w.passed, rest)
		slices.SortStableFunc(w.passed, func(a, b string) int { return len(b) - len(a) })
		return nil
	}
	for _, word := range strings.Fields(rest) {
		w.words[word] = origin
	}
	return nil
}

// Whose is whose words would answer a question: the one of the two it names,
// by name or as "I" or "you"; "" if it names neither or both.
func (l *Lore) Whose(question string, names map[string]samantha.Origin) samantha.Origin {
	key := " " + key(question) + " "
	whose := l.tongue(question).whose
	for _, p := range whose.passed {
		key = strings.ReplaceAll(key, " "+p+" ", " ")
	}
	var found samantha.Origin
	meets := func(o samantha.Origin) bool {
		other := found != "" && found != o
		found = o
		return other
	}
	for _, w := range strings.Fields(key) {
		if o, ok := whose.words[w]; ok && meets(o) {
			return ""
		}
	}
	for name, o := range names {
		plain := samantha.SentenceKey(name)
		if plain != "" && (strings.Contains(key, " "+plain+" ") || strings.Contains(key, " "+plain+"s ")) && meets(o) {
			return ""
		}
	}
	return found
}
