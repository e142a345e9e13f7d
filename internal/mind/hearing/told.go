package hearing

import (
	"slices"
	"strings"

	"samantha"
)

// toldMost is how many tellings and topics of one utterance are kept.
const toldMost = 4

// tellings takes apart what was told: for each piece who did what to what, and,
// by the rules of en/tellings.txt, what sort of thing it is to tell.
func (u *utterance) tellings() []samantha.Told {
	var out []samantha.Told
	for i, p := range u.told {
		t := u.clause(p)
		r, m, ok := u.ear.sortOf(p)
		if u.felt[i] && (!ok || !r.felt) {
			continue
		}
		if ok {
			t.Kind = r.kind
			for slot, s := range m.slots {
				switch slot {
				case "who":
					if s.from > 0 && p.words[s.from-1].is(classPossessive) && !p.words[s.from].is(classPossessive) {
						s.from-- // "his mum" is not mum
					}
					t.Who = u.bare(p.words[s.from:s.to])
				case "what":
					t.What = u.bare(p.words[s.from:s.to])
				}
			}
		}
		if t != (samantha.Told{}) && len(out) < toldMost {
			out = append(out, t)
		}
		if t.Who != "" && len(out) < toldMost {
			if more, ok := u.besides(p, t); ok {
				out = append(out, more)
			}
		}
	}
	return out
}

// settle lets the last word on what was told stand: hard news after which somebody
// is well again is news no more, and tears beside good news are of joy.
func settle(acts []samantha.Act) {
	good := slices.ContainsFunc(acts, func(a samantha.Act) bool { return a.Kind == "tell.good" })
	for i, a := range acts {
		after := func(o samantha.Act) bool { return o.Kind == "tell.good" && o.Slots["how"] == "relief" }
		over := (a.Kind == "tell.hard" || a.Kind == "tell.hard.health") && slices.ContainsFunc(acts[i:], after)
		if over || good && a.Slots["how"] == "tears" {
			acts[i].Kind, acts[i].Slots = "tell.event", nil
		}
	}
}

// sortOf is the first rule of en/tellings.txt that holds for a piece.
func (e *Ear) sortOf(p piece) (*rule, match, bool) {
	for n := range e.tellings.within(p) {
		r := &e.tellings.rules[n]
		if r.asked != "" {
			continue
		}
		if m, ok := e.match(r.prog, p); ok {
			return r, m, true
		}
	}
	return nil, match{}, false
}

// clause takes a piece apart at its verb. What is denied did not happen and is
// left whole.
func (u *utterance) clause(p piece) samantha.Told {
	words := p.words[:u.ear.reported(p.words)]
	if len(words) > longest/2 || u.ear.denies(p) || slices.ContainsFunc(words, func(w word) bool { return w.norm == "not" }) {
		return samantha.Told{}
	}
	first, verb := u.ear.verbAt(words, p.head)
	if verb < 0 {
		return samantha.Told{}
	}
	t := samantha.Told{Verb: u.ear.base[words[verb].norm]}
	if from, to := u.ear.doerAt(words, p.head, first); from < to {
		t.Who = u.bare(words[from:to])
	}
	if from, to := u.ear.objectAt(words, verb); from < to {
		t.What = u.bare(words[from:to])
	}
	if t.Who == "" && t.What == "" {
		return samantha.Told{}
	}
	return t
}

// besides is what whoever it is was doing besides: "she went to sleep [holding my
// sleeve]".
func (u *utterance) besides(p piece, t samantha.Told) (samantha.Told, bool) {
	_, verb := u.ear.verbAt(p.words, p.head)
	for i := verb + 2; verb >= 0 && i < len(p.words); i++ {
		w := p.words[i]
		along := w.is(classIng) && !w.is(classThing) && !p.words[i-1].is(classDeterminer|classPossessive|classAuxiliary|classPreposition)
		then := w.is(classPast) && p.words[i-1].norm == "and" // "he flew over the school and waved the wings"
		if !along && !then || w.is(classAuxiliary) {
			continue
		}
		if from, to := u.ear.objectAt(p.words, i); from < to {
			return samantha.Told{Who: t.Who, Verb: u.ear.base[w.norm], What: u.bare(p.words[from:to])}, true
		}
	}
	return samantha.Told{}, false
}

