package main

import (
	"context"
	"fmt"
	"io"

	"samantha"
)

func whyVerb() verb {
	return verb{
		name: "why", args: "ID", says: "the causes of a reply, a feeling or a fact", least: 1, most: 1, flags: []string{"prompt"},
		more: "  --prompt prints what a language model was sent for a reply, to the letter.\n" +
			"  The sentence first, then the record: what was heard, read, recalled, felt and\n  meant, and the memories whose words were used.",
		run: func(ctx context.Context, c *call, a *app) error {
			id, err := samantha.ParseID(c.args[0])
			if err != nil {
				return err
			}
			r, err := a.mind(ctx, c.as)
			if err != nil {
				return err
			}
			if c.prompt {
				return printPrompt(ctx, c, r, id)
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

// printPrompt prints what a language model was sent for a reply.
func printPrompt(ctx context.Context, c *call, r *resident, id samantha.ID) error {
	p, err := r.mind.Prompt(ctx, id)
	if err != nil {
		return err
	}
	doc := struct {
		Model  string `json:"model"`
		System string `json:"system"`
		User   string `json:"user"`
	}{p.Model, p.Prefix, p.Moment}
	return c.print(doc, func(out io.Writer) { fmt.Fprintln(out, doc.System+"\n\n"+doc.User) })
}
