package main

import (
	"context"
	"fmt"
	"io"
	"strings"

	"samantha"
	"samantha/internal/mind"
	"samantha/internal/mind/memory"
)

func correctVerb() verb {
	return verb{
		name: "correct", args: "ID [TEXT]", says: "put a fact right, or whose it is, or how a chapter is told", least: 1, most: -1,
		more: "  ID is a fact's (samantha facts), or a moment's from which one fact was learned.\n  The old value is closed, not lost.\n" +
			"  --of WHO   it is not wrong, it is somebody else's: samantha correct ID --of sister\n" +
			"  Of a chapter (samantha story) TEXT is your own telling, which then stands beside hers;\n" +
			"  so it does of what she became (samantha self). A word or a joke of yours is as you say.",
		flags: []string{"of"},
		run: func(ctx context.Context, c *call, a *app) error {
			id, err := samantha.ParseID(c.args[0])
			if err != nil {
				return err
			}
			value := strings.TrimSpace(c.text(1))
			if (value == "") == (c.of == "") {
				return fmt.Errorf("correct it to what, or whose is it (--of WHO)? To take it out: samantha forget %s --only: %w", id, samantha.ErrInvalid)
			}
			r, err := a.mind(ctx, c.as)
			if err != nil {
				return err
			}
			k, err := putRight(ctx, r.mind, id, value, c.of)
			if err != nil {
				return err
			}
			return c.print(k, func(out io.Writer) { fmt.Fprintln(out, factLine(c, k)) })
		},
	}
}

// putRight gives a fact its value, or its owner.
func putRight(ctx context.Context, m *mind.Mind, id samantha.ID, value, of string) (memory.Known, error) {
	if of != "" {
		return m.Rehome(ctx, id, of)
	}
	return m.Correct(ctx, id, value)
}
