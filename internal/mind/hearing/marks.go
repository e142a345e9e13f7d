package hearing

import (
	"slices"
	"strings"
)

// apostrophes puts back the mark before an s where nobody typed it: "morags lad" is
// Morag's, "my ankles bad" is an ankle that is bad, "the weddings been moved" one
// wedding. A word that is one as it stands keeps its s.
func (e *Ear) apostrophes(words []word, known names) []word {
	var out []word // nil as long as none is put back
	for i, w := range words {
		stem, ok := strings.CutSuffix(w.norm, "s")
		if !ok || w.to-w.from != len(w.norm) || !e.lacksMark(words, i, stem, known) {
			if out != nil {
				out = append(out, w)
			}
			continue
		}
		if out == nil {
			out = slices.Grow(slices.Clone(words[:i]), len(words)-i+1)
		}
		owner, s := w, w
		owner.norm, owner.to, owner.mark = e.opened(stem), w.to-1, 0
		owner.kind = e.class[owner.norm] | known.class(stem)
		if owner.kind == 0 && e.unheard(word{norm: stem}) {
			owner.kind = classKnown // nobody but somebody has a lad, or a spare room
		}
		s.norm, s.from, s.upper, s.first, s.gap = "'s", w.to-1, false, false, false
		s.kind, s.lacks = e.class["'s"], true
		e.look(&owner)
		e.look(&s)
		out = append(out, owner, s)
	}
	if out == nil {
		return words
	}
	return out
}

// lacksMark reports whether the word at a place is another and an s that belongs
// behind a mark.
func (e *Ear) lacksMark(words []word, at int, stem string, known names) bool {
	if len(stem) < 2 || strings.HasSuffix(stem, "s") || at+1 == len(words) || words[at].mark != 0 {
		return false
	}
	w, next := words[at], words[at+1]
	switch {
	case known.class(stem) != 0:
		return w.kind&classKnown == 0
	case e.class[stem]&classFirstName != 0 && !e.common(stem):
		return w.kind == 0 && e.rank[w.norm] == 0
	case (e.class[stem]&classRelation != 0 || e.In("somebody", stem) || e.In("pet", stem)) && e.In("owned", next.norm):
		return at > 0 && words[at-1].is(classPossessive) // "my sisters birthday"
	case e.In("onlyone", stem):
		return !next.is(classConjunction|classPreposition) && (at == 0 || !words[at-1].is(classDeterminer|classNumber))
	case e.In("awaited", e.opened(stem)) || e.topicOf(stem) != "" || e.common(stem) && !e.In("persons", w.norm):
		return e.isNow(words, at, next)
	}
	return e.unheard(word{norm: stem}) && e.unheard(word{norm: w.norm}) && e.owns(words, at, next)
}

// owns: what stands around a word nobody heard before makes it somebody with
// something: "karims spare room", "her pal shonas in Perth", "doms got a snake".
func (e *Ear) owns(words []word, at int, next word) bool {
	switch {
	case next.is(classPreposition):
		return at > 0 && (words[at-1].is(classRelation) || words[at-1].norm == "pal")
	case next.norm == "got":
		return at == 0 || words[at-1].is(classFiller|classInterjection)
	}
	return e.In("owned", next.norm)
}

// isNow: behind a thing said to be one ("my", "the") stands what it is or was, with
// no verb between: "my ankles [bad]", "the weddings [been moved]".
func (e *Ear) isNow(words []word, at int, next word) bool {
	if words[at].is(classPronoun|classAuxiliary|classAdverb|classConjunction|classPreposition|classTime|classRelation) || !e.In("ails", next.norm) {
		return false
	}
	if at == 0 || words[at-1].is(classConjunction|classFiller|classInterjection) || words[at-1].mark != 0 {
		return e.In("awaited", e.opened(strings.TrimSuffix(words[at].norm, "s")))
	}
	if !words[at-1].is(classPossessive) && words[at-1].norm != "the" {
		return false
	}
	before := at - 2
	return before < 0 || words[before].mark != 0 || words[before].is(classConjunction|classFiller|classInterjection) || e.In("saying", words[before].norm)
}
