package main

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/term"

	"samantha"
	"samantha/internal/face/serve"
)

const aboutPassphrase = "  The passphrase is asked for, or read from --passphrase-file."

func exportVerb() verb {
	return verb{
		name: "export", args: "FILE", says: "one encrypted file that is her", least: 1, most: 1,
		more: aboutPassphrase + "\n  What was forgotten is not in it.", flags: []string{"passphrase-file"},
		run: func(ctx context.Context, c *call, a *app) error {
			r, err := a.open(ctx, c.as)
			if err != nil {
				return err
			}
			if c.passphrase, err = c.askPassphrase(); err != nil {
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
		remote: moveRemotely,
	}
}

func importVerb() verb {
	return verb{
		name: "import", args: "FILE", says: "let her move in from such a file", least: 1, most: 1,
		more: aboutPassphrase + "\n  Nobody of that name (--as) may live in the house yet.", flags: []string{"passphrase-file"},
		run: func(ctx context.Context, c *call, a *app) (err error) {
			if c.passphrase, err = c.askPassphrase(); err != nil {
				return err
			}
			n, err := a.house.Import(ctx, c.as, c.args[0], c.passphrase)
			if err != nil {
				return err
			}
			return c.print(moved{c.args[0], n}, func(out io.Writer) { fmt.Fprintf(out, "%d events moved in.\n", n) })
		},
		remote: moveRemotely,
	}
}

type moved struct {
	File   string `json:"file"`
	Events int    `json:"events"`
}

// moveRemotely asks for the passphrase here, where the person sits, and names
// the file so that the other process finds it.
func moveRemotely(ctx context.Context, c *call, to serve.Client) (int, error) {
	secret, err := c.askPassphrase()
	if err != nil {
		return 0, err
	}
	file, err := filepath.Abs(c.args[0])
	if err != nil {
		return 0, err
	}
	args := []string{c.verb.name, "--as", c.as, fmt.Sprintf("--json=%v", c.json), "--", file}
	return to.Verb(ctx, serve.Call{Args: args, Passphrase: secret}, c.out, c.errs)
}

// askPassphrase is the passphrase: handed over, from a file, or typed unseen.
func (c *call) askPassphrase() (string, error) {
	if c.passphrase != "" {
		return c.passphrase, nil
	}
	text, err := c.readPassphrase()
	if err != nil {
		return "", err
	}
	if text == "" {
		return "", fmt.Errorf("the passphrase is empty: %w", samantha.ErrInvalid)
	}
	return text, nil
}

func (c *call) readPassphrase() (string, error) {
	if c.secret != "" {
		text, err := os.ReadFile(c.secret)
		if err != nil {
			return "", fmt.Errorf("passphrase: %w: %w", err, samantha.ErrInvalid)
		}
		line, _, _ := strings.Cut(string(text), "\n")
		return strings.TrimSuffix(line, "\r"), nil
	}
	fmt.Fprint(c.errs, "Passphrase: ")
	defer fmt.Fprintln(c.errs)
	if f, ok := c.in.(*os.File); ok && term.IsTerminal(int(f.Fd())) {
		secret, err := term.ReadPassword(int(f.Fd()))
		return string(secret), err
	}
	line, err := bufio.NewReader(c.in).ReadString('\n')
	if err != nil && err != io.EOF {
		return "", fmt.Errorf("passphrase: %w", err)
	}
	return strings.TrimRight(line, "\r\n"), nil
}
