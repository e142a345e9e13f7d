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
// tells what it tells, "mend" that it puts right what was told before.
func (u *utterance) claim(p piece, sentence []word) {
	u.known = len(u.claims)
	clauses := u.clauses(p)
	u.claimBy(p, sentence, false)
	silent := false
	for _, c := range clauses {
		c.asked = p.asked
		if silent = c.put && silent || u.tellsNothing(c); !silent {
			u.claimBy(c, sentence, false)
		}
	}
}

// tellsNothing: a "block" rule matches.
func (u *utterance) tellsNothing(p piece) bool {
	return slices.ContainsFunc(u.ear.claims.likely(p.words), func(n int) bool {
		r := &u.ear.claims.rules[n]
		if r.kind != "block" {
			return false
		}
		_, ok := u.ear.match(r.prog, p)
		return ok
	})
}

// claimWhole reads what only all of an utterance tells, by the rules that are
// marked "whole"; of a long one what two sentences tell together.
func (u *utterance) claimWhole() {
	u.known = len(u.claims)
	if len(u.words) <= longest {
		u.claimBy(u.ear.piece(u.words), u.words, true)
		return
	}
	all := sentences(u.words)
	for i := 0; i+1 < len(all); i += 2 {
		if two := u.words[u.wordAt(all[i][0].from) : u.wordAt(all[i+1][0].from)+len(all[i+1])]; len(two) <= longest {
			u.claimBy(u.ear.piece(two), two, true)
		}
	}
}

func (u *utterance) claimBy(p piece, sentence []word, whole bool) {
	if u.kept || quoted(u.text, p.words[0].from) {
		return
	}
	if p.asked && !u.asksSlot() && u.in.Asked != "name" && u.in.Asked != "now" {
		return
	}
	for p.head < p.tail && (u.ear.lists["aye"].has(p.words[p.head].norm) || u.ear.lists["nay"].has(p.words[p.head].norm)) {
		p.head++ // "no, I don't like oranges" tells what they don't like
	}
	text := u.quote(sentence)
	u.way, u.mends = samantha.WayPlain, false
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
		case "mend":
			u.mends, p.head = true, m.to
		case "change":
			u.way = samantha.WayChange
		default:
			u.addClaims(r, m, p, text)
			u.again(r, p, m.to, text)
		}
	}
	if !whole && len(u.claims) == u.known && u.asksSlot() {
		u.answer(p, text)
	}
}

// again adds what a rule finds further on: "callum is 6 and reece is 4".
func (u *utterance) again(r *rule, p piece, from int, text string) {
	for from > 0 && from < p.tail {
		rest := piece{words: p.words[from:], head: -1, tail: p.tail - from, asked: p.asked}
		m, ok := u.ear.match(r.prog, rest)
		if !ok || m.to == 0 {
			return
		}
		u.addClaims(r, m, rest, text)
		from += m.to
	}
}

