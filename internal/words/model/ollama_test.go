package model

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"
)

// routes is a server that answers some paths, and is no model elsewhere.
func routes(t *testing.T, answers map[string]http.HandlerFunc) *httptest.Server {
	t.Helper()
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if answer := answers[r.URL.Path]; answer != nil {
			answer(w, r)
			return
		}
		saying(404, `{"error":"not found"}`)(w, r)
	}))
	t.Cleanup(s.Close)
	return s
}

// ollama has three models, of which one makes vectors.
func ollama(t *testing.T, chat http.HandlerFunc) *httptest.Server {
	t.Helper()
	return routes(t, map[string]http.HandlerFunc{
		"/api/version": saying(200, `{"version":"0.17.4"}`),
		"/api/tags":    saying(200, `{"models":[{"name":"nomic-embed-text:latest","size":274302450},{"name":"big:70b","size":42520413916},{"name":"small:3b","size":2019393189},{"name":"vast:cloud","size":384,"remote_model":"vast","remote_host":"https://ollama.example:443"}]}`),
		"/api/ps":      saying(200, `{"models":[]}`),
		"/api/show": func(w http.ResponseWriter, r *http.Request) {
			var q struct{ Model string }
			_ = json.NewDecoder(r.Body).Decode(&q)
			can := map[string]string{"nomic-embed-text:latest": `"embedding"`, "big:70b": `"completion","tools"`, "small:3b": `"completion","tools"`, "vast:cloud": `"completion","tools"`}[q.Model]
			_, _ = fmt.Fprintf(w, `{"capabilities":[%s],"model_info":{"general.architecture":"llama","llama.context_length":131072}}`, can)
		},
		"/v1/models":           saying(200, `{"object":"list","data":[{"id":"big:70b","owned_by":"library"},{"id":"small:3b","owned_by":"library"}]}`),
		"/v1/chat/completions": chat,
	})
}

func TestOllama(t *testing.T) {
	s := ollama(t, nil)
	o := Ollama{URL: s.URL, HTTP: http.DefaultClient}
	if v, err := o.Version(t.Context()); v != "0.17.4" || err != nil {
		t.Errorf("%s, %v", v, err)
	}
	got, err := o.Models(t.Context())
	want := []Info{
		{Name: "nomic-embed-text:latest", Server: "Ollama", Bytes: 274302450, Context: 131072, Embeds: true},
		{Name: "big:70b", Server: "Ollama", Bytes: 42520413916, Context: 131072, Tools: true},
		{Name: "small:3b", Server: "Ollama", Bytes: 2019393189, Context: 131072, Tools: true},
		{Name: "vast:cloud", Server: "Ollama", Bytes: 384, Context: 131072, Tools: true, Away: true},
	}
	if err != nil || !slices.Equal(got, want) {
		t.Errorf("%+v, %v", got, err)
	}
	if _, err := (Ollama{URL: routes(t, nil).URL, HTTP: http.DefaultClient}).Version(t.Context()); Fault(err) != "no model" {
		t.Errorf("another server: %v", err)
	}
}

// TestPullGoesOn: a line that breaks is taken up again, and one that brings nothing more
// is given up.
func TestPullGoesOn(t *testing.T) {
	part := func(lines ...string) http.HandlerFunc {
		return func(w http.ResponseWriter, _ *http.Request) { _, _ = io.WriteString(w, strings.Join(lines, "\n")+"\n") }
	}
	got := func(answers ...http.HandlerFunc) (string, int, error) {
		url, asked := serving(t, answers...)
		var out []string
		for p, err := range (Ollama{URL: url, HTTP: http.DefaultClient, Patience: quick()}).Pull(t.Context(), "x") {
			if err != nil {
				return strings.Join(out, ", "), asked(), err
			}
			out = append(out, fmt.Sprint(p.Status, " ", p.Done, "/", p.Total))
		}
		return strings.Join(out, ", "), asked(), nil
	}
	half := part(`{"status":"pulling manifest"}`, `{"status":"pulling ab","total":100,"completed":40}`)
	rest := part(`{"status":"pulling ab","total":100,"completed":100}`, `{"status":"success"}`)
	if s, n, err := got(half, rest); s != "pulling manifest 0/0, pulling ab 40/100, pulling ab 100/100, success 0/0" || err != nil || n != 2 {
		t.Errorf("%s, %v, %d", s, err, n)
	}
	if _, n, err := got(half); !errors.Is(err, ErrBroken) || n != pullTries+1 {
		t.Errorf("no way on: %v after %d", err, n)
	}
	if _, n, err := got(part(`{"error":"pull model manifest: file does not exist"}`)); Fault(err) != "no model" || n != 1 {
		t.Errorf("no such model: %v after %d", err, n)
	}
}

