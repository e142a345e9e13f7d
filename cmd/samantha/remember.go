package main

import (
	"context"
	"fmt"
	"io"
)

func pauseVerb() verb {
	return verb{
		name: "pause", says: "remember nothing from here on: off the record",
		more: "  Of each moment only that it was, when, and her level of concern is kept.",
		run:  func(ctx context.Context, c *call, a *app) error { return setRemembering(ctx, c, a, false) },
	}
}

func resumeVerb() verb {
	return verb{
		name: "resume", says: "remember again",
		run: func(ctx context.Context, c *call, a *app) error { return setRemembering(ctx, c, a, true) },
	}
}

func setRemembering(ctx context.Context, c *call, a *app, on bool) error {
	r, err := a.mind(ctx, c.as)
	if err != nil {
		return err
	}
	if _, err := r.mind.Remember(ctx, on); err != nil {
		return err
	}
	doc := struct {
		Remembering bool `json:"remembering"`
	}{on}
	return c.print(doc, func(out io.Writer) {
		if on {
			fmt.Fprintln(out, "She remembers again.")
			return
		}
		fmt.Fprintln(out, "Off the record: nothing said from here on is kept, until samantha resume.")
	})
}
