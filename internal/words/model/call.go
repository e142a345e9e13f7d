package model

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"sync"
	"time"

	"samantha"
)

// dialect is what one way of speaking differs in.
type dialect interface {
	// write is the request: the path below the base, and the body. without are things
	// that the other side said it does not know.
	write(r Request, without map[string]bool) (path string, body any, err error)
	// reader understands the pieces of one answer.
	reader(r Request) reader
	// greet adds to the head of a request who is asking.
	greet(h http.Header)
	list(ctx context.Context) ([]Info, error)
}

// reader understands the pieces of one answer.
type reader interface {
	// piece is what one piece brings; over ends the answer. A failure may come with what
	// came before it.
	piece(data []byte) (events []Event, over bool, err error)
	// end is what is left when nothing more comes, or [ErrBroken] if it came too soon.
	end() ([]Event, error)
}

// client is what all dialects share.
type client struct {
	dialect
	e    Endpoint
	base *url.URL
	http *http.Client

	mu      sync.Mutex
	missing map[string]bool // what the other side said it does not know
}

// Models lists what the endpoint has.
func (c *client) Models(ctx context.Context) ([]Info, error) { return c.list(ctx) }

// How often a call is made again of which nothing was heard, and after how long.
const (
	retries   = 1
	pause     = 250 * time.Millisecond
	mostPause = 2 * time.Second // a server that asks for more is given up
	lessens   = 4               // times a request may be made smaller
)

// Stream asks, as [Client] says.
func (c *client) Stream(ctx context.Context, r Request) iter.Seq2[Event, error] {
	return func(yield func(Event, error) bool) {
		r := c.complete(r)
		heard := false
		out := func(e Event) bool {
			heard = true
			return yield(e, nil)
		}
		for tried, lessened := 0, 0; ; {
			err := c.once(ctx, r, out)
			var less without
			switch {
			case err == nil, errors.Is(err, errLeft):
				return
			case heard || ctx.Err() != nil:
			case errors.As(err, &less) && lessened < lessens && c.learn(less.what):
				lessened++
				continue
			case again(err) && tried < retries && c.rest(ctx, err):
				tried++
				continue
			}
			yield(Event{}, cmp.Or(context.Cause(ctx), err))
			return
		}
	}
}

// errLeft: whoever listened has gone.
var errLeft = errors.New("nobody listens")

// learn notes what the other side does not know; false: it was without it already.
func (c *client) learn(what string) bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.missing[what] {
		return false
	}
	next := map[string]bool{what: true}
	for k := range c.missing {
		next[k] = true
	}
	c.missing = next
	return true
}

func (c *client) lacks() map[string]bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.missing
}

// again: a call that failed like this may go better a moment later.
func again(err error) bool {
	return errors.Is(err, ErrUnreachable) || errors.Is(err, ErrBusy) || errors.Is(err, ErrBroken) || isLater(err) > 0
}

// later is a refusal that says when to come back.
type later struct {
	after time.Duration
	error
}

func (l later) Unwrap() error { return l.error }

func isLater(err error) time.Duration {
	var l later
	errors.As(err, &l)
	return l.after
}

// rest waits before a call is made again; false: it is not worth the wait.
func (c *client) rest(ctx context.Context, err error) bool {
	wait := max(pause, isLater(err))
	if wait > mostPause {
		return false
	}
	select {
	case <-c.e.Clock.After(wait):
		return true
	case <-ctx.Done():
		return false
	}
}

// complete fills in what a request leaves open, and puts its talk in order: the two
// sides take turns, and the person begins.
func (c *client) complete(r Request) Request {
	if r.Model == "" {
		r.Model = c.e.Model
	}
	if r.Max == 0 {
		r.Max = MaxTokens
	}
	turns := []Message{}
	for _, m := range r.Messages {
		n := len(turns) - 1
		switch {
		case strings.TrimSpace(m.Text) == "":
		case n >= 0 && turns[n].Role == m.Role:
			turns[n].Text += "\n" + m.Text
		case n < 0 && m.Role == Assistant:
			turns = append(turns, Message{User, "..."}, m)
		default:
			turns = append(turns, m)
		}
	}
	r.Messages = turns
	return r
}

// once asks one time.
func (c *client) once(ctx context.Context, r Request, out func(Event) bool) error {
	if c.lacks()["schema"] && r.Schema != nil {
		asked, err := r.Schema.inWords()
		if err != nil {
			return err
		}
		r.System = append(r.System[:len(r.System):len(r.System)], asked)
	}
	path, body, err := c.write(r, c.lacks())
	if err != nil {
		return err
	}
	p := c.e.Patience
	p.First = cmp.Or(r.First, p.First)
	ctx, watch := guard(ctx, p)
	defer watch.end()
	resp, err := c.send(ctx, http.MethodPost, path, body)
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	return c.follow(ctx, resp, c.reader(r), func(e Event) bool {
		watch.pause()
		defer watch.heard()
		return out(e)
	})
}

// follow reads an answer to its end.
func (c *client) follow(ctx context.Context, resp *http.Response, from reader, out func(Event) bool) error {
	give := func(events []Event) error {
		for _, e := range events {
			if !out(e) {
				return errLeft
			}
		}
		return nil
	}
	for data, err := range answer(resp) {
		if err != nil {
			return broke(ctx, err)
		}
		events, over, err := from.piece(data)
		if err := errors.Join(give(events), err); err != nil || over {
			return err
		}
	}
	events, err := from.end()
	return errors.Join(give(events), err)
}

