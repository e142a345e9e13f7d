package main

import (
	"context"
	"fmt"
	"io"
	mathrand "math/rand/v2"
	"net"
	"net/http"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"samantha"
	"samantha/internal/face/serve"
)

// fault is something that happens in the middle of a sentence of a model's.
type fault string

// The faults. Most silences end after a moment, by the line going; a few last.
const (
	faultKill    fault = "kill"    // she is killed
	faultStall   fault = "stall"   // nothing more comes
	faultBreak   fault = "break"   // the line goes
	faultRestart fault = "restart" // its server is ended and started
	faultSwap    fault = "swap"    // another model is taken meanwhile
	faultGarbage fault = "garbage" // what comes is no text
)

func faults() []fault {
	return []fault{faultKill, faultBreak, faultRestart, faultSwap, faultGarbage, faultKill, faultStall}
}

// shaky is a server whose model answers in pieces, until something happens.
type shaky struct {
	name string
	addr string
	mid  chan<- struct{} // it is in the middle of a sentence

	mu    sync.Mutex
	serve *http.Server
	next  fault // in the next answer; "" is none
	after int   // so many bytes
	long  bool  // the silence lasts
}

const shakySays = "The bus has a gift for it. It was late before there were clocks. You could walk, of course. "

func newShaky(t *testing.T, name string, mid chan<- struct{}) *shaky {
	t.Helper()
	s := &shaky{name: name, addr: "127.0.0.1:0", mid: mid}
	if err := s.start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.serve.Close() })
	return s
}

func (s *shaky) start() error {
	l, err := net.Listen("tcp", s.addr)
	if err != nil {
		return err
	}
	s.addr = l.Addr().String()
	s.serve = &http.Server{Handler: s}
	go func() { _ = s.serve.Serve(l) }() // ended by Close
	return nil
}

// restart ends the server in the middle of what it does, and starts it.
func (s *shaky) restart() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	_ = s.serve.Close()
	return s.start()
}

// plan says what happens in the next answer.
func (s *shaky) plan(f fault, after int, long bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.next, s.after, s.long = f, after, long
}

func (s *shaky) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	_, _ = io.Copy(io.Discard, r.Body)
	if r.URL.Path != "/v1/chat/completions" {
		_, _ = fmt.Fprintf(w, `{"object":"list","data":[{"id":%q,"owned_by":"llamacpp"}]}`, s.name)
		return
	}
	s.mu.Lock()
	f, after, long := s.next, s.after, s.long
	s.next = ""
	s.mu.Unlock()
	w.Header().Set("Content-Type", "text/event-stream")
	out := http.NewResponseController(w)
	for i, piece := range strings.SplitAfter(shakySays, " ") {
		if f != "" && i*6 >= after {
			s.happens(f, long, w, r)
			return
		}
		_, _ = fmt.Fprintf(w, "data: {\"choices\":[{\"delta\":{\"content\":%q}}]}\n\n", piece)
		_ = out.Flush()
	}
	_, _ = io.WriteString(w, "data: {\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\"}]}\n\ndata: [DONE]\n\n")
}

// happens is the end of an answer in which something happens.
func (s *shaky) happens(f fault, long bool, w http.ResponseWriter, r *http.Request) {
	s.mid <- struct{}{}
	if f == faultGarbage {
		_, _ = io.WriteString(w, "data: {\"choices\":[{\"delta\":{\"content\":\"\\u0000<|im_end|> \"}}]}\n\ndata: {{{\n\n")
		return
	}
	patience := 200 * time.Millisecond
	if long {
		patience = time.Minute
	}
	select {
	case <-r.Context().Done():
	case <-time.After(patience):
	}
	panic(http.ErrAbortHandler)
}

// faulted is her as a program of its own, in a house of its own, with two such servers.
type faulted struct {
	t       *testing.T
	home    string
	chance  *mathrand.Rand
	servers []*shaky
	mid     chan struct{}
	her     *exec.Cmd
	client  serve.Client
	hold    io.Closer
	heard   map[string]string // by the face's id, what was heard of the answer at last
	met     map[fault]int
}

// TestFaultsInTheMiddleOfASentence: FAULTS of them (twenty, if it is not set), by the
// chance of FAULTS_SEED. Every moment ends, each has one answer, that begins with what was
// heard of it before she was killed, and the log is whole.
func TestFaultsInTheMiddleOfASentence(t *testing.T) {
	if testing.Short() {
		t.Skip("she is started and killed many times")
	}
	number := func(name string, usual int) int {
		if n, err := strconv.Atoi(os.Getenv(name)); err == nil {
			return n
		}
		return usual
	}
	n, seed := number("FAULTS", 20), number("FAULTS_SEED", 8)
	x := &faulted{t: t, home: t.TempDir(), chance: mathrand.New(mathrand.NewPCG(uint64(seed), 1)), mid: make(chan struct{}, 8), heard: map[string]string{}, met: map[fault]int{}}
	for _, name := range []string{"small", "other"} {
		x.servers = append(x.servers, newShaky(t, name, x.mid))
	}
	hear(t, x.home, "hello")
	use(t, x.home, "http://"+x.servers[0].addr+"/v1")
	x.start()
	defer func() { x.kill() }()
	moments := 0
	for met := 0; met < n && moments < 6*n; moments++ {
		if x.moment(moments, faults()[x.chance.IntN(len(faults()))]) {
			met++
		}
	}
	x.kill()
	met := x.judge()
	t.Logf("seed %d: %d moments, %v", seed, moments, x.met)
	if met < n {
		t.Errorf("%d faults in %d moments, want %d", met, moments, n)
	}
}

