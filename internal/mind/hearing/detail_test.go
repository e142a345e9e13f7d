package hearing

import (
	"slices"
	"strings"
	"testing"
)

func TestDetail(t *testing.T) {
	ear := newEar(t)
	for _, row := range rows(t, "details.tsv") {
		if got := ear.Hear(row[0], Context{Now: evening}).Detail; got != row[1] {
			t.Errorf("%q: got %q, want %q", row[0], got, row[1])
		}
	}
}

// Whatever she picks up can be said back: few words, no loose end.
func TestDetailHasNoLooseEnd(t *testing.T) {
	ear := newEar(t)
	for _, name := range []string{"acts.tsv", "claims.tsv", "details.tsv", "unseen.tsv"} {
		for _, row := range rows(t, name) {
			detail := ear.Hear(row[0], Context{Now: evening}).Detail
			words := ear.words(detail, Context{})
			if len(words) == 0 {
				continue
			}
			isChange := slices.Contains(ear.lists["change"].entries, strings.ToLower(detail))
			if last := words[len(words)-1]; !isChange && last.is(classPreposition|classConjunction|classDeterminer|classAuxiliary) {
				t.Errorf("%q: %q ends in %q", row[0], detail, last.norm)
			}
			if first := words[0]; first.is(classConjunction) && !first.is(classDeterminer) {
				t.Errorf("%q: %q begins with %q", row[0], detail, first.norm)
			}
			if last := words[len(words)-1]; last.norm == "'s" {
				t.Errorf("%q: %q ends in 's", row[0], detail)
			}
			if len(strings.Fields(detail)) > slotMost {
				t.Errorf("%q: %q is too long", row[0], detail)
			}
		}
	}
}

func TestOdd(t *testing.T) {
	ear := newEar(t)
	for _, c := range []struct{ text, want string }{
		{"you sound like a sat nav", "sat nav"},
		{"dead. all of them, the tomatoes", "tomatoes"},
		{"mind the third stair", "stair"},
		{"my cancer is back", ""},
		{"fuck the whole thing", ""},
		{"Mara called about Jonas", ""},
		{"i feel devastated", ""},
		{"i was there yesterday", ""},
		{"the heron stood on the weathervane", "heron weathervane"},
		{"we ate gooseberries in the lighthouse", "gooseberries lighthouse"},
	} {
		h := ear.Hear(c.text, Context{Now: evening, People: []string{"Mara"}})
		if got := strings.Join(h.Odd, " "); got != c.want {
			t.Errorf("%q: got %q, want %q", c.text, got, c.want)
		}
	}
}

func TestTerms(t *testing.T) {
	h := newEar(t).Hear("We walked along the Canal, in the rain, the canal again", Context{Now: evening})
	if got := strings.Join(h.Terms, " "); got != "walked canal rain" {
		t.Errorf("got %q", got)
	}
}
