package model

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
)

// anthropic speaks Anthropic's messages, which Ollama has too.
type anthropic struct{ *client }

// anthropicVersion is that of the dialect, as its maker asks for it.
const anthropicVersion = "2023-06-01"

// answering is the tool by which an answer is held to a shape.
const answering = "answer"

func (a *anthropic) greet(h http.Header) {
	h.Set("Anthropic-Version", anthropicVersion)
	if a.e.Key != "" {
		h.Set("X-Api-Key", a.e.Key)
	}
}

func (a *anthropic) write(r Request, without map[string]bool) (string, any, error) {
	var system, messages, tools []ordered
	for _, b := range r.System {
		block := ordered{{"type", "text"}, {"text", b.Text}}
		if b.Cache {
			block = append(block, pair{"cache_control", map[string]string{"type": "ephemeral"}})
		}
		system = append(system, block)
	}
	for _, m := range r.Messages {
		messages = append(messages, ordered{{"role", m.Role}, {"content", m.Text}})
	}
	for _, t := range r.Tools {
		tools = append(tools, ordered{{"name", t.Name}, {"description", t.Says}, {"input_schema", t.Args}})
	}
	body := ordered{{"model", r.Model}, {"max_tokens", r.Max}, {"stream", true}, {"messages", messages}}
	if len(system) > 0 {
		body = append(body, pair{"system", system})
	}
	if !without["temperature"] {
		body = append(body, pair{"temperature", min(r.Temperature, 1)})
	}
	if len(r.Stop) > 0 {
		body = append(body, pair{"stop_sequences", r.Stop})
	}
	if a.forced(r) {
		tools = append(tools, ordered{{"name", answering}, {"description", "Gives the answer."}, {"input_schema", r.Schema}})
		body = append(body, pair{"tool_choice", map[string]string{"type": "tool", "name": answering}})
	}
	if len(tools) > 0 && !without["tools"] {
		body = append(body, pair{"tools", tools})
	}
	return "/messages", body, nil
}

// forced: the answer comes as the arguments of a tool.
func (a *anthropic) forced(r Request) bool {
	return r.Schema != nil && !a.lacks()["schema"] && !a.lacks()["tools"]
}

func (a *anthropic) list(ctx context.Context) ([]Info, error) {
	doc, err := get[openModels](ctx, a.http, a.base.JoinPath("models").String(), a.greet)
	return doc.infos(), err
}

func (a *anthropic) reader(r Request) reader { return &anthropicReader{forced: a.forced(r)} }

// anthropicReader understands an answer of typed events.
type anthropicReader struct {
	forced   bool
	thoughts thoughts
	call     *ToolCall // under way
	usage    Usage
	reason   string
}

type anthropicEvent struct {
	Type    string `json:"type"`
	Message struct {
		Usage anthropicUsage `json:"usage"`
	} `json:"message"`
	Block struct {
		Type string `json:"type"`
		Text string `json:"text"`
		ID   string `json:"id"`
		Name string `json:"name"`
	} `json:"content_block"`
	Delta struct {
		Type     string `json:"type"`
		Text     string `json:"text"`
		Thinking string `json:"thinking"`
		Args     string `json:"partial_json"`
		Reason   string `json:"stop_reason"`
	} `json:"delta"`
	Usage anthropicUsage  `json:"usage"`
	Error json.RawMessage `json:"error"`
}

// anthropicUsage counts apart what was read from the cache and written to it.
type anthropicUsage struct {
	In      int `json:"input_tokens"`
	Out     int `json:"output_tokens"`
	Read    int `json:"cache_read_input_tokens"`
	Written int `json:"cache_creation_input_tokens"`
}

func (a *anthropicReader) piece(data []byte) (out []Event, over bool, err error) {
	var e anthropicEvent
	if err := json.Unmarshal(data, &e); err != nil {
		return nil, false, fmt.Errorf("%w: %w", ErrGarbage, err)
	}
	switch e.Type {
	case "error":
		return nil, false, understood(0, data)
	case "message_start":
		u := e.Message.Usage
		a.usage = Usage{In: u.In + u.Read + u.Written, Out: u.Out, Cached: u.Read}
	case "content_block_start":
		if e.Block.Type == "tool_use" {
			a.call = &ToolCall{ID: e.Block.ID, Name: e.Block.Name}
		}
		return a.thoughts.part(e.Block.Text), false, nil
	case "content_block_delta":
		return a.delta(e), false, nil
	case "content_block_stop":
		return a.called(), false, nil
	case "message_delta":
		a.reason, a.usage.Out = cmp.Or(e.Delta.Reason, a.reason), max(a.usage.Out, e.Usage.Out)
	case "message_stop":
		out, err = a.end()
		return out, true, err
	case "":
		if len(e.Error) > 0 {
			return nil, false, understood(0, data)
		}
	}
	return nil, false, nil
}

func (a *anthropicReader) delta(e anthropicEvent) []Event {
	switch {
	case e.Delta.Thinking != "":
		return []Event{{Kind: Reasoning, Text: e.Delta.Thinking}}
	case e.Delta.Args != "" && a.forced:
		return []Event{{Kind: Text, Text: e.Delta.Args}}
	case e.Delta.Args != "" && a.call != nil:
		a.call.Args = append(a.call.Args, e.Delta.Args...)
	case a.forced: // talk before the answer
		return nil
	}
	return a.thoughts.part(e.Delta.Text)
}

// called is the tool call that is whole now.
func (a *anthropicReader) called() []Event {
	call := a.call
	a.call = nil
	if call == nil || a.forced {
		return nil
	}
	if len(call.Args) == 0 {
		call.Args = json.RawMessage("{}")
	}
	return []Event{{Kind: CallsTool, Tool: call}}
}

func (a *anthropicReader) end() ([]Event, error) {
	out := a.thoughts.rest()
	switch {
	case a.reason == "":
		return out, ErrBroken
	case a.forced && a.reason == "tool_use":
		a.reason = Stopped
	}
	return ended(out, &a.usage, a.reason)
}
