package twenty

import (
	"math"
	"strings"
)

// Answers to a question of hers.
const (
	Yes     = "+"
	No      = "-"
	Maybe   = "?"
	Unheard = ""
)

// How long a game lasts at most, how sure she is before she names a thing, and after how
// many things that it was not she gives up.
const (
	mostAsked  = 16
	leastAsked = 4
	sureAt     = 0.45
	mostNamed  = 3
	unfit      = 0.15 // how likely a thing stays that an answer does not fit
)

// Step is what she does next: one of the two is set, or none where she gives up.
type Step struct {
	Key, Question string
	Thing         string
}

// Next is her next step after what she has learned: of each question the key and its
// answer, of each thing that it was not its name and a "!", with blanks between.
func (r *Room) Next(learned string) Step {
	asked, named := r.parse(learned)
	likely, best := r.weigh(asked, named)
	switch {
	case len(named) >= mostNamed || best < 0:
		return Step{}
	case len(asked) >= mostAsked, len(asked) >= leastAsked && likely[best] >= sureAt:
		return Step{Thing: r.things[best].name}
	}
	if q := r.parting(asked, likely); q >= 0 {
		return Step{Key: r.questions[q].key, Question: r.questions[q].text}
	}
	return Step{Thing: r.things[best].name}
}

// parse reads what she has learned.
func (r *Room) parse(learned string) (asked map[string]string, named map[string]bool) {
	asked, named = map[string]string{}, map[string]bool{}
	for _, word := range strings.Fields(learned) {
		key, sign := word[:len(word)-1], word[len(word)-1:]
		if sign == "!" {
			named[strings.ReplaceAll(key, "_", " ")] = true
			continue
		}
		asked[key] = sign
	}
	return asked, named
}

// weigh is how likely each thing is, all together 1, and the likeliest; -1 if none is left.
func (r *Room) weigh(asked map[string]string, named map[string]bool) (likely []float64, best int) {
	likely, best = make([]float64, len(r.things)), -1
	sum := 0.0
	for i, t := range r.things {
		if named[t.name] {
			continue
		}
		likely[i] = 1
		for _, q := range r.questions {
			if sign := asked[q.key]; sign == Yes && !t.has(q.key) || sign == No && t.has(q.key) {
				likely[i] *= unfit
			}
		}
		sum += likely[i]
		if best < 0 || likely[i] > likely[best] {
			best = i
		}
	}
	for i := range likely {
		likely[i] /= math.Max(sum, math.SmallestNonzeroFloat64)
	}
	return likely, best
}

// parting is the question that parts the likely things most evenly; -1 if none parts any.
func (r *Room) parting(asked map[string]string, likely []float64) int {
	if len(asked) == 0 {
		return 0 // as everybody begins
	}
	best, most := -1, 0.0
	for n, q := range r.questions {
		if asked[q.key] != "" {
			continue
		}
		yes := 0.0
		for i, t := range r.things {
			if t.has(q.key) {
				yes += likely[i]
			}
		}
		if even := math.Min(yes, 1-yes); even > most+1e-9 {
			best, most = n, even
		}
	}
	return best
}

func (t thing) has(key string) bool {
	for _, k := range t.is {
		if k == key {
			return true
		}
	}
	return false
}
