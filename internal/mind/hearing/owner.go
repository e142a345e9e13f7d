package hearing

import (
	"cmp"
	"slices"
	"strings"

	"samantha"
)

// goesOnAbout: right behind a piece it goes on with "he", "she" or "they", and
// whether that may be the one spoken of before: "Joyce. she ..." is no name of a
// husband.
func (u *utterance) goesOnAbout(p piece) (goes, fits bool) {
	next := u.wordAt(p.words[len(p.words)-1].to)
	if next >= len(u.words) || !isPerson(u.words[next].norm) {
		return false, true
	}
	not := other(u.in.Whose)
	return true, not == "" || u.words[next].norm != not
}

// together: right behind a piece it goes on with "and I" or with who that is:
// "Jonas and I made up", "Jonas, my brother" say what nobody else is called.
func (u *utterance) together(p piece) bool {
	next := u.wordAt(p.words[len(p.words)-1].to)
	if next+1 >= len(u.words) {
		return false
	}
	after := u.words[next+1]
	return u.words[next].norm == "and" && (after.norm == "i" || after.norm == "my") || u.words[next].is(classPossessive) && after.is(classRelation)
}

// saysWho: the utterance names somebody and says what they are, so that "my wife"
// in it is nobody spoken of before.
func (u *utterance) saysWho() bool {
	return slices.ContainsFunc(u.mentions(), func(m samantha.Mention) bool { return m.Name != "" && m.Relation != "" })
}

// ofKin: before a piece somebody's kin is spoken of without a name, so that a name there
// is theirs and no other's: "wife died. Ida."
func (u *utterance) ofKin(p piece) bool {
	return slices.ContainsFunc(u.words[:u.wordAt(p.words[0].from)], func(w word) bool { return w.is(classRelation) })
}

// namesSomebody: the utterance names anybody.
func (u *utterance) namesSomebody() bool {
	return slices.ContainsFunc(u.mentions(), func(m samantha.Mention) bool { return m.Name != "" })
}

// isNamed: somebody is spoken of by a name.
func (u *utterance) isNamed(who string) bool {
	return slices.ContainsFunc(u.mentions(), func(m samantha.Mention) bool { return m.Name == who })
}

// ofAnother: a piece goes on about a "he" or "she" who is not the one spoken of before,
// or whom the utterance named itself.
func (u *utterance) ofAnother(p piece) bool {
	if u.petIn(u.words[:u.wordAt(p.words[0].from)]) {
		return true
	}
	for _, w := range p.words {
		if they := pronoun(w.norm); they == "he" || they == "she" {
			return other(they) == u.in.Whose || len(u.mentionsIn(u.words[:u.wordAt(p.words[0].from)])) > 0
		}
	}
	return false
}

// ownerOf is whom a claim is of: whoever the rule says, who was named, or whom a pronoun
// means; false if nobody can say.
func (u *utterance) ownerOf(r *rule, m match, p piece, who string) (string, bool) {
	they, ok := m.slots["they"]
	switch {
	case r.fixed["of"] != "":
		return r.fixed["of"], r.fixed["of"] != samantha.Before || !u.ofAnother(p) && (r.fixed["thing"] == "" || !u.afterPerson())
	case who != "":
		return who, true
	case meansHere(p, m) != "":
		return meansHere(p, m), true
	case !ok:
		return person, true
	}
	at := they.from
	if value, ok := m.slots["value"]; ok {
		at = min(at, value.from) // "Bisi's his sister": not Bisi
	}
	of := u.whom(p, p.words[they.from].norm, at)
	if r.kind == "name" && u.isNamed(of) {
		return "", false // "Ruth's seeing somebody. His name is Colin"
	}
	return of, of != ""
}

// afterPerson: the one spoken of last is a "he" or a "she", and so no "it": "dad made a
// list. It's called Michelin".
func (u *utterance) afterPerson() bool {
	return u.in.Whose == "he" || u.in.Whose == "she" || u.in.Whose == "any"
}

// petIn: an animal is spoken of in some words.
func (u *utterance) petIn(words []word) bool {
	return slices.ContainsFunc(words, func(w word) bool { return u.ear.In("pet", w.norm) })
}

