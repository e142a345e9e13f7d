package main

import (
	"bytes"
	"context"
	"io"
	"os"
	"strings"
	"sync"
	"testing"

	"samantha"
	"samantha/internal/mind"
	"samantha/internal/words/newborn"
)

// asProgram makes the test binary behave as the program itself, so that tests
// can start it, and kill it.
const asProgram = "SAMANTHA_TEST_AS_PROGRAM"

func TestMain(m *testing.M) {
	if os.Getenv(asProgram) != "" {
		main()
		return
	}
	os.Setenv(envURL, samantha.ModelOff) // what runs on this machine is no part of a test
	os.Exit(m.Run())
}

// anyPort is an address of this machine that nobody else has: tests leave her own
// ports alone.
const anyPort = "127.0.0.1:0"

// What all minds of these tests share is made once.
var (
	furnish   = sync.OnceValues(mind.Furnish)
	bornWords = sync.OnceValues(newborn.New)
)

// parsed is [parse] for a test.
func parsed(args []string, getenv func(string) string) (*call, error) {
	c, err := parse(args, getenv)
	if err == nil {
		c.furnish, c.words = furnish, bornWords
	}
	return c, err
}

// runs is [run] for a test.
func runs(ctx context.Context, args []string, getenv func(string) string, in io.Reader, out, errs io.Writer) int {
	c, err := parsed(args, getenv)
	if err != nil {
		return finish(errs, err)
	}
	return c.run(ctx, in, out, errs)
}

// typed is what one command line gave.
type typed struct {
	code      int
	out, errs string
}

func typeIn(t *testing.T, stdin string, args ...string) typed {
	t.Helper()
	var out, errs bytes.Buffer
	code := runs(context.Background(), args, os.Getenv, strings.NewReader(stdin), &out, &errs)
	return typed{code, out.String(), errs.String()}
}