// quoted: a place of a text stands between quotation marks, so that its words are
// somebody else's: a letter that is read out, what a card says.
func quoted(text string, at int) bool {
	before, after := text[:at], text[at:]
	curled := strings.Count(before, "“") > strings.Count(before, "”")
	return curled || strings.Count(before, `"`)%2 == 1 && strings.Contains(after, `"`)
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
	case "", "first", "name", "now", "who", "kin", "which", "differs", "right", "told", "story", "dream", "dreaming", "errand", "list", "mend":
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
	if of := u.ear.single[plain(slot("many"))]; of != "" { // "my sons Mads and Jeppe"
		for _, part := range []string{"name", "third", "fourth", "also"} {
			c := samantha.Claim{Of: of, Slot: "name", Value: slot(part), Text: text, Way: u.wayOf(r), Beside: true}
			if c.Value != "" && !slices.Contains(u.claims, c) {
				u.claims = append(u.claims, c)
			}
		}
		return
	}
	rel, name := u.relation(p, m), slot("name")
	one := u.ear.single[rel]
	if name != "" {
		rel = cmp.Or(one, rel) // "my sisters Nino and ..."
	}
	if rel != "" && slot("they") != "" {
		name = u.named(p)
	}
	if rel != "" && name != "" {
		u.note(samantha.Claim{Of: rel, Slot: "name", Value: name, Text: text, Way: u.wayOf(r), Beside: one != "" || u.ear.lists["several"].has(rel)})
	}
	of := person
	switch {
	case r.fixed["of"] == samantha.Before && u.ofAnother(p):
		return
	case r.fixed["of"] != "":
		of = r.fixed["of"]
	case name != "":
		of = name
	case rel != "":
		of = rel
	case meansHere(p, m) != "":
		of = meansHere(p, m)
	case slot("they") != "":
		at := m.slots["they"].from
		if value, ok := m.slots["value"]; ok {
			at = min(at, value.from) // "Bisi's his sister": not Bisi
		}
		if of = u.whom(p, slot("they"), at); of == "" {
			return
		}
	}
	if r.kind == "name" && of != person && slot("they") != "" && u.isNamed(of) {
		return // "Ruth's seeing somebody. His name is Colin"
	}
	if r.kind == "age" {
		m.slots["value"] = u.ear.counting(p.words, m.slots["value"])
	}
	c := samantha.Claim{Of: of, Slot: r.kind, Value: slot("value"), Text: text, Way: u.wayOf(r), Not: slot("not"), Instead: u.mends}
	switch {
	case c.Value == "" && r.fixed["way"] != string(samantha.WayOver):
		return
	case r.kind == "work" && slices.ContainsFunc(p.words[m.slots["value"].from:m.slots["value"].to], func(w word) bool { return u.ear.lists["praise"].has(w.norm) }):
		return // "a good driver"
	case isPlace(r.kind) && whenIn(p.words[m.slots["value"].from:m.slots["value"].to]).to > 0:
		return // "moved to the 29th"
	case c.Value != "" && r.kind != "died" && r.kind != "health" && u.vague(p, m.slots["value"]):
		return
	case c.Slot == "correct":
		c.Slot = ""
	case c.Slot == "kin":
		c.Slot = cmp.Or(plain(slot("kin")), r.fixed["kin"])
	}
	u.note(c)
}

// isNamed: somebody is spoken of by a name.
func (u *utterance) isNamed(who string) bool {
	return slices.ContainsFunc(u.mentions(), func(m samantha.Mention) bool { return m.Name == who })
}

// ofAnother: a piece goes on about a "he" or "she" who is not the one spoken of before,
// or whom the utterance named itself.
func (u *utterance) ofAnother(p piece) bool {
	for _, w := range p.words {
		if they := pronoun(w.norm); they == "he" || they == "she" {
			return other(they) == u.in.Whose || len(u.mentionsIn(u.words[:u.wordAt(p.words[0].from)])) > 0
		}
	}
	return false
}

// meansHere is whom a "she" stands for that nobody said.
func meansHere(p piece, m match) string {
	they, ok := m.slots["they"]
	if !ok || p.words[they.from].from < p.words[they.from].to {
		return ""
	}
	return p.words[they.from].stands
}

// isPlace: a slot holds where somebody is.
func isPlace(slot string) bool {
	return slot == "home" || slot == "from" || slot == "workplace" || slot == "workcity"
}

// counting is a run up to its first word that counts nothing: "fifty next".
func (e *Ear) counting(words []word, s run) run {
	for i := s.from; i < s.to; i++ {
		w := words[i]
		if w.norm == "and" && i+1 < s.to && isNumber(words[i+1]) {
			continue // "four and six"
		}
		if !w.is(classDigits) && !e.lists["count"].has(w.norm) && !e.lists["tens"].has(w.norm) && w.norm != "hundred" {
			s.to = i
		}
	}
	return s
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
	for i, old := range u.claims {
		over := old.Way == samantha.WayOver || c.Way == samantha.WayOver
		if old.Of == c.Of && old.Slot == c.Slot && (i >= u.known && (!over || old.Way == c.Way) || old.Value == c.Value) {
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
