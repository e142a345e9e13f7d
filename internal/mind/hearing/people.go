package hearing

import (
	"cmp"
	"slices"
	"strings"

	"samantha"
)

// mentions is everybody spoken of, each once, in order.
func (u *utterance) mentions() []samantha.Mention {
	all := u.mentionsIn(u.words)
	if w := u.words[0]; len(u.words) > 1 && isStop(w.mark) && w.upper && u.ear.maybeName(w) && isPerson(u.words[1].norm) {
		all = addMention(all, samantha.Mention{Name: u.bare(u.words[:1])}) // "Margarete. she hated leeks"
	}
	return all
}

// Names is whom something she said names last, "and your father?"; nobody if that is not
// just one. What they go on about as "he" or "she" right after is most likely that one.
func (e *Ear) Names(said string, in Context) samantha.Mention {
	words := e.words(said, in)
	for i := range words {
		if words[i].norm == "your" {
			words[i].norm, words[i].kind = "my", e.class["my"]
			e.look(&words[i])
		}
	}
	u := utterance{ear: e, text: said, words: words, in: in}
	for _, sentence := range slices.Backward(sentences(words)) {
		switch all := u.mentionsIn(sentence); len(all) {
		case 0:
		case 1:
			return all[0]
		default:
			return samantha.Mention{}
		}
	}
	return samantha.Mention{}
}

func isPerson(w string) bool { return w == "he" || w == "she" || w == "they" }

// mentionsIn tries the rules of en/people.txt at every word.
func (u *utterance) mentionsIn(words []word) []samantha.Mention {
	var out []samantha.Mention
	for at := 0; at < len(words); {
		m, ok := u.ear.firstAt(u.ear.people, words, at)
		if !ok {
			at++
			continue
		}
		slot := func(name string) string {
			r := m.slots[name]
			return u.bare(words[r.from:r.to])
		}
		name, to := slot("name"), m.to
		if r, n := m.slots["rel"], m.slots["name"]; r.to > r.from && n.from == r.to && isStop(words[r.to-1].mark) && n.to < len(words) && !isStop(words[n.to-1].mark) {
			name, to = "", n.from // "Mara is my daughter. Jonas sells boats": Jonas is not she
		}
		if r := m.slots["name"]; r.to > r.from {
			for i := r.from + 1; i < r.to; i++ {
				if words[i].gap && to == r.to { // "in San Telmo. Dora rang" are two
					name, to = u.bare(words[r.from:i]), i
				}
			}
		}
		if r := m.slots["name"]; name != "" && m.slots["rel"].to == 0 && m.slots["as"].to == 0 && !u.maybeSomebody(words, r) {
			at = to
			continue
		}
		at = to
		rel := cmp.Or(plain(slot("rel")), m.rule.fixed["rel"])
		if u.ear.In("nobody", rel) {
			continue // "my family" is no one of it
		}
		as := slot("as")
		if s := m.slots["as"]; as != "" && begins(words, s) {
			as = "" // "Figo. The vet said he was only moulting"
		}
		out = addMention(out, samantha.Mention{
			Name: name, Relation: rel, Kin: u.ear.kin[rel], As: as, Also: slot("also"), Late: slot("late") != "",
			Several: u.ear.In("oneofmany", rel), Loosely: u.ear.In("loosely", rel),
		})
	}
	return out
}

// begins: with these words another sentence begins that goes on.
func begins(words []word, s run) bool {
	return s.from > 0 && isStop(words[s.from-1].mark) && s.to < len(words) && !words[s.to].gap
}

// addMention adds somebody, or what was missing of somebody who is there.
// Another name alone belongs to the one spoken of before it.
func addMention(all []samantha.Mention, m samantha.Mention) []samantha.Mention {
	switch n := len(all); {
	case m == samantha.Mention{}, isThere(all, m):
		return all
	case m == samantha.Mention{Also: m.Also} && n > 0:
		all[n-1].Also = m.Also
		return all
	}
	return append(all, m)
}

func isThere(all []samantha.Mention, m samantha.Mention) bool {
	return slices.ContainsFunc(all, func(old samantha.Mention) bool {
		return m.Name != "" && old.Name == m.Name || m.Name == "" && m.Relation != "" && old.Relation == m.Relation
	})
}

// readRelations reads what else relations are called: "mother = mum, mom".
func (e *Ear) readRelations(file, text string) (err error) {
	e.kin, err = usual(file, text)
	return err
}

// readPlurals reads what several of a kind are called: "son = sons, boys".
func (e *Ear) readPlurals(file, text string) (err error) {
	e.single, err = usual(file, text)
	return err
}

// usual reads lines of a word and what else it is called by: the word, by each of
// the others.
func usual(file, text string) (map[string]string, error) {
	words := map[string]string{}
	for _, ln := range lines(file, text) {
		word, others, ok := strings.Cut(ln.Text, " = ")
		if !ok {
			return nil, ln.Bad("want \"word = other, other\", have %q", ln.Text)
		}
		for other := range strings.SplitSeq(others, ",") {
			words[strings.TrimSpace(other)] = word
		}
	}
	return words, nil
}
