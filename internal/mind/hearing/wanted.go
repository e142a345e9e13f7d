package hearing

import (
	"cmp"
	"slices"
	"strings"

	"samantha"
)

// Wanted is what something she asked is after: a slot of somebody, who is a
// relation or a name of the person's, "he" or "she" for whoever was spoken of, or the
// person. "" for both if it was no such question.
type Wanted struct{ Of, Slot string }

// Wants is what the last question of something she said is after, by the rules of
// en/questions.txt.
func (e *Ear) Wants(said string, in Context) Wanted {
	var q Wanted
	if !strings.ContainsAny(said, "?？") {
		return q
	}
	words := e.words(said, in)
	for _, sentence := range sentences(words) {
		if sentence[len(sentence)-1].mark != '?' {
			continue
		}
		p := e.piece(sentence)
		for n := range e.questions.likely(sentence) {
			r := &e.questions.rules[n]
			m, ok := e.match(r.prog, p)
			if !ok {
				continue
			}
			caught := func(name string) string {
				s := m.slots[name]
				if s.from == s.to {
					return ""
				}
				return said[p.words[s.from].from:p.words[s.to-1].to]
			}
			q = Wanted{Slot: r.kind, Of: cmp.Or(r.fixed["of"], plain(caught("rel")), caught("name"), pronoun(caught("they")))}
			break
		}
	}
	return q
}

// pronoun is "he" or "she" of any word for him or her.
func pronoun(w string) string {
	switch w = plain(w); w {
	case "his", "him":
		return "he"
	case "her":
		return "she"
	case "you", "your":
		return person
	}
	return w
}

// replies reads a bare answer to what she asked last, where nothing else was told: "a
// tram driver", "in leeds", "maeve, she's 34". What may answer which question stands in
// en/replies.txt.
func (u *utterance) replies() {
	q := u.in.After
	if q.Slot == "" || u.kept || slices.ContainsFunc(u.claims, func(c samantha.Claim) bool { return c.Slot == q.Slot || c.Slot == "does" }) {
		return
	}
	first := sentences(u.words)[0]
	p := u.ear.piece(first)
	for p.head < p.tail && (u.ear.lists["aye"].has(p.words[p.head].norm) || u.ear.lists["nay"].has(p.words[p.head].norm)) {
		p.head++
	}
	if p.asked || p.head >= p.tail || u.tellsNothing(p) {
		return
	}
	for n := range u.ear.replies.likely(first) {
		r := &u.ear.replies.rules[n]
		if r.kind != q.Slot {
			continue
		}
		m, ok := u.ear.match(r.prog, p)
		s := m.slots["value"]
		if !ok || s.from == s.to {
			continue
		}
		c := samantha.Claim{Of: q.Of, Slot: cmp.Or(r.fixed["slot"], q.Slot), Value: u.bare(p.words[s.from:s.to]), Text: u.quote(first), Beside: q.Slot == "name" && u.ear.lists["several"].has(q.Of)}
		u.known = len(u.claims)
		u.note(c)
		return
	}
}