// finder looks at these servers, on a clock that never runs out.
func finder(servers ...*httptest.Server) Finder {
	f := Finder{HTTP: http.DefaultClient, Patience: quick()}
	for i, s := range servers {
		f.Servers = append(f.Servers, Server{fmt.Sprint("server ", i+1), s.URL})
	}
	return f
}

func answers() http.HandlerFunc {
	return saying(200, `{"choices":[{"delta":{"content":"Hi"},"finish_reason":"length"}]}`)
}

func TestToldApartByShape(t *testing.T) {
	llama := routes(t, map[string]http.HandlerFunc{
		"/health":    saying(200, `{"status":"ok"}`),
		"/props":     saying(200, `{"default_generation_settings":{"n_ctx":4096}}`),
		"/v1/models": saying(200, `{"object":"list","data":[{"id":"x.gguf","object":"model","owned_by":"llamacpp","meta":{"n_ctx_train":131072,"size":900000000}}]}`),
	})
	studio := routes(t, map[string]http.HandlerFunc{
		"/api/v1/models": saying(200, `{"models":[{"type":"llm","key":"qwen/q-4b","size_bytes":2500000000,"max_context_length":32768,"loaded_instances":[{"id":"qwen/q-4b"}],"capabilities":{"trained_for_tool_use":true}},{"type":"embedding","key":"e","loaded_instances":[]}]}`),
		"/v1/models":     saying(200, `{"object":"list","data":[{"id":"qwen/q-4b"}]}`),
	})
	vllm := routes(t, map[string]http.HandlerFunc{"/v1/models": saying(200, `{"object":"list","data":[{"id":"org/m","object":"model","owned_by":"vllm","max_model_len":8192}]}`)})
	album := routes(t, map[string]http.HandlerFunc{"/api/version": saying(200, `{"app":"album"}`), "/v1/models": saying(200, `{"models":["a car","a ship"]}`)})
	html := httptest.NewServer(file(t, "web-page.html"))
	t.Cleanup(html.Close)
	gone := httptest.NewServer(nil)
	gone.Close()
	got := map[string]Info{}
	for _, x := range finder(llama, studio, vllm, album, html, gone, ollama(t, nil)).Look(t.Context()) {
		got[x.Name] = x.Info
	}
	want := map[string]Info{
		"x.gguf":    {Name: "x.gguf", Server: "llama-server", Bytes: 900000000, Context: 4096, Loaded: true},
		"qwen/q-4b": {Name: "qwen/q-4b", Server: "LM Studio", Bytes: 2500000000, Context: 32768, Loaded: true, Tools: true},
		"org/m":     {Name: "org/m", Server: "server 3", Context: 8192, Loaded: true},
		"big:70b":   {Name: "big:70b", Server: "server 7", Bytes: 42520413916, Context: 131072, Tools: true},
		"small:3b":  {Name: "small:3b", Server: "server 7", Bytes: 2019393189, Context: 131072, Tools: true},
	}
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("\n got %v\nwant %v", got, want)
	}
}

