package main

import (
	"context"
	"fmt"
	"io"
	"strings"

	"samantha"
)

func correctVerb() verb {
	return verb{
		name: "correct", args: "ID TEXT", says: "put a fact right", least: 2, most: -1,
		more: "  ID is a fact's (samantha facts), or a moment's from which one fact was learned.\n  The old value is closed, not lost.",
		run: func(ctx context.Context, c *call, a *app) error {
			id, err := samantha.ParseID(c.args[0])
			if err != nil {
				return err
			}
			r, err := a.mind(ctx, c.as)
			if err != nil {
				return err
			}
			value := strings.TrimSpace(c.text(1))
			if value == "" {
				return fmt.Errorf("correct it to what? To take it out: samantha forget %s --only: %w", id, samantha.ErrInvalid)
			}
			k, err := r.mind.Correct(ctx, id, value)
			if err != nil {
				return err
			}
			return c.print(k, func(out io.Writer) { fmt.Fprintln(out, factLine(c, k)) })
		},
	}
}
