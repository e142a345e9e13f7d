package model

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"samantha"
)

// clock is one that a test moves. A wait that was asked for is told on waits.
type clock struct {
	mu    sync.Mutex
	now   time.Time
	due   []wait
	waits chan time.Duration
}

type wait struct {
	at time.Time
	ch chan time.Time
}

func newClock() *clock { return &clock{now: time.Unix(1e9, 0), waits: make(chan time.Duration, 1000)} }

func (c *clock) Now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.now
}

func (c *clock) After(d time.Duration) <-chan time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	w := wait{c.now.Add(d), make(chan time.Time, 1)}
	c.due = append(c.due, w)
	c.waits <- d
	return w.ch
}

// pass lets time pass.
func (c *clock) pass(d time.Duration) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.now = c.now.Add(d)
	for _, w := range c.due {
		if !w.at.After(c.now) {
			select {
			case w.ch <- c.now:
			default:
			}
		}
	}
}

// until returns when somebody waits for so long.
func (c *clock) until(t *testing.T, d time.Duration) {
	t.Helper()
	for {
		select {
		case got := <-c.waits:
			if got == d {
				return
			}
		case <-time.After(10 * time.Second):
			t.Fatalf("nobody waits %v", d)
		}
	}
}

// hasty is a clock on which pauses are over at once, and long waits never.
type hasty struct{}

func (hasty) Now() time.Time { return time.Unix(1e9, 0) }

func (hasty) After(d time.Duration) <-chan time.Time {
	ch := make(chan time.Time, 1)
	if d <= mostPause && d != toConnect && d != toAnswer {
		ch <- time.Time{}
	}
	return ch
}

func quick() Patience { return Patience{Clock: hasty{}} }

var _ samantha.Clock = hasty{}

// holding answers with a piece, and then waits until the request is closed, which it
// tells.
func holding(piece string, closed chan<- struct{}) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		_, _ = io.Copy(io.Discard, r.Body) // or the server does not notice
		w.Header().Set("Content-Type", "text/event-stream")
		_, _ = io.WriteString(w, piece)
		w.(http.Flusher).Flush()
		<-r.Context().Done()
		closed <- struct{}{}
	}
}

const onePiece = "data: {\"choices\":[{\"delta\":{\"content\":\"I\"},\"finish_reason\":null}]}\n\n"

// freed is that the other side saw the request closed.
func freed(t *testing.T, closed <-chan struct{}) {
	t.Helper()
	select {
	case <-closed:
	case <-time.After(10 * time.Second):
		t.Error("the other side goes on")
	}
}

func TestNothingComesInTime(t *testing.T) {
	for name, piece := range map[string]string{"silence": "", "a sign of life is no word": ": ping\n\ndata: {\"choices\":[{\"delta\":{\"role\":\"assistant\"}}]}\n\n"} {
		closed := make(chan struct{}, 2)
		url, asked := serving(t, holding(piece, closed))
		at := newClock()
		c := mustOpen(t, Endpoint{URL: url, Patience: Patience{First: time.Hour, Clock: at}})
		r := hello()
		r.First = 20 * time.Second
		end := make(chan error)
		go func() {
			_, err := transcript(c, r)
			end <- err
		}()
		at.until(t, 20*time.Second)
		at.pass(20 * time.Second)
		if err := <-end; !errors.Is(err, ErrLate) || asked() > 1 {
			t.Errorf("%s: %v, asked %d times", name, err, asked())
		}
		if asked() > 0 {
			freed(t, closed)
		}
	}
}

func TestItStopsInTheMiddle(t *testing.T) {
	closed := make(chan struct{}, 1)
	url, asked := serving(t, holding(onePiece, closed))
	at := newClock()
	c := mustOpen(t, Endpoint{URL: url, Patience: Patience{Stall: 10 * time.Second, Clock: at}})
	end := make(chan error)
	go func() {
		got, err := transcript(c, hello())
		if got != `t"I"` {
			t.Errorf("came: %s", got)
		}
		end <- err
	}()
	at.until(t, 10*time.Second)
	at.pass(10 * time.Second)
	if err := <-end; !errors.Is(err, ErrStalled) || asked() != 1 {
		t.Errorf("%v, asked %d times", err, asked())
	}
	freed(t, closed)
}

