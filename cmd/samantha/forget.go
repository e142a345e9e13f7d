package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"samantha"
	"samantha/internal/mind"
)

func forgetVerb() verb {
	return verb{
		name: "forget", args: "ID ...", says: "forget moments, and everything made of their words", least: 1, most: -1,
		more: "  A moment's id (m7k2) takes both sides, m7k2.said her answer alone. The id of a\n" +
			"  part (m7k2.fact.1) takes the memories it came from; --only takes the part alone,\n" +
			"  and a step of a trait is only ever taken back.\n" +
			"  Of several ids all go, or none if one is not there. What goes is named first; --show names it and forgets nothing. At a terminal\n" +
			"  you are asked, unless you say --yes.\n" +
			"  What is forgotten cannot be brought back by anybody.",
		flags: []string{"only", "show", "yes", "named"}, ready: confirm, run: forget,
	}
}

// confirm names what would go and asks, if somebody sits at a terminal. Nobody
// waits for the answer: the house is opened for the names, and again to forget.
func confirm(ctx context.Context, c *call) error {
	if c.yes || c.show || c.only || c.json || !isTerminal(c.in) {
		return nil
	}
	naming := *c
	naming.show, naming.flags = true, append(slices.Clone(c.flags), "--show")
	if err := perform(ctx, &naming); err != nil {
		return err
	}
	fmt.Fprint(c.out, "Forget this? [y/N] ")
	answer, err := typedIn(ctx, func() (string, error) { return bufio.NewReader(c.in).ReadString('\n') })
	if err != nil && err != io.EOF {
		return err
	}
	if answer = strings.ToLower(strings.TrimSpace(answer)); answer != "y" && answer != "yes" {
		return errors.New("nothing was forgotten")
	}
	c.named, c.flags = true, append(c.flags, "--named")
	return nil
}

func forget(ctx context.Context, c *call, a *app) error {
	ids, err := parseIDs(c.args)
	if err != nil {
		return err
	}
	r, err := a.mind(ctx, c.as)
	if err != nil {
		return err
	}
	if c.only || allSteps(ids) {
		return retire(ctx, c, r, ids)
	}
	targets, err := r.mind.Targets(ctx, ids...)
	if err != nil {
		return err
	}
	if c.show {
		return c.print(targets, func(out io.Writer) { name(out, targets) })
	}
	if !c.named && !c.json {
		name(c.out, targets)
	}
	f, err := r.mind.Forget(ctx, ids...)
	if err != nil {
		return err
	}
	return c.print(f, func(out io.Writer) { fmt.Fprintln(out, gone(f)) })
}

func parseIDs(args []string) ([]samantha.ID, error) {
	var ids []samantha.ID
	for _, arg := range args {
		id, err := samantha.ParseID(arg)
		if err != nil {
			return nil, err
		}
		ids = append(ids, id)
	}
	return ids, nil
}

// allSteps: the ids are steps of her traits. A step is taken back, and what it came of is
// no part of it: that was said, and stays until it is named itself.
func allSteps(ids []samantha.ID) bool {
	return !slices.ContainsFunc(ids, func(id samantha.ID) bool { return !strings.Contains(string(id), ".step.") })
}

// retire takes parts alone.
func retire(ctx context.Context, c *call, r *resident, ids []samantha.ID) error {
	for _, id := range ids {
		if err := r.mind.Retire(ctx, id); err != nil {
			return err
		}
	}
	doc := map[string][]samantha.ID{"retired": ids}
	return c.print(doc, func(out io.Writer) {
		for _, id := range ids {
			fmt.Fprintln(out, id, "is held no longer; the words it came from stay.")
		}
	})
}

func name(out io.Writer, utterances []samantha.Memory) {
	for _, m := range utterances {
		fmt.Fprintf(out, "%-12s %s\n", m.ID, m.Text)
	}
}

func gone(f mind.Forgotten) string {
	switch more := len(f.Gone) - len(f.Asked); more {
	case 0:
		return "Forgotten."
	case 1:
		return "Forgotten, with the one thing that came of it."
	default:
		return fmt.Sprintf("Forgotten, with %d things that came of it.", more)
	}
}
