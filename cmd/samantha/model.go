package main

import (
	"context"
	"fmt"

	"samantha"
)

func modelVerb() verb {
	return verb{
		name: "model", args: "catalog | get ID", says: "language models, voices and ears that can be fetched", least: 1, most: 2, choose: []string{"catalog", "get"},
		more:  getHelp,
		flags: []string{"from", "mirror", "yes", "unverified", "noted"},
		ready: func(ctx context.Context, c *call) error {
			if c.args[0] == "get" {
				return c.readyGet(ctx)
			}
			return nil
		},
		run: func(ctx context.Context, c *call, a *app) error {
			switch {
			case c.args[0] == "get":
				return c.note(ctx, a)
			case len(c.args) == 1:
				return c.showCatalog()
			}
			return fmt.Errorf("usage: samantha model catalog | get ID: %w", samantha.ErrInvalid)
		},
	}
}
