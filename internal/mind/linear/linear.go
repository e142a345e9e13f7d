// Package linear is a small linear model over the marks of a text. A mark is anything that
// can be seen in it, a word, a pair of words, a sign of what else is known, hashed to a
// place; a model has a weight for each place and for each column, of which one is a thing
// that it tells: a feeling, a reaction. Weights are of one byte, learned beforehand by the
// command internal/bench/readtrain and embedded by the rooms that use them.
package linear

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"math"

	"samantha"
)

// Width is how many places marks are hashed to.
const Width = 1 << 16

// Hashed is the place of a mark, 0..Width-1: FNV-1a over its kind and its parts.
func Hashed(kind byte, parts ...string) uint32 {
	h := (uint32(2166136261) ^ uint32(kind)) * 16777619
	for _, p := range parts {
		for i := range len(p) {
			h = (h ^ uint32(p[i])) * 16777619
		}
	}
	return (h ^ h>>16) % Width
}

// Share is what each mark of a text with n of them weighs, so that long texts
// are no louder than short ones.
func Share(n int) float64 { return 1 / math.Sqrt(float64(n+1)) }

// Model is the weights. It is immutable.
type Model struct {
	columns []Column
	weights []int8 // place by place, a column each
}

// Column is how one column of the weights is read.
type Column struct {
	Scale float32 // what a weight of 1 is worth
	Bias  float32
	// Slope and Offset make a probability of a score that is as often right as
	// it says (Platt 1999).
	Slope, Offset float32
	Least         float32 // the probability from which the label holds
}

// Chance is the probability that a score stands for.
func (c Column) Chance(score float64) float64 {
	return Sigmoid(float64(float64(c.Slope)*score) + float64(c.Offset))
}

// Sigmoid makes a probability of a score.
func Sigmoid(x float64) float64 { return 1 / (1 + math.Exp(-x)) }

// Encode writes what [Decode] reads: the columns, then the weights.
func Encode(columns []Column, weights []int8) ([]byte, error) {
	var b bytes.Buffer
	for _, part := range []any{columns, weights} {
		if err := binary.Write(&b, binary.LittleEndian, part); err != nil {
			return nil, err
		}
	}
	return b.Bytes(), nil
}

// Decode reads a model of n columns. However many places it has, it says by its length.
func Decode(data []byte, n int) (Model, error) {
	m := Model{columns: make([]Column, n)}
	places := (len(data) - binary.Size(m.columns)) / n
	if places <= 0 || places > Width || Width%places != 0 || len(data) != binary.Size(m.columns)+n*places {
		return Model{}, fmt.Errorf("%d bytes are no %d columns; train it again: %w", len(data), n, samantha.ErrInvalid)
	}
	m.weights = make([]int8, n*places)
	in := bytes.NewReader(data)
	for _, part := range []any{m.columns, m.weights} {
		if err := binary.Read(in, binary.LittleEndian, part); err != nil {
			return Model{}, err
		}
	}
	return m, nil
}

// Encode writes the model again, to the byte as it was read.
func (m *Model) Encode() ([]byte, error) { return Encode(m.columns, m.weights) }

// Column is how a column is read.
func (m *Model) Column(k int) Column { return m.columns[k] }

// Scores is the sum of the weights of the marks, column by column.
func (m *Model) Scores(marks []uint32) []float64 {
	n := len(m.columns)
	places := len(m.weights) / n
	sums := make([]int32, n)
	for _, mark := range marks {
		for i, w := range m.weights[(int(mark)&(places-1))*n:][:n] {
			sums[i] += int32(w)
		}
	}
	share := Share(len(marks))
	out := make([]float64, n)
	for i, c := range m.columns {
		out[i] = float64(float64(sums[i])*float64(c.Scale)*share) + float64(c.Bias)
	}
	return out
}
