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
			return c.print(k, func(out io.Writer) { fmt.Fprintln(out, factLine(k)) })
		},
	}
}

func forgetVerb() verb {
	return verb{
		name: "forget", args: "ID", says: "forget a moment, and everything made of its words", least: 1, most: 1,
		more: "  A moment's id (m7k2) takes both sides, m7k2.said her answer alone. The id of a\n" +
			"  part (m7k2.fact.1) takes the memories it came from; --only takes the part alone.\n" +
			"  What is forgotten cannot be brought back by anybody.",
		flags: []string{"only"}, run: forget,
	}
}

func forget(ctx context.Context, c *call, a *app) error {
	id, err := samantha.ParseID(c.args[0])
	if err != nil {
		return err
	}
	r, err := a.mind(ctx, c.as)
	if err != nil {
		return err
	}
	if c.only {
		if err := r.mind.Retire(ctx, id); err != nil {
			return err
		}
		doc := map[string]samantha.ID{"retired": id}
		return c.print(doc, func(out io.Writer) { fmt.Fprintln(out, id, "is held no longer; the words it came from stay.") })
	}
	f, err := r.mind.Forget(ctx, id)
	if err != nil {
		return err
	}
	return c.print(f, func(out io.Writer) {
		for _, m := range f.Named {
			fmt.Fprintf(out, "%-12s %s\n", m.ID, m.Text)
		}
		switch more := len(f.Gone) - len(f.Asked); more {
		case 0:
			fmt.Fprintln(out, "Forgotten.")
		case 1:
			fmt.Fprintln(out, "Forgotten, with the one thing that came of it.")
		default:
			fmt.Fprintf(out, "Forgotten, with %d things that came of it.\n", more)
		}
	})
}
