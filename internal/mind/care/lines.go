package care

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"samantha"
)

// readLines are the lines of embedded files that say something; files are names or
// patterns of them, with a space between.
func readLines(files string) ([]samantha.Line, error) {
	var out []samantha.Line
	for pattern := range strings.FieldsSeq(files) {
		names, err := fs.Glob(embedded, pattern)
		if err != nil || len(names) == 0 {
			return nil, fmt.Errorf("care: no file %s: %w", pattern, errors.Join(err, fs.ErrNotExist))
		}
		for _, name := range names {
			data, err := embedded.ReadFile(name)
			if err != nil {
				return nil, fmt.Errorf("care: %w", err)
			}
			out = append(out, samantha.Lines(name, string(data))...)
		}
	}
	return slices.DeleteFunc(out, func(l samantha.Line) bool { return l.Text == "" }), nil
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
