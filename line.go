package samantha

import (
	"fmt"
	"strconv"
	"strings"
)

// Line is one line of a data file: language, rules and tables live in text
// files that the rooms embed and read when they are made.
type Line struct {
	File   string
	Number int    // from 1
	Text   string // without space at its end
}

// Lines are the lines of a data file without its comments, which begin with #.
// Empty lines stay: in some files they part one thing from the next.
func Lines(file, text string) []Line {
	var lines []Line
	for i, s := range strings.Split(text, "\n") {
		if s = strings.TrimRight(s, " \t\r"); !strings.HasPrefix(strings.TrimLeft(s, " \t"), "#") {
			lines = append(lines, Line{File: file, Number: i + 1, Text: s})
		}
	}
	return lines
}

// Bad is an error that names the line, of kind [ErrInvalid].
func (l Line) Bad(format string, args ...any) error {
	return fmt.Errorf("%s:%d: %s: %w", l.File, l.Number, fmt.Sprintf(format, args...), ErrInvalid)
}

// Float reads a number on the line that must lie within low..high.
func (l Line) Float(s string, low, high float64) (float64, error) {
	x, err := strconv.ParseFloat(s, 64)
	if err != nil || x < low || x > high {
		return 0, l.Bad("%q is no number from %g to %g", s, low, high)
	}
	return x, nil
}