// answer are the pieces of an answer, however it was sent.
func answer(resp *http.Response) iter.Seq2[[]byte, error] {
	if !strings.HasPrefix(resp.Header.Get("Content-Type"), "application/json") {
		return pieces(resp.Body)
	}
	return func(yield func([]byte, error) bool) { // it was not streamed after all
		data, err := io.ReadAll(io.LimitReader(resp.Body, maxReply))
		yield(data, err)
	}
}

// broke is why reading ended: the one who watches says it better than the connection.
func broke(ctx context.Context, err error) error {
	switch cause := context.Cause(ctx); {
	case cause != nil:
		return cause
	case Fault(err) != "":
		return err
	}
	return fmt.Errorf("%w: %w", err, ErrBroken)
}

// send makes a request and gives the answer if it is a good one.
func (c *client) send(ctx context.Context, method, path string, body any) (*http.Response, error) {
	to := *c.base
	path, query, _ := strings.Cut(path, "?")
	to.Path, to.RawPath = to.Path+path, ""
	if query != "" {
		to.RawQuery = query
	}
	resp, err := send(ctx, c.http, method, to.String(), body, c.greet)
	if err != nil {
		return nil, err
	}
	return resp, nil
}

// send makes a request to any server.
func send(ctx context.Context, by *http.Client, method, to string, body any, greet func(http.Header)) (*http.Response, error) {
	var text io.Reader
	if body != nil {
		data, err := json.Marshal(body)
		if err != nil {
			return nil, fmt.Errorf("write a request: %w", err)
		}
		text = bytes.NewReader(data)
	}
	r, err := http.NewRequestWithContext(ctx, method, to, text)
	if err != nil {
		return nil, fmt.Errorf("write a request: %w", err)
	}
	r.Header.Set("Content-Type", "application/json")
	greet(r.Header)
	resp, err := by.Do(r)
	if err != nil {
		return nil, unreached(ctx, err)
	}
	if resp.StatusCode/100 == 2 {
		return resp, nil
	}
	defer resp.Body.Close()
	return nil, refusal(resp)
}

// unreached is why no answer came. The address is left out: it may hold what is no
// business of a log's.
func unreached(ctx context.Context, err error) error {
	if cause := context.Cause(ctx); cause != nil {
		return cause
	}
	var wrapped *url.Error
	if errors.As(err, &wrapped) {
		err = wrapped.Err
	}
	return fmt.Errorf("%w: %w", err, ErrUnreachable)
}

// refusal is what an answer means that is no good one.
func refusal(resp *http.Response) error {
	said, _ := io.ReadAll(io.LimitReader(resp.Body, maxError)) // half of it is better than none
	err := understood(resp.StatusCode, said)
	if seconds, bad := strconv.Atoi(resp.Header.Get("Retry-After")); bad == nil && seconds >= 0 {
		return later{max(pause, time.Duration(seconds)*time.Second), err}
	}
	return err
}

// get reads a JSON document.
func get[T any](ctx context.Context, by *http.Client, to string, greet func(http.Header)) (doc T, err error) {
	resp, err := send(ctx, by, http.MethodGet, to, nil, greet)
	if err != nil {
		return doc, err
	}
	defer resp.Body.Close()
	return doc, decode(ctx, resp, &doc)
}

func decode(ctx context.Context, resp *http.Response, doc any) error {
	data, err := io.ReadAll(io.LimitReader(resp.Body, maxList))
	if err != nil {
		return broke(ctx, err)
	}
	if err := json.Unmarshal(data, doc); err != nil {
		return fmt.Errorf("%w: %w", ErrGarbage, err)
	}
	return nil
}

// nobody adds nothing to a head.
func nobody(http.Header) {}

// watch gives a call up that takes too long. It waits only while the other side is to
// speak: how slowly somebody listens is no fault of hers.
type watch struct {
	arm   chan time.Duration // 0: wait no more
	ctx   context.Context
	stop  context.CancelCauseFunc
	stall time.Duration
}

func guard(ctx context.Context, p Patience) (context.Context, *watch) {
	ctx, stop := context.WithCancelCause(ctx)
	w := &watch{arm: make(chan time.Duration), ctx: ctx, stop: stop, stall: p.Stall}
	go w.run(p.Clock, p.Clock.After(p.First))
	return ctx, w
}

func (w *watch) run(clock samantha.Clock, late <-chan time.Time) {
	why := ErrLate
	for {
		select {
		case <-w.ctx.Done():
			return
		case <-late:
			w.stop(why)
			return
		case d := <-w.arm:
			why, late = ErrStalled, nil
			if d > 0 {
				late = clock.After(d)
			}
		}
	}
}

// pause: something came, and is being listened to.
func (w *watch) pause() { w.set(0) }

// heard: the next is waited for.
func (w *watch) heard() { w.set(w.stall) }

func (w *watch) set(d time.Duration) {
	select {
	case w.arm <- d:
	case <-w.ctx.Done():
	}
}

// end lets go of the call.
func (w *watch) end() { w.stop(nil) }
