package recall

import (
	"math"
	"slices"

	"samantha/internal/bench/lives"
)

// Score holds the measures of one question, or their means over N questions.
type Score struct {
	N           int     `json:"n"`
	R5          float64 `json:"r5"` // share of the evidence among the first 5 turns
	R10         float64 `json:"r10"`
	R20         float64 `json:"r20"`
	MRR         float64 `json:"mrr"`          // 1 / rank of the first evidence
	All10       float64 `json:"all10"`        // all of the evidence is among the first 10
	SessionAny5 float64 `json:"session_any5"` // the first 5 distinct sessions hold one of the evidence
}

// measure scores one complete ranking of the turns of a life.
func measure(l *lives.Life, evidence, ranking []int) Score {
	var ranks, sessions []int
	for i, t := range ranking {
		if slices.Contains(evidence, t) {
			ranks = append(ranks, i+1)
		}
		if s := l.Turns[t].Session; len(sessions) < 5 && !slices.Contains(sessions, s) {
			sessions = append(sessions, s)
		}
	}
	among := func(k int) float64 {
		n := 0
		for _, r := range ranks {
			if r <= k {
				n++
			}
		}
		return float64(n) / float64(len(evidence))
	}
	s := Score{N: 1, R5: among(5), R10: among(10), R20: among(20)}
	if s.R10 == 1 {
		s.All10 = 1
	}
	if len(ranks) > 0 {
		s.MRR = 1 / float64(ranks[0])
	}
	if slices.ContainsFunc(evidence, func(e int) bool { return slices.Contains(sessions, l.Turns[e].Session) }) {
		s.SessionAny5 = 1
	}
	return s
}

func (s *Score) add(o Score) {
	s.N += o.N
	s.R5 += o.R5
	s.R10 += o.R10
	s.R20 += o.R20
	s.MRR += o.MRR
	s.All10 += o.All10
	s.SessionAny5 += o.SessionAny5
}

func (s Score) mean() Score {
	n := float64(max(1, s.N))
	return Score{s.N, s.R5 / n, s.R10 / n, s.R20 / n, s.MRR / n, s.All10 / n, s.SessionAny5 / n}
}

// Gain is how much better one is than another on the same questions, and the
// standard error of that.
type Gain struct {
	Mean  float64 `json:"mean"`
	Error float64 `json:"standard_error"`
}

func gain(a, b []float64) Gain {
	n := float64(max(1, len(a)))
	var mean, squares float64
	for i := range a {
		mean += (a[i] - b[i]) / n
	}
	for i := range a {
		squares += (a[i] - b[i] - mean) * (a[i] - b[i] - mean)
	}
	return Gain{mean, math.Sqrt(squares) / n}
}

// auc is how often a value of the first kind is above one of the second: the
// area under the ROC curve; 0 if there is none of a kind.
func auc(yes, no []float64) float64 {
	if len(yes) == 0 || len(no) == 0 {
		return 0
	}
	var above float64
	for _, y := range yes {
		for _, n := range no {
			switch {
			case y > n:
				above++
			case y == n:
				above += 0.5
			}
		}
	}
	return above / float64(len(yes)*len(no))
}

// withheld is the share of the answerable that is withheld, if at most a share
// of the unanswerable may be answered.
func withheld(yes, no []float64, answered float64) float64 {
	if len(yes) == 0 || len(no) == 0 {
		return 0
	}
	no = slices.Sorted(slices.Values(no))
	least := no[min(len(no)-1, int(math.Ceil(float64(len(no))*(1-answered))))]
	n := 0
	for _, y := range yes {
		if y <= least {
			n++
		}
	}
	return float64(n) / float64(len(yes))
}
