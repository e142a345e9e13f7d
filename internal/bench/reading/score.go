package reading

import (
	"math"
	"slices"

	"samantha"
)

// Score is how good a row of answers is.
type Score struct {
	Accuracy float64          `json:"accuracy"` // the whole answer is right
	Macro    float64          `json:"macro_f1"`
	Weighted float64          `json:"weighted_f1"`
	Pearson  float64          `json:"pearson"` // of valence
	PerClass map[string]Class `json:"per_class,omitempty"`
}

// Class is how good the answers are where it comes to one class, or to one
// dimension.
type Class struct {
	N         int     `json:"n"` // lines that are of it
	Precision float64 `json:"precision"`
	Recall    float64 `json:"recall"`
	F1        float64 `json:"f1"`
	Pearson   float64 `json:"pearson,omitempty"`
}

// answers are sets of classes, line by line: most have one, some have more.
type answers [][]int

// one is an answer of one class a line.
func one(classes []int) answers {
	out := make(answers, len(classes))
	for i, c := range classes {
		out[i] = []int{c}
	}
	return out
}

// score compares answers to the truth.
func score(classes []string, truth, given answers) Score {
	s := Score{PerClass: map[string]Class{}}
	right, all := 0, 0
	for i := range truth {
		if slices.Equal(truth[i], given[i]) {
			right++
		}
		all += len(truth[i])
	}
	s.Accuracy = ratio(right, len(truth))
	for k, name := range classes {
		c := class(truth, given, k)
		s.PerClass[name] = c
		s.Macro += c.F1 / float64(len(classes))
		s.Weighted += float64(c.F1 * ratio(c.N, all))
	}
	s.Macro, s.Weighted = samantha.Round(s.Macro), samantha.Round(s.Weighted)
	return s
}

func class(truth, given answers, k int) Class {
	hit, said, is := 0, 0, 0
	for i := range truth {
		t, g := slices.Contains(truth[i], k), slices.Contains(given[i], k)
		if t && g {
			hit++
		}
		if g {
			said++
		}
		if t {
			is++
		}
	}
	return Class{N: is, Precision: ratio(hit, said), Recall: ratio(hit, is), F1: ratio(2*hit, said+is)}
}

func ratio(a, b int) float64 {
	if b == 0 {
		return 0
	}
	return samantha.Round(float64(a) / float64(b))
}

// most is the answer that is right most often, given to every line.
func most(truth answers) answers {
	counts := map[int]int{}
	best := 0
	for _, t := range truth {
		for _, k := range t {
			counts[k]++
			if counts[k] > counts[best] || counts[k] == counts[best] && k < best {
				best = k
			}
		}
	}
	return one(slices.Repeat([]int{best}, len(truth)))
}

// pearson is the correlation of two rows; 0 if one does not vary.
func pearson(a, b []float64) float64 {
	var ma, mb, aa, bb, ab float64
	for i := range a {
		ma += a[i] / float64(len(a))
		mb += b[i] / float64(len(a))
	}
	for i := range a {
		x, y := a[i]-ma, b[i]-mb
		aa += float64(x * x)
		bb += float64(y * y)
		ab += float64(x * y)
	}
	if aa == 0 || bb == 0 {
		return 0
	}
	return samantha.Round(ab / math.Sqrt(aa*bb))
}

// believed is one name she gave, how sure she was, and whether it was right.
type believed struct {
	confidence float64
	right      bool
}

// Band is how often she was right where she was about so sure.
type Band struct {
	From       float64 `json:"from"` // of confidence, to the next tenth
	N          int     `json:"n"`
	Confidence float64 `json:"confidence"` // mean
	Right      float64 `json:"right"`      // share
}

// bands sorts names by confidence, in tenths.
func bands(names []believed) []Band {
	var out []Band
	for tenth := range 10 {
		b := Band{From: samantha.Round(float64(tenth) / 10)}
		right := 0
		for _, n := range names {
			if min(9, int(n.confidence*10)) != tenth {
				continue
			}
			b.N++
			b.Confidence += n.confidence
			if n.right {
				right++
			}
		}
		if b.N > 0 {
			b.Confidence, b.Right = samantha.Round(b.Confidence/float64(b.N)), ratio(right, b.N)
			out = append(out, b)
		}
	}
	return out
}
