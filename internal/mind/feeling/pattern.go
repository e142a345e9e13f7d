package feeling

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"time"

	"samantha"
)

// Case is one stretch of talk as a pattern is looked for in it: whether it was of
// the sort that is asked about, and what marks it.
type Case struct {
	ID    samantha.ID // of the moment that stands for it
	At    time.Time
	Hit   bool
	Marks []string // each once: "weekday:sunday", "part:evening", "person:b2b2.person.1"
}

// Pattern is what the cases have in common that others have not: an observation,
// with its receipts, and no cause.
type Pattern struct {
	Mark  string
	Also  string // a second mark of all of them, or ""
	Cases []Case // oldest first
}

const (
	// leastCases is how many cases a pattern needs, and how many it must be held
	// against: fewer are chance.
	leastCases = 3
	// oftenest is the share of the marked cases that must be of the sort, and
	// contrast how many times the share of the others it must be (judgement).
	oftenest = 0.6
	contrast = 2
)

// FindPattern is the clearest pattern in the cases among the marks that are asked
// about, or false: three cases at least, on days of their own, in most of what is
// marked so, and rarely elsewhere.
func FindPattern(cases []Case, asked func(mark string) bool) (Pattern, bool) {
	marks := map[string]bool{}
	for _, c := range cases {
		for _, m := range c.Marks {
			marks[m] = asked(m)
		}
	}
	var best Pattern
	most := 0.0
	for _, mark := range slices.SortedFunc(maps.Keys(marks), dayFirst) {
		if p, clear := held(cases, mark); marks[mark] && samantha.Round(clear) > samantha.Round(most) {
			best, most = p, clear
		}
	}
	best.Also = best.shared(cases)
	return best, most > 0
}

// dayFirst: of two marks that say as much, the day goes before the hour and both
// before the people.
func dayFirst(a, b string) int {
	rank := func(mark string) int {
		kind, _, _ := strings.Cut(mark, ":")
		return slices.Index([]string{"weekday", "part", "person"}, kind)
	}
	return cmp.Or(cmp.Compare(rank(a), rank(b)), strings.Compare(a, b))
}

// held is a mark held against what does not have it: how much oftener the marked
// cases are of the sort, or 0 if that may be chance.
func held(cases []Case, mark string) (Pattern, float64) {
	p := Pattern{Mark: mark}
	var with, without, hits float64
	days := map[string]bool{}
	for _, c := range cases {
		switch {
		case slices.Contains(c.Marks, mark):
			with++
			if c.Hit {
				p.Cases = append(p.Cases, c)
				days[c.At.Format(time.DateOnly)] = true
			}
		default:
			without++
			if c.Hit {
				hits++
			}
		}
	}
	if len(days) < leastCases || without < leastCases {
		return p, 0
	}
	share, other := float64(len(p.Cases))/with, hits/without
	if share < oftenest || share < float64(contrast*other) {
		return p, 0
	}
	slices.SortFunc(p.Cases, func(a, b Case) int { return cmp.Or(a.At.Compare(b.At), cmp.Compare(a.ID, b.ID)) })
	return p, share - other
}

// shared is a mark that all cases of the pattern have, and not simply all cases.
func (p Pattern) shared(cases []Case) string {
	if len(p.Cases) == 0 {
		return ""
	}
	has := func(all []Case, mark string) bool {
		return !slices.ContainsFunc(all, func(c Case) bool { return !slices.Contains(c.Marks, mark) })
	}
	for _, m := range slices.Backward(slices.SortedFunc(slices.Values(p.Cases[0].Marks), dayFirst)) { // somebody says more than an hour
		if m != p.Mark && has(p.Cases, m) && !has(cases, m) {
			return m
		}
	}
	return ""
}
