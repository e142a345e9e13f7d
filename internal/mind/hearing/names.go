package hearing

import (
	"slices"
	"strings"
)

// nameFresh marks the words that stand as a name stands, by the rules of
// en/names.txt: wherever else they are in the utterance, they are that name.
func (e *Ear) nameFresh(words []word) {
	names := map[string]bool{}
	for _, sentence := range append(sentences(words), words) {
		p := e.piece(sentence)
		for n := range e.names.likely(sentence) {
			m, ok := e.match(e.names.rules[n].prog, p)
			name := m.slots["name"]
			if !ok || name.from > 0 && sentence[name.from-1].is(classDeterminer|classPossessive) {
				continue // "the diarist's brother"
			}
			if name.from > 0 && name.from == m.from && !sentence[name.from].gap && e.lists["before thing"].has(sentence[name.from-1].norm) {
				continue // "the girl from Alva. The dad rang"
			}
			for _, w := range sentence[name.from:name.to] {
				names[w.norm] = true
			}
		}
	}
	for i := range words {
		if names[words[i].norm] {
			words[i].kind |= classKnown
		}
	}
}

// freshLeast is how many letters a name has at the least that nobody told as one.
const freshLeast = 3

// fresh reports whether a word may be a name though it is written small: no list
// has it, it is no common word or form of one, and it does not end as adjectives
// and things do.
func (e *Ear) fresh(w word) bool {
	return !w.upper && e.unheard(w)
}

// trade reports whether a word that no list has is made as trades are: a dressmaker.
func (e *Ear) trade(w word) bool {
	return w.kind&^classThing == 0 && e.rank[w.norm] == 0 && slices.ContainsFunc(e.lists["trades"].entries, func(end string) bool { return strings.HasSuffix(w.norm, end) })
}

// Fresh reports whether a word by itself may be a name, for no list knows it.
func (e *Ear) Fresh(text string) bool {
	words := e.words(text, Context{})
	return len(words) == 1 && e.fresh(words[0])
}

// calledSo is fresh behind "is", where what somebody is like stands, too: "my boss is
// gobby" names nobody.
func (e *Ear) calledSo(w word) bool { return e.fresh(w) && !strings.HasSuffix(w.norm, "y") }

// ownLike reports whether a word behind "I'm" may be a name: a first name, or a word that
// nobody knows and that is not made as what people are is made.
func (e *Ear) ownLike(w word) bool {
	if w.is(classFirstName) || w.is(classKnown) {
		return e.nameLike(w)
	}
	dropped := !w.upper && strings.HasSuffix(w.norm, "in") // "fumin"
	if dropped || w.is(classLoose|classPlace|classFeeling|classVague|classUnfit) || e.lists["states no name"].has(w.norm) {
		return false
	}
	made := func(end string) bool { return strings.HasSuffix(w.norm, end) }
	return e.unheard(w) && !slices.ContainsFunc(e.lists["no own name"].entries, made)
}

// stranger reports whether a word is a name, be it one she never heard that has
// its capital where a sentence begins.
func (e *Ear) stranger(w word) bool { return e.nameLike(w) || w.upper && e.unheard(w) }

func (e *Ear) unheard(w word) bool {
	if w.kind&^classFirstName != 0 || len(w.norm) < freshLeast || e.common(w.norm) || e.topics[w.norm] != "" || strings.ContainsAny(w.norm, "0123456789'") {
		return false
	}
	for _, end := range e.lists["noname"].entries {
		if stem, ok := strings.CutSuffix(w.norm, end); ok && len(stem) > 1 {
			return false // but Ming is one
		}
	}
	return !e.listed[w.norm]
}

// inLists are the words in lists, but for first names and nouns: a robin may be a Robin.
func (e *Ear) inLists() map[string]bool {
	words := map[string]bool{}
	for _, l := range e.lists {
		if l.name == "firstname" || strings.HasSuffix(l.name, nounList) {
			continue
		}
		for w := range l.phrases {
			if l.has(w) {
				words[w] = true
			}
		}
	}
	return words
}
