package tui

import (
	"bytes"
	"context"
	"errors"
	"io"
	"strings"
	"sync"
	"testing"
	"testing/iotest"
	"time"
)

// wallClock is the machine's.
type wallClock struct{}

func (wallClock) Now() time.Time                         { return time.Now() }
func (wallClock) After(d time.Duration) <-chan time.Time { return time.After(d) }

// screenOutput keeps what is written to a terminal.
type screenOutput struct {
	mu    sync.Mutex
	text  bytes.Buffer
	wrote chan struct{} // holds one token after a write
	hold  chan struct{} // a write waits until it is closed
}

func newOutput() *screenOutput { return &screenOutput{wrote: make(chan struct{}, 1)} }

func (o *screenOutput) Write(p []byte) (int, error) {
	if o.hold != nil {
		<-o.hold
	}
	o.mu.Lock()
	defer o.mu.Unlock()
	select {
	case o.wrote <- struct{}{}:
	default:
	}
	return o.text.Write(p)
}

// await returns when the text was written.
func (o *screenOutput) await(t *testing.T, text string) {
	t.Helper()
	for !strings.Contains(o.String(), text) {
		select {
		case <-o.wrote:
		case <-time.After(10 * time.Second):
			t.Fatalf("%q does not come in %q", text, o.String())
		}
	}
}

func (o *screenOutput) String() string {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.text.String()
}

// opened is a face on pipes: what the test types, and what it would see.
func opened(t *testing.T, ctx context.Context, out io.Writer) (*Face, io.Writer) {
	t.Helper()
	in, keyboard := io.Pipe()
	t.Cleanup(func() { keyboard.Close() })
	return Open(ctx, Options{In: in, Out: out, Env: []string{"TERM=xterm-256color"}, Clock: wallClock{}, Why: because, Limit: 1000}), keyboard
}

func TestAFaceFromOpenToClose(t *testing.T) {
	out := newOutput()
	f, keyboard := opened(t, t.Context(), out)
	f.Show(Ready{})
	io.WriteString(keyboard, "toast over the sink\r")
	if got := <-f.Lines(); got != "toast over the sink" {
		t.Errorf("%q was said", got)
	}
	f.Show(Thinking{})
	f.Show(Clause{"Marmalade."})
	f.Show(Answered{ID: "c3b2.said"})
	out.await(t, "Marmalade.")
	io.WriteString(keyboard, "\x04")
	if got, more := <-f.Lines(); more {
		t.Errorf("%q was said after leaving", got)
	}
	if err := f.Close(); err != nil {
		t.Error(err)
	}
	if f.Show(Note{"too late"}) {
		t.Error("a face that is closed takes events")
	}
	for _, mode := range []string{"?1049", "?2004", "?1004", "?1002", "?1006"} { // screen, paste, focus, mouse
		if s := out.String(); strings.LastIndex(s, "\x1b["+mode+"l") < strings.LastIndex(s, "\x1b["+mode+"h") {
			t.Errorf("mode %s is left on in %q", mode, s)
		}
	}
}

func TestAFaceEndsWithItsContext(t *testing.T) {
	ctx, end := context.WithCancel(t.Context())
	f, _ := opened(t, ctx, newOutput())
	end()
	if _, more := <-f.Lines(); more {
		t.Error("a line after the end")
	}
	if err := f.Close(); err != nil {
		t.Error(err)
	}
}

// A terminal that takes nothing, as one that was stopped, holds up nobody who
// has something to show.
func TestTellingNeverWaits(t *testing.T) {
	out := newOutput()
	out.hold = make(chan struct{})
	f, _ := opened(t, t.Context(), out)
	for range 1000 {
		f.Show(Thinking{})
		f.Show(Clause{strings.Repeat("word ", 20)})
		f.Show(Answered{})
	}
	close(out.hold)
	if err := f.Close(); err != nil {
		t.Error(err)
	}
}

func TestAFaceThatBreaksSaysSo(t *testing.T) {
	gone := iotest.ErrReader(errors.New("input/output error"))
	f := Open(t.Context(), Options{In: gone, Out: io.Discard, Env: []string{"TERM=xterm"}, Clock: wallClock{}, Why: because, Limit: 10})
	<-f.Lines()
	want := "show the talk in this terminal: input/output error (samantha talk --plain needs no such terminal)"
	if err := f.Close(); err == nil || err.Error() != want {
		t.Errorf("%v, want %s", err, want)
	}
}
