package newborn

import (
	"cmp"
	"slices"
	"strings"

	"samantha"
)

// bounds are what the place in the answer leaves a line.
type bounds struct {
	mayAsk bool
	one    bool // one sentence
}

// choose finds the line for a move, and its clauses. First the lines she has
// not used lately, drawn by weight; when they are gone, the one used longest
// ago that says no sentence twice and in no shape of another, which a reserve
// line never does. An act
// marked repeatable may, as a last way out, say the same again.
func (a *answer) choose(b *block, s *scene, to bounds) (*line, []string) {
	open := a.open(b, s, to)
	if l, clauses := a.draw(b, open, s); l != nil {
		return l, clauses
	}
	slices.SortStableFunc(open, func(x, y *line) int {
		return cmp.Compare(a.used[x.place], a.used[y.place])
	})
	for _, l := range open {
		if a.used[l.place] > 0 && (l.once || !b.repeatable && b.fixed(l)) {
			continue
		}
		if clauses := a.fill(l, s); b.repeatable || !a.twice(clauses) && !a.tooSoon(l, clauses) && !a.reshapes(l, clauses) {
			return l, clauses
		}
	}
	return b.last, a.fill(b.last, s)
}

// open are the lines that may be said now.
func (a *answer) open(b *block, s *scene, to bounds) []*line {
	var open []*line
	for _, l := range b.lines {
		if !l.last && a.allowed(l, to) && l.holds(s) && (b.repeatable || !a.echoes(l, s)) {
			open = append(open, l)
		}
	}
	return open
}

// allowed checks a line against its place, the tone and the limits.
func (a *answer) allowed(l *line, to bounds) bool {
	if l.keeps && a.moment.Intent.Limits.NoKeeping {
		return false
	}
	if l.sorry && a.moment.Intent.Limits.NoSorry {
		return false
	}
	if l.invites && a.moment.Intent.Limits.NoInvite {
		return false
	}
	if l.question && !to.mayAsk || to.one && !l.standsAlone() {
		return false
	}
	switch a.moment.Intent.Tone {
	case samantha.ToneQuiet, samantha.ToneCrisis:
		return l.quiet && !l.play
	}
	return !l.play || !a.moment.Intent.Limits.NoPlay
}

// echoes tells whether a line would say words of the person a second time in
// this answer.
func (a *answer) echoes(l *line, s *scene) bool {
	return slices.ContainsFunc(l.slots, func(slot string) bool {
		return a.echoed[s.said[slot]]
	})
}

// draw takes a line she has not used lately, or none.
func (a *answer) draw(b *block, open []*line, s *scene) (*line, []string) {
	var fresh []*line
	// Grown short, she has no reserve of short ones; but of a question they leave nothing.
	brief := slices.Contains(s.grown, "brief") && !b.asks
	total := 0
	for _, l := range open {
		if (!l.reserve || brief) && a.rested(l) {
			fresh = append(fresh, l)
			total += l.weighs(s)
		}
	}
	for len(fresh) > 0 {
		i := pick(fresh, s, a.chance.IntN(total))
		l := fresh[i]
		if clauses := a.fill(l, s); !a.twice(clauses) && !a.reshapes(l, clauses) {
			return l, clauses
		}
		total -= l.weighs(s)
		fresh = slices.Delete(fresh, i, i+1)
	}
	return nil, nil
}

// oftenApart is how many of her lines lie at least between one that is said often and the
// same.
const oftenApart = 5

// rested: a line was not used lately; one that is said often, not just now.
func (a *answer) rested(l *line) bool {
	used := int(a.used[l.place])
	return used == 0 || l.often && used <= len(a.moment.Lines)-oftenApart
}

// pick is the index of the line at a point on the scale of their weights.
func pick(lines []*line, s *scene, at int) int {
	for i, l := range lines {
		if at -= l.weighs(s); at < 0 {
			return i
		}
	}
	return len(lines) - 1
}

// twice tells whether a sentence of some length was said lately, or comes
// twice in this very line.
func (a *answer) twice(clauses []string) bool {
	keys := samantha.LongSentences(strings.Join(clauses, " "))
	for i, key := range keys {
		if slices.Contains(a.moment.Spoken, key) || slices.Contains(a.spoken, key) || slices.Contains(keys[:i], key) {
			return true
		}
	}
	return false
}

// fill makes the words of a line.
func (a *answer) fill(l *line, s *scene) []string {
	out := make([]string, len(l.clauses))
	for i, c := range l.clauses {
		out[i] = c.fill(s, a.chance)
	}
	return out
}
