package main

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"strings"

	"samantha"
	"samantha/internal/mind"
)

func threadsVerb() verb {
	return verb{
		name: "threads", says: "what is open between you: plans, worries, hopes, promises, questions",
		more:  "  --all   what is closed, too, and how; samantha why ID shows the rest of one",
		flags: []string{"all"},
		run: func(ctx context.Context, c *call, a *app) error {
			r, err := a.mind(ctx, c.as)
			if err != nil {
				return err
			}
			threads, err := r.mind.Threads(ctx, c.all)
			if err != nil {
				return err
			}
			return c.print(threads, func(out io.Writer) {
				for _, t := range threads {
					fmt.Fprintf(out, "%-16s %s  %s\n", t.ID, c.stamp(t.At), threadLine(c, t))
				}
				if len(threads) == 0 {
					fmt.Fprintln(out, "Nothing is open.")
				}
			})
		},
	}
}

// threadLine is a thread on one line: its kind, whose it is if it is not the
// person's, its words, its times, and what closed it.
func threadLine(c *call, t mind.ThreadNow) string {
	kind := string(t.Kind)
	if whose := cmp.Or(t.Whose, string(samantha.OriginPerson)); whose != string(samantha.OriginPerson) && !strings.HasPrefix(strings.ToLower(t.About), strings.ToLower(whose)) {
		kind += " of " + whose
	}
	line := []string{fmt.Sprintf("%-8s %s", kind, t.About)}
	if t.Due != nil {
		line = append(line, "due "+c.stamp(*t.Due))
	}
	switch {
	case t.Closed != nil:
		line = append(line, fmt.Sprintf("%s %s by %s", t.Closed.How, c.stamp(t.Closed.At), t.Closed.By))
	case t.Back != nil && len(t.Came) == 0:
		line = append(line, "she asks from "+c.stamp(*t.Back))
	case len(t.Came) > 0:
		line = append(line, "she asked "+c.stamp(t.Came[len(t.Came)-1].At))
	}
	if t.Model != "" {
		line = append(line, "found by "+t.Model)
	}
	if t.Righted != "" {
		line = append(line, "put right by "+string(t.Righted))
	}
	return strings.Join(line, "  ")
}
