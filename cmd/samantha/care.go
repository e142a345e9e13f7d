package main

import (
	"context"
	"fmt"
	"io"

	"samantha/internal/mind"
	"samantha/internal/mind/care"
)

// cared is `samantha care`.
type cared struct {
	Card  care.Card       `json:"card"`
	Years []mind.CareYear `json:"years"`
}

func careVerb() verb {
	return verb{
		name: "care", says: "whom to call where you are, and how often she was worried for a life: counts, no words",
		more: "  The counts are what a yearly report to an authority asks for. What was forgotten\n  or off the record counts, too; nothing of what was said is in them.",
		run: func(ctx context.Context, c *call, a *app) error {
			r, err := a.mind(ctx, c.as)
			if err != nil {
				return err
			}
			years, err := r.mind.CareYears(ctx)
			if err != nil {
				return err
			}
			doc := cared{r.mind.HelpCard(), years}
			return c.print(doc, func(out io.Writer) { plainCare(out, doc) })
		},
	}
}

func plainCare(out io.Writer, doc cared) {
	fmt.Fprintf(out, "In danger: %s\n", doc.Card.Emergency)
	for _, l := range doc.Card.Lines {
		fmt.Fprintf(out, "%s   (%s, checked: %s)\n", l, l.Source, l.Checked)
	}
	fmt.Fprintf(out, "\n%-6s %8s %8s %8s %8s %8s %8s %8s\n", "year", "none", "level 1", "level 2", "level 3", "others", "referred", "off")
	for _, y := range doc.Years {
		fmt.Fprintf(out, "%-6d %8d %8d %8d %8d %8d %8d %8d\n", y.Year, y.Levels[0], y.Levels[1], y.Levels[2], y.Levels[3], y.Others, y.Referred, y.Off)
	}
}
