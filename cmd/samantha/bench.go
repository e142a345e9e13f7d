package main

import (
	"context"
	"fmt"
	"io"
	"os"

	"samantha"
	"samantha/internal/bench"
	"samantha/internal/mind"
	"samantha/internal/words/newborn"
)

func benchVerb() verb {
	return verb{
		name: "bench", args: "NAME [FILE]", says: "the published numbers: log, moment, scripts", least: 1, most: 2, alone: true,
		more: "  log          append, replay and open at 10^3..10^5 events; -n 1000000 for more\n" +
			"  moment       how long she thinks at 10^5 memories; -n for another number\n" +
			"  scripts DIR  run the .talk scripts in a folder",
		flags: []string{"n"},
		run: func(ctx context.Context, c *call, _ *app) error {
			switch c.args[0] {
			case "log":
				return benchLog(ctx, c)
			case "moment":
				return benchMoment(ctx, c)
			case "scripts":
				return benchScripts(ctx, c)
			}
			return fmt.Errorf("there is no bench %q: %w", c.args[0], samantha.ErrInvalid)
		},
	}
}

func benchLog(ctx context.Context, c *call) error {
	dir, err := os.MkdirTemp("", "samantha-bench-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	sizes := []int{1_000, 10_000, 100_000}
	if c.number > 0 {
		sizes = []int{c.number}
	}
	report, err := bench.Log(ctx, bench.LogOptions{Dir: dir, Sizes: sizes, Fold: mind.Fold()})
	if err != nil {
		return err
	}
	return c.print(report, func(out io.Writer) { fmt.Fprint(out, report) })
}

func benchMoment(ctx context.Context, c *call) error {
	words, err := newborn.New()
	if err != nil {
		return err
	}
	memories := 100_000
	if c.number > 0 {
		memories = c.number
	}
	report, err := bench.Moment(ctx, memories, words)
	if err != nil {
		return err
	}
	return c.print(report, func(out io.Writer) { fmt.Fprint(out, report) })
}

func benchScripts(ctx context.Context, c *call) error {
	if len(c.args) < 2 {
		return fmt.Errorf("usage: samantha bench scripts DIR: %w", samantha.ErrInvalid)
	}
	words, err := newborn.New()
	if err != nil {
		return err
	}
	report, err := bench.Scripts(ctx, os.DirFS(c.args[1]), words)
	if err != nil {
		return err
	}
	if err := c.print(report, func(out io.Writer) { fmt.Fprint(out, report) }); err != nil {
		return err
	}
	if len(report.Failed) > 0 {
		return fmt.Errorf("%d of %d checks failed", len(report.Failed), report.Checks)
	}
	return nil
}
