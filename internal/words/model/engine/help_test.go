//go:build unix

package engine

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"samantha/internal/words/model/engine/tiny"
)

// TestMain is also the scripted process of faults_test.go: it is called by the
// engine's name then.
func TestMain(m *testing.M) {
	if filepath.Base(os.Args[0]) == program {
		os.Exit(scripted(os.Args[1:]))
	}
	code := m.Run()
	os.RemoveAll(built.dir)
	os.Exit(code)
}

// built is the engine as the source has it now, with the libraries that were packed.
var built struct {
	sync.Once
	dir string
	err error
}

// place is where it is; without libraries for this system the test is left out.
func place(t testing.TB) Place {
	t.Helper()
	libraries, err := assets.ReadFile(assetsIn + "/" + packedLibraries)
	if err != nil {
		if os.Getenv("CI") != "" {
			t.Fatal("the engine's libraries are missing: run make build")
		}
		t.Skip("no libraries of llama.cpp for this system here: run make build")
	}
	packed, err := assets.ReadFile(assetsIn + "/" + packedProgram)
	if err != nil {
		t.Fatal(err)
	}
	built.Do(func() {
		if built.dir, built.err = os.MkdirTemp("", "samantha-engine-"); built.err != nil {
			return
		}
		if built.err = unpackInto(built.dir, libraries, packed); built.err != nil {
			return
		}
		build := exec.Command("go", "build", "-o", filepath.Join(built.dir, program), "samantha/cmd/engine")
		build.Env = append(os.Environ(), "CGO_ENABLED=0")
		build.Stderr = os.Stderr
		built.err = build.Run()
	})
	if built.err != nil {
		t.Fatal(built.err)
	}
	return Place{built.dir}
}

// quick is a clock on which a hundred seconds are one of this world.
type quick struct{ start time.Time }

const quicker = 100

func (q quick) Now() time.Time { return q.start.Add(time.Since(q.start) * quicker) }

func (quick) After(d time.Duration) <-chan time.Time { return time.After(d / quicker) }

// wall is the machine's.
type wall struct{}

func (wall) Now() time.Time                         { return time.Now() }
func (wall) After(d time.Duration) <-chan time.Time { return time.After(d) }

// slow is a model that makes some hundred tokens a second, so that there is a middle.
func slow() tiny.Shape {
	s := tiny.M135()
	s.Vocab = 512
	return s
}

func model(t testing.TB, s tiny.Shape) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "model.gguf")
	if err := tiny.Write(path, s); err != nil {
		t.Fatal(err)
	}
	return path
}

// open is an engine that ends with the test.
func open(t testing.TB, o Options) *Engine {
	t.Helper()
	if o.Clock == nil {
		o.Clock = wall{}
	}
	if o.Dir == "" {
		o.Dir = filepath.Join(t.TempDir(), "hers")
	}
	if o.Place.Dir == "" {
		o.Place = place(t)
	}
	e, err := New(o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := e.Close(); err != nil {
			t.Error(err)
		}
	})
	return e
}

// asked is one request, as a map so that a test says only what it is about.
type asked map[string]any

func talk(text string) []map[string]string {
	return []map[string]string{{"role": "user", "content": text}}
}

// post sends it and gives the response as it is.
func post(ctx context.Context, e *Engine, a asked) (*http.Response, error) {
	text, err := json.Marshal(a)
	if err != nil {
		return nil, err
	}
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, "http://engine/v1/chat/completions", strings.NewReader(string(text)))
	if err != nil {
		return nil, err
	}
	return e.Client().Do(r)
}

// heard is what a stream brought.
type heard struct {
	text    string
	finish  string
	cached  int
	prompt  int
	tokens  int
	decode  float64
	problem string
	whole   bool // it came to its end
}

// chunk is one event of a stream.
type chunk struct {
	Error   *struct{ Message string }
	Choices []struct {
		Delta  struct{ Content string }
		Finish *string `json:"finish_reason"`
	}
	Timings *struct {
		Cached int     `json:"cache_n"`
		Prompt int     `json:"prompt_n"`
		Reply  int     `json:"predicted_n"`
		Decode float64 `json:"predicted_per_second"`
	}
}

// say asks for a stream and reads it to its end; at each bit of text it calls back.
func say(e *Engine, a asked, each func(n int)) (heard, error) {
	a["stream"] = true
	response, err := post(context.Background(), e, a)
	if err != nil {
		return heard{}, err
	}
	defer response.Body.Close()
	if response.StatusCode != http.StatusOK {
		text, _ := io.ReadAll(response.Body)
		return heard{problem: string(text)}, nil
	}
	return listen(response.Body, each)
}

func listen(body io.Reader, each func(n int)) (heard, error) {
	var h heard
	lines := bufio.NewScanner(body)
	for n := 0; lines.Scan(); {
		data, ok := strings.CutPrefix(lines.Text(), "data: ")
		if !ok {
			continue
		}
		if data == "[DONE]" {
			h.whole = true
			continue
		}
		var c chunk
		if err := json.Unmarshal([]byte(data), &c); err != nil {
			return h, fmt.Errorf("%q: %w", data, err)
		}
		if c.Error != nil {
			h.problem = c.Error.Message
			continue
		}
		h.text += c.Choices[0].Delta.Content
		if c.Choices[0].Finish != nil {
			h.finish = *c.Choices[0].Finish
		}
		if c.Timings != nil {
			h.cached, h.prompt, h.tokens, h.decode = c.Timings.Cached, c.Timings.Prompt, c.Timings.Reply, c.Timings.Decode
		}
		if n++; each != nil {
			each(n)
		}
	}
	return h, lines.Err()
}

// pid is the process that runs now.
func (e *Engine) pid(t testing.TB) int {
	t.Helper()
	e.mu.Lock()
	defer e.mu.Unlock()
	if e.child == nil {
		t.Fatal("nothing runs")
	}
	return e.child.cmd.Process.Pid
}
