package model

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"testing/iotest"
)

// transcript is what came, shortly: t text, r reasoning, c tool call, u usage, d done.
func transcript(c Client, r Request) (string, error) {
	var out []string
	for e, err := range c.Stream(context.Background(), r) {
		if err != nil {
			return strings.Join(out, " "), err
		}
		switch e.Kind {
		case Text:
			out = append(out, fmt.Sprintf("t%q", e.Text))
		case Reasoning:
			out = append(out, fmt.Sprintf("r%q", e.Text))
		case CallsTool:
			out = append(out, fmt.Sprintf("c:%s:%s:%s", e.Tool.ID, e.Tool.Name, e.Tool.Args))
		case Used:
			out = append(out, fmt.Sprintf("u%d/%d/%d", e.Usage.In, e.Usage.Cached, e.Usage.Out))
		case Done:
			out = append(out, "d:"+e.Reason)
		}
	}
	return strings.Join(out, " "), nil
}

func hello() Request { return Request{Messages: []Message{{User, "Hello"}}} }

func mustOpen(t *testing.T, e Endpoint) Client {
	t.Helper()
	c, err := Open(e, http.DefaultClient)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// serving is a server whose answers are these, one a request; the last one is repeated.
func serving(t *testing.T, answers ...http.HandlerFunc) (url string, asked func() int) {
	t.Helper()
	var n atomic.Int32
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		answers[min(int(n.Add(1)), len(answers))-1](w, r)
	}))
	t.Cleanup(s.Close)
	return s.URL, func() int { return int(n.Load()) }
}

func file(t *testing.T, name string) http.HandlerFunc {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	kinds := map[string]string{".sse": "text/event-stream", ".json": "application/json; charset=utf-8", ".ndjson": "application/x-ndjson", ".html": "text/html"}
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", kinds[filepath.Ext(name)])
		_, _ = w.Write(data)
	}
}

func saying(status int, text string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		w.WriteHeader(status)
		_, _ = io.WriteString(w, text)
	}
}

// recorded are answers in testdata, and what is to come of them.
type recorded struct {
	dialect, file, want string
	fault               string
}

func recordings() []recorded {
	return []recorded{
		{OpenAI, "openai-plain.sse", `t"Good " t"morning." u21/16/4 d:stop`, ""},
		{OpenAI, "openai-reasoning-content.sse", `r"They are " r"tired." t"Long day?" d:stop`, ""},
		{OpenAI, "openai-think-split.sse", `r"a" r" < b" t"Yes, 1 " t"< 2 and " t"<t" d:stop`, ""},
		{OpenAI, "openai-tool-deltas.sse", `c:call_a:remind:{"what":"milk"} c:call_b:clock:{} d:tool`, ""},
		{OpenAI, "openai-tool-whole.sse", `c:x1:remind:{"what":"milk"} c:x2:clock:{} d:tool`, ""},
		{OpenAI, "ollama-finish-in-empty-delta.sse", `t"Hello" d:stop`, ""},
		{OpenAI, "ollama-chat.ndjson", `r"Short." t"Hello" u11/0/2 d:stop`, ""},
		{OpenAI, "llama-server-timings.sse", `t"It is" u243/236/2 d:length`, ""},
		{OpenAI, "no-usage-no-done.sse", `t"Right." d:stop`, ""},
		{OpenAI, "not-streamed.json", `t"All at once." u3/0/4 d:stop`, ""},
		{OpenAI, "error-in-stream.sse", `t"I was"`, "memory"},
		{OpenAI, "error-alone.sse", ``, "too long"},
		{OpenAI, "broken.sse", `t"I was going to"`, "broken"},
		{OpenAI, "content-filter.sse", `t"I"`, "refused"},
		{OpenAI, "refusal.sse", ``, "refused"},
		{OpenAI, "web-page.html", ``, "garbage"},
		{OpenAI, "half-json.sse", ``, "garbage"},
		{Anthropic, "anthropic-text.sse", `r"Be short." t"There you are." u912/900/9 d:stop`, ""},
		{Anthropic, "anthropic-tool.sse", `c:toolu_1:answer:{"feeling": "sad", "n": 3} u40/0/20 d:tool`, ""},
		{Anthropic, "anthropic-overloaded.sse", ``, "busy"},
		{Gemini, "gemini-text.sse", `r"Let me see." t"Hello " t"there." u30/20/10 d:stop`, ""},
		{Gemini, "gemini-tool.sse", `c:call1:remind:{"what":"milk"} d:tool`, ""},
		{Gemini, "gemini-blocked.sse", ``, "refused"},
		{Gemini, "gemini-safety.sse", `t"Well"`, "refused"},
	}
}

func TestRecordedAnswers(t *testing.T) {
	seen := map[string]bool{}
	for _, r := range recordings() {
		t.Run(r.file, func(t *testing.T) {
			seen[r.file] = true
			url, _ := serving(t, file(t, r.file))
			got, err := transcript(mustOpen(t, Endpoint{Dialect: r.dialect, URL: url, Model: "m", Patience: quick()}), hello())
			if got != r.want || Fault(err) != r.fault || (err == nil) != (r.fault == "") {
				t.Errorf("%s\n got %s, %v\nwant %s, %s", r.file, got, err, r.want, r.fault)
			}
		})
	}
	for _, ext := range []string{"*.sse", "*.ndjson"} {
		files, _ := filepath.Glob("testdata/" + ext)
		for _, f := range files {
			if !seen[filepath.Base(f)] {
				t.Errorf("%s is tried by nobody", f)
			}
		}
	}
}

