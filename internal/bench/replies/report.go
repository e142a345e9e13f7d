package replies

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"
	"text/tabwriter"

	"samantha"
)

//go:embed cheer.txt
var cheerful string

// Report is how it went.
type Report struct {
	Read     Figures   `json:"read"`    // what she reads
	Assumed  Figures   `json:"assumed"` // what her reply takes for granted
	Cheers   int       `json:"cheers"`  // replies with cheer to what was not joy
	Tellings []Telling `json:"tellings"`
}

// Figures are how right she was.
type Figures struct {
	N        int                                 `json:"n"`
	Named    int                                 `json:"named"`
	Right    float64                             `json:"right"`     // of those named, within the family
	Opposite float64                             `json:"opposite"`  // of those taken for good or bad
	Unsure   float64                             `json:"unsure"`    // of all
	In       map[samantha.Emotion]float64        `json:"unsure_in"` // by what was felt
	Table    map[samantha.Emotion]map[string]int `json:"table"`     // what was felt by the family that was named
}

// felt are what people told of, in the order of the families.
func felt() []samantha.Emotion {
	return []samantha.Emotion{"joy", "fear", "sadness", "anger", "disgust", "shame", "guilt"}
}

// families are the columns; what is in none of the others is "other".
func families() []string {
	return []string{"joy", "fear", "sadness", "anger/disgust", "shame/guilt", "other", "unsure"}
}

// family is the column of a name.
func family(e samantha.Emotion) string {
	switch e {
	case "joy", "pride", "relief", "love", "gratitude":
		return "joy"
	case "sadness", "lonely":
		return "sadness"
	case "anger", "disgust":
		return "anger/disgust"
	case "shame", "guilt":
		return "shame/guilt"
	case "fear", samantha.Unsure:
		return string(e)
	}
	return "other"
}

func (r *Report) count() {
	r.Read = figures(r.Tellings, func(t Telling) (samantha.Emotion, int) {
		good := map[string]int{"joy": 1, "other": 0, "unsure": 0}
		sign, known := good[family(t.Read)]
		if !known {
			sign = -1
		}
		return t.Read, sign
	})
	r.Assumed = figures(r.Tellings, func(t Telling) (samantha.Emotion, int) { return t.Assumed, t.Good })
	for _, t := range r.Tellings {
		if t.Cheers {
			r.Cheers++
		}
	}
}

// figures counts what was named, by what was felt.
func figures(told []Telling, named func(Telling) (samantha.Emotion, int)) Figures {
	f := Figures{N: len(told), In: map[samantha.Emotion]float64{}, Table: map[samantha.Emotion]map[string]int{}}
	right, signed, opposite := 0, 0, 0
	for _, t := range told {
		name, good := named(t)
		column := family(name)
		if f.Table[t.Felt] == nil {
			f.Table[t.Felt] = map[string]int{}
		}
		f.Table[t.Felt][column]++
		if column != "unsure" {
			f.Named++
		}
		if column == family(t.Felt) {
			right++
		}
		if good != 0 {
			signed++
		}
		if good > 0 && t.Felt != "joy" || good < 0 && t.Felt == "joy" {
			opposite++
		}
	}
	f.Right, f.Opposite, f.Unsure = share(right, f.Named), share(opposite, signed), share(f.N-f.Named, f.N)
	for e, row := range f.Table {
		n := 0
		for _, count := range row {
			n += count
		}
		f.In[e] = share(row["unsure"], n)
	}
	return f
}

func share(part, whole int) float64 {
	if whole == 0 {
		return 0
	}
	return samantha.Round(float64(part) / float64(whole))
}

// Missed are the bars that did not hold, in words; none is well.
func (r Report) Missed() []string {
	out := append(r.Read.missed("read"), r.Assumed.missed("assumed")...)
	if r.Cheers > 0 {
		out = append(out, fmt.Sprintf("%d replies cheer at what was no joy", r.Cheers))
	}
	return out
}

func (f Figures) missed(what string) []string {
	var out []string
	miss := func(bad bool, format string, args ...any) {
		if bad {
			out = append(out, what+": "+fmt.Sprintf(format, args...))
		}
	}
	miss(f.Right < LeastRight, "%.3f of what is named is right, %.2f wanted", f.Right, LeastRight)
	miss(f.Opposite > MostOpposite, "%.3f is of the opposite sign, %.2f may", f.Opposite, MostOpposite)
	miss(f.Unsure > MostUnsure, "%.3f are unsure, %.2f may", f.Unsure, MostUnsure)
	for _, e := range felt() {
		miss(f.In[e] > MostUnsureIn, "%.3f of %s are unsure, %.2f may", f.In[e], e, MostUnsureIn)
	}
	return out
}

// String is the report for a person.
func (r Report) String() string {
	var b strings.Builder
	for _, part := range []struct {
		name string
		of   Figures
	}{{"what she reads", r.Read}, {"what her reply assumes", r.Assumed}} {
		fmt.Fprintf(&b, "%s, %d tellings\n\n", part.name, part.of.N)
		part.of.write(&b)
		fmt.Fprintln(&b)
	}
	fmt.Fprintf(&b, "replies that cheer at what was no joy: %d\n", r.Cheers)
	for _, m := range r.Missed() {
		fmt.Fprintf(&b, "MISSED  %s\n", m)
	}
	return b.String()
}

func (f Figures) write(b *strings.Builder) {
	fmt.Fprintf(b, "named %d; right %.3f (at least %.2f), opposite %.3f (at most %.2f), unsure %.3f (at most %.2f)\n\n",
		f.Named, f.Right, LeastRight, f.Opposite, MostOpposite, f.Unsure, MostUnsure)
	w := tabwriter.NewWriter(b, 0, 0, 2, ' ', 0)
	fmt.Fprintf(w, "felt\t%s\tunsure (at most %.2f)\n", strings.Join(slices.DeleteFunc(families(), func(n string) bool { return n == "unsure" }), "\t"), MostUnsureIn)
	for _, e := range felt() {
		fmt.Fprintf(w, "%s", e)
		for _, column := range families() {
			fmt.Fprintf(w, "\t%d", f.Table[e][column])
		}
		fmt.Fprintf(w, " (%.3f)\n", f.In[e])
	}
	w.Flush()
}
