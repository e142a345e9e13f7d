// Package model is words with a model: a thin layer over the three dialects that
// language models are spoken to in, and the search for one on this machine.
//
// The idea: a model is at the other end of one POST whose answer comes in pieces. What
// is the same everywhere (the stream, how long to wait, when to try again, what went
// wrong, how much is too much) is written once, in call.go; a dialect only says how a
// request is written and what a piece of the answer means. Nothing here opens a
// connection of its own or reads a key: the http.Client and the key are given, and so
// what may be reached is decided elsewhere.
package model

import (
	"context"
	"encoding/json"
	"fmt"
	"iter"
	"net/http"
	"net/netip"
	"net/url"
	"strings"
	"time"

	"samantha"
)

// Request is one call to a model.
type Request struct {
	Model       string  // "" is the endpoint's
	System      []Block // the stable prefix first
	Messages    []Message
	Schema      *Schema // the answer is JSON of this shape; nil is free text
	Tools       []Tool  // only for a model that is known to use them
	Max         int     // tokens of the reply; 0 is [MaxTokens]
	Temperature float64 // 0..2; 0 is always the likeliest word
	Stop        []string
	Seed        uint64 // 0 is none
	// First is how long to wait until anything comes; 0 is the endpoint's. A long prompt
	// takes its time on a slow machine.
	First time.Duration
}

// MaxTokens is how long a reply may be if the request does not say.
const MaxTokens = 512

// Block is a part of what a model is told before the talk.
type Block struct {
	Text  string
	Cache bool // it ends a prefix that stays the same from call to call
}

// Message is what one side said.
type Message struct {
	Role string // [User] or [Assistant]
	Text string
}

// The two sides of a talk.
const (
	User      = "user"
	Assistant = "assistant"
)

// Tool is something a model may ask for.
type Tool struct {
	Name string // letters, digits and _
	Says string // what it is for
	Args *Schema
}

// EventKind says what came.
type EventKind int

// What comes from a model, in the order in which it may come. Done is the last, and
// comes unless there was an error.
const (
	Text      EventKind = iota // a piece of the answer
	Reasoning                  // a piece of what it thinks to itself; never for the person
	CallsTool                  // a tool it asks for, whole
	Used                       // what the call took, if the other side says
	Done                       // the end, and why
)

// Event is a piece of an answer.
type Event struct {
	Kind   EventKind
	Text   string
	Tool   *ToolCall
	Usage  *Usage
	Reason string // of Done: [Stopped], [Full] or [ForTool]
}

// Why an answer ended.
const (
	Stopped = "stop"   // it was at its end, or at a stop word
	Full    = "length" // no more tokens were allowed, or there was no room
	ForTool = "tool"   // it waits for a tool
)

// ToolCall is one tool that a model asks for.
type ToolCall struct {
	ID, Name string
	Args     json.RawMessage // as it came; it may be no JSON at all
}

// Usage is what a call took, in tokens, and how fast it went where that is told.
type Usage struct {
	In, Out, Cached  int     // Cached of In were not computed again
	Prefill, Decoded float64 // tokens per second
}

// Info is one model that an endpoint has. What is not known is zero.
type Info struct {
	Name    string `json:"name"`
	Server  string `json:"server,omitempty"`  // as a person knows it: "Ollama"
	Bytes   int64  `json:"bytes,omitempty"`   // on disk
	Context int    `json:"context,omitempty"` // tokens
	Loaded  bool   `json:"loaded,omitempty"`
	Tools   bool   `json:"tools,omitempty"`
	Embeds  bool   `json:"embeds,omitempty"` // it makes vectors and cannot talk
	// Away: its server is here and hands on what it hears to one that is elsewhere.
	Away bool `json:"away,omitempty"`
}

// A Client talks to one endpoint in one dialect. It may be used by many goroutines.
type Client interface {
	// Stream asks and yields what comes. Leaving the loop, or ending ctx, closes the
	// request, so that the other side stops. An error is the last thing yielded and is
	// one of this package's kinds (see [Fault]).
	Stream(ctx context.Context, r Request) iter.Seq2[Event, error]
	// Models lists what the endpoint has.
	Models(ctx context.Context) ([]Info, error)
}

// Embedder is a client that can also make vectors of texts.
type Embedder interface {
	// Embed gives one vector a text, in their order.
	Embed(ctx context.Context, texts []string) ([][]float32, error)
}

