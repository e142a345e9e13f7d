package newborn

import (
	"slices"
	"strings"

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
				return l.shapes
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
		if hers && samantha.SentenceKey(strings.ReplaceAll(skeleton, Mask, "")) == "" {
			skeleton = ""
		}
		out, breaths, hers = append(out, skeleton), nil, true
	}
	return out
}

// masked is the fixed text of a clause.
func (c clause) masked() string {
	var text strings.Builder
	for _, p := range c.pieces {
		if p.slot != "" || p.choice != nil {
			text.WriteString(Mask)
			continue
		}
		text.WriteString(p.text)
	}
	return text.String()
}

// sharedShapes are the skeletons of each line, by its key, as far as other lines have
// them too: "{Detail}." begins many.
func sharedShapes(blocks []*block) map[string][]string {
	having := map[string]int{}
	for _, b := range blocks {
		for _, l := range b.lines {
			for _, skeleton := range l.shapes {
				having[skeleton]++
			}
		}
	}
	shared := map[string][]string{}
	for _, b := range blocks {
		for _, l := range b.lines {
			skeletons, some := slices.Clone(l.shapes), false
			for i, skeleton := range skeletons {
				if having[skeleton] < 2 || !strings.Contains(skeleton, Mask) {
					skeletons[i] = ""
				}
				some = some || skeletons[i] != ""
			}
			if some {
				shared[l.key] = skeletons
			}
		}
	}
	return shared
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
		whole := len(skeletons) == 1
		if skeletons[at] != "" && (whole || len(samantha.LongSentences(sentence)) > 0) && a.lately(skeletons[at], whole) {
			return true
		}
		sentence, at = "", at+1
	}
	return false
}

// lately: one of her last lines has a skeleton; if whole, no other.
func (a *answer) lately(skeleton string, whole bool) bool {
	lines := a.moment.Lines
	return slices.ContainsFunc(lines[max(0, len(lines)-shapesApart):], func(key string) bool {
		has := a.newborn.shared[key]
		return (!whole || len(has) == 1) && slices.Contains(has, skeleton)
	})
}
