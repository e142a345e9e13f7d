package newborn

import (
	"slices"
	"strings"
	"unicode"

	"samantha"
)

// Mask stands in a skeleton for what is filled in: a slot or a choice.
const Mask = "□"

// shapesApart is how many of her lines lie between a skeleton and the same, where
// several lines share one: about forty moments.
const shapesApart = 80

// Skeletons are the sentences of a line with all that is filled in masked, by the
// line's key; nil if there is no such line. Two sentences of one skeleton have the same
// shape, whatever they are about.
func (n *Newborn) Skeletons(key string) []string {
	for _, b := range n.all() {
		for _, l := range b.lines {
			if l.key == key {
				return b.skeletons(l)
			}
		}
	}
	return nil
}

// skeletons are those of a line, one a sentence. A sentence that is all hers, as "{Like}."
// of something she likes, has none: "".
func (b *block) skeletons(l *line) []string {
	var out, breaths []string
	hers := true
	for _, c := range l.clauses {
		breaths = append(breaths, c.masked())
		for _, slot := range slots([]clause{c}) {
			hers = hers && b.slots[source(slot)]
		}
		if !c.ends {
			continue
		}
		skeleton := strings.Join(breaths, " ")
		if hers && !strings.ContainsFunc(skeleton, unicode.IsLetter) { // a mask is no letter
			skeleton = ""
		}
		out, breaths, hers = append(out, skeleton), nil, true
	}
	return out
}

// masked is the fixed text of a clause.
func (c clause) masked() string {
	text := ""
	for _, p := range c.pieces {
		if p.slot != "" || p.choice != nil {
			text += Mask
			continue
		}
		text += p.text
	}
	return text
}

// fixed tells whether nothing is filled into a sentence of some length: said again it is
// the same, though its words be forgotten.
func (b *block) fixed(l *line) bool {
	return slices.ContainsFunc(b.skeletons(l), func(s string) bool {
		return !strings.Contains(s, Mask) && len(samantha.LongSentences(s)) > 0
	})
}

// sharedShapes are the skeletons of each line, by its key, as far as other lines have
// them too: "{Detail}." begins many.
func sharedShapes(blocks []*block) map[string][]string {
	having, of := map[string]int{}, map[string][]string{}
	for _, b := range blocks {
		for _, l := range b.lines {
			if len(l.slots) == 0 {
				continue
			}
			of[l.key] = b.skeletons(l)
			for _, skeleton := range of[l.key] {
				having[skeleton]++
			}
		}
	}
	for key, skeletons := range of {
		some := false
		for i, skeleton := range skeletons {
			if having[skeleton] < 2 || !strings.Contains(skeleton, Mask) {
				skeletons[i] = ""
			}
			some = some || skeletons[i] != ""
		}
		if !some {
			delete(of, key)
		}
	}
	return of
}

// reshapes tells whether a sentence of some length would have the skeleton of one that
// another line of hers said lately; or a whole line, of any length, that of another.
func (a *answer) reshapes(l *line, clauses []string) bool {
	skeletons := a.newborn.shared[l.key]
	if skeletons == nil {
		return false
	}
	sentence, at := "", 0
	for i, c := range l.clauses {
		if sentence += " " + clauses[i]; !c.ends {
			continue
		}
		short := len(samantha.LongSentences(sentence)) == 0
		if skeletons[at] != "" && (!short || len(skeletons) == 1 && !l.often) && a.lately(skeletons[at], short) {
			return true
		}
		sentence, at = "", at+1
	}
	return false
}

// tooSoon: the line itself was among her last, and has a sentence of some length.
func (a *answer) tooSoon(l *line, clauses []string) bool {
	return int(a.used[l.place]) > len(a.moment.Lines)-shapesApart && a.used[l.place] > 0 && len(samantha.LongSentences(strings.Join(clauses, " "))) > 0
}

// lately: one of her last lines has a skeleton; if whole, no other.
func (a *answer) lately(skeleton string, whole bool) bool {
	lines := a.moment.Lines
	return slices.ContainsFunc(lines[max(0, len(lines)-shapesApart):], func(key string) bool {
		has := a.newborn.shared[key]
		return (!whole || len(has) == 1) && slices.Contains(has, skeleton)
	})
}