// Endpoint is where a model is and how it is spoken to.
type Endpoint struct {
	Dialect string // one of [Dialects]; "" is [OpenAI]
	URL     string // https://host/v1; without a path the dialect's own is added
	Key     string // "" sends none
	Model   string
	Patience
}

// Patience is how long to wait, on which clock. The zero value is [Usual] times on the
// machine's clock.
type Patience struct {
	First time.Duration  // until anything at all comes
	Stall time.Duration  // between two pieces
	Clock samantha.Clock // nil is the machine's
}

// Usual is how long a talk can wait (handbook: 20 s and the time for the prompt, which
// whoever knows the speed adds; 10 s between two pieces).
func Usual() Patience { return Patience{First: 20 * time.Second, Stall: 10 * time.Second} }

// The dialects.
const (
	OpenAI    = "openai"
	Anthropic = "anthropic"
	Gemini    = "gemini"
	Engine    = "engine" // OpenAI's, spoken by the child of this program
)

// Dialects are all of them.
func Dialects() []string { return []string{OpenAI, Anthropic, Gemini, Engine} }

// Guess is the dialect of an address, by the host that made it.
func Guess(address string) string {
	switch u, err := url.Parse(address); {
	case err != nil:
	case u.Hostname() == "api.anthropic.com":
		return Anthropic
	case u.Hostname() == "generativelanguage.googleapis.com":
		return Gemini
	}
	return OpenAI
}

// Local reports whether an address is of this very machine.
func Local(address string) bool {
	u, err := url.Parse(address)
	if err != nil {
		return false
	}
	to, err := netip.ParseAddr(u.Hostname())
	return u.Hostname() == "localhost" || u.Hostname() == EngineHost || err == nil && to.Unmap().IsLoopback()
}

// Host is the server of an address, with its port if that is written.
func Host(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return u.Host
}

// Open makes a client of an endpoint; nothing is sent yet. It fails with
// [samantha.ErrInvalid] if the endpoint makes no sense.
func Open(e Endpoint, http *http.Client) (Client, error) {
	u, err := url.Parse(e.URL)
	if err != nil || u.Host == "" || u.User != nil || u.Scheme != "http" && u.Scheme != "https" {
		return nil, fmt.Errorf("%q is no address of a server, such as http://127.0.0.1:8080/v1: %w", e.URL, samantha.ErrInvalid)
	}
	e.Patience = e.orUsual()
	c := &client{e: e, http: http}
	path := "/v1"
	switch e.Dialect {
	case "", OpenAI, Engine:
		c.dialect = &openAI{c}
	case Anthropic:
		c.dialect = &anthropic{c}
	case Gemini:
		c.dialect, path = &gemini{c}, "/v1beta"
	default:
		return nil, fmt.Errorf("there is no dialect %q; it is one of %s: %w", e.Dialect, strings.Join(Dialects(), ", "), samantha.ErrInvalid)
	}
	if u.Path = strings.TrimRight(u.Path, "/"); u.Path == "" {
		u.Path = path
	}
	c.base = u
	if o, ok := c.dialect.(*openAI); ok {
		return o, nil // it can embed, too
	}
	return c, nil
}

func (p Patience) orUsual() Patience {
	usual := Usual()
	if p.First == 0 {
		p.First = usual.First
	}
	if p.Stall == 0 {
		p.Stall = usual.Stall
	}
	if p.Clock == nil {
		p.Clock = machine{}
	}
	return p
}

// machine is the machine's clock.
type machine struct{}

func (machine) Now() time.Time                         { return time.Now() }
func (machine) After(d time.Duration) <-chan time.Time { return time.After(d) }

// Ask is a whole answer at once. With a schema the answer is found in what came, and
// checked: [ErrGarbage] if it is not of that shape.
func Ask(ctx context.Context, c Client, r Request) (string, Usage, error) {
	var text strings.Builder
	var used Usage
	for e, err := range c.Stream(ctx, r) {
		switch {
		case err != nil:
			return text.String(), used, err
		case e.Kind == Text:
			text.WriteString(e.Text)
		case e.Kind == Used:
			used = *e.Usage
		}
	}
	if r.Schema == nil {
		return text.String(), used, nil
	}
	found, err := r.Schema.Find(text.String())
	return string(found), used, err
}
