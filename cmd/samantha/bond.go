package main

import (
	"context"
	"fmt"
	"io"
	"strings"

	"samantha/internal/mind"
	"samantha/internal/mind/bond"
)

func bondVerb() verb {
	return verb{
		name: "bond", says: "how the two of you stand, what moved it, what is torn and what was promised",
		more: "  Closeness, trust, evenness and tension are 0..1; samantha why ID shows the rest\n  of a move.",
		run: func(ctx context.Context, c *call, a *app) error {
			r, err := a.mind(ctx, c.as)
			if err != nil {
				return err
			}
			b, err := r.mind.Bond(ctx)
			if err != nil {
				return err
			}
			return c.print(b, func(out io.Writer) { plainBond(c, out, b) })
		},
	}
}

func plainBond(c *call, out io.Writer, b mind.BondNow) {
	fmt.Fprintln(out, b.Sentence)
	fmt.Fprintf(out, "closeness %.2f, trust %.2f, evenness %.2f, tension %.2f; %d days on which you both told something\n",
		b.Closeness, b.Trust, b.Reciprocity, b.Tension, b.Days)
	for _, m := range b.Moves {
		fmt.Fprintf(out, "%-16s %s  %s  %s\n", m.ID, c.stamp(m.At), m.Because, m.Added())
	}
	for _, x := range b.Ruptures {
		fmt.Fprintf(out, "%-16s %s  torn: %s (%s)\n", x.ID, c.stamp(x.At), x.Says, repaired(x))
		if x.Asked != "" {
			fmt.Fprintf(out, "%-16s you said: %s\n", "", x.Asked)
		}
	}
	for _, v := range b.Vows {
		fmt.Fprintf(out, "%-16s %s  promised, %s: %s\n", v.ID, c.stamp(v.At), v.Whose, promised(c, v))
	}
	for _, d := range b.Dates {
		fmt.Fprintf(out, "%-16s %s  %s\n", d.ID, c.stamp(d.Day)[:len("2006-01-02")], dated(d))
	}
	for _, h := range b.Rituals {
		fmt.Fprintf(out, "ritual: %s, on %ss\n", h.What, h.Weekday)
	}
}

// dated is a day of theirs on one line.
func dated(d mind.Dated) string {
	if d.Of == "" || d.Of == "person" {
		return "day: " + d.What
	}
	return "day: " + d.What + ", " + d.Of
}

// repaired is how far a repair has come.
func repaired(x mind.Torn) string {
	switch {
	case x.Closed():
		return "mended, by your word"
	case x.Parked:
		return "parked"
	case x.Reached() == "":
		return "open"
	}
	return "open; " + string(x.Reached())
}

// promised is a vow on one line.
func promised(c *call, v bond.Vow) string {
	line := []string{v.What}
	if v.Day != nil {
		line = append(line, "for "+c.stamp(*v.Day)[:len("2006-01-02")])
	}
	if v.Let != nil {
		line = append(line, "let go "+c.stamp(*v.Let))
	}
	return strings.Join(line, "  ")
}
