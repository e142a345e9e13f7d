package feeling

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"math"

	"samantha"
)

// linear is a small linear model over the [Tone.Marks] of a text: a weight of a
// byte for each place and column, learned by the command internal/bench/readtrain.
type linear struct {
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

// Encode writes what readLinear reads: the columns, then the weights.
func Encode(columns []Column, weights []int8) ([]byte, error) {
	var b bytes.Buffer
	for _, part := range []any{columns, weights} {
		if err := binary.Write(&b, binary.LittleEndian, part); err != nil {
			return nil, err
		}
	}
	return b.Bytes(), nil
}

// readLinear reads an embedded model of n columns. However many places it has, it
// says by its length.
func readLinear(file string, n int) (linear, error) {
	data, err := files.ReadFile(file)
	if err != nil {
		return linear{}, fmt.Errorf("feeling: %w", err)
	}
	l, err := decode(data, n)
	if err != nil {
		return linear{}, fmt.Errorf("feeling: %s: %w", file, err)
	}
	return l, nil
}

func decode(data []byte, n int) (linear, error) {
	l := linear{columns: make([]Column, n)}
	places := (len(data) - binary.Size(l.columns)) / n
	if places <= 0 || places > Width || Width%places != 0 || len(data) != binary.Size(l.columns)+n*places {
		return linear{}, fmt.Errorf("%d bytes are no %d columns; train it again: %w", len(data), n, samantha.ErrInvalid)
	}
	l.weights = make([]int8, n*places)
	in := bytes.NewReader(data)
	for _, part := range []any{l.columns, l.weights} {
		if err := binary.Read(in, binary.LittleEndian, part); err != nil {
			return linear{}, err
		}
	}
	return l, nil
}

// scores is the sum of the weights of the marks, column by column.
func (l *linear) scores(marks []uint32) []float64 {
	n := len(l.columns)
	places := len(l.weights) / n
	sums := make([]int32, n)
	for _, m := range marks {
		for i, w := range l.weights[(int(m)&(places-1))*n:][:n] {
			sums[i] += int32(w)
		}
	}
	share := Share(len(marks))
	out := make([]float64, n)
	for i, c := range l.columns {
		out[i] = float64(float64(sums[i])*float64(c.Scale)*share) + float64(c.Bias)
	}
	return out
}
