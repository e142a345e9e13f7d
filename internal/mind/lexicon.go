package mind

import (
	"slices"
	"strings"
	"unicode"

	"samantha"
	"samantha/internal/mind/asked"
)

// lexicon is what the reader is told of words, for one moment.
type lexicon struct {
	s     *situation
	names map[string]bool
	like  map[string]map[string]float64 // by word: what means the same, by stem
	bare  map[string][]string           // of the texts that were looked at, their words
	asks  asked.Words
}

// alikeWord is how much a word that means about the same is worth, sameOne another
// word for one and the same person.
const (
	alikeWord = 0.8
	alikeVerb = 0.6 // "buy" of "sell"
	sameOne   = 0.95
)

// lexicon is what is known of words, worked out once in a moment.
func (s *situation) lexicon() *lexicon {
	if s.lexical == nil {
		s.lexical = s.newLexicon()
	}
	return s.lexical
}

func (s *situation) newLexicon() *lexicon {
	l := &lexicon{s: s, names: map[string]bool{}, like: map[string]map[string]float64{}, bare: map[string][]string{}}
	for _, names := range [][]string{s.state.Memory.Names(), s.state.Memory.People()} {
		for _, name := range names {
			for w := range strings.FieldsSeq(samantha.SentenceKey(name)) {
				l.names[w] = len(w) > 1
			}
		}
	}
	l.asks = asked.Words{
		Same: l.same, Name: func(w string) bool { return l.names[w] }, Verb: s.rooms.ear.Verb,
		Rarity: func(w string) float64 { return s.index.Rarity(l.group(w)) },
		Open:   s.rooms.ear.Opened, Given: l.given, Fresh: s.rooms.ear.Fresh,
		Content: func(text string) []string { return strings.Fields(s.rooms.lore.Sought(text)) },
	}
	return l
}

// words are the ways in which the reader asks.
func (l *lexicon) words() asked.Words { return l.asks }

// somebody: a word stands for somebody of theirs, by name or as "sister".
func (l *lexicon) somebody(w string) bool {
	return l.names[w] || l.names[strings.TrimSuffix(w, "s")] || l.s.rooms.ear.In("relation", w)
}

// group are a word and its other forms, and those that mean about the same.
func (l *lexicon) group(w string) []string {
	return slices.Concat([]string{w}, l.s.rooms.ear.Forms(w), l.others(w), l.s.rooms.lore.Alike(w))
}

// others are the other words for somebody of theirs: "Petra" for "sister".
func (l *lexicon) others(w string) []string {
	if !l.s.rooms.ear.In("relation", w) && !l.names[w] {
		return nil
	}
	var out []string
	if found := l.s.state.Memory.WhoIs(w); len(found) == 1 {
		for _, name := range l.s.calledAs(w) {
			out = append(out, strings.Fields(samantha.SentenceKey(name))...)
		}
	}
	return out
}

// share is how much of what is sought a text holds, and how much of what stands for nobody.
func (l *lexicon) share(sought []asked.Sought, text string) (all, unnamed float64) {
	words, ok := l.bare[text]
	if !ok {
		words = asked.Bare(text)
		l.bare[text] = words
	}
	return asked.Share(sought, words, l.words(), l.somebody)
}

func (l *lexicon) same(a, b string) float64 {
	if a == "be" {
		return map[bool]float64{true: 1}[b == "be" || b == "become"]
	}
	like, ok := l.like[a]
	if !ok {
		like = map[string]float64{}
		put := func(words []string, worth float64) {
			for _, w := range words {
				if stem := l.stem(w); like[stem] < worth {
					like[stem] = worth
				}
			}
		}
		put(append([]string{a}, l.s.rooms.ear.Forms(a)...), 1)
		put(l.others(a), sameOne)
		alikeWord := alikeWord
		if l.s.rooms.ear.Verb(a) {
			alikeWord = alikeVerb
		}
		for _, other := range l.s.rooms.lore.Alike(a) {
			put(append([]string{other}, l.s.rooms.ear.Forms(other)...), alikeWord)
		}
		l.like[a] = like
	}
	return like[l.stem(b)]
}

// stem is that of a word.
func (l *lexicon) stem(word string) string { return l.s.earlier.stem(word) }

// given: a word is written as a name is, or is one of theirs or a first name.
func (l *lexicon) given(raw string) bool {
	w := samantha.SentenceKey(raw)
	return len(w) > 1 && (l.names[w] || unicode.IsUpper([]rune(raw)[0]) || l.s.rooms.ear.FirstName(w))
}
