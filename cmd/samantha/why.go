package main

import (
	"context"
	"fmt"
	"io"

	"samantha"
)

func whyVerb() verb {
	return verb{
		name: "why", args: "ID", says: "the causes of a reply, a feeling or a fact", least: 1, most: 1,
		more: "  The sentence first, then the record: what was heard, read, recalled, felt and\n  meant, and the memories whose words were used.",
		run: func(ctx context.Context, c *call, a *app) error {
			id, err := samantha.ParseID(c.args[0])
			if err != nil {
				return err
			}
			r, err := a.mind(ctx, c.as)
			if err != nil {
				return err
			}
			w, err := r.mind.Why(ctx, id)
			if err != nil {
				return err
			}
			return c.print(w, func(out io.Writer) {
				fmt.Fprintln(out, w.Sentence)
				fmt.Fprintln(out)
				for _, s := range w.Record {
					fmt.Fprintf(out, "  %-14s %-10s %s\n", s.ID, s.Kind, s.Text)
				}
			})
		},
	}
}
