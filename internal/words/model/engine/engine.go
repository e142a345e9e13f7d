// Package engine runs a language model on this machine: a GGUF file, in a process
// of its own that is started when she first needs it and ends when she has not
// needed it for long. To the rest of her it is a server like any other: [Engine]
// carries HTTP requests in the OpenAI dialect, and a client that speaks it needs to
// know nothing else.
//
// The process is watched. If it dies or falls silent in the middle of a sentence it
// is started again with one thread, told what was said so far, and goes on from
// there: whoever listens hears a pause. If it dies again, that is an error to fall
// back on, and the engine rests for a minute.
//
// Rooms: host is that process, llama the libraries it calls, gbnf the grammars for
// what must have a shape, gguf the models that are on this machine, tiny models that
// know nothing, for tests.
package engine

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"sync"
	"time"

	"samantha"
)

// ErrGone: the engine ended and was not brought back; something else must speak.
var ErrGone = errors.New("the engine for local models is gone")

// errClosed: she is going to sleep.
var errClosed = fmt.Errorf("it was closed: %w", ErrGone)

// Options of an engine. What is zero is as usual.
type Options struct {
	Place   Place  // what Locate found
	Dir     string // a folder of hers, for the socket and what is measured
	Model   string // GGUF file; it is only read
	Context int    // tokens; 0 is the engine's own default
	Threads int    // 0 is what suits the machine
	Memory  uint64 // bytes it may hold in memory; 0 is any
	Clock   samantha.Clock

	Start, FirstByte, Stall, Idle, Rest time.Duration
}

// What is usual. A prompt is read in steps that are heard of, so that the first
// byte need not wait for all of it.
const (
	usualStart     = 2 * time.Minute // five gigabytes from a slow disk
	usualFirstByte = 20 * time.Second
	usualStall     = 10 * time.Second
	usualIdle      = 15 * time.Minute
	usualRest      = time.Minute
	mostBody       = 8 << 20
)

func (o Options) usual() Options {
	for _, d := range []struct {
		at    *time.Duration
		usual time.Duration
	}{{&o.Start, usualStart}, {&o.FirstByte, usualFirstByte}, {&o.Stall, usualStall}, {&o.Idle, usualIdle}, {&o.Rest, usualRest}} {
		if *d.at <= 0 {
			*d.at = d.usual
		}
	}
	return o
}

// Engine is one model, ready to run. It is an [http.RoundTripper]: the address of a
// request counts for its path alone.
type Engine struct {
	o      Options
	socket string
	turn   chan struct{} // held by whoever starts the process
	life   context.Context
	finish context.CancelFunc
	owned  sync.WaitGroup // the starts
	once   sync.Once      // closes

	mu      sync.Mutex
	child   *child
	calls   int // that are under way
	last    time.Time
	crashes int       // since a reply was whole
	rested  time.Time // no start before
}

// New makes an engine; nothing runs yet.
func New(o Options) (*Engine, error) {
	if o.Clock == nil || o.Dir == "" || o.Model == "" || o.Place.Dir == "" {
		return nil, fmt.Errorf("an engine wants a place, a folder, a model and a clock: %w", samantha.ErrInvalid)
	}
	if err := os.MkdirAll(o.Dir, 0o700); err != nil {
		return nil, err
	}
	socket, err := socketIn(o.Dir)
	if err != nil {
		return nil, err
	}
	e := &Engine{o: o.usual(), socket: socket, turn: make(chan struct{}, 1)}
	e.life, e.finish = context.WithCancel(context.Background())
	return e, nil
}

// Client speaks with the engine and with nothing else.
func (e *Engine) Client() *http.Client { return &http.Client{Transport: e} }

// Running tells whether the process is there, for those who show it.
func (e *Engine) Running() bool {
	e.mu.Lock()
	defer e.mu.Unlock()
	return e.child != nil && e.child.alive()
}

// Close ends the process and all that watches it, once.
func (e *Engine) Close() (err error) {
	e.once.Do(func() { err = e.close() })
	return err
}

