package serve

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"

	"samantha"
)

// Fetch brings a large file here for a person who said yes to it on a page, and a second
// time if nobody verified it. Each event is one line of JSON that it writes to events.
type Fetch func(ctx context.Context, person, id string, unverified bool, events io.Writer) error

// Examine puts the language model that a person has to the test and tells what came of it,
// as `model test --json` does; how far it is goes to events, one line of JSON each.
type Examine func(ctx context.Context, person string, events io.Writer) ([]byte, error)

// downloads are those that pages began.
type downloads struct {
	fetch Fetch // nil: none can be
	works
}

// exams are those that pages began.
type exams struct {
	examine Examine // nil: none can be
	works
}

// wanted is what a page asks to have done that takes its time.
type wanted struct {
	ID         string `json:"id"`  // of a file
	Yes        bool   `json:"yes"` // the person said so
	Unverified bool   `json:"unverified"`
}

// beginDownload begins one; what came of one that is stopped is kept.
func (s *Server) beginDownload(w http.ResponseWriter, r *http.Request, v visitor) {
	want, err := wantedIn(w, r)
	switch {
	case s.downloads.fetch == nil:
		err = fmt.Errorf("nothing can be fetched from here: %w", samantha.ErrNotFound)
	case err == nil:
		_, err = s.begin(&s.downloads.works, 0, func(ctx context.Context, events io.Writer) ([]byte, error) {
			return nil, s.downloads.fetch(ctx, v.person, want.ID, want.Unverified, events)
		})
	}
	if err != nil {
		refuse(w, err)
		return
	}
	w.WriteHeader(http.StatusAccepted)
}

// exam begins one, and is answered with its events. Its answers are theirs and hers: they go
// to whoever watches it to its end, and are kept by nobody.
func (s *Server) exam(w http.ResponseWriter, r *http.Request, v visitor) {
	var now *work
	_, err := wantedIn(w, r)
	switch {
	case s.exams.examine == nil:
		err = fmt.Errorf("no model can be examined from here: %w", samantha.ErrNotFound)
	case err == nil:
		now, err = s.begin(&s.exams.works, 1, func(ctx context.Context, events io.Writer) ([]byte, error) {
			return s.exams.examine(ctx, v.person, events)
		})
	}
	if err != nil {
		refuse(w, err)
		return
	}
	s.follow(w, r, now)
}

// wantedIn is what a page asks for, with the yes of the person.
func wantedIn(w http.ResponseWriter, r *http.Request) (want wanted, err error) {
	err = json.NewDecoder(http.MaxBytesReader(w, r.Body, maxCall)).Decode(&want)
	switch {
	case err != nil:
		return want, fmt.Errorf("the wish is no JSON: %w: %w", err, samantha.ErrInvalid)
	case !want.Yes:
		return want, fmt.Errorf("nothing is done without a yes: %w", samantha.ErrInvalid)
	}
	return want, nil
}
