package main

import (
	"context"
	"fmt"
	"io"

	"samantha/internal/mind"
)

func verifyVerb() verb {
	return verb{
		name: "verify", says: "read every event again and prove that nothing is lost or changed", strict: true,
		run: func(ctx context.Context, c *call, a *app) error {
			r, err := a.open(ctx, c.as)
			if err != nil {
				return err
			}
			report, damage := r.log.Verify(ctx, mind.Fold())
			err = c.print(report, func(out io.Writer) {
				if damage == nil {
					fmt.Fprintf(out, "%d events, chain whole, %d forgotten, fold %s.\n", report.Events, report.Forgotten, report.FoldHash)
				}
				for _, d := range report.Damage {
					fmt.Fprintln(out, d)
				}
			})
			if damage != nil {
				return damage
			}
			return err
		},
	}
}
