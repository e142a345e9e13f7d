// Package tui is her face in a terminal: the living line on top in braille
// dots, the captions of both sides below it, one line to type in at the
// bottom, and, on Tab, why she said what she said.
//
// It is a view and nothing else. Whoever holds the conversation tells it what
// happens with [Face.Show] and takes what the person says from [Face.Lines];
// so the conversation can move from one owner of the house to the next while
// the terminal stays as it is. What is shown is revealed clause by clause at
// the pace of reading, on a clock that is given. Telling never waits for the
// terminal: nobody who reads slowly holds up a mind.
package tui

import (
	"context"
	"errors"
	"fmt"
	"io"
	"sync"

	tea "charm.land/bubbletea/v2"

	"samantha"
	"samantha/internal/mind"
)

// Options are what a face is given.
type Options struct {
	In    io.Reader // a terminal
	Out   io.Writer // the same one
	Env   []string  // as of os.Environ: TERM, NO_COLOR, NO_MOTION
	Clock samantha.Clock
	// Why folds an answer back to its causes. It may take a while and runs
	// beside the face.
	Why func(context.Context, samantha.ID) (mind.Why, error)
	// Find is what she remembers for a question, best first; so it does not
	// wait either.
	Find  func(context.Context, string) ([]Found, error)
	Limit int    // longest thing that can be said at once, in bytes
	Still bool   // the line does not move; NO_MOTION asks for the same
	Mark  string // stands beside her word all the time; "" is nothing
}

// Found is one memory that answers a question.
type Found struct {
	When string // as the person tells time
	By   samantha.Origin
	Text string
}

// Face is the terminal while the face has it.
type Face struct {
	inbox *inbox
	lines chan string
	leave context.CancelFunc
	done  chan struct{} // the terminal is as it was before
	err   error         // read after done
}

// Open takes the terminal until the person leaves, ctx ends or Close is called.
func Open(ctx context.Context, o Options) *Face {
	ctx, leave := context.WithCancel(ctx)
	f := &Face{inbox: newInbox(), lines: make(chan string, 1), leave: leave, done: make(chan struct{})}
	go f.run(ctx, program(ctx, o, f.lines))
	return f
}

// framesPerSecond is how often the terminal is written to, at most.
const framesPerSecond = 30

func program(ctx context.Context, o Options, lines chan<- string) *tea.Program {
	return tea.NewProgram(newModel(ctx, o, lines),
		tea.WithContext(ctx), tea.WithInput(o.In), tea.WithOutput(o.Out), tea.WithEnvironment(o.Env),
		tea.WithWindowSize(usualWide, usualHigh), tea.WithoutSignalHandler(), tea.WithFPS(framesPerSecond))
}

// run owns the program and what feeds it.
func (f *Face) run(ctx context.Context, p *tea.Program) {
	defer close(f.done)
	defer close(f.lines) // only the program sends there, and it is over
	defer f.leave()
	var feeding sync.WaitGroup
	feeding.Go(func() { f.inbox.empty(ctx, p) })
	_, err := p.Run()
	if err != nil && ctx.Err() == nil {
		f.err = fmt.Errorf("show the talk in this terminal: %w (samantha talk --plain needs no such terminal)", cause(err))
	}
	f.leave()
	feeding.Wait()
}

// cause is an error without the library's own word for it.
func cause(err error) error {
	var both interface{ Unwrap() []error }
	if errors.As(err, &both) && errors.Is(err, tea.ErrProgramKilled) {
		if all := both.Unwrap(); len(all) > 1 {
			return all[len(all)-1]
		}
	}
	return err
}

// Lines are what the person says, in order. The next one comes only after
// [Ready]. The channel is closed when the person has left and the terminal is
// as it was.
func (f *Face) Lines() <-chan string { return f.lines }

// Show tells the face of something, and returns at once. It reports whether
// there is still somebody to see it.
func (f *Face) Show(e Event) bool {
	select {
	case <-f.done:
		return false
	default:
		f.inbox.put(e)
		return true
	}
}

// Close gives the terminal back, and tells what went wrong with it, if
// anything did.
func (f *Face) Close() error {
	f.leave()
	<-f.done
	return f.err
}
