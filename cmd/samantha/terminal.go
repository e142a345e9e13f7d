package main

import (
	"bufio"
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"sync"

	"golang.org/x/term"

	"samantha"
	"samantha/internal/face/serve"
	"samantha/internal/senses"
)

// terminal is one conversation, line by line. It outlives whoever owns the
// house: a line that was not answered goes to who owns it next, under the same
// id, so that it is answered and not doubled.
type terminal struct {
	in        io.Reader
	out, errs io.Writer
	typed     <-chan line
	waiting   line   // not answered yet
	me        string // begins the face ids of what is typed here
	n         int
	hinted    bool

	mu     sync.Mutex
	mine   map[samantha.ID]bool // moments said here
	within bool                 // something stands on the line that is being written
}

// line is one thing typed.
type line struct {
	text   string
	err    error // instead of text: it could not be read
	faceID string
}

func newTerminal(ctx context.Context, c *call) *terminal {
	return &terminal{
		in: c.in, out: c.out, errs: c.errs, typed: lines(ctx, c.in),
		me: rand.Text(), mine: map[samantha.ID]bool{},
	}
}

// lines are what is typed, until the end of input or of ctx. The goroutine
// behind them may outlive ctx by one line: a read from a terminal cannot be
// called back.
func lines(ctx context.Context, in io.Reader) <-chan line {
	typed := make(chan line)
	go func() {
		defer close(typed)
		r := bufio.NewReaderSize(in, maxUtterance+len("\r\n"))
		for {
			l, more := readLine(r)
			if !more && l.err == nil {
				return
			}
			select {
			case typed <- l:
			case <-ctx.Done():
				return
			}
			if !more {
				return
			}
		}
	}()
	return typed
}

// readLine reads a line, and drops the rest of one that is longer than she
// listens to. more is false at the end.
func readLine(r *bufio.Reader) (l line, more bool) {
	text, tooLong, err := r.ReadLine()
	l.text = string(text)
	for rest := tooLong; rest && err == nil; {
		_, rest, err = r.ReadLine()
	}
	if err != nil && err != io.EOF {
		return line{err: fmt.Errorf("read what to say: %w", err)}, false
	}
	if tooLong {
		return line{err: senses.ErrTooLong}, true
	}
	return l, err == nil
}

// converse has each line answered by say, until there are no more, or until
// she is gone from where say reaches her: that is [serve.ErrNobody].
func (t *terminal) converse(ctx context.Context, gone <-chan struct{}, say func(line) error) error {
	for {
		l, err := t.next(ctx, gone)
		if err == io.EOF {
			return nil
		}
		if err == nil {
			err = t.hers(func() error { return say(l) })
		}
		if ctx.Err() != nil {
			return nil
		}
		if errors.Is(err, serve.ErrNobody) || errors.Is(err, serve.ErrSilent) {
			return serve.ErrNobody
		}
		t.waiting = line{}
		finish(t.errs, err)
	}
}

// next is the line that waits for an answer, or the next one typed that says
// something. io.EOF is the end.
func (t *terminal) next(ctx context.Context, gone <-chan struct{}) (line, error) {
	for t.waiting.text == "" {
		t.prompt()
		select {
		case l, ok := <-t.typed:
			if !ok {
				t.endLine()
				return line{}, io.EOF
			}
			if l.err != nil {
				return line{}, l.err
			}
			if strings.TrimSpace(l.text) == "" {
				continue
			}
			text, err := senses.Listenable(l.text)
			if err != nil {
				return line{}, err
			}
			t.n++
			t.waiting = line{text: text, faceID: fmt.Sprintf("%s-%d", t.me, t.n)}
		case <-gone:
			t.endLine()
			return line{}, serve.ErrNobody
		case <-ctx.Done():
			t.endLine()
			return line{}, io.EOF
		}
	}
	return t.waiting, nil
}

// isTerminal: somebody types.
func isTerminal(in io.Reader) bool {
	f, ok := in.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

// hint tells a person at a keyboard how to leave, once.
func (t *terminal) hint() {
	if isTerminal(t.in) && !t.hinted {
		fmt.Fprintln(t.out, "(A line is one thing said. Ctrl-D leaves; everything is kept.)")
	}
	t.hinted = true
}

func (t *terminal) prompt() {
	if isTerminal(t.in) {
		fmt.Fprint(t.out, "> ")
	}
}

// endLine leaves the prompt behind.
func (t *terminal) endLine() {
	if isTerminal(t.in) {
		fmt.Fprintln(t.out)
	}
}

// hers prints one answer of hers as a line of its own.
func (t *terminal) hers(speak func() error) error {
	t.mu.Lock()
	defer t.mu.Unlock()
	err := speak()
	if t.within {
		fmt.Fprintln(t.out)
		t.within = false
	}
	return err
}

// Write writes a part of her answer.
func (t *terminal) Write(p []byte) (int, error) {
	if len(p) > 0 {
		t.within = p[len(p)-1] != '\n'
	}
	return t.out.Write(p)
}

func (t *terminal) clause(cl samantha.Clause) error {
	space := ""
	if t.within {
		space = " "
	}
	_, err := io.WriteString(t, space+cl.Text)
	return err
}

// watchHere shows what is said to her from other processes.
func (t *terminal) watchHere(ctx context.Context, a *app, as string) {
	events, err := a.Watch(ctx, as)
	if err != nil {
		return
	}
	for e, err := range events {
		if err != nil {
			return
		}
		if l, ok := serve.LineOf(e); ok {
			t.elsewhere(l)
		}
	}
}

// elsewhere shows a line that was not typed here.
func (t *terminal) elsewhere(l serve.Line) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if l.By == samantha.OriginPerson {
		t.mine[l.ID] = strings.HasPrefix(l.FaceID, t.me)
		if !t.mine[l.ID] {
			fmt.Fprintf(t.out, "(elsewhere) > %s\n", l.Text)
		}
		return
	}
	if own, known := t.mine[l.ID.Moment()]; known && !own {
		fmt.Fprintln(t.out, l.Text)
		t.prompt()
	}
}
