package main

import (
	"context"
	"fmt"
	"io"
	"strings"

	"samantha"
)

func helpVerb() verb {
	return verb{
		name: "help", args: "[VERB]", says: "this, or more about one verb", most: 1, alone: true,
		run: func(_ context.Context, c *call, _ *app) error {
			if len(c.args) == 0 {
				overview(c.out)
				return nil
			}
			for _, v := range verbs() {
				if v.name == c.args[0] {
					v.help(c.out)
					return nil
				}
			}
			return fmt.Errorf("there is no verb %q: %w", c.args[0], samantha.ErrInvalid)
		},
	}
}

func versionVerb() verb {
	return verb{
		name: "version", says: "which samantha this is", alone: true,
		run: func(_ context.Context, c *call, _ *app) error {
			doc := struct {
				Version string `json:"version"`
			}{version}
			return c.print(doc, func(w io.Writer) { fmt.Fprintln(w, "samantha", version) })
		},
	}
}

func overview(w io.Writer) {
	fmt.Fprint(w, `samantha, an operating system in the form of a virtual person
(samantha is the program; she picks a name of her own, ask her)

  samantha                       talk with her, here in the terminal

`)
	for _, v := range verbs() {
		fmt.Fprintf(w, "  samantha %s%s\n", column(v.name+" "+v.args), v.says)
	}
	fmt.Fprint(w, `
Everywhere, before or after the verb:
  --home DIR    the house she lives in     --as NAME   the person she is there for
  --at TIME     set her clock              --json      one JSON document
                                           (every verb but talk and help)
  --passphrase-file FILE                   if the house has one and she sleeps

Ids such as m7k2 or m7k2.fact.1 name moments and what came of them; why, correct
and forget take them. All of it works while she is awake in another terminal.
Exit status: 0 fine, 1 failed, 2 wrongly asked.
`)
}

// column is a verb in the first column of the help; one that is too long for it
// has the line to itself.
func column(what string) string {
	const width = 22
	if len(what) >= width {
		return what + "\n" + strings.Repeat(" ", len("  samantha ")+width)
	}
	return fmt.Sprintf("%-*s", width, what)
}

func (v verb) help(w io.Writer) {
	fmt.Fprintf(w, "samantha %s %s\n  %s\n", v.name, v.args, v.says)
	if v.more != "" {
		fmt.Fprintf(w, "\n%s\n", v.more)
	}
}
