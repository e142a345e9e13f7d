package hearing

import (
	"strings"
	"testing"

	"samantha"
)

func TestClaims(t *testing.T) {
	ear := newEar(t)
	for _, row := range rows(t, "claims.tsv") {
		h := ear.Hear(row[0], Context{Now: evening, Asked: row[2]})
		var got []string
		for _, c := range h.Claims {
			claim := c.Of + " " + c.Slot + " " + c.Value
			if c.Way != samantha.WayPlain {
				claim += " (" + string(c.Way) + ")"
			}
			got = append(got, claim)
		}
		if s := strings.Join(got, "; "); s != row[1] {
			t.Errorf("%q\n got %s\nwant %s", row[0], s, row[1])
		}
		checkQuotes(t, h, row[0])
	}
}