func (e *Engine) close() error {
	e.finish()
	e.turn <- struct{}{} // and keeps it: nothing starts any more
	e.owned.Wait()
	e.mu.Lock()
	c := e.child
	e.child = nil
	e.mu.Unlock()
	if c != nil {
		c.stop()
	}
	if dir := filepath.Dir(e.socket); dir != filepath.Clean(e.o.Dir) {
		return os.RemoveAll(dir)
	}
	return nil
}

// RoundTrip hands a request to the process, which is started if need be. A stream
// outlives one crash of it.
func (e *Engine) RoundTrip(r *http.Request) (*http.Response, error) {
	call := &call{e: e, ctx: r.Context(), method: r.Method, path: r.URL.Path, head: r.Header}
	if r.Body != nil {
		body, err := io.ReadAll(io.LimitReader(r.Body, mostBody))
		r.Body.Close()
		if err != nil {
			return nil, err
		}
		call.body = body
	}
	e.begin()
	response, err := call.answer()
	if err != nil {
		e.end()
		return nil, err
	}
	response.Request = r
	return response, nil
}

func (e *Engine) begin() {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.calls++
}

func (e *Engine) end() {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.calls--
	e.last = e.o.Clock.Now()
}

// whole takes note that a reply came to its end.
func (e *Engine) whole() {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.crashes = 0
}

// need is the process, started if there is none. Whoever goes away while it starts
// does not stop that: the next who comes finds it ready.
func (e *Engine) need(ctx context.Context) (*child, error) {
	select {
	case e.turn <- struct{}{}:
	case <-ctx.Done():
		return nil, ctx.Err()
	case <-e.life.Done():
		return nil, errClosed
	}
	type result struct {
		c   *child
		err error
	}
	started := make(chan result, 1)
	e.owned.Go(func() {
		defer func() { <-e.turn }()
		c, err := e.stand()
		started <- result{c, err}
	})
	select {
	case r := <-started:
		return r.c, r.err
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// stand is need in its turn.
func (e *Engine) stand() (*child, error) {
	threads, c, err := e.standing()
	if c != nil || err != nil {
		return c, err
	}
	c, err = start(e, threads)
	e.mu.Lock()
	defer e.mu.Unlock()
	if err != nil {
		e.rested = e.o.Clock.Now().Add(e.o.Rest) // it would not start now either
		return nil, err
	}
	e.child, e.last = c, e.o.Clock.Now()
	return c, nil
}

// standing is the process that runs, or with how many threads one is to be started.
func (e *Engine) standing() (threads int, c *child, err error) {
	e.mu.Lock()
	defer e.mu.Unlock()
	switch {
	case e.life.Err() != nil:
		return 0, nil, errClosed
	case e.child != nil && e.child.alive():
		return 0, e.child, nil
	case e.o.Clock.Now().Before(e.rested):
		return 0, nil, fmt.Errorf("it failed a moment ago and rests: %w", ErrGone)
	case e.crashes > 0:
		return 1, nil, nil // threads that wait for each other are the likeliest cause
	}
	return e.o.Threads, nil, nil
}

// crashed takes note of a process that ended by itself, or had to be ended; again
// tells whether another is to be tried.
func (e *Engine) crashed(c *child) (again bool) {
	c.kill(nil)
	e.mu.Lock()
	defer e.mu.Unlock()
	if e.child == c { // who noticed first
		e.child = nil
		e.crashes++
	}
	if e.crashes < 2 {
		return true
	}
	e.crashes, e.rested = 0, e.o.Clock.Now().Add(e.o.Rest)
	return false
}

// idle ends a process that nobody needed for long; true is that it did.
func (e *Engine) idle(c *child) bool {
	e.mu.Lock()
	defer e.mu.Unlock()
	if e.child != c || e.calls > 0 || e.o.Clock.Now().Sub(e.last) < e.o.Idle {
		return false
	}
	e.child = nil
	return true
}