func TestWhichOfSeveral(t *testing.T) {
	one := func(name string, change func(*Info)) Found {
		x := Found{Info: Info{Name: name, Bytes: 2 << 30}}
		change(&x.Info)
		return x
	}
	plain, loaded := one("plain", func(*Info) {}), one("loaded", func(i *Info) { i.Loaded = true })
	tools, large := one("tools", func(i *Info) { i.Tools = true }), one("large", func(i *Info) { i.Bytes = 3 << 30 })
	huge, vast := one("huge", func(i *Info) { i.Bytes = 30 << 30 }), one("vast", func(i *Info) { i.Bytes = 60 << 30 })
	for _, c := range []struct {
		of     []Found
		before string
		want   string
		why    Why
	}{
		{[]Found{plain}, "", "plain", OnlyOne},
		{[]Found{plain, loaded}, "", "loaded", InMemory},
		{[]Found{loaded, plain}, "plain", "plain", Remembered},
		{[]Found{plain, tools}, "", "tools", UsesTools},
		{[]Found{tools, loaded}, "", "loaded", InMemory},
		{[]Found{plain, large}, "", "large", Largest},
		{[]Found{huge, plain}, "", "plain", Fits},
		{[]Found{vast, huge}, "", "huge", Smallest},
	} {
		f := finder()
		f.Before, f.Memory = c.before, 8<<30
		got := f.ranked(c.of)[0]
		if got.Name != c.want || got.Why != c.why {
			t.Errorf("%s because %s, want %s because %s", got.Name, got.Why, c.want, c.why)
		}
	}
}

// TestATokenDecides: a model that is listed and does not talk is none.
func TestATokenDecides(t *testing.T) {
	s := ollama(t, func(w http.ResponseWriter, r *http.Request) {
		var q struct{ Model string }
		_ = json.NewDecoder(r.Body).Decode(&q)
		if q.Model == "small:3b" {
			saying(500, `{"error":"model requires more system memory (3.1 GiB) than is available (1.0 GiB)"}`)(w, r)
			return
		}
		answers()(w, r)
	})
	got, err := finder(s).Take(t.Context())
	if got.Name != "big:70b" || err != nil {
		t.Errorf("%+v, %v", got, err)
	}
	none := ollama(t, saying(500, `{"error":"model requires more system memory"}`))
	if _, err := finder(none).Take(t.Context()); !errors.Is(err, ErrMemory) {
		t.Errorf("none talks: %v", err)
	}
	if _, err := finder().Take(t.Context()); !errors.Is(err, ErrUnreachable) {
		t.Errorf("nothing there: %v", err)
	}
	only := finder()
	only.Only = &Endpoint{URL: s.URL}
	if got, err := only.Take(t.Context()); got.Name != "big:70b" || got.Why != Chosen || err != nil {
		t.Errorf("chosen without a name: %+v, %v", got, err)
	}
}

// TestLookingIsShort: a server that accepts and says nothing is left in time, and freed.
func TestLookingIsShort(t *testing.T) {
	for _, limit := range []time.Duration{toAnswer, toAnswer - 1} {
		closed := make(chan struct{}, 1)
		reached := make(chan struct{})
		deaf := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			close(reached)
			holding("", closed)(w, r)
		}))
		at := newClock()
		f := finder(deaf)
		f.Patience = Patience{Clock: at}
		end := make(chan []Found, 1)
		go func() { end <- f.Look(t.Context()) }()
		<-reached
		at.pass(limit)
		if limit < toAnswer {
			at.until(t, toAnswer)
			if len(end) > 0 {
				t.Error("it was left too soon")
			}
			at.pass(1)
		}
		if got := <-end; len(got) != 0 {
			t.Errorf("%+v", got)
		}
		freed(t, closed)
		deaf.Close()
	}
}

// TestComesAndGoes: a model that appears is taken, kept through a short absence, and left
// when it is gone.
func TestComesAndGoes(t *testing.T) {
	var there atomic.Bool
	inner := ollama(t, answers())
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !there.Load() {
			panic(http.ErrAbortHandler)
		}
		inner.Config.Handler.ServeHTTP(w, r)
	}))
	t.Cleanup(s.Close)
	f := finder(s)
	looks := make(chan struct{})
	states := make(chan State, 10)
	f.Clock = looking{looks}
	go f.Watch(t.Context(), time.Minute, func(s State) { states <- s })
	look := func() { looks <- struct{}{} }

	if first := <-states; first.Found != nil || !errors.Is(first.Err, ErrUnreachable) {
		t.Errorf("at first: %+v", first)
	}
	look() // nothing yet, and nothing new
	there.Store(true)
	look()
	if now := <-states; now.Found == nil || now.Found.Name != "small:3b" {
		t.Errorf("it appeared: %+v", now)
	}
	there.Store(false)
	look()
	there.Store(true)
	look() // it was only away for a moment
	look()
	there.Store(false)
	look()
	look()
	if now := <-states; now.Found != nil {
		t.Errorf("it is gone: %+v", now)
	}
	look()
	if len(states) > 0 {
		t.Errorf("told without need: %+v", <-states)
	}
}

