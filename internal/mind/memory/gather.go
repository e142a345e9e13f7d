package memory

import (
	"slices"
	"strings"

	"samantha"
)

// gathering is how questions that want several things are told from others.
type gathering struct {
	begins                     []string
	asks, nouns, ends, befores map[string]bool
}

func newGathering() gathering {
	return gathering{asks: map[string]bool{}, nouns: map[string]bool{}, ends: map[string]bool{}, befores: map[string]bool{}}
}

// read takes one line of list.txt.
func (g *gathering) read(line samantha.Line) error {
	kind, rest, _ := strings.Cut(line.Text, " ")
	rest = strings.TrimSpace(rest)
	set := map[string]map[string]bool{"asks": g.asks, "noun": g.nouns, "ends": g.ends, "before": g.befores}[kind]
	switch {
	case rest == "" || kind != "begins" && set == nil:
		return line.Bad("want: begins, asks, noun, ends or before, and words")
	case kind == "begins":
		g.begins = append(g.begins, rest)
	}
	for _, w := range strings.Fields(rest) {
		if set != nil {
			set[w] = true
		}
	}
	return nil
}

// nounReach is how many words after "what" the noun may stand.
const nounReach = 3

// AsksList reports whether a question wants several things: "what books did ...",
// "where have we been".
func (l *Lore) AsksList(question string) bool { return l.tongue(question).gather.asksList(question) }

func (g *gathering) asksList(question string) bool {
	words := strings.Fields(key(question))
	if len(words) > 1 && g.befores[words[0]] {
		words = words[1:]
	}
	key := strings.Join(words, " ") + " "
	if slices.ContainsFunc(g.begins, func(b string) bool { return strings.HasPrefix(key, b+" ") }) {
		return true
	}
	if len(words) == 0 || !g.asks[words[0]] {
		return false
	}
	for _, w := range words[1:min(1+nounReach, len(words))] {
		if g.ends[w] {
			return false
		}
		if g.nouns[w] || strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") {
			return true
		}
	}
	return false
}