// verbAt is where the verb of some words begins, with its helpers, and the place
// of the verb itself; -1 if there is none.
func (e *Ear) verbAt(words []word, from int) (first, verb int) {
	for i := from; i < len(words); i++ {
		w := words[i]
		if w.norm == "'s" || !w.is(classVerb) || i > 0 && words[i-1].is(classDeterminer|classPossessive) {
			continue
		}
		if !w.is(classAuxiliary) && !e.acting(words, i) && !(i > from && words[i-1].is(classPronoun)) {
			continue
		}
		verb = i
		for verb+1 < len(words) && words[verb].is(classAuxiliary|classAdverb|classDegree) && !words[verb+1].gap {
			verb++
		}
		if e.lists["keeping"].has(words[verb].norm) && verb+1 < len(words) && words[verb+1].is(classIng) && !words[verb+1].gap {
			verb++ // "kept asking" is asked
		}
		if !words[verb].is(classVerb&^classAuxiliary) || e.base[words[verb].norm] == "" {
			return i, -1
		}
		return i, verb
	}
	return 0, -1
}

// doerAt is where whoever does it begins and ends: the words before the verb,
// softeners apart; nobody if they are too many to be sure.
func (e *Ear) doerAt(words []word, from, verb int) (begin, end int) {
	for from < verb && (words[from].is(classConjunction|classFiller|classWhen) || words[from].is(classAdverb) && !words[from].is(classPronoun)) {
		from++
	}
	for i := from; i < verb; i++ {
		if words[i].gap && i > from {
			from = i
		}
	}
	end = verb
	for end > from && words[end-1].is(classAdverb) && !words[end-1].is(classPronoun) {
		end--
	}
	if end-from > slotMost || e.tailEnd(words, from) < end && !(end-from == 1 && words[from].is(classPronoun)) && !e.nameRun(words[from:end]) {
		return verb, verb
	}
	return from, end
}

func (e *Ear) nameRun(words []word) bool {
	return len(words) > 0 && runWhile(words, 0, 3, e.maybeName) == len(words)
}

// objectAt is what the verb was done to: the thing right behind it, behind a
// particle, or behind somebody it was done for ("offered everybody a slice").
func (e *Ear) objectAt(words []word, verb int) (from, to int) {
	at := verb + 1
	for at < len(words) && !words[at].gap && (e.lists["particle"].has(words[at].norm) || words[at].is(classDegree)) {
		at++
	}
	if at+1 < len(words) && words[at].is(classPronoun) && !words[at].is(classDeterminer) && !words[at+1].gap {
		switch {
		case words[at+1].is(classDeterminer | classPossessive | classNumber):
			at++
		case at+2 < len(words) && e.lists["of"].has(words[at+1].norm) && words[at+2].is(classDeterminer|classPossessive): // "asked me for her brother"
			at += 2
		}
	}
	if at >= len(words) || words[at].gap {
		return 0, 0
	}
	end := e.tailEnd(words, at)
	for end > at && words[end-1].is(classAdverb|classWhen) {
		end--
	}
	return at, end
}

// topics are whom and what was spoken of: people, and the things a piece names.
func (u *utterance) topics(people []samantha.Mention) []samantha.Topic {
	var out []samantha.Topic
	add := func(t samantha.Topic) {
		if t.Text != "" && len(out) < toldMost && !slices.ContainsFunc(out, func(o samantha.Topic) bool { return o.Text == t.Text }) {
			out = append(out, t)
		}
	}
	for _, m := range people {
		t := samantha.Topic{Text: m.Name, Name: m.Name, Relation: m.Relation, Sort: u.ear.sortOfWord(m.Relation)}
		if t.Text == "" {
			t.Text = m.Relation
		}
		if t.Sort == "" || t.Sort == "it" {
			t.Sort = "any"
		}
		add(t)
	}
	for _, p := range u.told {
		for _, t := range u.ear.things(p) {
			if len(t.words) == 0 || t.score < enough && (t.score == 0 || !u.ear.somebody(t.words)) || t.words[0].is(classIng) && !t.words[0].is(classThing) {
				continue
			}
			if words := u.ear.named(t.words); len(words) > 0 && pointed(words) {
				add(samantha.Topic{Text: u.bare(words), Sort: u.ear.sortOfThing(words)})
			}
		}
	}
	return out
}

