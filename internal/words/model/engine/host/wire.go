//go:build unix

package host

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"

	"samantha"
	"samantha/internal/words/model/engine/gbnf"
	"samantha/internal/words/model/engine/llama"
)

// request is what of the OpenAI dialect is understood.
type request struct {
	Messages    []message `json:"messages"`
	Stream      bool      `json:"stream"`
	MaxTokens   int       `json:"max_tokens"`
	MaxReply    int       `json:"max_completion_tokens"`
	Temperature *float64  `json:"temperature"`
	TopP        *float64  `json:"top_p"`
	TopK        *int      `json:"top_k"`
	MinP        *float64  `json:"min_p"`
	Seed        *uint64   `json:"seed"`
	Stop        stops     `json:"stop"`
	Grammar     string    `json:"grammar"`
	Format      struct {
		Type   string `json:"type"`
		Schema struct {
			Schema json.RawMessage `json:"schema"`
		} `json:"json_schema"`
	} `json:"response_format"`
	Tools    []json.RawMessage `json:"tools"`
	Template struct {
		Thinking bool `json:"enable_thinking"`
	} `json:"chat_template_kwargs"`
	Continue bool `json:"continue_final_message"`
}

// message is one of a talk.
type message struct {
	Role    string `json:"role"`
	Content text   `json:"content"`
}

// text is a text, or a list of parts that are texts.
type text string

// UnmarshalJSON reads both.
func (t *text) UnmarshalJSON(b []byte) error {
	var parts []struct{ Type, Text string }
	if json.Unmarshal(b, &parts) != nil {
		return json.Unmarshal(b, (*string)(t))
	}
	for _, p := range parts {
		if p.Type != "text" {
			return fmt.Errorf("a part of type %q, where only text goes", p.Type)
		}
		*t += text(p.Text)
	}
	return nil
}

// stops is one stop word or several.
type stops []string

// UnmarshalJSON reads both.
func (s *stops) UnmarshalJSON(b []byte) error {
	var one string
	if json.Unmarshal(b, &one) == nil {
		*s = stops{one}
		return nil
	}
	return json.Unmarshal(b, (*[]string)(s))
}

// ask is a request as the desk works on it.
type ask struct {
	choice llama.Choice
	stops  []string
	most   int // tokens of the reply
}

// Defaults where a request says nothing: those of llama-server.
const (
	usualTemperature = 0.8
	usualTopK        = 40
	usualTopP        = 0.95
	usualMinP        = 0.05
	mostStops        = 16
)

// ask turns a request into what the desk needs; whatever it cannot do is said.
func (r request) ask() (ask, error) {
	if len(r.Messages) == 0 {
		return ask{}, fmt.Errorf("messages are missing: %w", samantha.ErrInvalid)
	}
	if len(r.Tools) > 0 {
		return ask{}, fmt.Errorf("this engine does not support tools; ask for a json_schema: %w", samantha.ErrInvalid)
	}
	a := ask{most: max(r.MaxTokens, r.MaxReply)}
	if a.most <= 0 {
		a.most = 1 << 20 // the context ends it
	}
	for _, s := range r.Stop {
		if s != "" && len(a.stops) < mostStops {
			a.stops = append(a.stops, s)
		}
	}
	a.choice = llama.Choice{
		Temperature: or(r.Temperature, usualTemperature), TopK: or(r.TopK, usualTopK),
		TopP: or(r.TopP, usualTopP), MinP: or(r.MinP, usualMinP), Grammar: r.Grammar,
	}
	a.choice.Seed = uint32(or(r.Seed, uint64(rand.Uint32())))
	switch r.Format.Type {
	case "", "text":
		return a, nil
	case "json_schema":
		var err error
		a.choice.Grammar, err = gbnf.From(r.Format.Schema.Schema)
		return a, err
	}
	return ask{}, fmt.Errorf("response_format %q is not known; json_schema is: %w", r.Format.Type, samantha.ErrInvalid)
}

func or[T any](given *T, usual T) T {
	if given == nil {
		return usual
	}
	return *given
}

// job writes the prompt. What was said of a reply before, by an engine that is
// gone, comes last and is gone on with.
func (d *desk) job(r request) (*job, error) {
	a, err := r.ask()
	if err != nil {
		return nil, err
	}
	talk, said := r.Messages, ""
	if last := talk[len(talk)-1]; r.Continue && last.Role == "assistant" {
		talk, said = talk[:len(talk)-1], string(last.Content)
	}
	list := make([]llama.Said, len(talk))
	for i, m := range talk {
		list[i] = llama.Said{Role: m.Role, Text: string(m.Content)}
	}
	prompt, err := d.form.write(d.model, list, r.Template.Thinking)
	if err != nil {
		return nil, err
	}
	j := &job{ask: a, said: d.model.Tokens(said, false), out: make(chan event, 16)}
	j.prompt = append(d.model.Tokens(prompt, true), j.said...)
	return j, nil
}

// reply is one chunk of a stream, or the whole of an answer.
type reply struct {
	ID      string   `json:"id"`
	Object  string   `json:"object"`
	Created int64    `json:"created"`
	Model   string   `json:"model"`
	Choices []choice `json:"choices"`
	Usage   *usage   `json:"usage,omitempty"`
	Timings *timings `json:"timings,omitempty"`
}

type choice struct {
	Index   int     `json:"index"`
	Delta   *said   `json:"delta,omitempty"`
	Message *said   `json:"message,omitempty"`
	Finish  *string `json:"finish_reason"`
}

type said struct {
	Role    string `json:"role,omitempty"`
	Content string `json:"content"`
}

type usage struct {
	Prompt  int    `json:"prompt_tokens"`
	Reply   int    `json:"completion_tokens"`
	Total   int    `json:"total_tokens"`
	Details cached `json:"prompt_tokens_details"`
}

type cached struct {
	Cached int `json:"cached_tokens"`
}

// timings are as llama-server gives them.
type timings struct {
	Cached  int     `json:"cache_n"`
	Prompt  int     `json:"prompt_n"`
	Prefill float64 `json:"prompt_per_second"`
	Reply   int     `json:"predicted_n"`
	Decode  float64 `json:"predicted_per_second"`
}

func (d done) usage() (*usage, *timings) {
	return &usage{d.prompt, d.tokens, d.prompt + d.tokens, cached{d.cached}},
		&timings{
			d.cached, d.prompt - d.cached, perSecond(d.prompt-d.cached, d.prefill),
			d.tokens, perSecond(d.tokens, d.decode),
		}
}

// problem is an error on the wire.
type problem struct {
	Message string `json:"message"`
	Type    string `json:"type"`
	Code    string `json:"code,omitempty"`
}
