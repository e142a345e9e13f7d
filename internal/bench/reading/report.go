package reading

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"text/tabwriter"
)

// String is the report for a person.
func (r Report) String() string {
	var b strings.Builder
	r.write(&b)
	for _, name := range slices.Sorted(maps.Keys(r.Parts)) {
		fmt.Fprintln(&b)
		r.Parts[name].write(&b)
	}
	if len(r.Orderings) > 0 {
		fmt.Fprintln(&b)
	}
	for _, name := range slices.Sorted(maps.Keys(r.Orderings)) {
		holds := "holds"
		if !r.Orderings[name] {
			holds = "FAILS"
		}
		fmt.Fprintf(&b, "%s  %s\n", holds, name)
	}
	return b.String()
}

func (r Report) write(out io.Writer) {
	fmt.Fprintf(out, "%s, %d lines", r.Set, r.N)
	if r.Micros > 0 {
		fmt.Fprintf(out, ", %.0f us each", r.Micros)
	}
	fmt.Fprint(out, "\n\n")
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	fmt.Fprintln(w, "\tn\taccuracy\tmacro-F1\tweighted-F1\tr (valence)")
	row := func(who string, s Score) {
		fmt.Fprintf(w, "%s\t%d\t%s\t%s\t%s\t%s\n", who, r.N, figure(s.Accuracy), figure(s.Macro), figure(s.Weighted), figure(s.Pearson))
	}
	row("she", r.Score)
	for _, name := range r.beside() {
		row(name, r.Baselines[name])
	}
	fmt.Fprint(w, "\n\tn\tprecision\trecall\tF1\tr")
	for _, name := range r.beside() {
		fmt.Fprintf(w, "\tF1 of %s", name)
	}
	fmt.Fprintln(w)
	for _, class := range slices.Sorted(maps.Keys(r.PerClass)) {
		c := r.PerClass[class]
		fmt.Fprintf(w, "%s\t%d\t%s\t%s\t%s\t%s", class, c.N, figure(c.Precision), figure(c.Recall), figure(c.F1), figure(c.Pearson))
		for _, name := range r.beside() {
			fmt.Fprintf(w, "\t%s", figure(r.Baselines[name].PerClass[class].F1))
		}
		fmt.Fprintln(w)
	}
	if len(r.Belief) > 0 {
		fmt.Fprintln(w, "\n\tn\tmean\tright")
	}
	for _, b := range r.Belief {
		fmt.Fprintf(w, "%.1f sure\t%d\t%.3f\t%s\n", b.From, b.N, b.Confidence, figure(b.Right))
	}
	w.Flush()
}

// beside are the names of the baselines in order.
func (r Report) beside() []string { return slices.Sorted(maps.Keys(r.Baselines)) }

// figure is a score, or a dash for none.
func figure(x float64) string {
	if x == 0 {
		return "-"
	}
	return fmt.Sprintf("%.3f", x)
}
