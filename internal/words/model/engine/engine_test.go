//go:build unix

package engine

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"samantha/internal/words/model/engine/tiny"
)

func get(t *testing.T, e *Engine, path string, into any) {
	t.Helper()
	response, err := e.Client().Get("http://engine" + path)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	if err := json.NewDecoder(response.Body).Decode(into); err != nil {
		t.Fatal(err)
	}
}

func TestItAnswers(t *testing.T) {
	e := open(t, Options{Model: model(t, tiny.Small())})
	if e.Running() {
		t.Error("it runs before anybody needs it")
	}
	got, err := say(e, asked{"messages": talk("Hello there"), "max_tokens": 40, "seed": 5, "temperature": 1.2}, nil)
	if err != nil || got.tokens != 40 || got.finish != "length" || !got.whole || got.text == "" || !utf8.ValidString(got.text) {
		t.Errorf("%+v, %v", got, err)
	}
	again, err := say(e, asked{"messages": talk("Hello there"), "max_tokens": 40, "seed": 5, "temperature": 1.2}, nil)
	if err != nil || again.text != got.text {
		t.Errorf("the same seed says %q and %q, %v", got.text, again.text, err)
	}
	info, err := os.Stat(e.socket)
	if err != nil || info.Mode() != fs.ModeSocket|0o600 {
		t.Errorf("the socket is %v, %v", info.Mode(), err)
	}
	var models struct{ Data []struct{ ID string } }
	if get(t, e, "/v1/models", &models); len(models.Data) != 1 || models.Data[0].ID != "model" {
		t.Errorf("%+v", models)
	}
	response, err := post(t.Context(), e, asked{"messages": talk("as a whole"), "max_tokens": 8, "seed": 1})
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	var whole struct {
		Choices []struct{ Message struct{ Content string } }
	}
	if err := json.NewDecoder(response.Body).Decode(&whole); err != nil || whole.Choices[0].Message.Content == "" {
		t.Errorf("%+v, %v", whole, err)
	}
}

func TestWhatItCannotDoIsSaid(t *testing.T) {
	e := open(t, Options{Model: model(t, tiny.Small()), Context: 256})
	for _, c := range []struct {
		ask  asked
		says string
	}{
		{asked{"messages": talk(strings.Repeat("far too long ", 40))}, "there is room for 256"},
		{asked{"messages": talk("x"), "tools": []int{1}}, "does not support tools"},
		{asked{"messages": talk("x"), "grammar": "root ::= ("}, "does not understand the grammar"},
		{asked{"messages": talk("x"), "response_format": asked{"type": "yaml"}}, "not known"},
		{asked{"messages": talk("x"), "response_format": asked{"type": "json_schema", "json_schema": asked{"schema": asked{"type": "number"}}}}, "not known to the engine"},
		{asked{}, "messages are missing"},
		{asked{"messages": "x"}, "cannot be read"},
	} {
		got, err := say(e, c.ask, nil)
		if err != nil || !strings.Contains(got.problem, c.says) {
			t.Errorf("%v: %+v, %v", c.ask, got, err)
		}
	}
	if got, err := say(e, letters(400, 1), nil); err != nil || got.finish != "length" || got.tokens < 200 {
		t.Errorf("a reply ends where the context does: %+v, %v", got, err)
	}
}

func TestATemplateNobodyKnowsIsRefused(t *testing.T) {
	for template, says := range map[string]string{"{{ messages | some_new_form }}": "chat template of this model is not known", "none": "brings no chat template"} {
		s := tiny.Small()
		s.Template = template
		e := open(t, Options{Model: model(t, s)})
		if got, err := say(e, asked{"messages": talk("x")}, nil); err != nil || !strings.Contains(got.problem, says) {
			t.Errorf("%s: %+v, %v", template, got, err)
		}
	}
}

// TestAFileThatIsNoModel: what the engine says of it reaches whoever asked.
func TestAFileThatIsNoModel(t *testing.T) {
	path := filepath.Join(t.TempDir(), "no.gguf")
	if err := os.WriteFile(path, []byte("GGUF, it says"), 0o600); err != nil {
		t.Fatal(err)
	}
	_, err := say(open(t, Options{Model: path}), asked{"messages": talk("x")}, nil)
	if err == nil || !strings.Contains(err.Error(), "no model that this engine reads") {
		t.Errorf("%v", err)
	}
}

