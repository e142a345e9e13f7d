package recall

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

// vectorServer answers like an embeddings server whose vectors tell the length
// of a text and whether a cat is in it; the last comes first.
func vectorServer(t *testing.T) Endpoint {
	t.Helper()
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		var q struct {
			Model string
			Input []string
		}
		if err := json.NewDecoder(r.Body).Decode(&q); err != nil || r.URL.Path != "/v1/embeddings" || q.Model != "small" {
			http.Error(w, "no such model", http.StatusNotFound)
			return
		}
		var data []string
		for i := len(q.Input) - 1; i >= 0; i-- {
			cat := strings.Count(q.Input[i], "cat")
			data = append(data, fmt.Sprintf(`{"index":%d,"embedding":[%d,%d,1]}`, i, len(q.Input[i]), 100*cat))
		}
		fmt.Fprintf(w, `{"data":[%s]}`, strings.Join(data, ","))
	}))
	t.Cleanup(s.Close)
	return Endpoint{URL: s.URL + "/v1/", Model: "small", Client: s.Client()}
}

func TestEndpoint(t *testing.T) {
	e := vectorServer(t)
	texts := make([]string, textsAtOnce+2)
	texts[1], texts[textsAtOnce+1] = "cat", "cat"
	got, err := e.Vectors(texts)
	if err != nil || len(got) != len(texts) {
		t.Fatalf("%d vectors of %d, %v", len(got), len(texts), err)
	}
	if dot(got[1], got[textsAtOnce+1]) < 0.999 || dot(got[0], got[1]) > 0.5 {
		t.Error("vectors stand at the wrong texts")
	}
	r, err := Run(Options{Files: []File{{Data: []byte(smallLife)}}, Vectors: e, Now: ticking()})
	if err != nil || r.Leak != 0 {
		t.Errorf("%d leaks, %v", r.Leak, err)
	}
	e.Model = "unknown"
	if _, err := e.Vectors(texts); err == nil || !strings.Contains(err.Error(), "no such model") {
		t.Errorf("a refusal reads %v", err)
	}
}

func TestEndpointAnswers(t *testing.T) {
	for name, answer := range map[string]string{
		"no JSON": "<html>", "too few": `{"data":[{"index":0,"embedding":[1]}]}`, "none": `{"data":[]}`,
		"beyond":  `{"data":[{"index":0,"embedding":[1]},{"index":2,"embedding":[1]}]}`,
		"lengths": `{"data":[{"index":0,"embedding":[1]},{"index":1,"embedding":[1,2]}]}`,
		"empty":   `{"data":[{"index":0,"embedding":[]},{"index":1,"embedding":[]}]}`,
	} {
		if _, err := read([]byte(answer), 2); err == nil {
			t.Errorf("%s: read", name)
		}
	}
}
