// Package serve lets other processes on this machine speak with her while she
// is awake: the verbs of the command line, and the talk as it happens.
//
// It listens on loopback only. Whoever calls must know the token in the
// house's run.json, which only its owner can read, and must call it by its own
// address: a web page that was rebound to loopback sends another Host and is
// refused. The server proves first that it knows the token too: a run.json
// left by a crash may name a port where another program listens by now, and
// nothing personal is sent to a stranger.
//
//	GET  /awake   ?nonce=TEXT           the proof, see proof
//	POST /verb    {"args":[...]}        frames {"out":..} {"err":..} ... {"exit":0}
//	GET  /watch   ?as=NAME              frames {"id":..,"by":..,"text":..,"face_id":..}
//
// A frame is one line of JSON.
package serve

import (
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io"
	"iter"
	"net"
	"net/http"
	"sync"
	"time"

	"samantha"
)

// Her is what the server needs of the process that is awake.
type Her interface {
	// Verb runs one verb as if it stood on the command line, and returns its
	// exit code.
	Verb(ctx context.Context, c Call, out, errs io.Writer) int
	// Watch yields what is said in a person's mind from now on.
	Watch(ctx context.Context, as string) (iter.Seq2[samantha.Event, error], error)
}

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
	Mood   *samantha.Mood  `json:"mood,omitempty"` // hers, once it was heard
	Gone   []samantha.ID   `json:"gone,omitempty"` // nothing was said: the words of these were forgotten
}

// Server answers on loopback until it is closed.
type Server struct {
	her      Her
	token    string
	listener net.Listener
	http     http.Server
	ending   context.Context // ends when Close begins: watchers leave
	calls    sync.WaitGroup  // under way
	done     chan struct{}   // closed when it answers no more
}

// Listen starts to answer on a free port of loopback.
func Listen(her Her, token string) (*Server, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	ending, end := context.WithCancel(context.Background())
	s := &Server{her: her, token: token, listener: l, ending: ending, done: make(chan struct{})}
	s.http = http.Server{Handler: s.routes(), ReadHeaderTimeout: 10 * time.Second}
	s.http.RegisterOnShutdown(end)
	go func() {
		defer close(s.done)
		_ = s.http.Serve(l) // always ends with an error; Close asks for it
	}()
	return s, nil
}

// Address is where it listens.
func (s *Server) Address() string { return s.listener.Addr().String() }

// drain is how long verbs that are under way may still take at Close.
const drain = 2 * time.Second

// Close sends watchers away, lets verbs under way end, and stops answering.
// When it returns, nothing that it asked of her is under way any more.
func (s *Server) Close() error {
	ctx, cancel := context.WithTimeout(context.Background(), drain)
	defer cancel()
	if s.http.Shutdown(ctx) != nil {
		s.http.Close() // verbs that take longer are cut off
	}
	<-s.done
	s.calls.Wait()
	return nil
}

func (s *Server) routes() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /awake", s.awake)
	mux.Handle("POST /verb", s.known(s.verb))
	mux.Handle("GET /watch", s.known(s.watch))
	mux.Handle("/", s.known(http.NotFound))
	return s.byName(mux)
}

// byName refuses whoever calls by another name.
func (s *Server) byName(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Host != s.Address() {
			http.Error(w, "not my address", http.StatusMisdirectedRequest)
			return
		}
		s.calls.Add(1)
		defer s.calls.Done()
		next.ServeHTTP(w, r)
	})
}

// known refuses whoever does not know the token.
func (s *Server) known(next http.HandlerFunc) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		given := []byte(r.Header.Get("Authorization"))
		if subtle.ConstantTimeCompare(given, []byte("Bearer "+s.token)) != 1 {
			http.Error(w, "the token in run.json, please", http.StatusUnauthorized)
			return
		}
		next(w, r)
	})
}

// awake proves that this is the server that run.json speaks of.
func (s *Server) awake(w http.ResponseWriter, r *http.Request) {
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

func (s *Server) verb(w http.ResponseWriter, r *http.Request) {
	var c Call
	if err := json.NewDecoder(http.MaxBytesReader(w, r.Body, maxCall)).Decode(&c); err != nil {
		http.Error(w, "the call is no JSON: "+err.Error(), http.StatusBadRequest)
		return
	}
	f := &frames{w: w}
	exit := s.her.Verb(r.Context(), c, channel{f, false}, channel{f, true})
	f.send(Frame{Exit: &exit})
}

func (s *Server) watch(w http.ResponseWriter, r *http.Request) {
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
	if errors.Is(err, samantha.ErrInvalid) {
		code = http.StatusBadRequest
	}
	http.Error(w, err.Error(), code)
}

// LineOf is an event as a line of talk, if it is one.
func LineOf(e samantha.Event) (Line, bool) {
	switch b := e.Body.(type) {
	case *samantha.Heard:
		return Line{ID: e.ID, By: e.Origin, Text: b.Words.Text, FaceID: b.Numbers.FaceID, Mood: &b.Numbers.Mood}, true
	case *samantha.Said:
		return Line{ID: e.ID, By: e.Origin, Text: b.Text()}, true
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
