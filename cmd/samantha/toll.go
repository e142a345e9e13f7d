package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"iter"
	"net/http"
	"strings"
	"sync"

	"samantha"
	"samantha/internal/house/outside"
	"samantha/internal/mind"
	"samantha/internal/words/model"
	"samantha/internal/words/model/speak"
)

// toll is the way to a remote model, on which every byte that goes is noted, and every token.
type toll struct {
	door  *outside.Door
	usual string        // why something goes this way: one of the samantha.Why constants
	went  chan struct{} // something went

	mu    sync.Mutex
	why   string // the last of it went, where that is not the usual
	took  taken  // all in all
	noted taken  // of it
}

// taken is how much went to a model: bytes on the wire, tokens that it read and wrote.
type taken struct {
	bytes   int64
	in, out int
}

// newToll opens the way, if its person allowed it.
func newToll(w wish, why string) (*toll, error) {
	door, err := outside.Away(w.URL)
	if err != nil {
		return nil, err
	}
	if w.allowed != door.Host() {
		return nil, errNotAsked
	}
	return &toll{door: door, usual: why, went: make(chan struct{}, 1)}, nil
}

// client is a client that goes this way.
func (t *toll) client() *http.Client {
	c := t.door.Client(0)
	c.Transport = passing{t, c.Transport}
	return c
}

// note writes down what went since it was noted last.
func (t *toll) note(ctx context.Context, m *mind.Mind) error {
	t.mu.Lock()
	now, was, why := t.took, t.noted, cmp.Or(t.why, t.usual)
	t.mu.Unlock()
	now.bytes = t.door.Bytes()
	n := samantha.LeftNumbers{
		To: t.door.Host(), Address: t.door.Reached(), What: whatLeaves(why), Bytes: int(now.bytes - was.bytes), In: now.in - was.in, Out: now.out - was.out,
		Why: why, Choice: samantha.ChoiceRemoteModel,
	}
	if n.Bytes <= 0 && n.In+n.Out == 0 {
		return nil
	}
	err := m.Leave(ctx, n)
	if err == nil {
		t.mu.Lock()
		t.noted = now
		t.mu.Unlock()
	}
	return err
}

// whatLeaves is what goes to a model for a reason.
func whatLeaves(why string) string {
	if why == samantha.WhyLook {
		return "a look whether it is there"
	}
	return "words"
}

// purpose is the key of why something is asked, where that is not the usual.
type purpose struct{}

// withPurpose has what is asked within a context noted with another reason than the usual.
func withPurpose(ctx context.Context, why string) context.Context {
	return context.WithValue(ctx, purpose{}, why)
}

// add counts what one call took.
func (t *toll) add(u model.Usage) {
	t.mu.Lock()
	t.took.in, t.took.out = t.took.in+u.In, t.took.out+u.Out
	t.mu.Unlock()
	t.tell()
}

// tokens are those of all calls so far.
func (t *toll) tokens() int {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.took.in + t.took.out
}

// tell lets who notes know that something went.
func (t *toll) tell() {
	select {
	case t.went <- struct{}{}:
	default:
	}
}

// passing is a transport that tells when something went.
type passing struct {
	toll *toll
	by   http.RoundTripper
}

// RoundTrip passes a request on.
func (p passing) RoundTrip(r *http.Request) (*http.Response, error) {
	why, _ := r.Context().Value(purpose{}).(string)
	p.toll.mu.Lock()
	p.toll.why = why
	p.toll.mu.Unlock()
	defer p.toll.tell()
	return p.by.RoundTrip(r)
}

// errOver: the person's own bound, not one of the maker's.
var errOver = fmt.Errorf("what it may use in a day is used up; samantha model budget shows it: %w", samantha.ErrBusy)

// metered is a client whose tokens are counted: as the other side says, or about, where it
// does not say or nobody listened to the end.
type metered struct {
	model.Client
	toll *toll
	most int // tokens it may take in all; 0 is any number
}

// Stream asks, if that is within the bound.
func (m metered) Stream(ctx context.Context, r model.Request) iter.Seq2[model.Event, error] {
	return func(yield func(model.Event, error) bool) {
		if m.most > 0 && m.toll.tokens() >= m.most {
			yield(model.Event{}, errOver)
			return
		}
		var said strings.Builder
		var used *model.Usage
		reached := true
		for e, err := range m.Client.Stream(ctx, r) {
			if e.Kind == model.Used {
				used = e.Usage
			}
			said.WriteString(e.Text)
			reached = !errors.Is(err, model.ErrUnreachable)
			if !yield(e, err) {
				break
			}
		}
		switch {
		case used != nil:
			m.toll.add(*used)
		case reached:
			m.toll.add(model.Usage{In: tokensOf(r), Out: speak.Tokens(said.String())})
		}
	}
}

// tokensOf is about how many tokens a request has.
func tokensOf(r model.Request) (n int) {
	for _, b := range r.System {
		n += speak.Tokens(b.Text)
	}
	for _, m := range r.Messages {
		n += speak.Tokens(m.Text)
	}
	return n
}
