package model

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
)

// openAI speaks chat completions as OpenAI, Ollama, llama-server, LM Studio, vLLM and
// most others do.
type openAI struct{ *client }

func (o *openAI) greet(h http.Header) {
	if o.e.Key != "" {
		h.Set("Authorization", "Bearer "+o.e.Key)
	}
}

func (o *openAI) write(r Request, without map[string]bool) (string, any, error) {
	type message struct {
		Role    string `json:"role"`
		Content string `json:"content"`
	}
	var messages []message
	if len(r.System) > 0 {
		messages = append(messages, message{"system", joined(r.System)})
	}
	for _, m := range r.Messages {
		messages = append(messages, message{m.Role, m.Text})
	}
	body := ordered{{"model", r.Model}, {"messages", messages}, {"stream", true}}
	add := func(what string, wanted bool, key string, value any) {
		if wanted && !without[what] {
			body = append(body, pair{key, value})
		}
	}
	add("usage", true, "stream_options", map[string]bool{"include_usage": true})
	add("temperature", true, "temperature", r.Temperature)
	add("max_tokens", true, "max_tokens", r.Max)
	add("", without["max_tokens"], "max_completion_tokens", r.Max)
	add("stop", len(r.Stop) > 0, "stop", r.Stop)
	add("seed", r.Seed != 0, "seed", r.Seed&(1<<31-1))
	add("tools", len(r.Tools) > 0, "tools", functions(r.Tools))
	add("schema", r.Schema != nil, "response_format", ordered{
		{"type", "json_schema"}, {"json_schema", ordered{{"name", "answer"}, {"strict", true}, {"schema", r.Schema}}},
	})
	return "/chat/completions", body, nil
}

// joined are blocks as one text, for who caches prefixes without being told.
func joined(blocks []Block) string {
	var parts []string
	for _, b := range blocks {
		parts = append(parts, b.Text)
	}
	return strings.Join(parts, "\n\n")
}

func functions(tools []Tool) []ordered {
	var out []ordered
	for _, t := range tools {
		out = append(out, ordered{{"type", "function"}, {"function", ordered{{"name", t.Name}, {"description", t.Says}, {"parameters", t.Args}}}})
	}
	return out
}

func (o *openAI) list(ctx context.Context) ([]Info, error) {
	doc, err := get[openModels](ctx, o.http, o.base.JoinPath("models").String(), o.greet)
	return doc.infos(), err
}

// openModels is the list of models of /v1/models. A server that is none of ours has no
// such list in what it sends.
type openModels struct {
	Object string `json:"object"`
	Data   []struct {
		ID     string `json:"id"`
		Owner  string `json:"owned_by"`
		Length int    `json:"max_model_len"` // vLLM
		Meta   struct {
			Size    int64 `json:"size"` // llama-server
			Context int   `json:"n_ctx_train"`
		} `json:"meta"`
		Status struct {
			Value string `json:"value"` // llama-server that has a folder of models
		} `json:"status"`
	} `json:"data"`
}

func (m openModels) infos() []Info {
	var out []Info
	for _, d := range m.Data {
		loaded := d.Status.Value == "loaded" || d.Status.Value == "" && (d.Owner == "llamacpp" || d.Owner == "vllm" || d.Owner == "koboldcpp")
		out = append(out, Info{
			Name: d.ID, Bytes: d.Meta.Size, Context: cmp.Or(d.Length, d.Meta.Context),
			Loaded: loaded, Embeds: strings.Contains(strings.ToLower(d.ID), "embed"),
		})
	}
	return out
}

// Embed gives vectors, as [Embedder] says.
func (o *openAI) Embed(ctx context.Context, texts []string) ([][]float32, error) {
	ctx, watch := guard(ctx, o.e.Patience)
	defer watch.end()
	resp, err := o.send(ctx, http.MethodPost, "/embeddings", map[string]any{"model": o.e.Model, "input": texts})
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	var doc struct {
		Data []struct {
			Index  int       `json:"index"`
			Vector []float32 `json:"embedding"`
		} `json:"data"`
	}
	if err := decode(ctx, resp, &doc); err != nil {
		return nil, err
	}
	out := make([][]float32, len(texts))
	for _, d := range doc.Data {
		if d.Index < 0 || d.Index >= len(out) || len(d.Vector) == 0 {
			return nil, fmt.Errorf("%w: a vector of no text", ErrGarbage)
		}
		out[d.Index] = d.Vector
	}
	for i, v := range out {
		if v == nil {
			return nil, fmt.Errorf("%w: no vector of text %d", ErrGarbage, i+1)
		}
	}
	return out, nil
}

func (o *openAI) reader(Request) reader { return &openReader{} }

// openReader understands an answer in OpenAI's dialect and what others make of it.
type openReader struct {
	thoughts thoughts
	calls    []openCall
	usage    *Usage
	reason   string // "" until it is told
}

// openCall is a tool call of which pieces come.
type openCall struct {
	Index    int    `json:"index"`
	ID       string `json:"id"`
	Function struct {
		Name string          `json:"name"`
		Args json.RawMessage `json:"arguments"` // a piece of a string, or an object that is whole
	} `json:"function"`
	args string
}