// TestASlowListenerIsNoStall: while a piece is being spoken nobody waits for the next.
func TestASlowListenerIsNoStall(t *testing.T) {
	url, _ := serving(t, file(t, "openai-plain.sse"))
	at := newClock()
	c := mustOpen(t, Endpoint{URL: url, Patience: Patience{Clock: at}})
	for _, err := range c.Stream(t.Context(), hello()) {
		if err != nil {
			t.Fatal(err)
		}
		at.pass(time.Hour)
	}
}

func TestLeavingFreesTheOtherSide(t *testing.T) {
	closed := make(chan struct{}, 1)
	url, _ := serving(t, holding(onePiece, closed))
	c := mustOpen(t, Endpoint{URL: url, Patience: quick()})
	for range c.Stream(t.Context(), hello()) {
		break
	}
	freed(t, closed)
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	var err error
	for _, err = range c.Stream(ctx, hello()) {
		stop()
	}
	if !errors.Is(err, context.Canceled) || Fault(err) != "" {
		t.Errorf("given up: %v", err)
	}
	freed(t, closed)
}

func TestAskedAgainOnlyIfNothingWasHeard(t *testing.T) {
	good := file(t, "ollama-finish-in-empty-delta.sse")
	for name, c := range map[string]struct {
		first http.HandlerFunc
		asked int
		fault string
	}{
		"too much to do":      {saying(503, `{"error":"server busy"}`), 2, ""},
		"come back at once":   {after("0", saying(429, `{"error":"slow down"}`)), 2, ""},
		"come back in a bit":  {after("1", saying(429, `{"error":"rate limit"}`)), 2, ""},
		"come back tomorrow":  {after("86400", saying(429, `{"error":"rate limit"}`)), 1, "quota"},
		"broke before a word": {saying(200, `{"choices":[{"delta":{"role":"assistant"}}]}`), 2, ""},
		"broke after a word":  {file(t, "broken.sse"), 1, "broken"},
		"no key":              {saying(401, `{}`), 1, "unauthorised"},
		"hung up":             {func(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) }, 2, ""},
	} {
		url, asked := serving(t, c.first, good)
		_, err := transcript(mustOpen(t, Endpoint{URL: url, Patience: quick()}), hello())
		if asked() != c.asked || Fault(err) != c.fault {
			t.Errorf("%s: asked %d times, %v", name, asked(), err)
		}
	}
	url, asked := serving(t, saying(503, `{}`))
	if _, err := transcript(mustOpen(t, Endpoint{URL: url, Patience: quick()}), hello()); asked() != 2 || !errors.Is(err, ErrBusy) {
		t.Errorf("for ever: asked %d times, %v", asked(), err)
	}
}

func after(seconds string, answer http.HandlerFunc) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Retry-After", seconds)
		answer(w, r)
	}
}

// bodies keeps what was asked.
func bodies(t *testing.T, answers ...http.HandlerFunc) (url string, asked *[]map[string]any) {
	t.Helper()
	asked = &[]map[string]any{}
	var all []http.HandlerFunc
	for _, a := range answers {
		all = append(all, func(w http.ResponseWriter, r *http.Request) {
			var body map[string]any
			if err := json.NewDecoder(r.Body).Decode(&body); err != nil {
				t.Error(err)
			}
			*asked = append(*asked, body)
			a(w, r)
		})
	}
	url, _ = serving(t, all...)
	return url, asked
}

// TestARequestIsMadeSmaller: what the other side does not know is left out, and the
// client remembers it.
func TestARequestIsMadeSmaller(t *testing.T) {
	for _, c := range []struct {
		status        int
		said          string
		without, with string
	}{
		{500, `{"error":{"message":"The model produced output that does not match the expected peg-native format"}}`, "tools", "messages"},
		{400, `{"error":"registry.ollama.ai/library/x does not support tools"}`, "tools", "messages"},
		{400, `{"error":{"message":"'response_format.type' must be 'text'"}}`, "response_format", "messages"},
		{400, `{"error":{"message":"Unrecognized request argument supplied: stream_options"}}`, "stream_options", "messages"},
		{400, `{"error":{"message":"Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead."}}`, "max_tokens", "max_completion_tokens"},
		{400, `{"error":{"message":"Unsupported value: 'temperature' does not support 0.7 with this model."}}`, "temperature", "messages"},
	} {
		url, asked := bodies(t, saying(c.status, c.said), file(t, "openai-plain.sse"))
		client := mustOpen(t, Endpoint{URL: url, Patience: quick()})
		r := hello()
		r.Tools, r.Schema = []Tool{{Name: "clock", Args: &Schema{}}}, mood()
		for range 2 {
			if _, err := transcript(client, r); err != nil {
				t.Fatalf("%s: %v", c.said, err)
			}
		}
		if len(*asked) != 3 {
			t.Fatalf("%s: asked %d times", c.said, len(*asked))
		}
		if (*asked)[0][c.without] == nil {
			t.Errorf("%s was never there", c.without)
		}
		for _, body := range (*asked)[1:] {
			if body[c.without] != nil || body[c.with] == nil {
				t.Errorf("%s: %v", c.said, body)
			}
		}
	}
}