// TestPiecesComeAnyhow: however the bytes are cut, the pieces are the same.
func TestPiecesComeAnyhow(t *testing.T) {
	for _, r := range recordings() {
		data, err := os.ReadFile(filepath.Join("testdata", r.file))
		if err != nil {
			t.Fatal(err)
		}
		all := func(from io.Reader) (out []string) {
			for p, err := range pieces(from) {
				out = append(out, fmt.Sprint(string(p), err))
			}
			return out
		}
		whole, bitwise := all(strings.NewReader(string(data))), all(iotest.OneByteReader(strings.NewReader(string(data))))
		windows := all(strings.NewReader(strings.ReplaceAll(string(data), "\n", "\r\n")))
		if fmt.Sprint(whole) != fmt.Sprint(bitwise) || fmt.Sprint(whole) != fmt.Sprint(windows) {
			t.Errorf("%s: %q, %q, %q", r.file, whole, bitwise, windows)
		}
	}
}

// FuzzPieces: no server can bring her down, and text is never made of nothing.
func FuzzPieces(f *testing.F) {
	for _, r := range recordings() {
		data, err := os.ReadFile(filepath.Join("testdata", r.file))
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		for _, from := range []reader{&openReader{}, &anthropicReader{}, &geminiReader{}} {
			size := 0
			for p, err := range pieces(strings.NewReader(string(data))) {
				if err != nil {
					break
				}
				events, over, err := from.piece(p)
				for _, e := range events {
					size += len(e.Text)
				}
				if err != nil || over {
					break
				}
			}
			if size > 3*len(data) { // a byte that is no UTF-8 becomes three
				t.Errorf("%d bytes of text out of %d", size, len(data))
			}
		}
	})
}

func TestThoughtsAreCutAnyhow(t *testing.T) {
	const text = "<think>first <b></think>So <thinking>more</thinking>it is < 3 </"
	for size := 1; size <= len(text); size++ {
		var parts thoughts
		var events []Event
		for at := 0; at < len(text); at += size {
			events = append(events, parts.part(text[at:min(at+size, len(text))])...)
		}
		said, thought := "", ""
		for _, e := range append(events, parts.rest()...) {
			if e.Kind == Text {
				said += e.Text
			} else {
				thought += e.Text
			}
		}
		if said != "So it is < 3 </" || thought != "first <b>more" {
			t.Errorf("in pieces of %d: %q, %q", size, said, thought)
		}
	}
}

func TestWhatServersSay(t *testing.T) {
	for _, c := range []struct {
		status     int
		said, want string
	}{
		{401, `{"error":{"message":"Incorrect API key provided: sk-x","type":"invalid_request_error","code":"invalid_api_key"}}`, "unauthorised"},
		{403, `{"type":"error","error":{"type":"permission_error","message":"no"}}`, "unauthorised"},
		{400, `[{"error":{"code":400,"message":"API key not valid. Please pass a valid API key.","status":"INVALID_ARGUMENT"}}]`, "unauthorised"},
		{404, `{"error":{"message":"model \"x\" not found, try pulling it first","type":"not_found_error"}}`, "no model"},
		{404, `404 page not found`, "no model"},
		{400, `{"error":{"message":"This model's maximum context length is 8192 tokens","code":"context_length_exceeded"}}`, "too long"},
		{413, ``, "too long"},
		{500, `{"error":"model requires more system memory (5.6 GiB) than is available (2.1 GiB)"}`, "memory"},
		{429, `{"error":{"message":"You exceeded your current quota","code":"insufficient_quota"}}`, "quota"},
		{402, `{}`, "quota"},
		{400, `{"error":{"code":"content_filter","message":"filtered"}}`, "refused"},
		{503, `{"error":{"message":"Loading model","type":"unavailable_error","code":503}}`, "busy"},
		{529, `{"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}`, "busy"},
		{500, `<html>`, "failed"},
		{418, `{"detail":[{"msg":"x"}]}`, "failed"},
	} {
		url, _ := serving(t, saying(c.status, c.said))
		_, err := transcript(mustOpen(t, Endpoint{URL: url, Patience: quick()}), hello())
		if Fault(err) != c.want || strings.ContainsAny(fmt.Sprint(err), "\n") {
			t.Errorf("%d %s: %v is %q, want %q", c.status, c.said, err, Fault(err), c.want)
		}
	}
	if _, err := transcript(mustOpen(t, Endpoint{URL: "http://127.0.0.1:1", Patience: quick()}), hello()); Fault(err) != "unreachable" || strings.Contains(err.Error(), "/v1") {
		t.Errorf("nobody there: %v", err)
	}
	if Fault(context.Canceled) != "" || Fault(nil) != "" {
		t.Error("a call that was given up is no failure")
	}
}

// TestEveryMeaningIsKnown holds faults.txt to the kinds there are.
func TestEveryMeaningIsKnown(t *testing.T) {
	n := 0
	for line := range strings.Lines(faultsText) {
		if strings.HasPrefix(line, "#") || strings.TrimSpace(line) == "" {
			continue
		}
		n++
		_, words, ok := strings.Cut(line, "|")
		words = strings.TrimSpace(words)
		if err := understood(0, []byte(words)); !ok || words != strings.ToLower(words) {
			t.Errorf("%q: %v", line, err)
		}
		means, _, _ := strings.Cut(line, "|")
		means = strings.TrimSpace(means)
		var less without
		err := understood(0, []byte(words))
		if errors.As(err, &less) != strings.HasPrefix(means, "without ") || less.error == nil && Fault(err) != means {
			t.Errorf("%q means %q", line, Fault(err))
		}
	}
	if n == 0 {
		t.Fatal("no line")
	}
}
