package variation

import (
	"fmt"
	"strings"
)

// Report is what was counted with one person.
type Report struct {
	Person    string     `json:"person"`
	Days      int        `json:"days"`
	Moments   int        `json:"moments"`
	Sentences []Repeat   `json:"sentences"` // that came too soon
	Skeletons []Repeat   `json:"skeletons"` // that came too soon
	Echoes    float64    `json:"echoes"`    // share of the replies that begin by echoing
	Echoed    []string   `json:"echoed,omitempty"`
	Questions []Question `json:"questions"`
	Distinct  float64    `json:"distinct_2"`
	Theirs    float64    `json:"distinct_2_of_the_person"`
}

// Repeat is what was said again too soon.
type Repeat struct {
	After int    `json:"after"` // moments
	Text  string `json:"text"`
}

// Question is what was asked several times in a row with others.
type Question struct {
	Asked   string   `json:"asked"`
	Shapes  int      `json:"shapes"` // different ones among the answers
	Replies []string `json:"replies"`
}

// Fewest is the least number of shapes that a question was answered in.
func (r Report) Fewest() int {
	fewest := Askings
	for _, q := range r.Questions {
		fewest = min(fewest, q.Shapes)
	}
	return fewest
}

// Missed are the bars that did not hold, in words; none is well.
func (r Report) Missed() []string {
	var out []string
	miss := func(bad bool, format string, args ...any) {
		if bad {
			out = append(out, fmt.Sprintf(format, args...))
		}
	}
	for _, s := range r.Sentences {
		miss(true, "said again after %d moments: %s", s.After, s.Text)
	}
	for _, s := range r.Skeletons {
		miss(true, "same skeleton after %d moments: %s", s.After, s.Text)
	}
	miss(r.Echoes > MostEchoes, "%.3f of the replies begin by echoing, %.2f may", r.Echoes, MostEchoes)
	for _, q := range r.Questions {
		miss(q.Shapes < Askings, "%d shapes for %q: %s", q.Shapes, q.Asked, strings.Join(q.Replies, " | "))
	}
	miss(r.Distinct < LeastDistinct*r.Theirs, "distinct-2 is %.3f, and %.3f the person's", r.Distinct, r.Theirs)
	return out
}

// Reports are those of several persons.
type Reports []Report

// Missed is how many bars did not hold in all.
func (all Reports) Missed() int {
	n := 0
	for _, r := range all {
		n += len(r.Missed())
	}
	return n
}

// String is the reports for a person.
func (all Reports) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%-8s %5s %8s %10s %10s %7s %7s %11s\n", "", "days", "moments", "sentences", "skeletons", "echoes", "shapes", "distinct-2")
	fmt.Fprintf(&b, "%-8s %5s %8s %10s %10s %7s %7s %11s\n", "bar", "", "", "0", "0", "<= .25", "5 of 5", ">= .6 of theirs")
	for _, r := range all {
		fmt.Fprintf(&b, "%-8s %5d %8d %10d %10d %7.3f %7d %5.3f / %.3f\n",
			r.Person, r.Days, r.Moments, len(r.Sentences), len(r.Skeletons), r.Echoes, r.Fewest(), r.Distinct, r.Theirs)
	}
	for _, r := range all {
		for _, m := range r.Missed() {
			fmt.Fprintf(&b, "\n%s: %s", r.Person, m)
		}
	}
	return strings.TrimRight(b.String(), "\n") + "\n"
}
