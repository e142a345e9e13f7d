package serve

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"
	"testing"

	"samantha"
)

// post sends a page's wish.
func (b *bed) post(path, body string) int {
	b.t.Helper()
	return b.request(http.MethodPost, path, func(r *http.Request) {
		r.Body, r.ContentLength = io.NopCloser(strings.NewReader(body)), int64(len(body))
	}).StatusCode
}

// TestAPageFetches: after a yes, one at a time, watched by whoever comes, stopped by a
// word and by the end of her day.
func TestAPageFetches(t *testing.T) {
	b := listening(t, newHer(nil))
	begun, step := make(chan string, 1), make(chan string)
	b.downloads.fetch = func(ctx context.Context, person, id string, unverified bool, events io.Writer) error {
		begun <- person + " " + id + map[bool]string{true: " unverified"}[unverified]
		for {
			select {
			case text := <-step:
				_, _ = io.WriteString(events, text+"\n")
			case <-ctx.Done():
				return errors.New("stopped; what came is kept")
			}
		}
	}
	if code := b.request(http.MethodGet, "/models/events", nil).StatusCode; code != http.StatusNotFound {
		t.Errorf("before any there are events: %d", code)
	}
	for body, code := range map[string]int{`{"id":"x"}`: http.StatusBadRequest, `hello`: http.StatusBadRequest} {
		if got := b.post("/models/get", body); got != code {
			t.Errorf("%s: %d", body, got)
		}
	}
	if got := b.post("/models/get", `{"id":"x","yes":true,"unverified":true}`); got != http.StatusAccepted {
		t.Fatalf("%d", got)
	}
	if got := <-begun; got != "Ida x unverified" {
		t.Errorf("begun: %q", got)
	}
	if got := b.post("/models/get", `{"id":"y","yes":true}`); got != http.StatusBadRequest {
		t.Errorf("a second at once: %d", got)
	}
	step <- `{"done":1}`
	resp := b.request(http.MethodGet, "/models/events", nil)
	lines := bufio.NewScanner(resp.Body)
	for i, want := range []string{`{"done":1}`, `{"done":2}`, `{"error":"stopped; what came is kept","over":true}`} {
		switch i {
		case 1:
			step <- `{"done":2}`
		case 2:
			if got := b.post("/models/stop", ""); got != http.StatusNoContent {
				t.Errorf("stop: %d", got)
			}
		}
		if !lines.Scan() || lines.Text() != want {
			t.Errorf("%q and not %q", lines.Text(), want)
		}
	}
	if got := b.post("/models/get", `{"id":"y","yes":true}`); got != http.StatusAccepted {
		t.Errorf("the next: %d", got)
	}
	if got := <-begun; got != "Ida y" {
		t.Errorf("begun: %q", got)
	}
	if err := b.Close(); err != nil { // waits for it
		t.Error(err)
	}
	if !b.downloads.now.ended() {
		t.Error("it outlives the server")
	}
}

// TestAPageUsesAModel: its wish comes whole, an error comes in plain words, and a device of
// nobody comes to nothing.
func TestAPageUsesAModel(t *testing.T) {
	b := listening(t, newHer(nil))
	if got := b.post("/models/use", `{"off":true}`); got != http.StatusNotFound {
		t.Errorf("where nothing can be chosen: %d", got)
	}
	var got WantedModel
	b.use = func(_ context.Context, person string, w WantedModel) ([]byte, error) {
		if person != "Ida" {
			t.Errorf("for %q", person)
		}
		if got = w; w.Model == "none" {
			return nil, fmt.Errorf("no model on this machine is called that: %w", samantha.ErrNotFound)
		}
		return []byte(`{"name":"small"}`), nil
	}
	for body, code := range map[string]int{`hello`: http.StatusBadRequest, `{"model":"none"}`: http.StatusNotFound} {
		if got := b.post("/models/use", body); got != code {
			t.Errorf("%s: %d", body, got)
		}
	}
	if code := b.post("/models/use", `{"url":"http://h/v1","model":"m","key":true,"yes":"h:80"}`); code != http.StatusOK || got != (WantedModel{URL: "http://h/v1", Model: "m", Key: true, Yes: "h:80"}) {
		t.Errorf("%d, %+v", code, got)
	}
}

func TestACatalogForThePage(t *testing.T) {
	her := newHer(nil)
	her.verb = func(_ context.Context, c Call, out, errs io.Writer) int {
		if got := strings.Join(c.Args, " "); got != "model --json --as=Ida -- catalog" {
			t.Errorf("the verb was %q", got)
		}
		_, _ = io.WriteString(out, `{"entries":[]}`)
		return 0
	}
	b := listening(t, her)
	if got := b.body(b.request(http.MethodGet, "/models", nil)); got != `{"entries":[]}` {
		t.Errorf("%q", got)
	}
	if got := b.post("/models/get", `{"id":"x","yes":true}`); got != http.StatusNotFound {
		t.Errorf("where nothing can be fetched: %d", got)
	}
}

// TestAPageExamines: after a yes, one at a time; whoever watches has what came of it, and
// whoever comes later has only that it is over.
func TestAPageExamines(t *testing.T) {
	b := listening(t, newHer(nil))
	if got := b.post("/models/test", `{"yes":true}`); got != http.StatusNotFound {
		t.Errorf("where nothing can be examined: %d", got)
	}
	step := make(chan string)
	b.exams.examine = func(_ context.Context, person string, events io.Writer) ([]byte, error) {
		_, _ = io.WriteString(events, <-step+"\n")
		return []byte(`{"model":"` + <-step + ` for ` + person + `"}`), nil
	}
	if got := b.post("/models/test", `{}`); got != http.StatusBadRequest {
		t.Errorf("without a yes: %d", got)
	}
	go func() { step <- `{"done":1,"of":2}` }()
	resp := b.request(http.MethodPost, "/models/test", func(r *http.Request) { r.Body = io.NopCloser(strings.NewReader(`{"yes":true}`)) })
	lines := bufio.NewScanner(resp.Body)
	if !lines.Scan() || lines.Text() != `{"done":1,"of":2}` {
		t.Errorf("%q", lines.Text())
	}
	if got := b.post("/models/test", `{"yes":true}`); got != http.StatusBadRequest {
		t.Errorf("a second at once: %d", got)
	}
	step <- "small"
	if want := `{"error":"","over":true,"told":{"model":"small for Ida"}}`; !lines.Scan() || lines.Text() != want || lines.Scan() {
		t.Errorf("%q and not %q", lines.Text(), want)
	}
	if got := b.body(b.request(http.MethodGet, "/models/test/events", nil)); got != `{"error":"","over":true}`+"\n" {
		t.Errorf("afterwards: %q", got)
	}
}

func TestAPageSetsABudget(t *testing.T) {
	for body, want := range map[string]string{
		`{"tokens":"5000","in":"0.5"}`: "model --json --as=Ida --price=0.5/0 -- budget 5000",
		`{"tokens":"5000"}`:            "model --json --as=Ida -- budget 5000",
		`{"in":"0.5"}`:                 "model --json --as=Ida -- budget no",
	} {
		her := newHer(nil)
		her.verb = func(_ context.Context, c Call, out, _ io.Writer) int {
			if got := strings.Join(c.Args, " "); got != want {
				t.Errorf("the verb was %q, want %q", got, want)
			}
			_, _ = io.WriteString(out, `{"tokens":5000}`)
			return 0
		}
		b := listening(t, her)
		if got := b.post("/models/budget", body); got != http.StatusOK {
			t.Errorf("%s: %d", body, got)
		}
		if err := b.Close(); err != nil {
			t.Error(err)
		}
	}
}
