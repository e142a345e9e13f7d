package self

import (
	"slices"
	"strings"
	"time"

	"samantha"
)

// opinionStands is how long an opinion stands that came by a reason: one that turns
// with every wind is none.
const opinionStands = 90 * 24 * time.Hour

// yields is her leaning, of at most 0.5, from which on she gives way to a reason.
const yields = 0.2

// revises is an opinion that she gives up for another, because the person gave
// her a reason against it: after she had told it that day, and no scolding with it.
// To go on pressing is no reason.
func (r *Becoming) revises(s *State, n Night) *samantha.Became {
	for i := 1; i < len(n.Today); i++ {
		before, m := n.Today[i-1], n.Today[i]
		if !m.theirs() || !r.reasoned(m.Heard) {
			continue
		}
		for _, held := range s.Holding(samantha.ItemOpinion) {
			told := usedIn(n.Today[:i], held.ID)
			about := before.Said != nil && slices.Contains(before.Said.Numbers.Used, held.ID) || r.Touched(m.Heard.Words.Text) == held.Class
			stands := held.Instead != "" && n.At.Sub(held.At) < opinionStands
			if stands || !told || !about || leaning(n.Seed, "yields "+string(m.ID)+held.Class) < yields {
				continue
			}
			if b := r.other(s, n, held, m.ID); b != nil {
				return b
			}
		}
	}
	return nil
}

// usedIn: an answer in some moments used a thing.
func usedIn(moments []Moment, id samantha.ID) bool {
	return slices.ContainsFunc(moments, func(m Moment) bool { return m.Said != nil && slices.Contains(m.Said.Numbers.Used, id) })
}

// other is the opinion that comes in place of one.
func (r *Becoming) other(s *State, n Night, held Item, by samantha.ID) *samantha.Became {
	at := slices.IndexFunc(r.subjects, func(sub subject) bool { return sub.key == held.Class })
	if at < 0 {
		return nil
	}
	st, ok := r.subjects[at].nearest(n.Seed, s.Traits(), 0, held.Text)
	if !ok {
		return nil
	}
	b := opinion(held.Class, st, []samantha.ID{by})
	b.Numbers.Instead = held.ID
	return b
}

// reasoned: somebody disagreed and said why.
func (r *Becoming) reasoned(h *samantha.Heard) bool {
	says := h.Words.Hearing
	if says.Has("insult") || says.Has("agreeme") || !(says.Has("disagree") || says.Has("tell.opinion") || says.Has("correct")) {
		return false
	}
	return r.Reasons(h.Words.Text)
}

// Reasons: a text gives a reason and does not only press.
func (r *Becoming) Reasons(text string) bool {
	says := func(w string) bool { return has(text, w) }
	return !slices.ContainsFunc(r.argues["presses"], says) && slices.ContainsFunc(r.argues["reason"], says)
}

// readReasons takes the lists of en/reasons.txt.
func (r *Becoming) readReasons(file, text string) error {
	r.argues = map[string][]string{}
	return rows(file, text, 2, func(line samantha.Line, c []string) error {
		if !slices.Contains([]string{"reason", "presses", "whose"}, c[0]) {
			return line.Bad("there is no list %q", c[0])
		}
		for w := range strings.SplitSeq(c[1], ",") {
			r.argues[c[0]] = append(r.argues[c[0]], strings.TrimSpace(w))
		}
		return nil
	})
}