// petNamed is the animal whose name was told last in the utterance, or "".
func (u *utterance) petNamed() string {
	for _, c := range slices.Backward(u.claims) {
		if c.Slot == "name" && u.ear.In("pet", c.Of) {
			return c.Value
		}
	}
	return ""
}

// meansHere is whom a "she" stands for that nobody said.
func meansHere(p piece, m match) string {
	they, ok := m.slots["they"]
	if !ok || p.words[they.from].from < p.words[they.from].to {
		return ""
	}
	return p.words[they.from].stands
}

// spokenOf is the one person spoken of before a piece, for "she" and "he";
// nobody if there is none or more than one.
func (u *utterance) spokenOf(p piece) samantha.Mention {
	all := u.mentionsIn(u.words[:u.wordAt(p.words[0].from)])
	if len(all) != 1 {
		return samantha.Mention{}
	}
	return all[0]
}

// whom is who a pronoun is: the one spoken of before a word of a piece, in the sentence, or else in the utterance. If nobody was, it is the pronoun itself, for
// whoever knows the talk.
func (u *utterance) whom(p piece, they string, at int) string {
	they = strings.ToLower(they)
	if who, ok := map[string]string{"his": "he", "her": "she", "him": "he"}[they]; ok {
		they = who
	}
	to := u.wordAt(p.words[0].from)
	if !slices.ContainsFunc(p.words[:at], func(w word) bool { return w.norm == "he" || w.norm == "she" }) {
		to += at
	}
	from := to
	for from > 0 && (from == len(u.words) || !u.words[from].first) {
		from--
	}
	for _, words := range [][]word{u.words[from:to], u.words[:to]} {
		switch fit := u.meant(they, words); len(fit) {
		case 0:
		case 1:
			return cmp.Or(fit[0].Name, fit[0].Relation)
		default:
			return ""
		}
	}
	if u.petIn(u.words[:to]) {
		return u.petNamed() // "got a tortoise ... he's sixty"
	}
	if len(u.mentionsIn(u.words[:to])) > 0 {
		return "" // "my aunt ... he's a beekeeper", "Donal's mother ... she's in Cork"
	}
	return they
}

// meant are those spoken of in some words whom a pronoun may mean.
func (u *utterance) meant(they string, words []word) []samantha.Mention {
	return slices.DeleteFunc(u.mentionsIn(words), func(m samantha.Mention) bool {
		return u.ear.sortOfWord(m.Relation) == other(they) || u.onlyOwns(m, words)
	})
}

// onlyOwns: somebody is only spoken of as the one whose somebody or something is.
func (u *utterance) onlyOwns(who samantha.Mention, words []word) bool {
	called, owns := lastWord(cmp.Or(who.Name, who.Relation)), false
	for i, w := range words {
		switch {
		case w.norm != called:
		case i+1 < len(words) && words[i+1].norm == "'s" && (i+2 == len(words) || words[i+1].mark != 0 || words[i+2].is(classRelation) || u.ear.In("pet", words[i+2].norm)):
			owns = true
		default:
			return false
		}
	}
	return owns
}

// lastWord is the last word of a name, in lower case.
func lastWord(name string) string {
	words := strings.Fields(plain(name))
	if len(words) == 0 {
		return ""
	}
	return words[len(words)-1]
}

// other is "he" for "she" and "she" for "he".
func other(they string) string {
	return map[string]string{"he": "she", "she": "he"}[strings.ToLower(they)]
}

// named is the name of whoever "she" or "he" is, where a relation follows: what
// a sentence begins with is a name there, known or not ("Dee rang, she's my
// sister").
func (u *utterance) named(p piece) string {
	if name := u.spokenOf(p).Name; name != "" {
		return name
	}
	at := u.wordAt(p.words[0].from)
	for at > 0 && !u.words[at].first {
		at--
	}
	if w := u.words[at]; w.upper && u.ear.maybeName(w) && at+1 < len(u.words) && u.words[at+1].is(classVerb) {
		return u.bare(u.words[at : at+1])
	}
	return ""
}
