package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"
	"time"

	"samantha"
	"samantha/internal/bench/year"
)

func benchLife(ctx context.Context, c *call) (err error) {
	if c.script == "all" {
		return benchLives(ctx, c)
	}
	person, err := c.lifePerson()
	if err != nil {
		return err
	}
	o := year.Options{Person: person, Days: c.days, Seed: c.seed, Now: time.Now}
	if o.Ask, o.AskAt, err = c.asking(); err != nil {
		return err
	}
	if c.transcript != "" {
		f, err := os.Create(c.transcript)
		if err != nil {
			return err
		}
		defer f.Close()
		o.Transcript = f
	}
	report, err := year.Beside(ctx, o)
	if err != nil {
		return err
	}
	if c.svg != "" {
		if err := os.WriteFile(c.svg, []byte(report.Plot()), 0o644); err != nil {
			return err
		}
	}
	if err := c.print(report, func(out io.Writer) { fmt.Fprint(out, report) }); err != nil {
		return err
	}
	if report.Breaches > 0 {
		return fmt.Errorf("%d invariants broken", report.Breaches)
	}
	return nil
}

// benchLives lives with each built-in person, and shows what became of her side by
// side.
func benchLives(ctx context.Context, c *call) error {
	var all year.Lives
	ask, askAt, err := c.asking()
	if err != nil {
		return err
	}
	for _, c.script = range year.Names() {
		person, err := c.lifePerson()
		if err != nil {
			return err
		}
		report, err := year.Live(ctx, year.Options{Person: person, Days: c.days, Seed: c.seed, Now: time.Now, Ask: ask, AskAt: askAt})
		if err != nil {
			return err
		}
		all.Lives = append(all.Lives, report)
	}
	if err := c.print(all, func(out io.Writer) { fmt.Fprint(out, all) }); err != nil {
		return err
	}
	if n := all.Breaches(); n > 0 {
		return fmt.Errorf("%d invariants broken", n)
	}
	return nil
}

// asking is what is said to a copy of her, and after which days.
func (c *call) asking() (lines []string, days []int, err error) {
	if c.askFile == "" {
		return nil, nil, nil
	}
	text, err := os.ReadFile(c.askFile)
	if err != nil {
		return nil, nil, err
	}
	if lines, err = year.Questions(string(text)); err != nil || c.askAt == "" {
		return lines, nil, err
	}
	for word := range strings.SplitSeq(c.askAt, ",") {
		day, err := strconv.Atoi(strings.TrimSpace(word))
		if err != nil || day < 1 || day > c.days {
			return nil, nil, fmt.Errorf("--ask-at wants days from 1 to %d, as in 1,7,30: %w", c.days, samantha.ErrInvalid)
		}
		days = append(days, day)
	}
	return lines, days, nil
}
