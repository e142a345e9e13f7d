package hearing

import (
	"samantha"
)

// keeping takes off a sentence what only asks her to keep what it tells ("remember
// that ...", en/keep.txt), notes that as an act, and leaves the telling to be heard. Words
// that she is only to say leave nothing: nobody tells them.
func (u *utterance) keeping(sentence []word) []word {
	if len(sentence) > longest || u.in.Asked == "letter" { // what a letter is to say is the letter's
		return sentence
	}
	p := u.ear.piece(sentence)
	for n := range u.ear.keep.likely(sentence) {
		r := &u.ear.keep.rules[n]
		m, ok := u.ear.match(r.prog, p)
		if !ok {
			continue
		}
		if r.kind == "none" {
			return sentence
		}
		a := samantha.Act{Kind: r.kind, Text: u.quote(sentence), Slots: u.slots(r, m, p)}
		u.begin = sentence[0].from
		u.acts = append(u.acts, a)
		told, tells := m.slots["told"]
		if !tells {
			return nil
		}
		return sentence[told.from:]
	}
	return sentence
}
