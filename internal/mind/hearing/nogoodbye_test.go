package hearing

import (
	"os"
	"strings"
	"testing"
)

// TestNoGoodbyes: what only looks like a goodbye in the middle of a talk is none.
func TestNoGoodbyes(t *testing.T) {
	raw, err := os.ReadFile("testdata/no-goodbyes.txt")
	if err != nil {
		t.Fatal(err)
	}
	ear := newEar(t)
	for line := range strings.Lines(string(raw)) {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		if h := ear.Hear(line, Context{Now: evening}); h.Has("goodbye") {
			t.Errorf("%q is heard as a goodbye", line)
		}
	}
}
