// Command samantha is an operating system in the form of a virtual person. It
// builds everything and owns the order in which it is closed; every verb has a
// file of its own.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"
	_ "time/tzdata" // so that her hours are right on machines without zone files

	"samantha"
)

// version of the program, as `samantha version` and her birth note it.
const version = "0.1.0"

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
	context.AfterFunc(ctx, stop) // a second Ctrl-C ends the program where it stands
	code := run(ctx, os.Args[1:], os.Getenv, os.Stdin, os.Stdout, os.Stderr)
	stop()
	linger(code)
	os.Exit(code)
}

// Exit codes of the contract for scripts.
const (
	exitFine   = 0
	exitFailed = 1
	exitUsage  = 2
)

// run is the whole program.
func run(ctx context.Context, args []string, getenv func(string) string, in io.Reader, out, errs io.Writer) int {
	c, err := parse(args, getenv)
	if err != nil {
		return finish(errs, err)
	}
	return c.run(ctx, in, out, errs)
}

// run does what was asked, and returns the exit code.
func (c *call) run(ctx context.Context, in io.Reader, out, errs io.Writer) int {
	ctx, end := context.WithCancel(ctx)
	defer end()
	c.in, c.out, c.errs, c.zone = in, out, errs, zone()
	return finish(errs, perform(ctx, c))
}

// told is an exit code whose error was printed already, by the process that is
// awake.
type told int

func (t told) Error() string { return fmt.Sprintf("exit status %d", int(t)) }

// finish prints an error on one line and chooses the exit code: 2 for what was
// asked wrongly, 1 for the rest.
func finish(errs io.Writer, err error) int {
	var code told
	switch {
	case err == nil:
		return exitFine
	case errors.As(err, &code):
		return int(code)
	}
	fmt.Fprintln(errs, "samantha:", plainly(err))
	if errors.Is(err, samantha.ErrInvalid) {
		return exitUsage
	}
	return exitFailed
}