// start starts her, and waits until she is awake.
func (x *faulted) start() {
	x.t.Helper()
	x.her = exec.Command(os.Args[0], "talk", "--listen", anyPort, "--home", x.home)
	x.her.Env = append(os.Environ(), asProgram+"=1")
	hold, err := x.her.StdinPipe() // open, so that she stays
	if err != nil {
		x.t.Fatal(err)
	}
	x.hold = hold
	var noise strings.Builder
	x.her.Stderr = &noise
	if err := x.her.Start(); err != nil {
		x.t.Fatal(err)
	}
	k := &killer{t: x.t, home: x.home}
	x.client = k.awake(x.her.Process.Pid, &noise)
}

func (x *faulted) kill() {
	_ = x.her.Process.Kill() // she may be gone
	_ = x.her.Wait()
	_ = x.hold.Close()
}

// say says something under an id; ended is false if she went away in the middle.
func (x *faulted) say(face, text string) (ended bool) {
	var out, errs strings.Builder
	code, err := x.client.Verb(context.Background(), serve.Call{Args: []string{"say", "--face-id", face, "--", text}}, &out, &errs)
	x.heard[face] = strings.TrimSpace(out.String())
	if err == nil && (code != exitFine || x.heard[face] == "") {
		x.t.Errorf("%s: exit %d, %q %q", face, code, out.String(), errs.String())
	}
	return err == nil
}

// moment is one thing said, in whose answer something may happen; it did if a model was at
// it then.
func (x *faulted) moment(n int, f fault) (met bool) {
	x.t.Helper()
	tells := []string{"the bus was late again", "my boss moved my desk", "I bought a green kettle", "we played cards all evening", "the cat knocked over the lamp"}
	face, text := fmt.Sprintf("f-%d", n), fmt.Sprintf("%s, for the %dth time", tells[x.chance.IntN(len(tells))], n)
	for _, s := range x.servers {
		s.plan(f, x.chance.IntN(len(shakySays)), x.chance.IntN(20) == 0)
	}
	end := make(chan bool, 1)
	go func() { end <- x.say(face, text) }()
	ended := false
	select {
	case <-x.mid:
		met = true
		x.happens(f)
		ended = <-end
	case ended = <-end:
	}
	if met {
		x.met[f]++
	}
	for _, s := range x.servers {
		s.plan("", 0, false)
	}
	if ended {
		return met
	}
	before := x.heard[face]
	_ = x.hold.Close()
	_ = x.her.Wait()
	x.start()
	if !x.say(face, text) || !strings.HasPrefix(x.heard[face], before) {
		x.t.Errorf("%s: heard %q before and %q after she was killed", face, before, x.heard[face])
	}
	return met
}

// happens does what the server cannot do by itself.
func (x *faulted) happens(f fault) {
	switch f {
	case faultKill:
		_ = x.her.Process.Kill() // waited for by whoever said something
	case faultRestart:
		for _, s := range x.servers {
			if err := s.restart(); err != nil {
				x.t.Error(err)
			}
		}
	case faultSwap:
		s := x.servers[x.chance.IntN(len(x.servers))]
		call := serve.Call{Args: []string{"model", "use", "--url", "http://" + s.addr + "/v1", "--model", s.name, "--yes"}}
		if _, err := x.client.Verb(context.Background(), call, io.Discard, io.Discard); err != nil {
			x.t.Errorf("take another model: %v", err)
		}
	}
}

// judge reads the whole log, and counts the faults that were met.
func (x *faulted) judge() (met int) {
	x.t.Helper()
	for _, n := range x.met {
		met += n
	}
	heard, said := map[string]samantha.ID{}, map[samantha.ID]string{}
	for e, err := range wholeLog(x.t, x.home).Read(x.t.Context(), 0) {
		if err != nil {
			x.t.Fatal(err)
		}
		switch b := e.Body.(type) {
		case *samantha.Heard:
			if _, twice := heard[b.Numbers.FaceID]; twice && b.Numbers.FaceID != "" {
				x.t.Errorf("%s is in the log twice", b.Numbers.FaceID)
			}
			heard[b.Numbers.FaceID] = e.ID
		case *samantha.Said:
			if _, twice := said[e.ID.Moment()]; twice {
				x.t.Errorf("%s was answered twice", e.ID)
			}
			said[e.ID.Moment()] = b.Text()
		}
	}
	for face, was := range x.heard {
		if text, ok := said[heard[face]]; !ok || text != was {
			x.t.Errorf("%s: %q was heard, and the log has %q", face, was, text)
		}
	}
	return met
}
