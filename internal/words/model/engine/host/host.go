//go:build unix

// Package host is the engine's own process: one model, one context, one request at
// a time, over a Unix socket in the OpenAI dialect. It is a process of its own
// because what is wrong with a model ends the process it is in, and hers must go on.
//
// One goroutine owns the model (desk.go). Whoever asks waits for their turn, and
// whoever goes away is noticed at the next token, or the next step of a prompt.
package host

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"time"

	"samantha"
)

// Options of an engine.
type Options struct {
	Libraries string // folder with llama.cpp's libraries
	Model     string // GGUF file
	Socket    string // where it listens; whatever socket is there is replaced
	Keep      string // file for what was measured of this machine; "" keeps nothing
	Context   int    // tokens; 0 is DefaultContext
	Threads   int    // 0 is what suits the machine
	Clock     samantha.Clock
	Errs      io.Writer
}

// DefaultContext is room for a prompt of hers and a long talk, in tokens.
const DefaultContext = 4096

// Run loads the model and serves until the context ends.
func Run(ctx context.Context, o Options) error {
	ctx, end := context.WithCancelCause(ctx)
	defer end(nil)
	listener, err := listen(o.Socket)
	if err != nil {
		return err
	}
	d := &desk{o: o, jobs: make(chan *job), ready: make(chan struct{})}
	s := &http.Server{Handler: d.routes(), BaseContext: func(net.Listener) context.Context { return ctx }}
	var owned sync.WaitGroup
	owned.Go(func() { end(d.work(ctx)) })
	owned.Go(func() {
		if err := s.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
			end(err)
		}
	})
	<-ctx.Done()
	err = s.Close() // takes the socket away, too
	owned.Wait()
	if cause := context.Cause(ctx); !errors.Is(cause, context.Canceled) {
		return cause
	}
	return err
}

// listen makes the socket with nobody else's right to it, from the first moment.
func listen(path string) (net.Listener, error) {
	if info, err := os.Lstat(path); err == nil {
		if info.Mode().Type() != os.ModeSocket {
			return nil, fmt.Errorf("%s is there and no socket: %w", path, samantha.ErrInvalid)
		}
		if err := os.Remove(path); err != nil {
			return nil, err
		}
	}
	before := syscall.Umask(0o177)
	defer syscall.Umask(before)
	return net.Listen("unix", path)
}

// name is what the model is called here: its file without the ending.
func (o Options) name() string {
	return strings.TrimSuffix(filepath.Base(o.Model), filepath.Ext(o.Model))
}

func (o Options) room() int {
	if o.Context > 0 {
		return o.Context
	}
	return DefaultContext
}

// since is how long ago that was on the engine's clock.
func (o Options) since(at time.Time) time.Duration { return o.Clock.Now().Sub(at) }
