package hearing

import (
	"strings"
	"unicode/utf8"
)

// oldest is the most years that anybody is.
const oldest = 110

// isAge: a run of words may say how old somebody is: a whole number of years that
// anybody has, and not so much money, so many grams, or a count of anything.
func (u *utterance) isAge(words []word, s run) bool {
	if s.from == s.to || s.from > 0 && u.ear.lists["costs"].has(words[s.from-1].norm) {
		return false
	}
	if s.from > 0 && words[s.from-1].from == words[s.from-1].to && !u.besideSomebody(words, s) {
		return false
	}
	var norms []string
	for _, w := range words[s.from:s.to] {
		norms = append(norms, w.norm)
		if w.norm == "hundred" || w.norm == "thousand" || u.cutNumber(w) {
			return false
		}
	}
	n, ok := u.ear.number(norms)
	return ok && n <= oldest && !u.counts(words, s.to)
}

// besideSomebody: a number that stands by itself behind marks is an age right behind
// whoever is that old, "my sister, 34, ...", behind what they are, "he's from Hull, 34",
// or if it says of when.
func (u *utterance) besideSomebody(words []word, s run) bool {
	if s.to < len(words) && !words[s.to].gap {
		return true
	}
	at := u.wordAt(words[s.from].from)
	for at > 0 && !u.words[at].gap {
		at--
	}
	if at == 0 || u.words[at-1].is(classRelation|className) {
		return at > 0
	}
	is := false
	for at--; ; at-- {
		w := u.words[at]
		if w.is(classVerb) && !w.is(classAuxiliary) {
			return false
		}
		is = is || w.norm == "is" || w.norm == "'s" || w.norm == "am"
		if at == 0 || w.gap || w.first {
			return is
		}
	}
}

// cutNumber: a number is a part of another, or a sum: the 1 of "1,600", the 40 of "£40".
func (u *utterance) cutNumber(w word) bool {
	before, _ := utf8.DecodeLastRuneInString(u.text[:w.from])
	after, _ := utf8.DecodeRuneInString(u.text[w.to:])
	part := after == ',' && digitAt(u.text, w.to+1) || before == ',' && w.from > 1 && digitAt(u.text, w.from-2) && digitAt(u.text, w.from)
	return part || strings.ContainsRune("$£€#+/", before) || strings.ContainsRune("$£€%/", after)
}

// counts: a word behind a number is what it counts: "six points", "40 quid". Years are
// an age, and so is what is told of somebody besides: "nine keeps snails".
func (u *utterance) counts(words []word, at int) bool {
	if at == len(words) || words[at].gap {
		return false
	}
	w := words[at]
	if u.ear.lists["measure"].has(w.norm) {
		return at+1 == len(words) || words[at+1].norm != "old"
	}
	return w.is(classDigits)
}
