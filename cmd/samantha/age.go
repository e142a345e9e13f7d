package main

import (
	"context"
	"fmt"
	"io"

	"samantha"
	"samantha/internal/mind"
)

func ageVerb() verb {
	return verb{
		name: "age", args: "[young|adult]", says: "whether she speaks with somebody under eighteen",
		most: 1, choose: []string{samantha.AgeYoung, samantha.AgeAdult},
		more: "  Somebody who told an age below eighteen is taken for young until you say here what\n" +
			"  holds; whoever told none is taken for an adult. Nothing said in talk, and no page,\n" +
			"  changes it afterwards. To somebody young she says what she is every hour, with a\n" +
			"  word about a break, and there is no romance.",
		run: func(ctx context.Context, c *call, a *app) error {
			r, err := a.mind(ctx, c.as)
			if err != nil {
				return err
			}
			if len(c.args) == 1 {
				if err := r.mind.SetAge(ctx, c.args[0]); err != nil {
					return err
				}
			}
			age, err := r.mind.Age(ctx)
			if err != nil {
				return err
			}
			return c.print(age, func(out io.Writer) { c.printAge(out, age) })
		},
	}
}

func (c *call) printAge(out io.Writer, age mind.AgeNow) {
	whose := "as far as was told"
	if age.Said {
		whose = "as you said"
	}
	fmt.Fprintf(out, "Taken for %s, %s.\n", map[string]string{samantha.AgeYoung: "somebody under eighteen", samantha.AgeAdult: "an adult"}[age.Holds], whose)
	if question := c.ageQuestion(age); question != "" {
		fmt.Fprintln(out, question)
	}
}

// ageQuestion is what the owner is asked where something of an age below eighteen was
// heard since they last said what holds; else "".
func (c *call) ageQuestion(age mind.AgeNow) string {
	switch {
	case !age.Asked:
		return ""
	case !age.Told.IsZero():
		return "An age below eighteen was told on " + c.stamp(age.Told) + ". Say what holds: samantha age young, or samantha age adult."
	}
	often := "Once, on"
	if age.Signs > 1 {
		often = fmt.Sprintf("%d times, last on", age.Signs)
	}
	return fmt.Sprintf("%s %s, something was said that people under eighteen say. Are they? samantha age young, or samantha age adult.", often, c.stamp(age.Sign))
}
