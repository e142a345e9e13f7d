package main

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"os"
	"slices"

	"samantha"
	"samantha/internal/bench/variation"
	"samantha/internal/bench/year"
)

// benchVariation lives with each made-up person for so many moments, or with one.
func benchVariation(ctx context.Context, c *call) error {
	names := year.Names()
	if c.script != "" && c.script != "all" {
		names = []string{c.script}
	}
	moments := 1_000
	if c.number > 0 {
		moments = c.number
	}
	var all variation.Reports
	for _, c.script = range names {
		person, err := c.lifePerson()
		if err != nil {
			return err
		}
		report, err := variation.Run(ctx, variation.Options{Person: person, Moments: moments, Seed: c.seed})
		if err != nil {
			return err
		}
		all = append(all, report)
	}
	if err := c.print(all, func(out io.Writer) { fmt.Fprint(out, all) }); err != nil {
		return err
	}
	if n := all.Missed(); n > 0 {
		return fmt.Errorf("%d bars of variation do not hold", n)
	}
	return nil
}

// lifePerson is whom a life is lived with: a built-in person by name, or one in
// a file.
func (c *call) lifePerson() (*year.Person, error) {
	if c.days <= 0 {
		return nil, fmt.Errorf("--days wants a number above 0: %w", samantha.ErrInvalid)
	}
	if c.script == "" || slices.Contains(year.Names(), c.script) {
		return year.Named(cmp.Or(c.script, year.Default))
	}
	text, err := os.ReadFile(c.script)
	if err != nil {
		return nil, err
	}
	person, err := year.Read(string(text))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", c.script, err)
	}
	return person, nil
}