// openDelta is a part of a message, by all names it goes by.
type openDelta struct {
	Content   string     `json:"content"`
	Reasoning string     `json:"reasoning_content"`
	Thinking  string     `json:"thinking"`  // Ollama
	Thought   string     `json:"reasoning"` // OpenRouter, Ollama
	Refusal   string     `json:"refusal"`
	Calls     []openCall `json:"tool_calls"`
}

// openChunk is one piece.
type openChunk struct {
	Choices []struct {
		Delta   openDelta `json:"delta"`
		Message openDelta `json:"message"` // not streamed
		Reason  string    `json:"finish_reason"`
	} `json:"choices"`
	Usage *struct {
		In      int `json:"prompt_tokens"`
		Out     int `json:"completion_tokens"`
		Details struct {
			Cached int `json:"cached_tokens"`
		} `json:"prompt_tokens_details"`
	} `json:"usage"`
	Timings *struct { // llama-server
		Cached  int     `json:"cache_n"`
		In      int     `json:"prompt_n"`
		Out     int     `json:"predicted_n"`
		Prefill float64 `json:"prompt_per_second"`
		Decoded float64 `json:"predicted_per_second"`
	} `json:"timings"`
	Error json.RawMessage `json:"error"`
	// Ollama's own /api/chat
	Message *openDelta `json:"message"`
	Over    bool       `json:"done"`
	Why     string     `json:"done_reason"`
	In      int        `json:"prompt_eval_count"`
	Out     int        `json:"eval_count"`
}

func (o *openReader) piece(data []byte) ([]Event, bool, error) {
	if string(data) == "[DONE]" {
		events, err := o.end()
		return events, true, err
	}
	var c openChunk
	if err := json.Unmarshal(data, &c); err != nil {
		return nil, false, fmt.Errorf("%w: %w", ErrGarbage, err)
	}
	if len(c.Error) > 0 && string(c.Error) != "null" {
		return nil, false, understood(0, data)
	}
	o.count(c)
	var out []Event
	for _, choice := range c.Choices {
		for _, d := range []openDelta{choice.Delta, choice.Message} {
			events, err := o.delta(d)
			if out = append(out, events...); err != nil {
				return out, false, err
			}
		}
		o.reason = cmp.Or(choice.Reason, o.reason)
	}
	if c.Message != nil {
		events, err := o.delta(*c.Message)
		if out = append(out, events...); err != nil {
			return out, false, err
		}
	}
	if c.Over {
		o.reason = cmp.Or(c.Why, Stopped)
	}
	return out, false, nil
}

// delta takes a part of a message in.
func (o *openReader) delta(d openDelta) ([]Event, error) {
	if d.Refusal != "" {
		return nil, told(ErrRefused, oneLine(d.Refusal))
	}
	var out []Event
	if r := cmp.Or(d.Reasoning, d.Thinking, d.Thought); r != "" {
		out = append(out, Event{Kind: Reasoning, Text: r})
	}
	for _, c := range d.Calls {
		o.call(c)
	}
	return append(out, o.thoughts.part(d.Content)...), nil
}

// call takes a piece of a tool call in. It belongs to the call before, unless it has an
// index or an id of its own.
func (o *openReader) call(c openCall) {
	n := len(o.calls) - 1
	if n < 0 || c.Index != o.calls[n].Index || c.ID != "" && c.ID != o.calls[n].ID {
		o.calls, n = append(o.calls, c), n+1
	}
	var piece string
	if json.Unmarshal(c.Function.Args, &piece) != nil {
		piece = string(c.Function.Args)
	}
	o.calls[n].args += piece
}

// count takes in what it took.
func (o *openReader) count(c openChunk) {
	if o.usage == nil && (c.Usage != nil || c.Timings != nil || c.Out > 0) {
		o.usage = &Usage{In: c.In, Out: c.Out}
	}
	if u := c.Usage; u != nil {
		o.usage.In, o.usage.Out, o.usage.Cached = u.In, u.Out, max(u.Details.Cached, o.usage.Cached)
	}
	if t := c.Timings; t != nil {
		o.usage.In, o.usage.Out, o.usage.Cached = t.In+t.Cached, t.Out, t.Cached
		o.usage.Prefill, o.usage.Decoded = t.Prefill, t.Decoded
	}
}

func (o *openReader) end() ([]Event, error) {
	out := o.thoughts.rest()
	if o.reason == "" {
		return out, ErrBroken
	}
	for _, c := range o.calls {
		out = append(out, Event{Kind: CallsTool, Tool: &ToolCall{c.ID, c.Function.Name, json.RawMessage(cmp.Or(c.args, "{}"))}})
	}
	return ended(out, o.usage, o.reason)
}

// ended are the last events of an answer, or [ErrRefused] if it was held back.
func ended(out []Event, used *Usage, reason string) ([]Event, error) {
	if used != nil {
		out = append(out, Event{Kind: Used, Usage: used})
	}
	switch strings.ToLower(reason) {
	case "stop", "end_turn", "stop_sequence", "eos", "pause_turn":
		reason = Stopped
	case "length", "max_tokens", "model_context_window_exceeded":
		reason = Full
	case "tool_calls", "tool_use", "function_call":
		reason = ForTool
	case "content_filter", "refusal", "safety", "prohibited_content", "blocklist", "recitation", "spii", "image_safety", "language":
		return out, ErrRefused
	case "error", "malformed_function_call", "other", "finish_reason_unspecified":
		return out, told(ErrFailed, reason)
	}
	return append(out, Event{Kind: Done, Reason: reason}), nil
}
