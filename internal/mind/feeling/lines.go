package feeling

import (
	"fmt"
	"strconv"
	"strings"

	"samantha"
)

// line is one line of a data file.
type line struct {
	file string
	no   int
	text string
}

// readLines drops comments and keeps empty lines, which part rules.
func readLines(file string) ([]line, error) {
	data, err := files.ReadFile(file)
	if err != nil {
		return nil, fmt.Errorf("feeling: %w", err)
	}
	var out []line
	for i, text := range strings.Split(string(data), "\n") {
		if !strings.HasPrefix(text, "#") {
			out = append(out, line{file, i + 1, strings.TrimSpace(text)})
		}
	}
	return out, nil
}

// bad is an error that names the line.
func (l line) bad(format string, args ...any) error {
	what := fmt.Sprintf(format, args...)
	return fmt.Errorf("%s:%d: %s: %w", l.file, l.no, what, samantha.ErrInvalid)
}

// number reads a number within low..high.
func (l line) number(s string, low, high float64) (float64, error) {
	x, err := strconv.ParseFloat(s, 64)
	if err != nil || x < low || x > high {
		return 0, l.bad("%q is no number from %g to %g", s, low, high)
	}
	return x, nil
}

// readTable reads "kind p a d" lines.
func (h *Heart) readTable(lines []line) error {
	h.pad = map[samantha.Emotion]samantha.Mood{}
	for _, l := range lines {
		f := strings.Fields(l.text)
		if len(f) == 0 {
			continue
		}
		if len(f) != 4 {
			return l.bad("want: kind p a d")
		}
		var m samantha.Mood
		for i, x := range []*float64{&m.P, &m.A, &m.D} {
			var err error
			if *x, err = l.number(f[i+1], -1, 1); err != nil {
				return err
			}
		}
		h.pad[samantha.Emotion(f[0])] = m
	}
	return nil
}

// readHalfLives reads "kind hours" lines.
func (h *Heart) readHalfLives(lines []line) error {
	h.halfLives = map[samantha.Emotion]float64{}
	for _, l := range lines {
		f := strings.Fields(l.text)
		if len(f) == 0 {
			continue
		}
		if len(f) != 2 {
			return l.bad("want: kind hours")
		}
		hours, err := l.number(f[1], 0.1, 24*365)
		if err != nil {
			return err
		}
		h.halfLives[samantha.Emotion(f[0])] = hours
	}
	return nil
}

// readWords reads "kind = words" lines.
func (h *Heart) readWords(lines []line) error {
	h.words = map[samantha.Emotion]string{}
	for _, l := range lines {
		if l.text == "" {
			continue
		}
		kind, words, ok := strings.Cut(l.text, " = ")
		if !ok {
			return l.bad("want: kind = words")
		}
		h.words[samantha.Emotion(kind)] = words
	}
	return nil
}
