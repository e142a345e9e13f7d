package main

import (
	"maps"
	"math"
	"math/rand/v2"
	"slices"

	"samantha/internal/mind/feeling"
	"samantha/internal/mind/linear"
)

// pace is how something is learned: logistic loss for labels, squared for a
// valence, both by AdaGrad. The numbers were chosen on parts of the training
// lines that were held out.
type pace struct {
	rate, decay float32
	rounds      int
	valence     bool
}

func labelPace() pace   { return pace{rate: 0.12, decay: 1e-5, rounds: 7} }
func tenorPace() pace   { return pace{rate: 0.12, decay: 1e-5, rounds: 12} }
func valencePace() pace { return pace{rate: 0.02, decay: 1e-4, rounds: 6, valence: true} }

// negligible is the error that is not worth learning from.
const negligible = 3e-3

// wordTone makes a valence of a word's tone of -4..4: the strongest words go a
// little beyond 1, because a text holds more than the word.
const wordTone = 0.375

// wordLines are the words of the lexicon, each a line of its own.
func wordLines(tone *feeling.Tone) []line {
	words := tone.Words()
	var lines []line
	for _, w := range slices.Sorted(maps.Keys(words)) {
		lines = append(lines, line{marks: tone.Marks(w), valence: float32(wordTone * words[w])})
	}
	return lines
}

// shape is how large a model is: a weight for each place and column. Places are a
// power of two, [linear.Width] at most.
type shape struct{ columns, places int }

// model is the weights, place by place.
type model struct {
	shape
	weights []float32
	bias    []float32
}

// learn fits a model to the lines.
func learn(lines []line, s shape, p pace) *model {
	m := &model{s, make([]float32, s.columns*s.places), make([]float32, s.columns)}
	l := learner{model: m, pace: p, seen: make([]float32, len(m.weights)), seenBias: make([]float32, s.columns)}
	chance := rand.New(rand.NewPCG(1, 2))
	order := make([]int, len(lines))
	for i := range order {
		order[i] = i
	}
	for range p.rounds {
		chance.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, i := range order {
			l.take(lines[i])
		}
	}
	return m
}

// learner is a model on its way, with the squares of the gradients seen.
type learner struct {
	*model
	pace
	seen, seenBias []float32
}

// take learns from one line.
func (l *learner) take(x line) {
	share := float32(linear.Share(len(x.marks)))
	for k, score := range l.scores(x.marks) {
		var off float32
		if l.valence {
			off = float32(score) - x.valence
		} else if off = float32(linear.Sigmoid(score)) - x.labels[k]; max(off, -off) < negligible {
			continue
		}
		l.step(&l.bias[k], &l.seenBias[k], off)
		for _, m := range x.marks {
			i := l.at(m) + k
			l.step(&l.weights[i], &l.seen[i], float32(off*share)+float32(l.decay*l.weights[i]))
		}
	}
}

// step moves a weight against its gradient, the less the more it has moved.
func (l *learner) step(weight, seen *float32, gradient float32) {
	*seen += float32(gradient * gradient)
	*weight -= float32(l.rate * gradient / float32(math.Sqrt(float64(*seen)+1e-6)))
}

// at is where the weights of a mark begin.
func (s shape) at(mark uint32) int { return int(mark) & (s.places - 1) * s.columns }

func (m *model) scores(marks []uint32) []float64 {
	out := make([]float64, m.columns)
	for _, mark := range marks {
		for k, w := range m.weights[m.at(mark):][:m.columns] {
			out[k] += float64(w)
		}
	}
	share := linear.Share(len(marks))
	for k := range out {
		out[k] = float64(out[k]*share) + float64(m.bias[k])
	}
	return out
}

// joined is this model with the columns of another after its own.
func (m *model) joined(other *model) *model {
	n := m.columns + other.columns
	out := &model{shape: shape{n, m.places}, bias: slices.Concat(m.bias, other.bias)}
	for mark := range m.places {
		out.weights = append(out.weights, m.weights[mark*m.columns:][:m.columns]...)
		out.weights = append(out.weights, other.weights[mark*other.columns:][:other.columns]...)
	}
	return out
}

// pack rounds the weights to a byte each and notes the scales.
func (m *model) pack(columns []linear.Column) []int8 {
	most := make([]float32, m.columns)
	for i, w := range m.weights {
		most[i%m.columns] = max(most[i%m.columns], w, -w)
	}
	for k := range columns {
		columns[k].Scale, columns[k].Bias = most[k]/math.MaxInt8, m.bias[k]
	}
	packed := make([]int8, len(m.weights))
	for i, w := range m.weights {
		if scale := columns[i%m.columns].Scale; scale > 0 {
			packed[i] = int8(math.Round(float64(w / scale)))
		}
	}
	return packed
}