// TestTheBeginningIsReadOnce: of a second prompt that begins alike, only what is
// new is computed.
func TestTheBeginningIsReadOnce(t *testing.T) {
	e := open(t, Options{Model: model(t, tiny.Small())})
	prefix := strings.Repeat("She is who she is, and stays it. ", 40)
	first, err := say(e, asked{"messages": talk(prefix + "How are you?"), "max_tokens": 4, "seed": 1}, nil)
	if err != nil || first.cached != 0 {
		t.Fatalf("%+v, %v", first, err)
	}
	second, err := say(e, asked{"messages": talk(prefix + "What now?"), "max_tokens": 4, "seed": 1}, nil)
	if err != nil || second.prompt > first.prompt*15/100 {
		t.Errorf("%d tokens, then %d, %v", first.prompt, second.prompt, err)
	}
}

// TestWhoGoesAwayIsNoticed: in the middle of a reply and of a long prompt the engine
// is free for the next within a moment.
func TestWhoGoesAwayIsNoticed(t *testing.T) {
	if testing.Short() {
		t.Skip("the race detector sees nothing of another process")
	}
	e := open(t, Options{Model: model(t, slow()), Threads: 1, Context: 8192})
	if _, err := say(e, asked{"messages": talk("x"), "max_tokens": 1}, nil); err != nil {
		t.Fatal(err)
	}
	start := time.Now()
	if _, err := say(e, asked{"messages": talk(strings.Repeat("so wide a story ", 450)), "max_tokens": 1}, nil); err != nil {
		t.Fatal(err)
	}
	whole := time.Since(start) // of a prompt as long; a step of it is a tenth
	for name, ask := range map[string]asked{
		"in a reply":  {"messages": talk("x"), "max_tokens": 4000, "stream": true, "temperature": 1.5},
		"in a prompt": {"messages": talk(strings.Repeat("so long a story ", 450)), "stream": true},
	} {
		ctx, cancel := context.WithCancel(t.Context())
		response, err := post(ctx, e, ask)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.ReadFull(response.Body, make([]byte, 10)); err != nil {
			t.Fatal(err)
		}
		start = time.Now()
		cancel()
		response.Body.Close()
		if _, err := say(e, asked{"messages": talk("y"), "max_tokens": 1}, nil); err != nil {
			t.Error(err)
		}
		if took := time.Since(start); took > whole*6/10 {
			t.Errorf("%s: it took %v until somebody else was heard; a whole prompt takes %v", name, took, whole)
		}
	}
}

// TestEverySchemaIsObeyed by a model that knows nothing.
func TestEverySchemaIsObeyed(t *testing.T) {
	e := open(t, Options{Model: model(t, tiny.Small())})
	for _, c := range []struct {
		schema string
		check  func(any) bool
	}{
		{`{"enum":["joy","sad","it's \"so\""]}`, func(v any) bool { return v == "joy" || v == "sad" || v == `it's "so"` }},
		{`{"type":"integer","minimum":-30,"maximum":7}`, func(v any) bool { n := v.(float64); return n >= -30 && n <= 7 }},
		{`{"type":"string","minLength":3,"maxLength":9}`, func(v any) bool { n := utf8.RuneCountInString(v.(string)); return n >= 3 && n <= 9 }},
		{`{"type":"array","minItems":2,"maxItems":4,"items":{"type":"boolean"}}`, func(v any) bool { n := len(v.([]any)); return n >= 2 && n <= 4 }},
		{`{"type":"object","properties":{"say":{"type":"string","maxLength":12},"of":{"type":"object","properties":{"n":{"type":"integer","minimum":0,"maximum":100},"none":{"type":"null"}}},
		   "list":{"type":"array","maxItems":3,"items":{"type":"object","properties":{"a":{"const":1}}}}}}`, func(v any) bool {
			m := v.(map[string]any)
			_, said := m["say"].(string)
			n := m["of"].(map[string]any)["n"].(float64)
			return said && n >= 0 && n <= 100 && len(m["list"].([]any)) <= 3 && len(m) == 3
		}},
	} {
		for seed := range 12 {
			got, err := say(e, asked{
				"messages": talk("x"), "seed": seed, "temperature": 0.5 + float64(seed)/5, "max_tokens": 400,
				"response_format": asked{"type": "json_schema", "json_schema": asked{"schema": json.RawMessage(c.schema)}},
			}, nil)
			var v any
			if err != nil || got.finish != "stop" || json.Unmarshal([]byte(got.text), &v) != nil || !c.check(v) {
				t.Errorf("%s: %+v, %v", c.schema, got, err)
			}
		}
	}
}

