package recall

import (
	"fmt"
	"math"
	"slices"

	"samantha"
	"samantha/internal/bench/lives"
)

// Embedder gives texts vectors of one length, near each other where the texts
// mean about the same.
type Embedder interface {
	Vectors(texts []string) ([][]float64, error)
}

func unit(v []float64) []float64 {
	length := math.Sqrt(dot(v, v))
	for i := range v {
		if length > 0 {
			v[i] /= length
		}
	}
	return v
}

func dot(a, b []float64) (sum float64) {
	for i := range a {
		sum += a[i] * b[i]
	}
	return sum
}

// meaning finds the turns of one life by meaning.
type meaning struct {
	life      *lives.Life
	turns     [][]float64
	questions map[string][]float64
	common    []float64 // what all turns have in common, taken off
}

func newMeaning(e Embedder, l *lives.Life) (*meaning, error) {
	m := &meaning{life: l, questions: map[string][]float64{}}
	var said, asked []string
	for _, t := range l.Turns {
		said = append(said, t.Words())
	}
	for _, q := range l.Questions {
		asked = append(asked, q.Text)
	}
	vectors, err := e.Vectors(append(said, asked...))
	if err != nil {
		return nil, fmt.Errorf("vectors: %w", err)
	}
	m.turns = vectors[:len(said)]
	m.common = principal(m.turns)
	for _, v := range vectors {
		m.less(v)
	}
	for i, q := range asked {
		m.questions[q] = vectors[len(said)+i]
	}
	return m, nil
}

// principal is the direction in which vectors lie most, by power iteration.
func principal(vectors [][]float64) []float64 {
	if len(vectors) == 0 {
		return nil
	}
	p := make([]float64, len(vectors[0]))
	p[0] = 1
	for range 30 {
		next := make([]float64, len(p))
		for _, v := range vectors {
			along := dot(v, p)
			for i := range v {
				next[i] += along * v[i]
			}
		}
		p = unit(next)
	}
	return p
}

func (m *meaning) less(v []float64) {
	along := dot(v, m.common)
	for i := range v {
		v[i] -= along * m.common[i]
	}
	unit(v)
}

// find gives every turn its likeness to a question, those beside it counted in,
// 1 at the most.
func (m *meaning) find(question string) map[samantha.ID]float64 {
	const before, after = 0.3, 0.2
	q := m.questions[question]
	like := make([]float64, len(m.turns))
	for i, v := range m.turns {
		like[i] = max(0, dot(q, v))
	}
	smooth := slices.Clone(like)
	for i := range like {
		if i > 0 && m.life.Turns[i-1].Session == m.life.Turns[i].Session {
			smooth[i] += before * like[i-1]
		}
		if i+1 < len(like) && m.life.Turns[i+1].Session == m.life.Turns[i].Session {
			smooth[i] += after * like[i+1]
		}
	}
	toOne(smooth)
	out := map[samantha.ID]float64{}
	for i, s := range smooth {
		out[idOf(i)] = s
	}
	return out
}
