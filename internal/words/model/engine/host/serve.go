//go:build unix

package host

import (
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"time"

	"samantha"
	"samantha/internal/words/model/engine/llama"
)

const (
	mostBody   = 8 << 20          // bytes of a request
	aliveEvery = 2 * time.Second  // how often one who waits hears that it goes on
	patience   = 30 * time.Second // for one who does not read what is written
)

func (d *desk) routes() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /health", d.health)
	mux.HandleFunc("GET /v1/models", d.models)
	mux.HandleFunc("POST /v1/chat/completions", d.chat)
	return mux
}

// there tells whether the model is loaded.
func (d *desk) there() bool {
	select {
	case <-d.ready:
		return true
	default:
		return false
	}
}

func (d *desk) health(w http.ResponseWriter, _ *http.Request) {
	if !d.there() {
		answer(w, http.StatusServiceUnavailable, map[string]any{"status": "loading model"})
		return
	}
	answer(w, http.StatusOK, struct {
		Status string `json:"status"`
		*shown
	}{"ok", d.shown.Load()})
}

func (d *desk) models(w http.ResponseWriter, _ *http.Request) {
	if !d.there() {
		refuse(w, fmt.Errorf("the model is being loaded: %w", samantha.ErrBusy))
		return
	}
	answer(w, http.StatusOK, map[string]any{"object": "list", "data": []map[string]any{{
		"id": d.o.name(), "object": "model", "owned_by": "engine", "context_length": d.shown.Load().Context,
	}}})
}

func (d *desk) chat(w http.ResponseWriter, r *http.Request) {
	if !d.there() {
		refuse(w, fmt.Errorf("the model is being loaded: %w", samantha.ErrBusy))
		return
	}
	var req request
	if err := json.NewDecoder(http.MaxBytesReader(w, r.Body, mostBody)).Decode(&req); err != nil {
		refuse(w, fmt.Errorf("the request cannot be read: %v: %w", err, samantha.ErrInvalid))
		return
	}
	j, err := d.job(req)
	if err != nil {
		refuse(w, err)
		return
	}
	j.ctx = r.Context()
	s := &stream{w: w, control: http.NewResponseController(w), d: d}
	if !req.Stream {
		s.whole = &strings.Builder{}
	}
	s.run(j)
}

// stream writes one reply, bit by bit or as a whole.
type stream struct {
	w       http.ResponseWriter
	control *http.ResponseController
	d       *desk
	begun   bool             // something was written, so the status is
	spoke   bool             // and a part of the reply
	whole   *strings.Builder // nil: bit by bit
}

func (s *stream) run(j *job) {
	if !s.d.wait(j.ctx, j, func() { s.note("waiting") }) {
		return
	}
	for {
		select {
		case <-j.ctx.Done():
			return
		case e := <-j.out:
			if e.done == nil {
				s.pass(e)
				continue
			}
			s.finish(e)
			return
		}
	}
}

// pass writes what came; text goes on its way at once.
func (s *stream) pass(e event) {
	switch {
	case e.text == "":
		s.note(fmt.Sprintf("%d tokens read", e.read))
	case s.whole != nil:
		s.whole.WriteString(e.text)
	default:
		s.chunk(choice{Delta: &said{Content: e.text}}, nil)
	}
}

// note is a line that readers of a stream pass over: it goes on.
func (s *stream) note(text string) {
	if s.whole == nil {
		s.write(": " + text + "\n\n")
	}
}

func (s *stream) finish(e event) {
	if e.error != nil {
		s.fail(e.error)
		return
	}
	if s.whole != nil {
		c := choice{Message: &said{"assistant", s.whole.String()}, Finish: &e.done.reason}
		answer(s.w, http.StatusOK, s.reply("chat.completion", c, e.done))
		return
	}
	s.chunk(choice{Delta: &said{}, Finish: &e.done.reason}, e.done)
	s.write("data: [DONE]\n\n")
}

// fail says why: with a status as long as nothing was written, else in the stream.
func (s *stream) fail(err error) {
	if !s.begun {
		refuse(s.w, err)
		return
	}
	_, p := judge(err)
	text, _ := json.Marshal(map[string]any{"error": p}) // texts alone: it cannot fail
	s.write("data: " + string(text) + "\n\n")
}

func (s *stream) chunk(c choice, end *done) {
	if !s.spoke {
		s.spoke, c.Delta.Role = true, "assistant"
	}
	text, err := json.Marshal(s.reply("chat.completion.chunk", c, end))
	if err != nil {
		return // no such texts and numbers
	}
	s.write("data: " + string(text) + "\n\n")
}

func (s *stream) reply(object string, c choice, end *done) reply {
	r := reply{ID: "engine", Object: object, Created: s.d.o.Clock.Now().Unix(), Model: s.d.o.name(), Choices: []choice{c}}
	if end != nil {
		r.Usage, r.Timings = end.usage()
	}
	return r
}

// write sends at once. An error of it is no news: the request is over then.
func (s *stream) write(text string) {
	if !s.begun {
		s.begun = true
		s.w.Header().Set("Content-Type", "text/event-stream")
		s.w.Header().Set("Cache-Control", "no-store")
	}
	_ = s.control.SetWriteDeadline(s.d.o.Clock.Now().Add(patience))
	_, _ = s.w.Write([]byte(text))
	_ = s.control.Flush()
}

func answer(w http.ResponseWriter, status int, doc any) {
	text, err := json.Marshal(doc)
	if err != nil {
		status, text = http.StatusInternalServerError, []byte(`{"error":{"message":"the answer cannot be written","type":"server_error"}}`)
	}
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	_, _ = w.Write(text)
}

func refuse(w http.ResponseWriter, err error) {
	status, p := judge(err)
	answer(w, status, map[string]any{"error": p})
}

// judge is what an error means to whoever asked.
func judge(err error) (status int, p problem) {
	p.Message = samantha.Plainly(err)
	switch {
	case errors.Is(err, llama.ErrFull):
		p.Type, p.Code = "invalid_request_error", "context_length_exceeded"
		return http.StatusBadRequest, p
	case errors.Is(err, llama.ErrTemplate), errors.Is(err, llama.ErrGrammar), errors.Is(err, samantha.ErrInvalid):
		p.Type = "invalid_request_error"
		return http.StatusBadRequest, p
	case errors.Is(err, samantha.ErrBusy):
		p.Type = "unavailable_error"
		return http.StatusServiceUnavailable, p
	}
	p.Type = "server_error"
	return http.StatusInternalServerError, p
}
