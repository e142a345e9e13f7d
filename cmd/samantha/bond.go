package main

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"math"
	"slices"
	"strings"

	"samantha/internal/mind"
	"samantha/internal/mind/bond"
)

func bondVerb() verb {
	return verb{
		name: "bond", says: "how the two of you stand, what moved it, what is torn and what was promised",
		more: "  --all   the small steps, too\n  Closeness, trust, evenness and tension are 0..1; samantha why ID shows the rest\n  of a move.",
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
	plainTorn(c, out, b.Ruptures)
	for _, v := range b.Vows {
		fmt.Fprintf(out, "%-16s %s  promised, %s: %s\n", v.ID, c.stamp(v.At), v.Whose, promised(c, v))
	}
	for _, d := range b.Dates {
		fmt.Fprintf(out, "%-16s %s  %s\n", d.ID, c.stamp(d.Day)[:len("2006-01-02")], dated(d))
	}
	for _, h := range b.Rituals {
		fmt.Fprintf(out, "ritual: %s, on %ss\n", h.What, h.Weekday)
	}
	plainMoves(c, out, b.Moves)
	fmt.Fprintf(out, "\ncloseness %.2f, trust %.2f, evenness %.2f, tension %.2f; %s on which you both told something\n",
		b.Closeness, b.Trust, b.Reciprocity, b.Tension, cmp.Or(counted(b.Days, "day"), "no day"))
}

// plainTorn shows what is torn, what is open first.
func plainTorn(c *call, out io.Writer, torn []mind.Torn) {
	for _, open := range []bool{true, false} {
		for _, x := range torn {
			if (!x.Closed() && !x.Parked) != open {
				continue
			}
			fmt.Fprintf(out, "%-16s %s  torn: %s (%s)\n", x.ID, c.stamp(x.At), x.Says, repaired(x))
			if x.Asked != "" {
				fmt.Fprintf(out, "%-16s you said: %s\n", "", x.Asked)
			}
		}
	}
}

// smallStep is how much a move adds at least that has a line of its own.
const smallStep = 0.03

// plainMoves shows what moved the bond, the newest day first; the small steps of a
// day are counted.
func plainMoves(c *call, out io.Writer, moves []mind.Moved) {
	day, small := "", 0
	fold := func() {
		if small > 0 {
			fmt.Fprintf(out, "  and %s\n", counted(small, "small step"))
		}
		small = 0
	}
	for _, m := range slices.Backward(moves) {
		date, clock, _ := strings.Cut(c.stamp(m.At), " ")
		if date != day {
			fold()
			fmt.Fprintf(out, "\n%s\n", date)
			day = date
		}
		if !c.all && isSmall(m) {
			small++
			continue
		}
		fmt.Fprintf(out, "  %s  %-16s %s  %s\n", clock, m.ID, m.Because, m.Added())
	}
	fold()
}

// isSmall: a step that is one of many.
func isSmall(m mind.Moved) bool {
	return m.Stage == "" && m.Rupture == "" && max(math.Abs(m.Closeness), math.Abs(m.Trust), math.Abs(m.Tension)) < smallStep
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
