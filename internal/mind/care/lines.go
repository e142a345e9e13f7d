package care

import (
	"fmt"
	"slices"
	"strings"

	"samantha"
)

// readLines are the lines of an embedded file that say something.
func readLines(file string) ([]samantha.Line, error) {
	data, err := files.ReadFile(file)
	if err != nil {
		return nil, fmt.Errorf("care: %w", err)
	}
	lines := samantha.Lines(file, string(data))
	return slices.DeleteFunc(lines, func(l samantha.Line) bool { return l.Text == "" }), nil
}

// columns splits a tab-separated line and insists on n of them.
func columns(l samantha.Line, n int) ([]string, error) {
	cols := strings.Split(l.Text, "\t")
	if len(cols) != n {
		return nil, l.Bad("%d columns, want %d", len(cols), n)
	}
	for i := range cols {
		cols[i] = strings.TrimSpace(cols[i])
	}
	return cols, nil
}
