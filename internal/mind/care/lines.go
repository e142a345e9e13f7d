package care

import (
	"fmt"
	"slices"
	"strings"

	"samantha"
)

// readLines are the lines of embedded files that say something; paths are names of
// files, or of folders with all their files, with a space between.
func readLines(paths string) ([]samantha.Line, error) {
	var out []samantha.Line
	for path := range strings.FieldsSeq(paths) {
		names := []string{path}
		if folder, ok := strings.CutSuffix(path, "/"); ok {
			entries, err := embedded.ReadDir(folder)
			if err != nil {
				return nil, fmt.Errorf("care: %w", err)
			}
			names = nil
			for _, e := range entries {
				names = append(names, path+e.Name())
			}
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
