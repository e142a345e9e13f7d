//go:build unix

// Command engine is the process a local model runs in: samantha starts it when she
// needs it and ends it when she does not. It is a program of its own because the
// libraries of llama.cpp want the C library of the system, and she wants nothing;
// `make build` packs it into her.
package main

import (
	"bufio"
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"path/filepath"
	"syscall"
	"time"

	"samantha/internal/words/model/engine/host"
)

// wall is the machine's clock.
type wall struct{}

func (wall) Now() time.Time                         { return time.Now() }
func (wall) After(d time.Duration) <-chan time.Time { return time.After(d) }

func main() {
	o := host.Options{Clock: wall{}, Errs: os.Stderr}
	var tied, direct bool
	flag.StringVar(&o.Model, "model", "", "the model, a GGUF file")
	flag.StringVar(&o.Socket, "socket", "", "where to listen")
	flag.StringVar(&o.Libraries, "libraries", "", "folder with llama.cpp; this program's own if none is named")
	flag.StringVar(&o.Keep, "keep", "", "file for what is measured of this machine")
	flag.IntVar(&o.Context, "context", 0, "tokens it holds")
	flag.IntVar(&o.Threads, "threads", 0, "threads; as many as suit if none are named")
	flag.BoolVar(&tied, "tied", false, "end when standard input ends")
	flag.BoolVar(&direct, "direct", false, "listen nowhere: make as many tokens as each line of standard input says")
	flag.Parse()
	if err := run(o, tied, direct); err != nil {
		fmt.Fprintln(os.Stderr, "engine:", err)
		os.Exit(1)
	}
}

func run(o host.Options, tied, direct bool) error {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
	defer stop()
	if o.Libraries == "" {
		self, err := os.Executable()
		if err != nil {
			return err
		}
		o.Libraries = filepath.Dir(self)
	}
	if direct {
		return host.Direct(o, bufio.NewScanner(os.Stdin), os.Stdout)
	}
	if tied {
		go func() { // ends with the process: nothing else reads standard input
			_, _ = io.Copy(io.Discard, os.Stdin)
			stop()
		}()
	}
	return host.Run(ctx, o)
}
