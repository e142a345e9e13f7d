package hearing

import (
	"strings"
	"testing"

	"samantha"
)

func toldText(all []samantha.Told) string {
	var out []string
	for _, t := range all {
		out = append(out, strings.Join([]string{t.Kind, t.Who, t.Verb, t.What}, "/"))
	}
	return strings.Join(out, "; ")
}

func TestTold(t *testing.T) {
	ear := newEar(t)
	for _, row := range rows(t, "told.tsv") {
		h := ear.Hear(row[0], Context{Now: evening})
		if got := toldText(h.Told); got != row[1] {
			t.Errorf("%q: got %s, want %s", row[0], got, row[1])
		}
		for _, told := range h.Told {
			if !strings.Contains(row[0], told.Who) || !strings.Contains(row[0], told.What) {
				t.Errorf("%q: %+v does not stand there", row[0], told)
			}
		}
	}
}

// Every kind has a telling, so no rule stands where an earlier one always takes
// its words.
func TestEveryTellingIsHeard(t *testing.T) {
	ear := newEar(t)
	heard := map[string]bool{}
	for _, row := range rows(t, "told.tsv") {
		for _, told := range ear.Hear(row[0], Context{Now: evening}).Told {
			heard[told.Kind] = true
		}
	}
	for _, r := range ear.tellings.rules {
		if r.asked == "" && !heard[r.kind] {
			t.Errorf("no telling is heard as %s", r.kind)
			heard[r.kind] = true
		}
	}
}

func TestQuestion(t *testing.T) {
	ear := newEar(t)
	for _, c := range []struct{ text, want, asks string }{
		{"what did the cat swallow", "/the cat/swallow/", "what"},
		{"what did he take?", "/he/take/", "what"},
		{"do you remember what my brother said", "/my brother/say/", "what"},
		{"who took the good pan?", "//take/the good pan", "who"},
		{"who found it", "//find/it", "who"},
		{"who was she asking for?", "/she/ask/", "what"},
		{"what's the capital of Peru", "", ""},
		{"how are you", "", ""},
	} {
		q, _ := ear.Question(c.text)
		got := toldText([]samantha.Told{q.Told})
		if q.Verb == "" {
			got = ""
		}
		if got != c.want || q.Asks != c.asks {
			t.Errorf("%q: got %s after %s, want %s after %s", c.text, got, q.Asks, c.want, c.asks)
		}
	}
}

// A name, or a relation, of the one spoken of before.
func TestWhatWasMissing(t *testing.T) {
	ear := newEar(t)
	if h := ear.Hear("Joyce. she used to sing", Context{Now: evening, Missing: "name", Whose: "he"}); len(h.Claims) > 0 {
		t.Errorf("a husband is called Joyce: %v", h.Claims)
	}
	for _, c := range []struct{ text, missing, asked, want string }{
		{"Jonas. he's younger than me", "name", "", "before name Jonas"},
		{"Rui. he's a carpenter", "name", "", "before name Rui"},
		{"Agnieszka", "name", "who", "before name Agnieszka"},
		{"he's called Tariq", "name", "", "before name Tariq"},
		{"Jonas and I made up", "name", "", ""},
		{"Pizza.", "name", "", ""},
		{"Exactly", "name", "", ""},
		{"my ex. he took the good pan", "relation", "", "before relation ex"},
		{"she's my cousin", "relation", "kin", "before relation cousin"},
		{"my brother says I should go", "relation", "", ""},
		{"my ex", "", "", ""},
	} {
		var got []string
		for _, claim := range ear.Hear(c.text, Context{Now: evening, Missing: c.missing, Asked: c.asked}).Claims {
			if claim.Of == samantha.Before {
				got = append(got, claim.Of+" "+claim.Slot+" "+claim.Value)
			}
		}
		if strings.Join(got, "; ") != c.want {
			t.Errorf("%q: got %v, want %s", c.text, got, c.want)
		}
	}
}
