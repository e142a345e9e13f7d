package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"golang.org/x/term"

	"samantha"
)

// ask is a passphrase that the person types unseen, or the nth line of a file
// if one was named.
func (c *call) ask(ctx context.Context, what, file string, n int) (string, error) {
	text, err := c.secretFrom(ctx, what, file, n)
	if err != nil {
		return "", fmt.Errorf("passphrase: %w", err)
	}
	if text == "" {
		return "", errEmpty
	}
	return text, nil
}

var errEmpty = fmt.Errorf("the passphrase is empty: %w", samantha.ErrInvalid)

func (c *call) secretFrom(ctx context.Context, what, file string, n int) (string, error) {
	if file != "" {
		return lineOf(file, n)
	}
	fmt.Fprint(c.errs, what+": ")
	defer fmt.Fprintln(c.errs)
	if isTerminal(c.in) {
		return typedUnseen(ctx, int(c.in.(*os.File).Fd()))
	}
	return c.nextLine(ctx)
}

// lineOf is the nth line of a file, from 1, or nothing.
func lineOf(file string, n int) (string, error) {
	text, err := os.ReadFile(file)
	if err != nil {
		return "", fmt.Errorf("%w: %w", err, samantha.ErrInvalid)
	}
	lines := strings.Split(string(text), "\n")
	if n > len(lines) {
		return "", nil
	}
	return strings.TrimSuffix(lines[n-1], "\r"), nil
}

// nextLine is a line of stdin, and leaves what follows it to be read.
func (c *call) nextLine(ctx context.Context) (string, error) {
	in := bufio.NewReader(c.in)
	c.in = in
	text, err := typedIn(ctx, func() (string, error) { return in.ReadString('\n') })
	if err == io.EOF {
		err = nil
	}
	return strings.TrimRight(text, "\r\n"), err
}

// typedUnseen reads a line that the terminal does not show, and leaves the
// terminal as it was even if the reading is broken off.
func typedUnseen(ctx context.Context, terminal int) (string, error) {
	before, err := term.GetState(terminal)
	if err != nil {
		return "", err
	}
	text, err := typedIn(ctx, func() (string, error) {
		secret, err := term.ReadPassword(terminal)
		return string(secret), err
	})
	return text, errors.Join(err, term.Restore(terminal, before))
}
