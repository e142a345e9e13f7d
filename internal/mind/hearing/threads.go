package hearing

import (
	"strings"

	"samantha"
)

// thingMost is how many words what a thread is about may have; what is longer
// is no name for it.
const thingMost = 9

// end hears what a piece leaves open, or says of something that was: the first
// rule of en/threads.txt that holds. What is asked opens nothing but a worry, a
// goodbye nothing at all.
func (u *utterance) end(p piece) {
	if len(p.words) > longest/2 || len(u.acts) == 0 {
		return
	}
	if at := u.ear.promisesOn(p.words); at > 0 {
		u.end(u.ear.piece(p.words[:at]))
		u.end(u.ear.piece(p.words[at:]))
		return
	}
	kind := u.acts[len(u.acts)-1].Kind
	if kind == "goodbye" { // "talk tomorrow"
		return
	}
	asked := p.asked || strings.HasPrefix(kind, "ask.") || strings.HasPrefix(kind, "request.")
	when := whenIn(p.words)
	timed := when.from < when.to
	for n := range u.ear.threads.within(p) {
		r := &u.ear.threads.rules[n]
		if asked && r.kind != "worry" || r.fixed["needs"] != "" && r.fixed["needs"] != "around" && !timed { // "what if the scan shows something?"
			continue
		}
		m, ok := u.ear.match(r.prog, p)
		if !ok {
			continue
		}
		if r.kind != "none" {
			u.ends = append(u.ends, u.ended(r, m, p))
		}
		return
	}
}

// promisesOn is the word at which a second promise begins, 0 if none does: a vow is
// heard as one sentence, and may hold two.
func (e *Ear) promisesOn(words []word) int {
	for i := 3; i < len(words); i++ {
		if words[i-2].norm == "and" && e.lists["promiseagain"].endsAt(words, i) {
			return i - 2
		}
	}
	return 0
}

// ended is what a rule caught. Of the time it is said for, whatever stands in
// the piece counts; it is no part of the thing.
func (u *utterance) ended(r *rule, m match, p piece) samantha.Act {
	end := samantha.Act{Kind: r.kind, Text: u.quote(p.words), Slots: map[string]string{}}
	for k, v := range r.fixed {
		end.Slots[k] = v
	}
	for k, s := range m.slots {
		for k == "thing" && s.to < len(p.words) && strings.HasPrefix(u.text[p.words[s.to-1].to:], "-") { // "a lie-in" is no lie
			s.to++
		}
		words := p.words[s.from:s.to]
		if k == "thing" {
			words = timeless(untilWhen(whole(words)))
		}
		if k == "thing" && len(words) > thingMost {
			continue
		}
		text := u.bare(words)
		if long := u.long(words); k == "thing" && long != text {
			end.Slots["long"] = long
		}
		if text != "" {
			end.Slots[k] = text
		}
	}
	if when := whenIn(p.words); when.from < when.to {
		end.Slots["when"] = u.bare(p.words[when.from:when.to])
	}
	if did := u.ear.did(p.words); did != "" {
		end.Slots["did"] = did
	}
	return end
}

// long is the text of some words, the last of them in full: "the op" is the operation.
func (u *utterance) long(words []word) string {
	text := u.bare(words)
	for len(words) > 0 && words[len(words)-1].norm == "'s" {
		words = words[:len(words)-1]
	}
	if len(words) == 0 {
		return text
	}
	last := words[len(words)-1]
	raw := u.text[last.from:last.to]
	if plain(raw) == last.norm {
		return text
	}
	return strings.TrimSuffix(text, raw) + last.norm
}

// whole are the words up to the first mark, and of many those up to what only adds
// to the thing: "come the week [after it's born]".
func whole(words []word) []word {
	for i := range words {
		adds := len(words) > thingMost && i > 1 && words[i].is(classConjunction|classPreposition) && i+1 < len(words) && words[i+1].is(classPronoun|classPossessive|classAuxiliary)
		if i > 0 && words[i].gap || adds {
			return words[:i]
		}
	}
	return words
}

// untilWhen are many words up to a time in the midst of them: "getting married [on the
// sixth of June in Leeds to Aisha]".
func untilWhen(words []word) []word {
	if len(words) <= thingMost {
		return words
	}
	if when := whenIn(words); when.from > 1 && when.from < when.to {
		return words[:when.from]
	}
	return words
}

// timeless are the words without a time at their edges, and without what tied it to
// them: "a table [for tomorrow]".
func timeless(words []word) []word {
	end := len(words)
	for end > 0 && words[end-1].is(classWhen) {
		end--
	}
	if end < len(words) && end > 1 && words[end-1].is(classPreposition) && !words[end-1].is(classAdverb) {
		end--
	}
	words = words[:end]
	for len(words) > 0 && words[0].is(classWhen) {
		words = words[1:]
	}
	return words
}

// did is the base of the first verb told of the past, so that "wrote the letter"
// is found by "write the letter".
func (e *Ear) did(words []word) string {
	for _, w := range words {
		if w.is(classPast) && !w.is(classAuxiliary) {
			return e.base[w.norm]
		}
	}
	return ""
}
