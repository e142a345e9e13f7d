package main

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"strings"
	"sync"

	"samantha"
	"samantha/internal/face/serve"
	"samantha/internal/mind"
	"samantha/internal/senses"
)

// conversation is one talk. It outlives whoever owns the house: a line that was
// not answered goes to who owns it next, under the same id, so that it is
// answered and not doubled.
type conversation struct {
	face    face
	errs    io.Writer
	waiting line   // not answered yet
	me      string // begins the face ids of what is typed here
	n       int

	mu   sync.Mutex // one answer, or one line from elsewhere, at a time
	mine map[samantha.ID]bool

	asking sync.Mutex
	record record // of who owns the house now
}

// face is where a conversation is seen and typed: lines on a pipe, or a whole
// terminal.
type face interface {
	// next waits for what the person says next. io.EOF is the end;
	// [serve.ErrNobody] comes when gone is closed.
	next(ctx context.Context, gone <-chan struct{}) (line, error)
	// hers shows one answer of hers while speak writes it, clause by clause. It
	// returns what speak returns: the answer's id, if it is known here.
	hers(speak func(io.Writer) (samantha.ID, error)) error
	// logged shows a line that the log has now; whose says where it was said.
	logged(l serve.Line, whose origin)
}

// origin says where a line of the log was said.
type origin int

const (
	unasked origin = iota // she spoke with nothing said to her
	ours                  // here, or in answer to that
	theirs                // on another face, or in answer to that
)

// record answers questions about what is kept, beside the talk.
type record struct {
	why      func(context.Context, samantha.ID) (mind.Why, error)
	memories func(ctx context.Context, question string) ([]memoryLine, error)
}

// line is one thing typed.
type line struct {
	text   string
	err    error // instead of text: it could not be read
	faceID string
}

func newConversation(f face, errs io.Writer) *conversation {
	return &conversation{face: f, errs: errs, me: rand.Text(), mine: map[samantha.ID]bool{}}
}

// converse has each line answered by say, until there are no more, or until
// she is gone from where say reaches her: that is [serve.ErrNobody].
func (v *conversation) converse(ctx context.Context, gone <-chan struct{}, say func(line, io.Writer) (samantha.ID, error)) error {
	for {
		l, err := v.next(ctx, gone)
		if err == io.EOF {
			return nil
		}
		if err == nil {
			err = v.hers(func(out io.Writer) (samantha.ID, error) { return say(l, out) })
		}
		if ctx.Err() != nil {
			return nil
		}
		if lost(err) {
			return serve.ErrNobody
		}
		v.waiting = line{}
		finish(v.errs, err)
	}
}

// lost reports whether she went away before she had answered.
func lost(err error) bool {
	return errors.Is(err, serve.ErrNobody) || errors.Is(err, serve.ErrSilent)
}

// next is the line that waits for an answer, or the next one typed that says
// something.
func (v *conversation) next(ctx context.Context, gone <-chan struct{}) (line, error) {
	for v.waiting.text == "" {
		l, err := v.face.next(ctx, gone)
		if err != nil {
			return line{}, err
		}
		if strings.TrimSpace(l.text) == "" {
			continue
		}
		text, err := senses.Listenable(l.text)
		if err != nil {
			return line{}, err
		}
		v.n++
		v.waiting = line{text: text, faceID: fmt.Sprintf("%s-%d", v.me, v.n)}
	}
	return v.waiting, nil
}

// await is the next thing typed, the end of input or of ctx (io.EOF), or that
// she is gone.
func await[T any](ctx context.Context, gone <-chan struct{}, typed <-chan T) (T, error) {
	var none T
	select {
	case l, ok := <-typed:
		if !ok {
			return none, io.EOF
		}
		return l, nil
	case <-gone:
		return none, serve.ErrNobody
	case <-ctx.Done():
		return none, io.EOF
	}
}

// hers has one answer shown. What is said elsewhere waits for its end.
func (v *conversation) hers(speak func(io.Writer) (samantha.ID, error)) error {
	v.mu.Lock()
	defer v.mu.Unlock()
	return v.face.hers(speak)
}

// logged shows a line of the log, and keeps apart what was said here.
func (v *conversation) logged(l serve.Line) {
	v.mu.Lock()
	defer v.mu.Unlock()
	if l.By == samantha.OriginPerson {
		v.mine[l.ID] = strings.HasPrefix(l.FaceID, v.me)
	}
	whose := unasked
	if own, known := v.mine[l.ID.Moment()]; known {
		whose = theirs
		if own {
			whose = ours
		}
	}
	v.face.logged(l, whose)
}

// asks names whose record is asked from now on; the zero value is nobody's.
func (v *conversation) asks(r record) {
	v.asking.Lock()
	defer v.asking.Unlock()
	v.record = r
}

func (v *conversation) asked() record {
	v.asking.Lock()
	defer v.asking.Unlock()
	return v.record
}

// why folds an answer back to its causes, wherever she is awake now.
func (v *conversation) why(ctx context.Context, id samantha.ID) (mind.Why, error) {
	if r := v.asked(); r.why != nil {
		return r.why(ctx, id)
	}
	return mind.Why{}, serve.ErrNobody
}

// memories are those that answer a question.
func (v *conversation) memories(ctx context.Context, question string) ([]memoryLine, error) {
	if r := v.asked(); r.memories != nil {
		return r.memories(ctx, question)
	}
	return nil, serve.ErrNobody
}
