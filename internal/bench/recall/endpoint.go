package recall

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"strings"

	"samantha"
)

// Endpoint gives texts vectors by asking a server that speaks OpenAI's
// embeddings dialect, as Ollama, llama-server, vLLM and others do.
type Endpoint struct {
	URL    string // ends before /embeddings: http://127.0.0.1:11434/v1
	Model  string
	Client *http.Client
}

const (
	textsAtOnce = 64
	mostAnswer  = 64 << 20 // bytes
)

// Vectors asks for them in batches.
func (e Endpoint) Vectors(texts []string) ([][]float64, error) {
	var out [][]float64
	for len(texts) > 0 {
		n := min(len(texts), textsAtOnce)
		batch, err := e.batch(texts[:n])
		if err != nil {
			return nil, err
		}
		out, texts = append(out, batch...), texts[n:]
	}
	return out, nil
}

func (e Endpoint) batch(texts []string) ([][]float64, error) {
	body, err := json.Marshal(map[string]any{"model": e.Model, "input": texts})
	if err != nil {
		return nil, err
	}
	url := strings.TrimRight(e.URL, "/") + "/embeddings"
	res, err := e.Client.Post(url, "application/json", bytes.NewReader(body))
	if err != nil {
		return nil, err
	}
	defer res.Body.Close()
	answer, err := io.ReadAll(io.LimitReader(res.Body, mostAnswer))
	if err != nil {
		return nil, err
	}
	if res.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("%s answers %s: %.200s", url, res.Status, answer)
	}
	return read(answer, len(texts))
}

// read takes the vectors of an answer, in the order of the texts.
func read(answer []byte, n int) ([][]float64, error) {
	var got struct {
		Data []struct {
			Index     int       `json:"index"`
			Embedding []float64 `json:"embedding"`
		} `json:"data"`
	}
	if err := json.Unmarshal(answer, &got); err != nil {
		return nil, fmt.Errorf("an answer that is no list of vectors: %w", err)
	}
	out := make([][]float64, n)
	for _, d := range got.Data {
		if d.Index < 0 || d.Index >= n || len(d.Embedding) == 0 || len(d.Embedding) != len(got.Data[0].Embedding) {
			return nil, fmt.Errorf("vector %d of %d, %d long: %w", d.Index, n, len(d.Embedding), samantha.ErrInvalid)
		}
		out[d.Index] = unit(d.Embedding)
	}
	for i, v := range out {
		if v == nil {
			return nil, fmt.Errorf("no vector for text %d of %d: %w", i, n, samantha.ErrInvalid)
		}
	}
	return out, nil
}