// somebody: the thing is a person, "the lady next door", who is spoken of however
// plain the word.
func (e *Ear) somebody(words []word) bool {
	if slices.ContainsFunc(words, func(w word) bool { return w.is(classRelation | className) }) {
		return false // those are mentions
	}
	switch e.sortOfThing(words) {
	case "he", "she", "any":
		return true
	}
	return false
}

// pointed leaves out a lone word that may be anything: of a thing there are two
// words, or several of them.
func pointed(words []word) bool {
	last := words[len(words)-1]
	return !last.is(classAdverb) && (len(words) > 1 || plural(last.norm) && !strings.HasSuffix(last.norm, "ous") || last.kind != 0)
}

// named leaves out what stands before the name of a thing: "late for", "moving
// to", and what the person is.
func (e *Ear) named(words []word) []word {
	verb := func(w word) bool { return w.is(classVerb) && !w.is(classThing) }
	for len(words) > 0 && !words[0].is(classDeterminer|classPossessive) && (e.content(words[0]) == 0 || verb(words[0])) {
		words = words[1:]
	}
	if len(words) > 1 && words[0].norm == "that" && words[1].is(classDeterminer|classPossessive) {
		words = words[1:] // "a man brought one in that his goat had eaten"
	}
	for i := 1; i < len(words); i++ {
		if words[i].is(classPreposition) && words[i].norm != "of" {
			words = words[:i] // where it is or went is no part of its name
			break
		}
	}
	for _, w := range words {
		if e.content(w) > 0 && !w.is(classNumber|classDigits) && !e.lists["job"].has(w.norm) {
			return words
		}
	}
	return nil
}

// sortOfThing goes by the head of a thing, the last word before anything that
// hangs on it.
func (e *Ear) sortOfThing(words []word) string {
	head := len(words) - 1
	for i := 1; i < len(words); i++ {
		if words[i].is(classPreposition) || words[i].is(classIng) && !words[i].is(classThing) {
			head = i - 1
			break
		}
	}
	if s := e.sortOfWord(words[head].norm); s != "" {
		return s
	}
	if plural(words[head].norm) {
		return "many"
	}
	return "it"
}

// sortOfWord is how one goes on about a word, by the lists "him", "her", "kin"
// and those of animals; "" if they do not say.
func (e *Ear) sortOfWord(w string) string {
	switch {
	case e.lists["him"].has(w):
		return "he"
	case e.lists["woman"].has(w):
		return "she"
	case e.lists["pet"].has(w), e.topics[w] == "animal" && !strings.HasSuffix(w, "s"):
		return "pet"
	case e.lists["somebody"].has(w):
		return "any"
	case w == "":
		return ""
	}
	return ""
}

// A Question is one after a particular of something told.
type Question struct {
	samantha.Told
	Asks string // which of its parts is asked after: "who" or "what"; else "detail"
}

// Question takes a question apart: "what did the cat swallow", "who took the pan".
func (e *Ear) Question(text string) (Question, bool) {
	words := e.words(text, Context{})
	p := e.piece(words)
	for n := range e.tellings.likely(words) {
		r := &e.tellings.rules[n]
		if r.asked == "" {
			continue
		}
		m, ok := e.match(r.prog, p)
		if !ok {
			continue
		}
		part := func(slot string) string {
			s := m.slots[slot]
			if s.from == s.to {
				return ""
			}
			return plain(text[words[s.from].from:words[s.to-1].to])
		}
		q := Question{Asks: r.asked, Told: samantha.Told{Who: part("who"), What: part("what")}}
		if s := m.slots["verb"]; s.to > s.from {
			q.Verb = e.base[words[s.from].norm]
		}
		return q, q.Verb != "" || q.Asks == "detail"
	}
	return Question{}, false
}
