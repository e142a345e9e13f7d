package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/term"

	"samantha"
	"samantha/internal/house"
)

const aboutPassphrase = "  The passphrase is asked for, or read from --passphrase-file."

func exportVerb() verb {
	return verb{
		name: "export", args: "FILE", says: "one encrypted file that is her", least: 1, most: 1,
		more: aboutPassphrase + "\n  What was forgotten is not in it.", flags: []string{"passphrase-file"},
		ready: func(ctx context.Context, c *call) error {
			if err := house.Vacant(c.args[0]); err != nil {
				return err
			}
			return readyToMove(ctx, c)
		},
		run: func(ctx context.Context, c *call, a *app) error {
			r, err := a.open(ctx, c.as)
			if err != nil {
				return err
			}
			if err := a.house.Export(ctx, r.log, c.args[0], c.passphrase); err != nil {
				return err
			}
			events, _ := r.log.Last()
			return c.print(moved{c.args[0], int(events)}, func(out io.Writer) {
				fmt.Fprintf(out, "%d events are in %s. Keep the passphrase: nobody can open it without.\n", events, c.args[0])
			})
		},
	}
}

func importVerb() verb {
	return verb{
		name: "import", args: "FILE", says: "let her move in from such a file", least: 1, most: 1,
		more: aboutPassphrase + "\n  Nobody of that name (--as) may live in the house yet.", flags: []string{"passphrase-file"},
		ready: func(ctx context.Context, c *call) error {
			if _, err := os.Stat(c.args[0]); err != nil {
				return fmt.Errorf("import: %w: %w", err, samantha.ErrNotFound)
			}
			return readyToMove(ctx, c)
		},
		run: func(ctx context.Context, c *call, a *app) error {
			n, err := a.house.Import(ctx, c.as, c.args[0], c.passphrase)
			if err != nil {
				return err
			}
			return c.print(moved{c.args[0], n}, func(out io.Writer) { fmt.Fprintf(out, "%d events moved in.\n", n) })
		},
	}
}

type moved struct {
	File   string `json:"file"`
	Events int    `json:"events"`
}

// readyToMove asks for the passphrase where the person sits, and names the file
// so that another process finds it too.
func readyToMove(ctx context.Context, c *call) (err error) {
	if c.args[0], err = filepath.Abs(c.args[0]); err != nil {
		return err
	}
	if c.passphrase, err = c.readPassphrase(ctx); err != nil {
		return fmt.Errorf("passphrase: %w", err)
	}
	if c.passphrase == "" {
		return fmt.Errorf("the passphrase is empty: %w", samantha.ErrInvalid)
	}
	return nil
}

func (c *call) readPassphrase(ctx context.Context) (string, error) {
	if c.secret != "" {
		text, err := os.ReadFile(c.secret)
		if err != nil {
			return "", fmt.Errorf("%w: %w", err, samantha.ErrInvalid)
		}
		first, _, _ := strings.Cut(string(text), "\n")
		return strings.TrimSuffix(first, "\r"), nil
	}
	fmt.Fprint(c.errs, "Passphrase: ")
	defer fmt.Fprintln(c.errs)
	if isTerminal(c.in) {
		return typedUnseen(ctx, int(c.in.(*os.File).Fd()))
	}
	text, err := typedIn(ctx, func() (string, error) { return bufio.NewReader(c.in).ReadString('\n') })
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
