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
	for n := range u.ear.blocks.likely(p.words) {
		r := &u.ear.blocks.rules[n]
		if _, ok := u.ear.match(r.prog, p); ok {
			return true
		}
	}
	return false
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
	book := u.ear.claims
	if whole {
		book = u.ear.wholes
	}
	goes, fits := u.goesOnAbout(p)
	for n := range book.likely(p.words) {
		r := &book.rules[n]
		if r.nobody && u.in.Whose != "" || r.lacks != "" && r.lacks != u.in.Missing || r.asked != "" && r.asked != u.in.Asked {
			continue
		}
		if r.lacks != "" && (u.together(p) || u.saysWho() || u.ofKin(p) || r.lacks == "relation" && r.asked == "" && u.namesSomebody()) {
			continue
		}
		if r.then && !goes || r.lacks != "" && !fits {
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

// asksSlot: her question was after a slot of a fact about the person.
func (u *utterance) asksSlot() bool {
	switch u.in.Asked {
	case "", "first", "name", "now", "who", "kin", "which", "differs", "right", "told", "story", "dream", "dreaming", "errand", "list", "items", "lately", "pick", "does", "letter", "mend":
		return false
	}
	return true
}

// addClaims notes the claim of a rule, and the name of whoever it is about if
// that was told along with it.
func (u *utterance) addClaims(r *rule, m match, p piece, text string) {
	slot := func(name string) string {
		s := m.slots[name]
		return u.valueOf(p.words[s.from:s.to])
	}
	told := samantha.Claim{Text: text, Way: u.wayOf(r)}
	if of := u.ear.single[plain(slot("many"))]; of != "" {
		u.addSeveral(of, slot, told)
		return
	}
	rel, name := u.relation(p, m), slot("name")
	if u.namesNobody(m, p) {
		return
	}
	if r.fixed["thing"] != "" && u.isSomebody(rel) {
		return // of somebody else's, and no thing
	}
	one := u.ear.single[rel]
	if name != "" {
		rel = cmp.Or(one, rel) // "my sisters Nino and ..."
	}
	if rel != "" && slot("they") != "" {
		name = u.named(p)
	}
	if rel != "" && name != "" {
		called := told
		called.Of, called.Slot, called.Value, called.Beside = rel, "name", name, one != "" || u.ear.lists["several"].has(rel)
		u.note(called)
	}
	of, ok := u.ownerOf(r, m, p, cmp.Or(name, rel))
	if !ok || !u.says(r, m, p) {
		return
	}
	told.Of, told.Slot, told.Value, told.Not, told.Instead = of, r.kind, slot("value"), slot("not"), u.mends
	switch told.Slot {
	case "age":
		s := u.ear.counting(p.words, m.slots["value"])
		if !u.isAge(p.words, s) {
			return
		}
		told.Value = u.bare(p.words[s.from:s.to])
	case "correct":
		told.Slot = ""
	case "kin":
		told.Slot = cmp.Or(plain(slot("kin")), r.fixed["kin"])
		if told.Value = u.unpronoun(p, m, told.Value); isPerson(plain(told.Value)) {
			return
		}
	}
	if told.Value != "" || told.Way == samantha.WayOver {
		u.note(told)
	}
}

// unpronoun is a value, or if that is "he" or "she" the name of the one it means here,
// if there is one: "Dilys rang. She's Mr Pell's daughter".
func (u *utterance) unpronoun(p piece, m match, value string) string {
	if !isPerson(plain(value)) {
		return value
	}
	return cmp.Or(u.whom(p, value, m.slots["value"].from), value)
}

// addSeveral notes the names of several of a kind: "my sons Mads and Jeppe".
func (u *utterance) addSeveral(of string, slot func(string) string, told samantha.Claim) {
	told.Of, told.Slot, told.Beside = of, "name", true
	for _, part := range []string{"name", "third", "fourth", "also"} {
		told.Value = slot(part)
		if told.Value != "" && !slices.Contains(u.claims, told) {
			u.claims = append(u.claims, told)
		}
	}
}

// isSomebody: a word is one for a person.
func (u *utterance) isSomebody(word string) bool {
	return u.ear.In("relation", word) || u.ear.In("him", word) || u.ear.In("woman", word)
}

// says reports whether what a match caught says anything as its slot would have it.
func (u *utterance) says(r *rule, m match, p piece) bool {
	s := m.slots["value"]
	words := p.words[s.from:s.to]
	switch {
	case len(words) == 0:
		return r.fixed["way"] == string(samantha.WayOver)
	case r.kind == "work" && slices.ContainsFunc(words, func(w word) bool { return u.ear.lists["praise"].has(w.norm) }):
		return false // "a good driver"
	case isPlace(r.kind) && isWhen(words):
		return false // "moved to the 29th"
	}
	return r.kind == "died" || r.kind == "health" || r.fixed["sure"] != "" || !u.vague(p, s)
}

// isWhen: words say when, or are a number and nothing else.
func isWhen(words []word) bool {
	counts := !slices.ContainsFunc(words, func(w word) bool { return !w.is(classDigits | classDeterminer) })
	return counts || slices.ContainsFunc(words, func(w word) bool { return w.is(classWhen | classTime) })
}

// isPlace: a slot holds where somebody is.
func isPlace(slot string) bool {
	return slot == "home" || slot == "from" || slot == "workplace" || slot == "workcity" || slot == "plan"
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
