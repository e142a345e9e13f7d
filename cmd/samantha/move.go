package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"samantha"
	"samantha/internal/house"
)

const aboutPassphrase = "  The file has a passphrase of its own. It is asked for, or read from\n" +
	"  --passphrase-file; that of the house, if one is set and she sleeps, from\n" +
	"  --house-passphrase-file."

func exportVerb() verb {
	return verb{
		name: "export", args: "FILE", says: "one encrypted file that is her", least: 1, most: 1,
		more: aboutPassphrase + "\n  What was forgotten is not in it.", flags: []string{"house-passphrase-file"},
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
		more: aboutPassphrase + "\n  Nobody of that name (--as) may live in the house yet.", flags: []string{"house-passphrase-file"},
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
	c.passphrase, err = c.ask(ctx, "Passphrase of "+filepath.Base(c.args[0]), c.secret, 1)
	return err
}
