package hearing

import (
	"fmt"
	"testing"
)

// TestEnds: what is left open by an utterance and what it says became of such.
func TestEnds(t *testing.T) {
	ear := newEar(t)
	for _, row := range rows(t, "threads.tsv") {
		h := ear.Hear(row[0], Context{Now: evening})
		got := ""
		for i, e := range h.Ends {
			if i > 0 {
				got += "; "
			}
			got += e.Kind
			for _, slot := range []string{"form", "who", "thing", "when"} {
				if v := e.Slots[slot]; v != "" {
					got += fmt.Sprintf(" %s=%s", slot, v)
				}
			}
		}
		if got != row[1] {
			t.Errorf("%q: got %q, want %q", row[0], got, row[1])
		}
	}
}
