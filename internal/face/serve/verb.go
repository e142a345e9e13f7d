package serve

import (
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"slices"
	"sync"

	"samantha"
)

// Call is a verb that another process wants run.
type Call struct {
	Args       []string `json:"args"`
	Passphrase string   `json:"passphrase,omitempty"` // asked for where the person sits
	Zone       string   `json:"zone,omitempty"`       // IANA name of the time zone there
}

// Frame is one line of an answer.
type Frame struct {
	Out  string `json:"out,omitempty"`
	Err  string `json:"err,omitempty"`
	Exit *int   `json:"exit,omitempty"`
}

// Line is something said, as it happens.
type Line struct {
	ID     samantha.ID     `json:"id"`
	By     samantha.Origin `json:"by"`
	Text   string          `json:"text"`
	FaceID string          `json:"face_id,omitempty"`
	Mood   *samantha.Mood  `json:"mood,omitempty"`  // hers, once it was heard
	Gone   []samantha.ID   `json:"gone,omitempty"`  // nothing was said: the words of these were forgotten
	Rings  bool            `json:"rings,omitempty"` // something rang with it that she had been asked to ring for
}

// awake proves that this is the server that run.json speaks of.
func (s *Server) awake(w http.ResponseWriter, r *http.Request, _ visitor) {
	_, _ = io.WriteString(w, proof(s.token, s.Address(), r.URL.Query().Get("nonce"))) // who asked may be gone
}

// proof shows that its maker knows the token, without telling it: HMAC-SHA-256
// of the address and of a word that was never used before. The address is in
// it so that a proof cannot be fetched elsewhere and passed on.
func proof(token, address, nonce string) string {
	mac := hmac.New(sha256.New, []byte(token))
	_, _ = io.WriteString(mac, "samantha awake\n"+address+"\n"+nonce) // a hash takes everything
	return hex.EncodeToString(mac.Sum(nil))
}

// maxCall is the longest call in bytes: a long letter, many times over.
const maxCall = 1 << 20

func (s *Server) verb(w http.ResponseWriter, r *http.Request, _ visitor) {
	var c Call
	if err := json.NewDecoder(http.MaxBytesReader(w, r.Body, maxCall)).Decode(&c); err != nil {
		http.Error(w, "the call is no JSON: "+err.Error(), http.StatusBadRequest)
		return
	}
	f := &frames{w: w}
	exit := s.her.Verb(r.Context(), c, channel{f, false}, channel{f, true})
	f.send(Frame{Exit: &exit})
}

func (s *Server) watch(w http.ResponseWriter, r *http.Request, _ visitor) {
	ctx, leave := context.WithCancel(r.Context())
	defer leave()
	defer context.AfterFunc(s.ending, leave)()
	events, err := s.her.Watch(ctx, r.URL.Query().Get("as"))
	if err != nil {
		refuse(w, err)
		return
	}
	f := &frames{w: w}
	f.flush()
	for e, err := range events {
		if err != nil {
			return
		}
		if line, ok := LineOf(e); ok && f.send(line) != nil {
			return
		}
	}
}

// refuse tells an error, and whether the question was wrong.
func refuse(w http.ResponseWriter, err error) {
	code := http.StatusInternalServerError
	switch {
	case errors.Is(err, samantha.ErrInvalid):
		code = http.StatusBadRequest
	case errors.Is(err, samantha.ErrNotFound), errors.Is(err, samantha.ErrForgotten):
		code = http.StatusNotFound
	}
	http.Error(w, samantha.Plainly(err), code)
}

// LineOf is an event as a line of talk, if it is one.
func LineOf(e samantha.Event) (Line, bool) {
	switch b := e.Body.(type) {
	case *samantha.Heard:
		return Line{ID: e.ID, By: e.Origin, Text: b.Words.Text, FaceID: b.Numbers.FaceID, Mood: &b.Numbers.Mood}, true
	case *samantha.Said:
		rings := b.Numbers.Unasked && slices.Contains(b.Numbers.Acts, samantha.DoErrandRing)
		return Line{ID: e.ID, By: e.Origin, Text: b.Text(), Rings: rings}, true
	case *samantha.Forgot:
		return Line{ID: e.ID, By: e.Origin, Gone: b.Numbers.Gone}, true
	}
	return Line{}, false
}

// frames writes lines of JSON, each sent off at once.
type frames struct {
	mu sync.Mutex
	w  http.ResponseWriter
}

func (f *frames) send(v any) error {
	f.mu.Lock()
	defer f.mu.Unlock()
	if err := json.NewEncoder(f.w).Encode(v); err != nil {
		return err
	}
	return http.NewResponseController(f.w).Flush()
}

func (f *frames) flush() {
	f.w.WriteHeader(http.StatusOK)
	_ = http.NewResponseController(f.w).Flush() // a watcher that left shows at the first line
}

// channel is one of the two streams of a verb.
type channel struct {
	to   *frames
	errs bool
}

func (c channel) Write(p []byte) (int, error) {
	frame := Frame{Out: string(p)}
	if c.errs {
		frame = Frame{Err: string(p)}
	}
	if err := c.to.send(frame); err != nil {
		return 0, err
	}
	return len(p), nil
}
