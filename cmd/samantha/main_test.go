package main

import (
	"bytes"
	"context"
	"os"
	"strings"
	"testing"

	"samantha"
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

// typed is what one command line gave.
type typed struct {
	code      int
	out, errs string
}

func typeIn(t *testing.T, stdin string, args ...string) typed {
	t.Helper()
	var out, errs bytes.Buffer
	code := run(context.Background(), args, os.Getenv, strings.NewReader(stdin), &out, &errs)
	return typed{code, out.String(), errs.String()}
}
