package main

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"os"

	"golang.org/x/term"

	"samantha"
	"samantha/internal/face/serve"
	"samantha/internal/senses"
)

// plain is a conversation line by line, on a pipe or a terminal that can do no
// more.
type plain struct {
	in     io.Reader
	out    io.Writer
	typed  <-chan line
	hinted bool
	within bool // something stands on the line that is being written
}

func newPlain(ctx context.Context, c *call) *plain {
	return &plain{in: c.in, out: c.out, typed: lines(ctx, c.in)}
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

// next prompts for a line.
func (p *plain) next(ctx context.Context, gone <-chan struct{}) (line, error) {
	p.hint()
	p.prompt()
	l, err := await(ctx, gone, p.typed)
	if err != nil {
		p.endLine()
		return line{}, err
	}
	return l, l.err
}

// isTerminal: somebody is there, to type or to read.
func isTerminal(stream any) bool {
	f, ok := stream.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

// hint tells a person at a keyboard how to leave, once.
func (p *plain) hint() {
	if isTerminal(p.in) && !p.hinted {
		fmt.Fprintln(p.out, "(A line is one thing said. Ctrl-D leaves; everything is kept.)")
	}
	p.hinted = true
}

func (p *plain) prompt() {
	if isTerminal(p.in) {
		fmt.Fprint(p.out, "> ")
	}
}

// endLine leaves the prompt behind.
func (p *plain) endLine() {
	if isTerminal(p.in) {
		fmt.Fprintln(p.out)
	}
}

// hers prints one answer of hers as a line of its own.
func (p *plain) hers(speak func(io.Writer) (samantha.ID, error)) error {
	p.hint()
	_, err := speak(p)
	if p.within {
		fmt.Fprintln(p.out)
		p.within = false
	}
	return err
}

// Write writes a part of her answer.
func (p *plain) Write(b []byte) (int, error) {
	if len(b) > 0 {
		p.within = b[len(b)-1] != '\n'
	}
	return p.out.Write(b)
}

// bell makes a terminal sound.
const bell = "\a"

// logged prints what was said on other faces, and what rings; the rest stands
// there already.
func (p *plain) logged(l serve.Line, whose origin) {
	switch {
	case l.Rings:
		fmt.Fprintf(p.out, "%s%s\n", bell, l.Text)
		p.prompt()
	case whose != theirs:
	case l.By == samantha.OriginPerson:
		fmt.Fprintf(p.out, "(elsewhere) > %s\n", l.Text)
	default:
		fmt.Fprintln(p.out, l.Text)
		p.prompt()
	}
}
