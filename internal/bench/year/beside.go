package year

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// Lives are several reports side by side: what became of her with each person.
type Lives struct {
	Lives []Report `json:"lives"`
}

// Breaches is how many invariants were broken in all of them.
func (l Lives) Breaches() int {
	n := 0
	for _, r := range l.Lives {
		n += r.Breaches
	}
	return n
}

// String is one line for each life, as it stands at its end.
func (l Lives) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%-8s %8s %6s %5s %9s   %-22s %-44s %9s\n", "with", "moments", "facts", "open", "chapters", "pleasure, first / last", "felt most, of a hundred feelings", "broken")
	for _, r := range l.Lives {
		last := r.Curve[len(r.Curve)-1]
		fmt.Fprintf(&b, "%-8s %8d %6d %5d %9d   %+.2f / %+.2f          %-44s %9d\n", r.Person, r.Moments, last.Facts, last.Threads, last.Chapters,
			r.Mood.First.P, r.Mood.Last.P, shares(arose(r.Curve)), r.Breaches)
	}
	for _, of := range []func(Report) map[string]float64{
		func(r Report) map[string]float64 { return r.Traits },
		func(r Report) map[string]float64 { return r.Bond },
	} {
		l.table(&b, of)
	}
	return b.String()
}

// table shows numbers by name, a column for each life; nothing if none has any.
func (l Lives) table(b *strings.Builder, of func(Report) map[string]float64) {
	if len(l.Lives) == 0 || len(of(l.Lives[0])) == 0 {
		return
	}
	fmt.Fprintf(b, "\n%-18s", "")
	for _, r := range l.Lives {
		fmt.Fprintf(b, " %9s", r.Person)
	}
	for _, name := range slices.Sorted(maps.Keys(of(l.Lives[0]))) {
		fmt.Fprintf(b, "\n%-18s", name)
		for _, r := range l.Lives {
			fmt.Fprintf(b, " %+9.3f", of(r)[name])
		}
	}
	b.WriteString("\n")
}

// shares are the three kinds that arose most, each of a hundred.
func shares(felt map[string]int) string {
	all := 0
	for _, n := range felt {
		all += n
	}
	var out []string
	for _, kind := range byCount(felt)[:min(3, len(felt))] {
		out = append(out, fmt.Sprintf("%s %d", kind, 100*felt[kind]/max(1, all)))
	}
	return strings.Join(out, ", ")
}
