package model

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"net/http"
	"slices"
	"strings"
	"time"
)

// Ollama is what only Ollama has: which models there are, what they can do, and fetching
// one. It is talked with in [OpenAI]'s dialect.
type Ollama struct {
	URL  string // http://127.0.0.1:11434
	HTTP *http.Client
	Patience
}

// Version is that of the program, or an error if there is no Ollama.
func (o Ollama) Version(ctx context.Context) (string, error) {
	doc, err := get[struct {
		Version string `json:"version"`
	}](ctx, o.HTTP, o.URL+"/api/version", nobody)
	if err == nil && doc.Version == "" {
		err = fmt.Errorf("%w: it names no version", ErrGarbage)
	}
	return doc.Version, err
}

// ollamaModels are the answers of /api/tags and /api/ps.
type ollamaModels struct {
	Models []struct {
		Name string `json:"name"`
		Size int64  `json:"size"`
		Host string `json:"remote_host"` // of a model that is elsewhere
	} `json:"models"`
}

// mostShown is of how many models it is asked what they can do.
const mostShown = 24

// Models lists those that are there, with what they can do as far as it is told.
func (o Ollama) Models(ctx context.Context) ([]Info, error) {
	tags, err := get[ollamaModels](ctx, o.HTTP, o.URL+"/api/tags", nobody)
	if err != nil {
		return nil, err
	}
	loaded, _ := get[ollamaModels](ctx, o.HTTP, o.URL+"/api/ps", nobody) // older ones have none
	var out []Info
	for i, m := range tags.Models {
		info := Info{Name: m.Name, Server: "Ollama", Bytes: m.Size, Away: m.Host != ""}
		for _, l := range loaded.Models {
			info.Loaded = info.Loaded || l.Name == m.Name
		}
		if i < mostShown {
			o.show(ctx, &info)
		}
		out = append(out, info)
	}
	return out, nil
}

// show adds what a model can do; what is not told stays open.
func (o Ollama) show(ctx context.Context, info *Info) {
	resp, err := send(ctx, o.HTTP, http.MethodPost, o.URL+"/api/show", map[string]string{"model": info.Name}, nobody)
	if err != nil {
		return
	}
	defer resp.Body.Close()
	var doc struct {
		Can  []string                   `json:"capabilities"`
		Info map[string]json.RawMessage `json:"model_info"`
	}
	if decode(ctx, resp, &doc) != nil {
		return
	}
	info.Tools = slices.Contains(doc.Can, "tools")
	info.Embeds = len(doc.Can) > 0 && !slices.Contains(doc.Can, "completion")
	for name, value := range doc.Info {
		if strings.HasSuffix(name, ".context_length") {
			_ = json.Unmarshal(value, &info.Context) // what is no number is not known
		}
	}
}

// Progress is how far a model has come.
type Progress struct {
	Status      string
	Done, Total int64 // bytes of the part that is under way; 0 if there is none
}

const (
	pullPatience = 60 * time.Second // between two signs of life
	pullTries    = 5                // in a row that bring nothing new
)

// Pull has Ollama fetch a model, and yields how far it has come. A line that breaks is
// taken up again where it was; leaving the loop stops it, and the next Pull goes on from
// there.
func (o Ollama) Pull(ctx context.Context, name string) iter.Seq2[Progress, error] {
	return func(yield func(Progress, error) bool) {
		var most int64
		for tries := 0; ; tries++ {
			before := most
			err := o.pull(ctx, name, func(p Progress) bool {
				most = max(most, p.Done)
				return yield(p, nil)
			})
			if most > before {
				tries = 0
			}
			resumable := errors.Is(err, ErrBroken) || errors.Is(err, ErrStalled) || errors.Is(err, ErrUnreachable)
			switch {
			case err == nil, errors.Is(err, errLeft):
				return
			case ctx.Err() == nil && resumable && tries < pullTries && o.wait(ctx):
				continue
			}
			yield(Progress{}, err)
			return
		}
	}
}

func (o Ollama) wait(ctx context.Context) bool {
	select {
	case <-o.orUsual().Clock.After(time.Second):
		return true
	case <-ctx.Done():
		return false
	}
}

func (o Ollama) pull(ctx context.Context, name string, out func(Progress) bool) error {
	p := o.orUsual()
	p.First, p.Stall = pullPatience, pullPatience
	ctx, watch := guard(ctx, p)
	defer watch.end()
	resp, err := send(ctx, o.HTTP, http.MethodPost, o.URL+"/api/pull", map[string]any{"model": name, "stream": true}, nobody)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	for data, err := range pieces(resp.Body) {
		if err != nil {
			return broke(ctx, err)
		}
		var doc struct {
			Status    string
			Total     int64
			Completed int64
			Error     string
		}
		if err := json.Unmarshal(data, &doc); err != nil {
			return fmt.Errorf("%w: %w", ErrGarbage, err)
		}
		if doc.Error != "" {
			return understood(0, data)
		}
		watch.pause()
		if !out(Progress{doc.Status, doc.Completed, doc.Total}) {
			return errLeft
		}
		if doc.Status == "success" {
			return nil
		}
		watch.heard()
	}
	return ErrBroken
}