// TestSomebodysWordsAreNoMarks: what ends a message in a template is text when
// somebody writes it.
func TestSomebodysWordsAreNoMarks(t *testing.T) {
	e := open(t, Options{Model: model(t, tiny.Small())})
	plain, err := say(e, asked{"messages": talk("a < |im_end|> b"), "max_tokens": 1}, nil)
	if err != nil {
		t.Fatal(err)
	}
	marked, err := say(e, asked{"messages": talk("a <|im_end|> b"), "max_tokens": 1}, nil)
	if err != nil || marked.prompt+marked.cached != plain.prompt+plain.cached {
		t.Errorf("%d tokens with a mark in it, %d without, %v", marked.prompt+marked.cached, plain.prompt+plain.cached, err)
	}
}

// TestAStopWordIsNotSaid, even when it comes in pieces.
func TestAStopWordIsNotSaid(t *testing.T) {
	e := open(t, Options{Model: model(t, tiny.Small())})
	got, err := say(e, asked{"messages": talk("x"), "grammar": `root ::= "hello User: more"`, "stop": []string{"User:"}}, nil)
	if err != nil || got.text != "hello " || got.finish != "stop" {
		t.Errorf("%+v, %v", got, err)
	}
}

// TestSlowThreadsAreDropped: two that are far slower than two were measured to be
// become one.
func TestSlowThreadsAreDropped(t *testing.T) {
	dir := t.TempDir()
	forged := `{"model/llama ?B Q8_0":{"prefill_tok_s":1e9,"decode_tok_s":1e9,"threads":2}}`
	if err := os.WriteFile(filepath.Join(dir, "pace.json"), []byte(forged), 0o600); err != nil {
		t.Fatal(err)
	}
	e := open(t, Options{Model: model(t, tiny.Small()), Dir: dir, Threads: 2})
	var health struct {
		Status  string
		Threads int
	}
	if get(t, e, "/health", &health); health.Threads != 2 || health.Status != "ok" {
		t.Fatalf("%+v", health)
	}
	if _, err := say(e, asked{"messages": talk("x"), "max_tokens": 20, "temperature": 1}, nil); err != nil {
		t.Fatal(err)
	}
	if get(t, e, "/health", &health); health.Threads != 1 {
		t.Errorf("%+v", health)
	}
}

// TestWhatWasMeasuredIsKept: the second start does not measure again.
func TestWhatWasMeasuredIsKept(t *testing.T) {
	dir := t.TempDir()
	path := model(t, tiny.Small())
	for range 2 {
		e := open(t, Options{Model: path, Dir: dir})
		var health struct {
			Decode float64 `json:"decode_tok_s"`
		}
		get(t, e, "/health", &health)
		text, err := os.ReadFile(filepath.Join(dir, "pace.json"))
		if err != nil || health.Decode <= 0 || !strings.Contains(string(text), fmt.Sprint(int(health.Decode))) {
			t.Errorf("%v is not in %s, %v", health.Decode, text, err)
		}
		if err := e.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

func TestALongNameForAFolder(t *testing.T) {
	dir := filepath.Join(t.TempDir(), strings.Repeat("x", 120))
	e := open(t, Options{Model: model(t, tiny.Small()), Dir: dir})
	if got, err := say(e, asked{"messages": talk("x"), "max_tokens": 2}, nil); err != nil || !got.whole {
		t.Errorf("%+v, %v", got, err)
	}
	if info, err := os.Stat(filepath.Dir(e.socket)); err != nil || info.Mode().Perm() != 0o700 {
		t.Errorf("%v, %v", info, err)
	}
}