// TestAModelThatFailsIsLetBe: it is not made to be read from disk again and again.
func TestAModelThatFailsIsLetBe(t *testing.T) {
	f := finder(ollama(t, saying(500, `{"error":"model requires more system memory"}`)))
	at := newClock()
	f.Clock = at
	states := make(chan State, 1)
	go f.Watch(t.Context(), time.Minute, func(s State) { states <- s })
	if s := <-states; !errors.Is(s.Err, ErrMemory) {
		t.Errorf("%+v", s)
	}
	at.until(t, longer*time.Minute)
}

// looking is a clock on which a long wait ends when the test looks.
type looking struct{ looks chan struct{} }

func (looking) Now() time.Time { return time.Unix(1e9, 0) }

func (l looking) After(d time.Duration) <-chan time.Time {
	if d < time.Minute || d == toWaken {
		return hasty{}.After(d)
	}
	ch := make(chan time.Time, 1)
	go func() {
		<-l.looks
		ch <- time.Time{}
	}()
	return ch
}

func TestServersAreOfThisMachine(t *testing.T) {
	for host, want := range map[string]string{
		"": "http://127.0.0.1:11434", "127.0.0.1:9": "http://127.0.0.1:9", "localhost": "http://localhost:11434",
		"http://[::1]:7/": "http://[::1]:7", "0.0.0.0": "http://127.0.0.1:11434", "http://gpu.lan:11434": "http://127.0.0.1:11434",
	} {
		list := Servers(host)
		if list[0].URL != want {
			t.Errorf("%q: %v", host, list[0])
		}
		for _, s := range list {
			if !Local(s.URL) {
				t.Errorf("%v is not of this machine", s)
			}
		}
	}
}

// TestOneElsewhereIsKeptAnEyeOn: that it is gone and back is told, once each, and it is
// made to say nothing for it.
func TestOneElsewhereIsKeptAnEyeOn(t *testing.T) {
	var there atomic.Bool
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch {
		case r.Method != http.MethodGet:
			t.Errorf("it is asked to say something: %s", r.URL)
		case !there.Load():
			panic(http.ErrAbortHandler)
		}
		http.NotFound(w, r) // it has no list, and is there
	}))
	t.Cleanup(s.Close)
	looks, states := make(chan struct{}), make(chan State, 10)
	f := Finder{HTTP: s.Client(), Patience: Patience{Clock: looking{looks}}}
	x := Found{Info: Info{Name: "large"}, Endpoint: Endpoint{URL: s.URL, Model: "large"}, Why: Chosen}
	go f.Keep(t.Context(), x, time.Minute, func(s State) { states <- s })
	there.Store(true)
	if now := <-states; now.Found == nil || now.Found.Name != "large" {
		t.Errorf("at first: %+v", now)
	}
	for _, step := range []struct{ there, told bool }{{true, false}, {false, false}, {true, false}, {false, false}, {false, true}, {false, false}, {true, true}, {true, false}} {
		there.Store(step.there)
		looks <- struct{}{}
		if !step.told {
			continue
		}
		if now := <-states; (now.Found != nil) != step.there {
			t.Errorf("there is %v, and told is %+v", step.there, now)
		}
	}
	if len(states) > 0 {
		t.Errorf("told without need: %+v", <-states)
	}
}

// TestWhatAChosenOneHolds: of a model that was chosen by name it is known what it holds, if
// its server says so in time.
func TestWhatAChosenOneHolds(t *testing.T) {
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if strings.HasSuffix(r.URL.Path, "/models") {
			fmt.Fprint(w, `{"object":"list","data":[{"id":"small","max_model_len":4096},{"id":"large","max_model_len":16384}]}`)
			return
		}
		answers()(w, r)
	}))
	defer s.Close()
	f := finder()
	f.Only = &Endpoint{Dialect: OpenAI, URL: s.URL + "/v1", Model: "large"}
	if got, err := f.Take(t.Context()); got.Name != "large" || got.Context != 16384 || err != nil {
		t.Errorf("%+v, %v", got, err)
	}
}
