package care

import (
	"fmt"
	"strings"

	"samantha"
)

// line is one line of a data file that says something.
type line struct {
	file string
	no   int
	text string
}

// readLines drops empty lines and those that begin with #.
func readLines(file string) ([]line, error) {
	data, err := files.ReadFile(file)
	if err != nil {
		return nil, fmt.Errorf("care: %w", err)
	}
	var out []line
	for i, text := range strings.Split(string(data), "\n") {
		text = strings.TrimRight(text, " \r")
		if text == "" || strings.HasPrefix(text, "#") {
			continue
		}
		out = append(out, line{file, i + 1, text})
	}
	return out, nil
}

// bad is an error that names the line.
func (l line) bad(format string, args ...any) error {
	what := fmt.Sprintf(format, args...)
	return fmt.Errorf("%s:%d: %s: %w", l.file, l.no, what, samantha.ErrInvalid)
}

// columns splits a tab-separated line and insists on n of them.
func (l line) columns(n int) ([]string, error) {
	cols := strings.Split(l.text, "\t")
	if len(cols) != n {
		return nil, l.bad("%d columns, want %d", len(cols), n)
	}
	for i := range cols {
		cols[i] = strings.TrimSpace(cols[i])
	}
	return cols, nil
}
