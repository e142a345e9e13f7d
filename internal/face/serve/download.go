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

// Fetch brings a large file here for a person who said yes to it on a page, and a second
// time if nobody verified it. Each event is one line of JSON that it writes to events.
type Fetch func(ctx context.Context, person, id string, unverified bool, events io.Writer) error

// downloads are those that pages began: one at a time. It goes on when the page that
// began it is closed; another page finds it under way.
type downloads struct {
	fetch Fetch // nil: none can be

	mu  sync.Mutex
	now *download // the last one; nil before the first
}

// download is one of them.
type download struct {
	stop context.CancelFunc
	mu   sync.Mutex
	last []byte        // the newest event
	news chan struct{} // closed when there is a newer one
	over bool
}

// wantedFile is what a page asks to have fetched.
type wantedFile struct {
	ID         string `json:"id"`
	Yes        bool   `json:"yes"` // the person said so
	Unverified bool   `json:"unverified"`
}

// beginDownload begins one.
func (s *Server) beginDownload(w http.ResponseWriter, r *http.Request, v visitor) {
	var want wantedFile
	err := json.NewDecoder(http.MaxBytesReader(w, r.Body, maxCall)).Decode(&want)
	switch {
	case s.downloads.fetch == nil:
		err = fmt.Errorf("nothing can be fetched from here: %w", samantha.ErrNotFound)
	case err != nil:
		err = fmt.Errorf("the wish is no JSON: %w: %w", err, samantha.ErrInvalid)
	case !want.Yes:
		err = fmt.Errorf("nothing is fetched without a yes: %w", samantha.ErrInvalid)
	default:
		err = s.begin(v.person, want)
	}
	if err != nil {
		refuse(w, err)
		return
	}
	w.WriteHeader(http.StatusAccepted)
}

// begin begins a download, unless another is under way. It ends when the server closes.
func (s *Server) begin(person string, want wantedFile) error {
	d := &s.downloads
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.now != nil && !d.now.ended() {
		return fmt.Errorf("another download is under way: %w", samantha.ErrInvalid)
	}
	ctx, stop := context.WithCancel(s.ending)
	now := &download{stop: stop, news: make(chan struct{})}
	d.now = now
	s.calls.Add(1)
	go func() {
		defer s.calls.Done()
		defer stop()
		now.end(d.fetch(ctx, person, want.ID, want.Unverified, now))
	}()
	return nil
}

// Write takes one event.
func (d *download) Write(event []byte) (int, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.tell(event)
	return len(event), nil
}

// tell is called with the lock held.
func (d *download) tell(event []byte) {
	d.last = bytes.Clone(event)
	close(d.news)
	d.news = make(chan struct{})
}

// end is the last event: that it is there, or why not.
func (d *download) end(err error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.over = true
	why := ""
	if err != nil {
		why = samantha.Plainly(err)
	}
	text, err := json.Marshal(map[string]any{"over": true, "error": why})
	if err == nil { // two plain values always can be
		d.tell(append(text, '\n'))
	}
}

func (d *download) ended() bool {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.over
}

// newest is the newest event, and what is closed when there is a newer one.
func (d *download) newest() (event []byte, news <-chan struct{}, over bool) {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.last, d.news, d.over
}

// watchDownload sends its events until it is over: one line of JSON each; whoever is slow
// gets only the newest.
func (s *Server) watchDownload(w http.ResponseWriter, r *http.Request, _ visitor) {
	s.downloads.mu.Lock()
	now := s.downloads.now
	s.downloads.mu.Unlock()
	if now == nil {
		refuse(w, fmt.Errorf("no download is under way: %w", samantha.ErrNotFound))
		return
	}
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

// stopDownload stops it; what came is kept.
func (s *Server) stopDownload(w http.ResponseWriter, _ *http.Request, _ visitor) {
	s.downloads.mu.Lock()
	defer s.downloads.mu.Unlock()
	if s.downloads.now != nil {
		s.downloads.now.stop()
	}
	w.WriteHeader(http.StatusNoContent)
}
