package model

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"slices"
	"strings"
)

// gemini speaks Gemini's generateContent.
type gemini struct{ *client }

func (g *gemini) greet(h http.Header) {
	if g.e.Key != "" {
		h.Set("X-Goog-Api-Key", g.e.Key)
	}
}

// geminiPart is a piece of either side's words.
type geminiPart struct {
	Text    string `json:"text,omitempty"`
	Thought bool   `json:"thought,omitempty"`
	Call    *struct {
		Name string          `json:"name"`
		Args json.RawMessage `json:"args"`
	} `json:"functionCall,omitempty"`
}

type geminiContent struct {
	Role  string       `json:"role,omitempty"`
	Parts []geminiPart `json:"parts"`
}

func (g *gemini) write(r Request, without map[string]bool) (string, any, error) {
	contents := []geminiContent{}
	for _, m := range r.Messages {
		role := m.Role
		if role == Assistant {
			role = "model"
		}
		contents = append(contents, geminiContent{role, []geminiPart{{Text: m.Text}}})
	}
	config := ordered{{"maxOutputTokens", r.Max}}
	add := func(what string, wanted bool, key string, value any) {
		if wanted && !without[what] {
			config = append(config, pair{key, value})
		}
	}
	add("temperature", true, "temperature", r.Temperature)
	add("stop", len(r.Stop) > 0, "stopSequences", r.Stop)
	add("seed", r.Seed != 0, "seed", r.Seed&(1<<31-1))
	if r.Schema != nil {
		add("schema", true, "responseMimeType", "application/json")
		add("schema", true, "responseSchema", r.Schema.written(true))
	}
	body := ordered{{"contents", contents}, {"generationConfig", config}}
	if len(r.System) > 0 {
		body = append(body, pair{"systemInstruction", geminiContent{Parts: []geminiPart{{Text: joined(r.System)}}}})
	}
	if len(r.Tools) > 0 && !without["tools"] {
		var tools []ordered
		for _, t := range r.Tools {
			tools = append(tools, ordered{{"name", t.Name}, {"description", t.Says}, {"parameters", t.Args.written(true)}})
		}
		body = append(body, pair{"tools", []map[string]any{{"functionDeclarations": tools}}})
	}
	return "/models/" + strings.TrimPrefix(r.Model, "models/") + ":streamGenerateContent?alt=sse", body, nil
}

func (g *gemini) list(ctx context.Context) ([]Info, error) {
	type models struct {
		Models []struct {
			Name    string   `json:"name"`
			Context int      `json:"inputTokenLimit"`
			Methods []string `json:"supportedGenerationMethods"`
		} `json:"models"`
	}
	to := g.base.JoinPath("models")
	to.RawQuery = "pageSize=1000"
	doc, err := get[models](ctx, g.http, to.String(), g.greet)
	var out []Info
	for _, m := range doc.Models {
		out = append(out, Info{
			Name: strings.TrimPrefix(m.Name, "models/"), Context: m.Context,
			Embeds: !slices.Contains(m.Methods, "generateContent"),
		})
	}
	return out, err
}

func (g *gemini) reader(Request) reader { return &geminiReader{} }

// geminiReader understands an answer that ends when nothing more comes.
type geminiReader struct {
	usage  *Usage
	calls  int
	reason string
}

type geminiChunk struct {
	Candidates []struct {
		Content geminiContent `json:"content"`
		Reason  string        `json:"finishReason"`
	} `json:"candidates"`
	Feedback struct {
		Blocked string `json:"blockReason"`
	} `json:"promptFeedback"`
	Usage *struct {
		In       int `json:"promptTokenCount"`
		Out      int `json:"candidatesTokenCount"`
		Thoughts int `json:"thoughtsTokenCount"`
		Cached   int `json:"cachedContentTokenCount"`
	} `json:"usageMetadata"`
	Error json.RawMessage `json:"error"`
}

func (g *geminiReader) piece(data []byte) (out []Event, over bool, err error) {
	var c geminiChunk
	switch err := json.Unmarshal(data, &c); {
	case err != nil:
		return nil, false, fmt.Errorf("%w: %w", ErrGarbage, err)
	case len(c.Error) > 0:
		return nil, false, understood(0, data)
	case c.Feedback.Blocked != "":
		return nil, false, told(ErrRefused, c.Feedback.Blocked)
	}
	if u := c.Usage; u != nil {
		g.usage = &Usage{In: u.In, Out: u.Out + u.Thoughts, Cached: u.Cached}
	}
	for _, candidate := range c.Candidates {
		for _, p := range candidate.Content.Parts {
			out = g.part(out, p)
		}
		g.reason = cmp.Or(candidate.Reason, g.reason)
	}
	return out, false, nil
}

func (g *geminiReader) part(out []Event, p geminiPart) []Event {
	switch {
	case p.Call != nil:
		g.calls++
		return append(out, Event{Kind: CallsTool, Tool: &ToolCall{fmt.Sprintf("call%d", g.calls), p.Call.Name, p.Call.Args}})
	case p.Text == "":
		return out
	case p.Thought:
		return append(out, Event{Kind: Reasoning, Text: p.Text})
	}
	return append(out, Event{Kind: Text, Text: p.Text})
}

func (g *geminiReader) end() ([]Event, error) {
	switch {
	case g.reason == "":
		return nil, ErrBroken
	case g.calls > 0 && g.reason == "STOP":
		g.reason = ForTool
	}
	return ended(nil, g.usage, g.reason)
}
