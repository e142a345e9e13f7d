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
	"samantha/internal/face/serve"
	"samantha/internal/house"
)

// version of the program, as `samantha version` and her birth note it.
const version = "0.1.0"

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	code := run(ctx, os.Args[1:], os.Getenv, os.Stdin, os.Stdout, os.Stderr)
	stop()
	os.Exit(code)
}

// Exit codes of the contract for scripts.
const (
	exitFine   = 0
	exitFailed = 1
	exitUsage  = 2
)

// run is the whole program: it is what tests call.
func run(ctx context.Context, args []string, getenv func(string) string, in io.Reader, out, errs io.Writer) int {
	c, err := parse(args, getenv)
	if err != nil {
		return fail(errs, err)
	}
	c.in, c.out, c.errs = in, out, errs
	if c.verb.alone {
		return finish(c, c.verb.run(ctx, c, nil))
	}
	if code, ok := awake(ctx, c); ok {
		return code
	}
	return finish(c, asleep(ctx, c))
}

// awake speaks to the process that owns the house, if there is one. The verb's
// own part on this side (a passphrase, a line of talk) is done by its remote.
func awake(ctx context.Context, c *call) (code int, ok bool) {
	r, found := house.Awake(c.home)
	if !found {
		return 0, false
	}
	client := serve.Client{Address: r.Address, Token: r.Token}
	code, err := c.verb.remotely(ctx, c, client)
	if errors.Is(err, serve.ErrNobody) {
		return 0, false // run.json of a process that is gone
	}
	if err != nil {
		return fail(c.errs, err), true
	}
	return code, true
}

// asleep owns the house for as long as the verb takes.
func asleep(ctx context.Context, c *call) error {
	a, err := wake(ctx, c)
	if err != nil {
		return err
	}
	return errors.Join(c.verb.run(ctx, c, a), a.close())
}

func finish(c *call, err error) int {
	if err == nil {
		return exitFine
	}
	return fail(c.errs, err)
}

// fail prints one line and chooses the exit code: 2 for what was asked wrongly,
// 1 for the rest.
func fail(errs io.Writer, err error) int {
	fmt.Fprintln(errs, "samantha:", plainly(err))
	if errors.Is(err, samantha.ErrInvalid) {
		return exitUsage
	}
	return exitFailed
}
