package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"samantha"
	"samantha/internal/house"
	"samantha/internal/mind"
	"samantha/internal/words/model"
)

// aModel is a server with one model, which answers as long as it is there.
type aModel struct {
	*httptest.Server
	gone  atomic.Bool
	asked atomic.Int32
	key   atomic.Value
	says  atomic.Value // a string; none: "Hi"
	sent  atomic.Value // the last request, a string
}

func newModel(t *testing.T) *aModel {
	t.Helper()
	m := &aModel{}
	m.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch {
		case m.gone.Load():
			panic(http.ErrAbortHandler)
		case r.URL.Path == "/v1/models":
			_, _ = io.WriteString(w, `{"object":"list","data":[{"id":"small","owned_by":"llamacpp"}]}`)
		case r.URL.Path == "/v1/chat/completions":
			m.asked.Add(1)
			m.key.Store(r.Header.Get("Authorization"))
			body, _ := io.ReadAll(r.Body)
			m.sent.Store(string(body))
			says, ok := m.says.Load().(string)
			if !ok {
				says = "Hi"
			}
			w.Header().Set("Content-Type", "text/event-stream")
			_, _ = fmt.Fprintf(w, "data: {\"choices\":[{\"delta\":{\"content\":%q},\"finish_reason\":\"stop\"}]}\n\n", says)
		default:
			http.NotFound(w, r)
		}
	}))
	t.Cleanup(m.Close)
	return m
}

// away is the server by an address that is not loopback's, though it leads there.
func (m *aModel) away() string {
	return strings.Replace(m.URL, "127.0.0.1", "0.0.0.0", 1) + "/v1"
}

// typeWith is a command line in an environment.
func typeWith(env map[string]string, args ...string) typed {
	var out, errs bytes.Buffer
	code := runs(context.Background(), args, with(env), strings.NewReader(""), &out, &errs)
	return typed{code, out.String(), errs.String()}
}

func with(env map[string]string) func(string) string {
	return func(name string) string {
		if value, ok := env[name]; ok {
			return value
		}
		return os.Getenv(name)
	}
}

func departures(t *testing.T, home string) []mind.Departure {
	t.Helper()
	var left []mind.Departure
	if got := typeIn(t, "", "left", "--json", "--home", home); json.Unmarshal([]byte(got.out), &left) != nil {
		t.Fatalf("left: %+v", got)
	}
	return left
}

func TestAModelIsChosen(t *testing.T) {
	home, _ := lived(t)
	m := newModel(t)
	got := typeIn(t, "", "model", "use", "--url", m.URL, "--home", home)
	if got.code != exitFine || !strings.Contains(got.out, "small of "+strings.TrimPrefix(m.URL, "http://")+": you chose it") {
		t.Errorf("use: %+v", got)
	}
	if doctor := typeIn(t, "", "doctor", "--home", home); !strings.Contains(doctor.out, "model small of") {
		t.Errorf("doctor: %+v", doctor)
	}
	m.gone.Store(true)
	if doctor := typeIn(t, "", "doctor", "--home", home); !strings.Contains(doctor.out, "model none: no model answers") {
		t.Errorf("doctor, when it is gone: %+v", doctor)
	}
	if left := departures(t, home); len(left) != 0 {
		t.Errorf("something left this machine: %+v", left)
	}
	if got := typeIn(t, "", "say", "do you have a new brain?", "--home", home); !strings.Contains(got.out, "small") && !strings.Contains(got.out, "model") {
		t.Errorf("she says %q", got.out)
	}
	if got := typeIn(t, "", "model", "off", "--home", home); got.code != exitFine || !strings.Contains(got.out, "none is wanted") {
		t.Errorf("off: %+v", got)
	}
}

// TestNothingLeavesWithoutAWord: a model that is not on this machine is reached only
// after its person said so, the log has what they said before anything goes, and how much
// went; and a model that does not answer leaves no right behind.
func TestNothingLeavesWithoutAWord(t *testing.T) {
	home, _ := lived(t)
	m := newModel(t)
	use := []string{"model", "use", "--url", m.away(), "--model", "small", "--home", home}
	if got := typeIn(t, "", use...); got.code != exitUsage || m.asked.Load() != 0 || !strings.Contains(got.errs, "--yes") {
		t.Errorf("without a word: %+v", got)
	}
	env := map[string]string{envURL: m.away(), envModel: "small"}
	if got := typeWith(env, "model", "--home", home); got.code != exitFine || !strings.Contains(got.out, "none: it is not on this machine") {
		t.Errorf("by the environment alone: %+v", got)
	}
	m.gone.Store(true)
	if got := typeIn(t, "", append(use, "--yes")...); got.code != exitFailed || !strings.Contains(got.errs, "nothing was changed") {
		t.Errorf("it does not answer: %+v", got)
	}
	if got := typeWith(env, "model", "--home", home); !strings.Contains(got.out, "none: it is not on this machine") {
		t.Errorf("a right was left behind: %+v", got)
	}
	m.gone.Store(false)
	before := len(departures(t, home)) // the attempt itself
	if got := typeIn(t, "", append(use, "--yes")...); got.code != exitFine || !strings.Contains(got.out, "not on this machine") {
		t.Errorf("with a word: %+v", got)
	}
	left := departures(t, home)
	if len(left) != before+1 || left[before].Bytes < 100 || left[before].Choice != "model.remote" || !strings.HasPrefix(left[before].To, "0.0.0.0:") ||
		left[before].Address == "" || left[before].Why != samantha.WhyTry {
		t.Errorf("left: %+v", left)
	}
	if got := typeIn(t, "", "model", "off", "--home", home); got.code != exitFine {
		t.Errorf("off: %+v", got)
	}
	if got := typeWith(env, "model", "use", "--home", home); got.code != exitFine || m.asked.Load() != 1 {
		t.Errorf("whichever is here: %+v, asked %d times", got, m.asked.Load())
	}
}

