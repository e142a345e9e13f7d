package serve

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"sync"

	"samantha"
)

// works are what pages begin and what takes its time, of one kind: one at a time. It goes on
// when the page that began it is closed; another page finds it under way.
type works struct {
	mu  sync.Mutex
	now *work // the last one; nil before the first
}

// work is one of them.
type work struct {
	stop     context.CancelFunc
	mu       sync.Mutex
	last     []byte        // the newest event
	told     []byte        // the last event with what came of it, for as long as somebody watches
	watching int           // how many do
	news     chan struct{} // closed when there is a newer one
	over     bool
}

// doing is what is done: each event is one line of JSON that it writes, and what it returns
// is JSON that only those see who watch it to its end.
type doing func(ctx context.Context, events io.Writer) (told []byte, err error)

// begin begins one for so many watchers, unless another is under way. It ends when the
// server closes.
func (s *Server) begin(w *works, watching int, do doing) (*work, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.now != nil && !w.now.ended() {
		return nil, fmt.Errorf("another one is under way: %w", samantha.ErrInvalid)
	}
	ctx, stop := context.WithCancel(s.ending)
	now := &work{stop: stop, watching: watching, news: make(chan struct{})}
	w.now = now
	s.calls.Add(1)
	go func() {
		defer s.calls.Done()
		defer stop()
		now.end(do(ctx, now))
	}()
	return now, nil
}

// Write takes one event.
func (d *work) Write(event []byte) (int, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.tell(event)
	return len(event), nil
}

// tell is called with the lock held.
func (d *work) tell(event []byte) {
	d.last = bytes.Clone(event)
	close(d.news)
	d.news = make(chan struct{})
}

// end is the last event: that it is there, or why not.
func (d *work) end(told []byte, err error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.over = true
	over := map[string]any{"over": true, "error": ""}
	if err != nil {
		over["error"] = samantha.Plainly(err)
	}
	text, err := json.Marshal(over)
	if err != nil { // two plain values always can be
		return
	}
	if over["told"] = json.RawMessage(told); len(told) > 0 && d.watching > 0 {
		if whole, err := json.Marshal(over); err == nil {
			d.told = append(whole, '\n')
		}
	}
	d.tell(append(text, '\n'))
}

func (d *work) ended() bool {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.over
}

// watched notes that somebody watches, or does no longer. What came of it is kept for
// nobody.
func (d *work) watched(more int) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.watching += more; d.watching == 0 {
		d.told = nil
	}
}

// newest is the newest event, and what is closed when there is a newer one.
func (d *work) newest() (event []byte, news <-chan struct{}, over bool) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.told != nil {
		return d.told, d.news, d.over
	}
	return d.last, d.news, d.over
}

// watchWork sends the events of what is under way to who asks.
func (s *Server) watchWork(of *works) func(http.ResponseWriter, *http.Request, visitor) {
	return func(w http.ResponseWriter, r *http.Request, _ visitor) {
		of.mu.Lock()
		now := of.now
		of.mu.Unlock()
		if now == nil {
			refuse(w, fmt.Errorf("nothing is under way: %w", samantha.ErrNotFound))
			return
		}
		now.watched(1)
		s.follow(w, r, now)
	}
}

// follow sends the events of a work to one of its watchers until it is over: one line of
// JSON each; whoever is slow gets only the newest.
func (s *Server) follow(w http.ResponseWriter, r *http.Request, now *work) {
	defer now.watched(-1)
	w.Header().Set("Content-Type", "application/x-ndjson")
	for {
		event, news, over := now.newest()
		_, err := w.Write(event)
		if err = errors.Join(err, http.NewResponseController(w).Flush()); err != nil || over {
			return
		}
		select {
		case <-news:
		case <-r.Context().Done():
			return
		case <-s.ending.Done():
			return
		}
	}
}

// stopWork stops what is under way.
func (s *Server) stopWork(of *works) func(http.ResponseWriter, *http.Request, visitor) {
	return func(w http.ResponseWriter, _ *http.Request, _ visitor) {
		of.mu.Lock()
		defer of.mu.Unlock()
		if of.now != nil {
			of.now.stop()
		}
		w.WriteHeader(http.StatusNoContent)
	}
}