// TestSmallerHasAnEnd: a server that is pleased with nothing is given up.
func TestSmallerHasAnEnd(t *testing.T) {
	url, asked := serving(t, saying(400, `{"error":"does not support tools"}`))
	if _, err := transcript(mustOpen(t, Endpoint{URL: url, Patience: quick()}), hello()); !errors.Is(err, ErrFailed) || asked() != 2 {
		t.Errorf("%v, asked %d times", err, asked())
	}
}

func TestTooMuchIsCutOff(t *testing.T) {
	flood := func(line string) http.HandlerFunc {
		return func(w http.ResponseWriter, _ *http.Request) {
			for range maxReply/len(line) + 2 {
				if _, err := io.WriteString(w, line); err != nil {
					return
				}
			}
		}
	}
	long := "data: " + strings.Repeat("x", maxLine)
	for name, answer := range map[string]http.HandlerFunc{
		"a line without end":   flood(long),
		"pieces without end":   flood(": " + strings.Repeat("x", 1000) + "\n"),
		"an error without end": func(w http.ResponseWriter, r *http.Request) { w.WriteHeader(500); flood(long)(w, r) },
	} {
		url, _ := serving(t, answer)
		_, err := transcript(mustOpen(t, Endpoint{URL: url, Patience: quick()}), hello())
		if f := Fault(err); f != "garbage" && f != "failed" || len(err.Error()) > 600 {
			t.Errorf("%s: %.300v", name, err)
		}
	}
}

