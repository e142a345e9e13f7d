package main

import (
	"context"
	"fmt"
	"io"

	"samantha"
	"samantha/internal/face/serve"
)

func devicesVerb() verb {
	return verb{
		name: "devices", args: "[letgo ID]", says: "the browsers that were let in; letgo shuts one out", most: 2, choose: []string{"letgo"},
		more: "  To let one in, type samantha: it opens a link that works once.",
		run:  listDevices,
	}
}

func listDevices(_ context.Context, c *call, a *app) error {
	r, err := a.resident(c.as)
	if err != nil {
		return err
	}
	all := devices{a.house.Devices()}
	if len(c.args) == 1 {
		return fmt.Errorf("let which one go? `samantha devices` lists ids: %w", samantha.ErrInvalid)
	}
	if len(c.args) == 2 {
		if err := all.letGoOf(r.person.Name, c.args[1]); err != nil {
			return err
		}
	}
	list := append([]serve.Device{}, all.ofPerson(r.person.Name)...)
	return c.print(list, func(out io.Writer) {
		for _, d := range list {
			seen := ""
			if !d.Seen.IsZero() {
				seen = ", last here " + c.stamp(d.Seen)
			}
			fmt.Fprintf(out, "%s  %s, since %s%s\n", d.ID, d.Label, c.stamp(d.Since), seen)
		}
		if len(list) == 0 {
			fmt.Fprintln(out, "No browser was let in.")
		}
	})
}
