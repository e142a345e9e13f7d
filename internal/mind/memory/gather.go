package memory

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"samantha"
)

// gathering is how questions that want several things are told from others.
type gathering struct {
	begins                          []string
	asks, who, nouns, ends, befores map[string]bool
}

func newGathering() gathering {
	return gathering{asks: map[string]bool{}, who: map[string]bool{}, nouns: map[string]bool{}, ends: map[string]bool{}, befores: map[string]bool{}}
}

// read takes one line of list.txt.
func (g *gathering) read(line samantha.Line) error {
	kind, rest, _ := strings.Cut(line.Text, " ")
	rest = strings.TrimSpace(rest)
	set := map[string]map[string]bool{"asks": g.asks, "who": g.who, "noun": g.nouns, "ends": g.ends, "before": g.befores}[kind]
	switch {
	case rest == "" || kind != "begins" && set == nil:
		return line.Bad("want: begins, asks, who, noun, ends or before, and words")
	case kind == "begins":
		g.begins = append(g.begins, rest+" ")
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
	if slices.ContainsFunc(g.begins, func(b string) bool { return strings.HasPrefix(key, b) }) {
		return true
	}
	return g.wanted(words) != ""
}

// wanted is the noun right after the word that asks: "books" of "which old books
// did I read"; "" if there is none of several.
func (g *gathering) wanted(words []string) string {
	if len(words) == 0 || !g.asks[words[0]] {
		return ""
	}
	for _, w := range words[1:min(1+nounReach, len(words))] {
		if g.ends[w] || w == "s" { // "what day's the race"
			return ""
		}
		if g.nouns[w] || strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") {
			return w
		}
	}
	return ""
}

// Gathered are memories of one thing, each of another encounter, as they
// happened; and how many more there are.
type Gathered struct {
	Memories []samantha.Memory
	More     int
}

// Gather finds what was told of the thing of which a question wants several, by
// whom it asks of and, if it names somebody or a time, of them and then. It
// returns the newest n. A question that wants no several has none.
func (x *Index) Gather(q Question, n int) Gathered {
	t := x.lore.tongue(q.Text)
	noun := t.gather.wanted(strings.Fields(key(q.Text)))
	holding := x.words.lookUp(noun)
	if holding == nil {
		return Gathered{}
	}
	w := &weighing{x: x, q: q, ranges: x.ranges(q)}
	names := namesIn(q.Text)
	var g Gathered
	met := map[int32]bool{}
	for _, p := range slices.Backward(holding.memories) {
		m, mark := x.memories[p.at], x.marks[p.at]
		if met[mark.encounter] || !mark.tells() || !ofOwner(m.By, q.Owner) || len(w.ranges) > 0 && !w.inRange(p.at) || !holdsAll(m.Text, names) {
			continue
		}
		met[mark.encounter] = true
		if len(g.Memories) < n {
			g.Memories = append(g.Memories, m)
		} else {
			g.More++
		}
	}
	slices.SortStableFunc(g.Memories, func(a, b samantha.Memory) int { return a.At.Compare(b.At) })
	return g
}

// Who lists, for a question that asks who, one fact of each of the people of whom
// a sentence with all of its words was told.
func (s *State) Who(l *Lore, question string) []Known {
	t := l.tongue(question)
	words := slices.Collect(t.content(question))
	if !t.gather.asksWho(question) || len(words) == 0 {
		return nil
	}
	var found []Known
	for _, k := range s.Known() {
		same := func(other Known) bool { return Same(other.Of, k.Of) }
		if k.Of != Person && t.covers(k.Quote, words) && slices.ContainsFunc(words, func(w string) bool { return t.covers(k.Value, []string{w}) }) && !slices.ContainsFunc(found, same) {
			found = append(found, k)
		}
	}
	return found
}

// asksWho reports whether a question asks for people.
func (g *gathering) asksWho(question string) bool {
	first, _, _ := strings.Cut(key(question), " ")
	return g.who[first]
}

// covers reports whether a text holds each of the words, in any form.
func (t *tongue) covers(text string, words []string) bool {
	held := map[string]bool{}
	for w := range t.content(text) {
		held[t.stem(w, false)] = true
	}
	return !slices.ContainsFunc(words, func(w string) bool { return !held[t.stem(w, false)] })
}

// ofOwner: the words are whose is asked, or were written by them before.
func ofOwner(by, owner samantha.Origin) bool {
	return owner == "" || by == owner || owner == samantha.OriginPerson && by == samantha.OriginFile
}

// namesIn are the words of a question that are written as names, in lower case.
func namesIn(question string) []string {
	var names []string
	for i, w := range strings.FieldsFunc(question, between) {
		if r, _ := utf8.DecodeRuneInString(w); i > 0 && utf8.RuneCountInString(w) > 1 && unicode.IsUpper(r) {
			names = append(names, strings.ToLower(w))
		}
	}
	return names
}

// holdsAll reports whether a text holds each of the words.
func holdsAll(text string, words []string) bool {
	for _, word := range words {
		if !slices.Contains(slices.Collect(wordsIn(text)), word) {
			return false
		}
	}
	return true
}
