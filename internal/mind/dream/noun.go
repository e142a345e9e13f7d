package dream

import (
	"slices"
	"strings"
	"unicode"

	"samantha"
)

// Sort is what a noun is in a dream.
type Sort string

// The sorts.
const (
	Who   Sort = "who"
	Thing Sort = "thing"
	Place Sort = "place"
)

// Noun is somebody, something or somewhere out of a memory.
type Noun struct {
	Text string // as she says it to them: "your piano"
	Said string // in the person's words: "my piano"
	Sort Sort
	Many bool // "the hooks"
}

// mostWords is how long a noun may be: a longer one breaks the sentence it stands in.
const mostWords = 5

// Nouns are what a dream may take of something heard. There is none in what no
// dream is made of.
func (r *Room) Nouns(w samantha.HeardWords) []Noun {
	if r.Forbids(w) {
		return nil
	}
	var out []Noun
	for _, m := range w.Hearing.People {
		if !m.Late && (m.Name != "" || !m.Several) {
			out = r.add(out, Noun{Text: called(m), Sort: Who})
		}
	}
	for _, p := range w.Hearing.Places {
		if r.placed(p) {
			out = r.add(out, Noun{Text: p, Sort: Place})
		}
	}
	for _, t := range w.Hearing.Topics {
		if t.Name == "" && t.Relation == "" && (t.Sort == "it" || t.Sort == "many") && r.thing(t.Text, w.Hearing.People) {
			out = r.add(out, Noun{Text: t.Text, Sort: Thing, Many: t.Sort == "many"})
		}
	}
	return out
}

// ThingOf is the noun of a thing that is known by its words alone, if a dream may
// use it: what a thread is about.
func (r *Room) ThingOf(text string) (Noun, bool) {
	nouns := r.add(nil, Noun{Text: text, Sort: Thing})
	if len(nouns) == 0 || !r.thing(text, nil) {
		return Noun{}, false
	}
	return nouns[0], true
}

// called is somebody as the person calls them.
func called(m samantha.Mention) string {
	switch {
	case m.Name != "":
		return capital(m.Name)
	case m.Relation != "":
		return "my " + m.Relation
	}
	return m.As
}

// add takes in a noun that can stand in a dream and is not there already.
func (r *Room) add(nouns []Noun, n Noun) []Noun {
	words := strings.Fields(n.Text)
	if len(words) == 0 || len(words) > mostWords || !plain(n.Text) || r.never.noun(words, n.Sort) {
		return nouns
	}
	n.Said, n.Text = n.Text, turned(words)
	if slices.ContainsFunc(nouns, func(o Noun) bool { return strings.EqualFold(o.Text, n.Text) }) {
		return nouns
	}
	return append(nouns, n)
}

// thing: something one can point at, by its words: with a word before it that says
// which ("kiss a brick" has none), and nobody's name or kin in it.
func (r *Room) thing(text string, people []samantha.Mention) bool {
	if strings.ContainsFunc(text, unicode.IsUpper) || strings.ContainsAny(text, "'’") {
		return false
	}
	words := strings.Fields(text)
	for _, m := range people {
		if m.Relation != "" && slices.Contains(words, m.Relation) || m.Name != "" && slices.Contains(words, strings.ToLower(m.Name)) {
			return false
		}
	}
	return len(words) > 1 && slices.Contains([]string{"the", "a", "an", "my", "our", "your", "his", "her", "their", "one", "two", "some"}, strings.ToLower(words[0]))
}

// placed: a place that one can be in: a name, or something with a word before it.
func (r *Room) placed(text string) bool {
	words := strings.Fields(text)
	if len(words) == 0 || r.never.places[strings.ToLower(words[len(words)-1])] {
		return false
	}
	first := []rune(words[0])
	return unicode.IsUpper(first[0]) || slices.Contains([]string{"the", "my", "our", "a", "an"}, words[0])
}

// plain: letters and what stands between them, no figures and no signs.
func plain(text string) bool {
	return !strings.ContainsFunc(text, func(c rune) bool {
		return !unicode.IsLetter(c) && c != ' ' && c != '\'' && c != '’' && c != '-'
	})
}

// turned is a noun of the person's as she says it to them.
func turned(words []string) string {
	out := slices.Clone(words)
	for i, w := range out {
		switch strings.ToLower(w) {
		case "my", "our":
			out[i] = "your"
		case "me", "us":
			out[i] = "you"
		case "mine", "ours":
			out[i] = "yours"
		case "the", "a", "an":
			out[i] = strings.ToLower(w)
		}
	}
	return strings.Join(out, " ")
}