// TestRequests: what is sent, in each dialect.
func TestRequests(t *testing.T) {
	r := Request{
		System:      []Block{{"Who she is.", true}, {"Now.", false}},
		Messages:    []Message{{Assistant, "Hello."}, {User, "One"}, {User, "two"}, {User, " "}},
		Schema:      mood(),
		Tools:       []Tool{{"clock", "the time", &Schema{}}},
		Max:         99,
		Temperature: 0.5, Stop: []string{"END"}, Seed: 7,
	}
	for dialect, want := range map[string]struct{ path, key, body string }{
		OpenAI:    {"/v1/chat/completions", "Authorization=Bearer k", `{"max_tokens":99,"messages":[{"content":"Who she is.\n\nNow.","role":"system"},{"content":"...","role":"user"},{"content":"Hello.","role":"assistant"},{"content":"One\ntwo","role":"user"}],"model":"m","response_format":{"json_schema":{"name":"answer","schema":SCHEMA,"strict":true},"type":"json_schema"},"seed":7,"stop":["END"],"stream":true,"stream_options":{"include_usage":true},"temperature":0.5,"tools":[{"function":{"description":"the time","name":"clock","parameters":{"additionalProperties":false,"properties":{},"required":[],"type":"object"}},"type":"function"}]}`},
		Anthropic: {"/v1/messages", "X-Api-Key=k", `{"max_tokens":99,"messages":[{"content":"...","role":"user"},{"content":"Hello.","role":"assistant"},{"content":"One\ntwo","role":"user"}],"model":"m","stop_sequences":["END"],"stream":true,"system":[{"cache_control":{"type":"ephemeral"},"text":"Who she is.","type":"text"},{"text":"Now.","type":"text"}],"temperature":0.5,"tool_choice":{"name":"answer","type":"tool"},"tools":[{"description":"the time","input_schema":{"additionalProperties":false,"properties":{},"required":[],"type":"object"},"name":"clock"},{"description":"Gives the answer.","input_schema":SCHEMA,"name":"answer"}]}`},
		Gemini:    {"/v1beta/models/m:streamGenerateContent?alt=sse", "X-Goog-Api-Key=k", `{"contents":[{"parts":[{"text":"..."}],"role":"user"},{"parts":[{"text":"Hello."}],"role":"model"},{"parts":[{"text":"One\ntwo"}],"role":"user"}],"generationConfig":{"maxOutputTokens":99,"responseMimeType":"application/json","responseSchema":{"properties":{"feeling":{"enum":["joy","sad"],"type":"STRING"},"n":{"maximum":9,"minimum":-3,"type":"INTEGER"}},"propertyOrdering":["feeling","n"],"required":["feeling","n"],"type":"OBJECT"},"seed":7,"stopSequences":["END"],"temperature":0.5},"systemInstruction":{"parts":[{"text":"Who she is.\n\nNow."}]},"tools":[{"functionDeclarations":[{"description":"the time","name":"clock","parameters":{"properties":{},"propertyOrdering":[],"required":[],"type":"OBJECT"}}]}]}`},
	} {
		var path, key, body string
		s := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, q *http.Request) {
			name, _, _ := strings.Cut(want.key, "=")
			path, key = q.URL.RequestURI(), name+"="+q.Header.Get(name)
			var doc any
			_ = json.NewDecoder(q.Body).Decode(&doc)
			again, _ := json.Marshal(doc) // in the order of the keys
			body = string(again)
		}))
		_, _ = transcript(mustOpen(t, Endpoint{Dialect: dialect, URL: s.URL, Key: "k", Model: "m", Patience: quick()}), r)
		s.Close()
		want.body = strings.ReplaceAll(want.body, "SCHEMA", `{"additionalProperties":false,"properties":{"feeling":{"enum":["joy","sad"],"type":"string"},"n":{"maximum":9,"minimum":-3,"type":"integer"}},"required":["feeling","n"],"type":"object"}`)
		if path != want.path || key != want.key || body != want.body {
			t.Errorf("%s: %s %s\n got %s\nwant %s", dialect, path, key, body, want.body)
		}
	}
}

func TestOpenWantsAnEndpoint(t *testing.T) {
	for _, e := range []Endpoint{{}, {URL: "host"}, {URL: "ftp://host"}, {URL: "http://me:secret@host"}, {URL: "http://host", Dialect: "latin"}} {
		if _, err := Open(e, nil); !errors.Is(err, samantha.ErrInvalid) {
			t.Errorf("%+v: %v", e, err)
		}
	}
	for url, want := range map[string]string{"https://api.anthropic.com/v1": Anthropic, "https://generativelanguage.googleapis.com": Gemini, "http://127.0.0.1:8080": OpenAI} {
		if got := Guess(url); got != want {
			t.Errorf("%s: %s", url, got)
		}
	}
	for url, want := range map[string]bool{"http://127.0.0.1:1": true, "http://localhost/v1": true, "http://[::1]:2": true, "http://[::ffff:127.0.0.1]": true, "http://127.0.0.1.nip.io": false, "http://192.168.1.2": false, "http://0.0.0.0": false, "https://api.openai.com": false} {
		if Local(url) != want {
			t.Errorf("%s: %v", url, !want)
		}
	}
}

func TestEmbedding(t *testing.T) {
	url, asked := bodies(t,
		saying(200, `{"object":"list","data":[{"index":1,"embedding":[0,1]},{"index":0,"embedding":[1,0]}]}`),
		saying(200, `{"data":[{"index":0,"embedding":[1]}]}`),
		saying(200, `{"data":[{"index":7,"embedding":[1]}]}`),
		saying(404, `{"error":"no such route"}`))
	c := mustOpen(t, Endpoint{URL: url, Model: "e", Patience: quick()}).(Embedder)
	got, err := c.Embed(t.Context(), []string{"a", "b"})
	if err != nil || got[0][0] != 1 || got[1][1] != 1 || (*asked)[0]["model"] != "e" {
		t.Errorf("%v, %v, %v", got, err, *asked)
	}
	for _, fault := range []string{"garbage", "garbage", "no model"} {
		if _, err := c.Embed(t.Context(), []string{"a", "b"}); Fault(err) != fault {
			t.Errorf("%v, want %s", err, fault)
		}
	}
}
