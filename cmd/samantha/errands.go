package main

import (
	"cmp"
	"context"
	"fmt"
	"io"

	"samantha/internal/mind"
)

func errandsVerb() verb {
	return verb{
		name: "errands", says: "what she keeps for you: reminders, alarms, timers, lists",
		run: func(ctx context.Context, c *call, a *app) error {
			r, err := a.mind(ctx, c.as)
			if err != nil {
				return err
			}
			errands, err := r.mind.Errands(ctx)
			if err != nil {
				return err
			}
			return c.print(errands, func(out io.Writer) {
				for _, e := range errands {
					fmt.Fprintf(out, "%-16s %-16s  %-8s %s\n", e.ID, c.whenDue(e), e.Kind, about(e))
				}
				if len(errands) == 0 {
					fmt.Fprintln(out, "Nothing is waiting.")
				}
			})
		},
	}
}

// whenDue is when an errand rings, or where it stands.
func (c *call) whenDue(e mind.Errand) string {
	switch {
	case e.Due != nil:
		return c.stamp(*e.Due)
	case e.List != "":
		return e.List
	}
	return "-"
}

// about is what an errand is about, how often it comes back, and that it rang
// and nobody stirred.
func about(e mind.Errand) string {
	what := cmp.Or(e.What, "-")
	switch {
	case e.Every != "":
		return what + " (every " + e.Every + ")"
	case e.Rang != nil:
		return what + " (rang)"
	}
	return what
}
