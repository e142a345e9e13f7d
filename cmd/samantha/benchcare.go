package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"

	"samantha"
	benchcare "samantha/internal/bench/care"
	"samantha/internal/mind/care"
)

// benchCare reads lines with the rules of concern, and fails if a bar is missed.
func benchCare(c *call) error {
	if len(c.args) < 2 {
		return fmt.Errorf("usage: samantha bench care FILE ...: %w", samantha.ErrInvalid)
	}
	guard, err := care.New()
	if err != nil {
		return err
	}
	o := benchcare.Options{Guard: guard}
	for _, path := range c.args[1:] {
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		o.Files = append(o.Files, benchcare.File{Name: filepath.Base(path), Data: data})
	}
	report, err := benchcare.Run(o)
	if err != nil {
		return err
	}
	if err := c.print(report, func(out io.Writer) { fmt.Fprint(out, report) }); err != nil {
		return err
	}
	if n := len(report.Short()); n > 0 {
		return fmt.Errorf("%d bars of care do not hold", n)
	}
	return nil
}
