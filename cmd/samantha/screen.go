package main

import (
	"context"
	"io"
	"os"
	"runtime"
	"strings"
	"sync"

	"samantha"
	"samantha/internal/face/serve"
	"samantha/internal/face/tui"
)

// screen is a conversation in a whole terminal. It takes the terminal when
// there is first something to show, so that what goes wrong before is told as
// by any other verb.
type screen struct {
	take func() *tui.Face
	errs io.Writer // for what is told while the terminal is not ours

	mu   sync.Mutex
	face *tui.Face // nil: not yet
}

// ofTerminal reports whether a talk can have the whole terminal.
func (c *call) ofTerminal(getenv func(string) string) bool {
	name := getenv("TERM")
	able := name != "dumb" && (name != "" || runtime.GOOS == "windows")
	return able && !c.plain && isTerminal(c.in) && isTerminal(c.out)
}

// takeScreen has the talk in the whole terminal, and what the program tells
// besides in the talk.
func (c *call) takeScreen(ctx context.Context) {
	c.screen = &screen{errs: c.errs}
	c.errs = notes{c.screen}
	c.talk = newConversation(c.screen, c.errs)
	c.screen.take = func() *tui.Face {
		return tui.Open(ctx, tui.Options{
			In: c.in, Out: c.out, Env: os.Environ(), Clock: wall{},
			Why: c.talk.why, Find: c.found, Limit: maxUtterance, Still: c.still, Mark: c.markOfHouse(),
		})
	}
}

// found is what she remembers for a question, as a screen shows it.
func (c *call) found(ctx context.Context, question string) ([]tui.Found, error) {
	said, err := c.talk.memories(ctx, question)
	var found []tui.Found
	for _, m := range said {
		found = append(found, tui.Found{When: c.stamp(m.At), By: m.By, Text: m.Text})
	}
	return found, err
}

// open takes the terminal, the first time.
func (s *screen) open() *tui.Face {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.face == nil {
		s.face = s.take()
	}
	return s.face
}

// remind shows, the first time, what was said last.
func (s *screen) remind(said []memoryLine) {
	s.mu.Lock()
	first := s.face == nil
	s.mu.Unlock()
	if !first {
		return
	}
	f := s.open()
	for _, m := range said {
		f.Show(tui.Line{ID: m.ID, By: m.By, Text: m.Text, Past: true})
	}
}

// show tells the face of something, if it is there.
func (s *screen) show(e tui.Event) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.face != nil && s.face.Show(e)
}

// close gives the terminal back.
func (s *screen) close() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.face == nil {
		return nil
	}
	return s.face.Close()
}

func (s *screen) next(ctx context.Context, gone <-chan struct{}) (line, error) {
	f := s.open()
	f.Show(tui.Ready{})
	text, err := await(ctx, gone, f.Lines())
	if lost(err) {
		f.Show(tui.Away{})
	}
	return line{text: text}, err
}

func (s *screen) hers(speak func(io.Writer) (samantha.ID, error)) error {
	f := s.open()
	f.Show(tui.Thinking{})
	id, err := speak(spoken{f})
	f.Show(tui.Answered{ID: id, Lost: lost(err)})
	if lost(err) {
		f.Show(tui.Away{})
	}
	return err
}

func (s *screen) logged(l serve.Line, whose origin) {
	if len(l.Gone) > 0 {
		s.show(tui.Gone{IDs: l.Gone})
		return
	}
	s.show(tui.Line{ID: l.ID, By: l.By, Text: l.Text, Own: whose == ours, Mood: l.Mood, Rings: l.Rings})
}

// spoken takes her words to the face. When nobody is there any more it says so,
// and she stops.
type spoken struct{ face *tui.Face }

func (s spoken) Write(p []byte) (int, error) {
	if !s.face.Show(tui.Clause{Text: string(p)}) {
		return 0, io.ErrClosedPipe
	}
	return len(p), nil
}

// notes is where the program writes what goes wrong beside the talk: into the
// talk while the screen has the terminal, else where it always goes.
type notes struct{ screen *screen }

func (n notes) Write(p []byte) (int, error) {
	text := strings.TrimPrefix(strings.TrimSpace(string(p)), "samantha: ")
	if text == "" || n.screen.show(tui.Note{Text: text}) {
		return len(p), nil
	}
	return n.screen.errs.Write(p)
}
