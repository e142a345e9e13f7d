package hearing

import (
	"cmp"
	"slices"

	"samantha"
)

// clauses are the parts of a piece that tell each for itself, with the subject put
// back where it was left out, by the rules of en/elided.txt: "my brother's a plumber,
// lives in hull" tells two things of one, as does speech that has no marks: "he is a
// porter he never washed a pan". A piece that is one clause has none.
func (u *utterance) clauses(p piece) []piece {
	var out []piece
	start := 0
	for at := 1; at <= len(p.words); at++ {
		if at < len(p.words) && !u.breaks(p.words, at) && !u.anew(p.words, start, at) {
			continue
		}
		out = append(out, u.whole(p.words[start:at]))
		start = at
	}
	if len(out) == 1 && !out[0].put {
		return nil
	}
	return out
}

// breaks: at a word begins a clause whose subject stands before it.
func (u *utterance) breaks(words []word, at int) bool {
	first := at
	if words[at].is(classConjunction) && words[at].norm != "that" {
		first++
	} else if !words[at].gap {
		return false
	}
	if first == len(words) || isNumber(words[at-1]) && isNumber(words[first]) {
		return false // "six hundred and fifty"
	}
	m, ok := u.ear.firstAt(u.ear.elided, words, first)
	return ok && m.rule.kind != "my"
}

// anew: in speech without marks somebody begins to do something at a word, and what
// stands before it needs nothing more.
func (u *utterance) anew(words []word, start, at int) bool {
	switch words[at].norm {
	case "i", "he", "she", "we", "it", "they":
	default:
		return false
	}
	verb := at + 1
	for verb < len(words) && u.ear.In("softly", words[verb].norm) {
		verb++
	}
	before := words[max(start, at-window):at]
	return verb < len(words) && words[verb].is(classVerb) && hasVerb(before) && !u.ear.joins(before, "")
}

// whole is a clause with its subject.
func (u *utterance) whole(words []word) piece {
	p := u.ear.piece(words)
	for p.head < len(words) && words[p.head].is(classConjunction) {
		p.head++
	}
	if p.head == len(words) {
		return p
	}
	m, ok := u.ear.firstAt(u.ear.elided, words, p.head)
	if !ok {
		u.about = cmp.Or(u.subject(words, p.head), u.about)
		return p
	}
	put := u.subjectOf(m.rule, words[p.head])
	if put == nil {
		return p
	}
	rest := slices.Clone(words[p.head:])
	rest[0].gap, rest[0].first = false, false
	whole := u.ear.piece(append(put, rest...))
	whole.put = true
	if m.rule.kind == "my" {
		u.about = cmp.Or(u.subject(whole.words, 0), u.about)
	}
	return whole
}

// subjectOf are the words that a rule puts before a clause; nil if there is nobody
// whom it may be about.
func (u *utterance) subjectOf(r *rule, before word) []word {
	add := func(norm string) word {
		w := word{norm: norm, from: before.from, to: before.from, kind: u.ear.class[norm], stands: u.about}
		u.ear.look(&w)
		return w
	}
	own := r.kind == "i" || r.kind == "my" || r.kind == "same" && (u.about == person || u.about == "" && u.opening(before))
	switch {
	case r.kind == "same" && own && u.ofNamed(before):
		return nil
	case r.kind == "my":
		return []word{add("my")}
	case own && r.fixed["add"] == "":
		return []word{add("i")}
	case own:
		return []word{add("i"), add(map[string]string{"is": "am", "has": "have", "was": "was"}[r.fixed["add"]])}
	case u.about == "" || u.about == person || u.about == nobody:
		return nil
	case r.fixed["add"] == "":
		return []word{add("she")}
	}
	return []word{add("she"), add(r.fixed["add"])}
}

// ofNamed: the sentence names somebody before a word and says nothing of the person, so
// that what goes on there is not theirs: "and one split, that was Ida's, on crutches".
func (u *utterance) ofNamed(before word) bool {
	to := u.wordAt(before.from)
	from := to
	for from > 0 && (from == len(u.words) || !u.words[from].first) {
		from--
	}
	words := u.words[from:to]
	own := slices.ContainsFunc(words, func(w word) bool { return w.norm == "i" || w.norm == "we" || w.norm == "me" })
	return !own && slices.ContainsFunc(u.mentionsIn(words), func(m samantha.Mention) bool { return m.Name != "" })
}

// nobody is what an utterance is about that goes on about a thing.
const nobody = "nobody"

// opening: nothing stands before a word that it may be about, here or in what was said
// a moment ago.
func (u *utterance) opening(w word) bool { return u.wordAt(w.from) <= 2 && u.in.Whose == "" }

// subject is whom a clause is about, by how it begins: the person, a name, a relation
// of theirs, "she" for whoever knows the talk; nobody for a thing, "" if one cannot say.
func (u *utterance) subject(words []word, at int) string {
	w := words[at]
	m, ok := u.ear.firstAt(u.ear.people, words, at)
	switch {
	case w.norm == "i" || w.norm == "we":
		return person
	case w.norm == "they":
		return nobody
	case isPerson(w.norm):
		return u.whom(piece{words: words}, w.norm, at)
	case ok && m.to < len(words) && words[m.to].norm == "'s" && m.to+1 < len(words) && (words[m.to+1].is(classRelation) || u.ear.In("pet", words[m.to+1].norm) || u.ear.In("awaited", words[m.to+1].norm)):
		return nobody // "my sister's husband"
	case ok:
		said := func(name string) string {
			r := m.slots[name]
			return u.bare(words[r.from:r.to])
		}
		return cmp.Or(said("name"), said("as"), plain(said("rel")), nobody)
	case w.norm == "my" || w.norm == "our":
		return person
	case w.is(classPronoun | classDeterminer | classPossessive):
		return nobody
	}
	return ""
}
