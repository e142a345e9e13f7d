package main

import (
	"context"
	"fmt"
	"io"

	"samantha/internal/bench/farewell"
	"samantha/internal/words/newborn"
)

// blindPairs is how many pairs are printed for a blind choice.
const blindPairs = 40

// benchFarewell says farewells to her, and fails if a bar is missed.
func benchFarewell(ctx context.Context, c *call) error {
	words, err := newborn.New()
	if err != nil {
		return err
	}
	report, err := farewell.Run(ctx, words)
	if err != nil {
		return err
	}
	if c.pairs {
		text, key := report.Pairs(blindPairs)
		fmt.Fprintf(c.out, "%shers: %s\n", text, key)
		return nil
	}
	if err := c.print(report, func(out io.Writer) { fmt.Fprint(out, report) }); err != nil {
		return err
	}
	if n := len(report.Short()); n > 0 {
		return fmt.Errorf("%d bars of farewell do not hold", n)
	}
	return nil
}
