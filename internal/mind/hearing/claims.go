package hearing

import (
	"cmp"
	"slices"
	"strings"

	"samantha"
)

// person is the owner of what is told of nobody else.
const person = "person"

// claim reads what a piece tells as true. A piece that matches a "block" rule
// of en/claims.txt (a question, an if, somebody else's words) tells nothing; a
// "joke" takes back the whole utterance; "hedge" and "change" say how the piece
// tells what it tells.
func (u *utterance) claim(p piece, sentence []word) { u.claimBy(p, sentence, false) }

// claimWhole reads what only all of an utterance tells, by the rules that are
// marked "whole".
func (u *utterance) claimWhole() {
	if len(u.words) <= longest {
		u.claimBy(u.ear.piece(u.words), u.words, true)
	}
}

func (u *utterance) claimBy(p piece, sentence []word, whole bool) {
	if u.kept {
		return
	}
	if p.asked && !u.asksSlot() && u.in.Asked != "name" && u.in.Asked != "now" {
		return
	}
	for p.head < p.tail && (u.ear.lists["aye"].has(p.words[p.head].norm) || u.ear.lists["nay"].has(p.words[p.head].norm)) {
		p.head++ // "no, I don't like oranges" tells what they don't like
	}
	text := u.quote(sentence)
	u.known, u.way = len(u.claims), samantha.WayPlain
	for _, n := range u.ear.claims.likely(p.words) {
		r := &u.ear.claims.rules[n]
		if r.whole != whole && r.kind != "block" {
			continue
		}
		if r.lacks != "" && r.lacks != u.in.Missing || r.asked != "" && r.asked != u.in.Asked {
			continue
		}
		if r.lacks != "" && (u.together(p) || u.saysWho()) {
			continue
		}
		if goes, fits := u.goesOnAbout(p); r.then && !goes || r.lacks != "" && !fits {
			continue
		}
		m, ok := u.ear.match(r.prog, p)
		if !ok {
			continue
		}
		switch r.kind {
		case "block":
			return
		case "joke":
			u.claims, u.joked = nil, true
			return
		case "hedge":
			u.way, p.head = samantha.WayHedged, m.to
		case "change":
			u.way = samantha.WayChange
		default:
			u.addClaims(r, m, p, text)
		}
	}
	if !whole && len(u.claims) == u.known && u.asksSlot() {
		u.answer(p, text)
	}
}

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

// asksSlot: her question was after a slot of a fact about the person.
func (u *utterance) asksSlot() bool {
	switch u.in.Asked {
	case "", "first", "name", "now", "who", "kin", "which", "differs", "right", "told", "story", "dream", "dreaming", "errand", "list":
		return false
	}
	return true
}

// addClaims notes the claim of a rule, and the name of whoever it is about if
// that was told along with it.
func (u *utterance) addClaims(r *rule, m match, p piece, text string) {
	slot := func(name string) string {
		s := m.slots[name]
		return u.bare(p.words[s.from:s.to])
	}
	if of := r.fixed["pair"]; of != "" { // "my sons Mads and Jeppe"
		for _, name := range []string{slot("name"), slot("also")} {
			u.claims = append(u.claims, samantha.Claim{Of: of, Slot: "name", Value: name, Text: text, Way: u.wayOf(r), Beside: true})
		}
		return
	}
	rel, name := u.relation(p, m), slot("name")
	if rel != "" && slot("they") != "" {
		name = u.named(p)
	}
	if rel != "" && name != "" {
		u.note(samantha.Claim{Of: rel, Slot: "name", Value: name, Text: text, Way: u.wayOf(r), Beside: u.ear.lists["several"].has(rel)})
	}
	of := person
	switch {
	case r.fixed["of"] != "":
		of = r.fixed["of"]
	case name != "":
		of = name
	case rel != "":
		of = rel
	case slot("they") != "":
		if of = u.whom(p, slot("they")); of == "" {
			return
		}
	}
	c := samantha.Claim{Of: of, Slot: r.kind, Value: slot("value"), Text: text, Way: u.wayOf(r)}
	switch {
	case c.Value == "" && r.fixed["way"] != string(samantha.WayOver):
		return
	case c.Value != "" && r.kind != "died" && u.vague(p, m.slots["value"]):
		return
	case c.Slot == "correct":
		c.Slot = ""
	case c.Slot == "kin":
		c.Slot = cmp.Or(plain(slot("kin")), r.fixed["kin"])
	}
	u.note(c)
}

// wayOf is how a rule's claim is told.
func (u *utterance) wayOf(r *rule) samantha.Way {
	if way := samantha.Way(r.fixed["way"]); way != "" {
		return way
	}
	return u.way
}

// relation is the relation of a match in its usual spelling.
func (u *utterance) relation(p piece, m match) string {
	s, ok := m.slots["rel"]
	if !ok {
		return ""
	}
	return plain(u.bare(p.words[s.from:s.to]))
}

// vague reports whether a value says nothing by itself: "this band", "good
// things".
func (u *utterance) vague(p piece, s run) bool {
	if w := p.words[s.from]; w.is(classDeterminer) && w.is(classPronoun) {
		return true
	}
	for _, w := range p.words[s.from:s.to] {
		if !w.is(classLoose|classVague) || w.is(classTime|classWhen) {
			return false
		}
	}
	return true
}

// note adds a claim once: the first of a slot holds for a piece.
func (u *utterance) note(c samantha.Claim) {
	if u.joked {
		return
	}
	for _, old := range u.claims[u.known:] {
		if old.Of == c.Of && old.Slot == c.Slot {
			return
		}
	}
	u.claims = append(u.claims, c)
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

// whom is who "she" or "he" is: the one spoken of before in the utterance; if
// nobody was, the pronoun itself, for whoever knows the talk.
func (u *utterance) whom(p piece, they string) string {
	they = strings.ToLower(they)
	if who, ok := map[string]string{"his": "he", "her": "she"}[they]; ok {
		they = who
	}
	all := u.mentionsIn(u.words[:u.wordAt(p.words[0].from)])
	switch len(all) {
	case 0:
		return they
	case 1:
		if sort := u.ear.sortOfWord(all[0].Relation); sort == other(they) {
			return "" // "my aunt ... he's a beekeeper"
		}
		return cmp.Or(all[0].Name, all[0].Relation)
	}
	return ""
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

// wordAt is the number of the word that begins at a place of the text.
func (u *utterance) wordAt(from int) int {
	for i, w := range u.words {
		if w.from >= from {
			return i
		}
	}
	return len(u.words)
}

// answer takes a short answer to her question after a slot: "the 5th of May".
func (u *utterance) answer(p piece, text string) {
	words := p.words[min(p.head, p.tail):p.tail]
	if len(words) == 0 || len(words) > slotMost || len(u.acts) == 0 {
		return
	}
	switch u.acts[len(u.acts)-1].Kind {
	case "tell.bit", "tell.event", "tell.name":
		u.note(samantha.Claim{Of: person, Slot: u.in.Asked, Value: u.bare(words), Text: text})
	}
}