// TestAKeyIsKeptNowhere: only the name of its variable is.
func TestAKeyIsKeptNowhere(t *testing.T) {
	home, _ := lived(t)
	m := newModel(t)
	const secret = "sk-canary-9f3a7c"
	env := map[string]string{"MY_KEY": secret}
	got := typeWith(env, "model", "use", "--url", m.URL, "--key-env", "MY_KEY", "--home", home, "--json")
	if got.code != exitFine || m.key.Load() != "Bearer "+secret || strings.Contains(got.out, secret) {
		t.Fatalf("%+v, sent %v", got, m.key.Load())
	}
	var all strings.Builder
	for _, verb := range []string{"doctor", "model", "left"} {
		all.WriteString(typeWith(env, verb, "--json", "--home", home).out)
	}
	looked := 0
	err := filepath.WalkDir(home, func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		looked++
		data, err := os.ReadFile(path)
		all.Write(data)
		return err
	})
	if err != nil || looked == 0 || strings.Contains(all.String(), secret) {
		t.Errorf("%d files, %v; the key is found: %v", looked, err, strings.Contains(all.String(), secret))
	}
}

// TestAModelComesInTheMiddleOfADay: she is awake, a choice is made beside her, and she
// notices in the next moment, without waking anew.
func TestAModelComesInTheMiddleOfADay(t *testing.T) {
	home, _ := lived(t)
	m := newModel(t)
	awakeIn(t, home)
	if got := typeIn(t, "", "model", "use", "--url", m.URL, "--home", home); got.code != exitFine {
		t.Fatalf("use: %+v", got)
	}
	awaitModel(t, home, "small")
	if got := typeIn(t, "", "say", "are you running a new model?", "--home", home); !strings.Contains(got.out, "small") && !strings.Contains(got.out, "language model") {
		t.Errorf("she says %q", got.out)
	}
	if got := typeIn(t, "", "model", "off", "--home", home); got.code != exitFine {
		t.Fatalf("off: %+v", got)
	}
	awaitModel(t, home, "")
}

// awaitModel returns when she who is awake has the model.
func awaitModel(t *testing.T, home, name string) {
	t.Helper()
	if _, ok := house.Awake(home); !ok {
		t.Fatal("she is not awake")
	}
	var doc struct{ Model modelDoc }
	for range 200 {
		doc.Model = modelDoc{}
		got := typeIn(t, "", "model", "--json", "--home", home)
		if err := json.Unmarshal([]byte(got.out), &doc); err != nil {
			t.Fatalf("%+v: %v", got, err)
		}
		if doc.Model.Name == name {
			return
		}
		time.Sleep(10 * time.Millisecond) // she looks in a goroutine of her own
	}
	t.Fatalf("she has %+v, not %q", doc.Model, name)
}

// TestHerModelIsAsked: the client that a speaker will ask answers, also one that is not
// on this machine, and what went there by it is in the log before she sleeps.
func TestHerModelIsAsked(t *testing.T) {
	for name, address := range map[string]func(*aModel) string{"here": func(m *aModel) string { return m.URL }, "away": (*aModel).away} {
		home, _ := lived(t)
		m := newModel(t)
		if got := typeIn(t, "", "model", "use", "--url", address(m), "--model", "small", "--yes", "--home", home); got.code != exitFine {
			t.Fatalf("%s: %+v", name, got)
		}
		before := len(departures(t, home))
		asked := m.asked.Load()
		for range 3 {
			askHers(t, home)
		}
		if m.asked.Load() < asked+3 {
			t.Errorf("%s: the model was asked %d times", name, m.asked.Load()-asked)
		}
		left := departures(t, home)[before:]
		bytes := 0
		for _, l := range left {
			bytes += l.Bytes
		}
		if name == "here" && len(left) != 0 || name == "away" && (len(left) < 3 || bytes < 3*100) {
			t.Errorf("%s: %+v", name, left)
		}
	}
}

// askHers wakes her, asks the model she has once, and lets her sleep.
func askHers(t *testing.T, home string) {
	t.Helper()
	c, err := parsed([]string{"start", "--home", home}, os.Getenv)
	if err != nil {
		t.Fatal(err)
	}
	c.errs = io.Discard
	h, _, err := enter(t.Context(), c)
	if err != nil {
		t.Fatal(err)
	}
	a, err := wake(c, h)
	if err != nil {
		t.Fatal(err)
	}
	defer func() {
		if err := a.close(); err != nil {
			t.Error(err)
		}
	}()
	if _, err := a.Session(t.Context(), ""); err != nil {
		t.Fatal(err)
	}
	r, err := a.resident("")
	if err != nil {
		t.Fatal(err)
	}
	for range 500 {
		if hers, ok := r.lookout.lent(); ok {
			said, _, err := model.Ask(t.Context(), hers.Client, model.Request{Messages: []model.Message{{Role: model.User, Text: "Hello"}}})
			if said != "Hi" || hers.Name != "small" || err != nil {
				t.Errorf("%s said %q, %v", hers.Name, said, err)
			}
			return
		}
		time.Sleep(10 * time.Millisecond) // she looks in a goroutine of her own
	}
	t.Fatal("she has no model")
}
