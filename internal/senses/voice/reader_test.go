package voice

import (
	"os"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"samantha"
)

func reading(t testing.TB) *reader {
	t.Helper()
	r, err := newReader()
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// plain is how a clause is read, with sounds in brackets.
func plain(words []word) string {
	var all []string
	for _, w := range words {
		if w.sound != "" {
			w.text = "[" + w.sound + "]"
		}
		all = append(all, w.text+w.after)
	}
	return strings.Join(all, " ")
}

func TestReadAloud(t *testing.T) {
	r := reading(t)
	for _, c := range []struct{ written, read string }{
		{"Yes.", "Yes."},
		{"Would you describe yourself as —", "Would you describe yourself as,"},
		{"Well… no.", "Well, no."},
		{"“Don’t,” she said", "Don't, she said"},
		{"What?!", "What?"},
		{"(Software, on this machine.)", "Software, on this machine."},
		{"Hm.", "[hh m m]."},
		{"Mm-hm, go on.", "[m m hh m m], go on."},
		{"It is 14:05.", "It is 14:05."},
		{"at 10:00", "at 10:00"},
		{"At 0:07 or 00:00", "At 7 past midnight or midnight"},
		{"It's -5, no, 20°C.", "It's minus 5, no, 20 degrees."},
		{"£20, €5.50, 3€ or $4", "20 pounds, 5.50 euros, 3 euros or $4"},
		{"#5, 50% & more", "number 5, 50% and more"},
		{"Call 999 now, please.", "Call 9 9 9 now, please."},
		{"Samaritans, 116 123.", "Samaritans, 1 1 6, 1 2 3."},
		{"365 days of 2026", "365 days of 2026"},
		{"5–7 km", "5 to 7 kilometers"},
		{"m7k2", "m7k2"},
		{"a café in Łódź with Zoë and Søren", "a cafe in Lodz with Zoe and Soren"},
		{"The AI", "The A I"},
		{"see https://example.org/a?b=c.", "see a link"},
		{"and/or", "and or"},
		{"日本 🙂", ""},
		{"…", ""},
		{" — ", ""},
		{strings.Repeat("asd", 40), strings.Repeat("asd", 10)},
	} {
		if got := plain(r.aloud(c.written)); got != c.read {
			t.Errorf("%q is read %q, want %q", c.written, got, c.read)
		}
	}
}

// TestHelpLinesAreSpelled: every number on the cards is said figure by figure.
func TestHelpLinesAreSpelled(t *testing.T) {
	table, err := os.ReadFile("../../mind/care/en/help.tsv")
	if err != nil {
		t.Fatal(err)
	}
	r := reading(t)
	for _, l := range samantha.Lines("help.tsv", string(table)) {
		columns := strings.Split(l.Text, "\t")
		for i, number := range columns {
			if i != 1 && i != 3 || strings.Trim(number, "0123456789- ") != "" || number == "-" {
				continue
			}
			read := plain(r.aloud("Call " + number + " now."))
			for _, w := range strings.Fields(strings.TrimSuffix(strings.TrimPrefix(read, "Call "), " now.")) {
				if len(strings.Trim(w, ",")) != 1 {
					t.Errorf("%s is read %q", number, read)
					break
				}
			}
		}
	}
}

// TestNothingWrittenCommandsTheEngine: whatever a clause holds, the script has
// no tag but ours, and no word that is an option.
func TestNothingWrittenCommandsTheEngine(t *testing.T) {
	r := reading(t)
	parts := rapid.SampledFrom([]string{"<", ">", "/", `"`, ";", "&", "-", "-voice", "kal", "<break/>", `<audio src="x">`, "]]", "\x00", "\n", "$", "%", "ß", "'", "a", "7", "…"})
	rapid.Check(t, func(t *rapid.T) {
		clause := rapid.OneOf(rapid.String(), rapid.Custom(func(t *rapid.T) string {
			return strings.Join(rapid.SliceOfN(parts, 0, 20).Draw(t, "parts"), "")
		})).Draw(t, "clause")
		for _, w := range r.aloud(clause) {
			if strings.Trim(w.text, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789'.,:%$-!? ") != "" {
				t.Fatalf("%q is read %q", clause, w.text)
			}
			if strings.HasPrefix(w.text, "-") || len(w.text) > longestWord || !strings.ContainsAny(w.after, stops) && w.after != "" {
				t.Fatalf("%q is read %q%q", clause, w.text, w.after)
			}
		}
	})
}

func TestTheEndOfAClause(t *testing.T) {
	for _, c := range []struct {
		clause string
		end    rune
		lifted bool
	}{
		{"Yes.", '.', false},
		{"Is anybody there with you today?", '?', true},
		{"What did I interrupt?", '?', false},
		{"And what then?", '?', false},
		{"More, or is that it?", '?', false},
		{"Fourteen years,", ',', true},
		{"and it moved", 0, true},
		{"yourself as —", '—', true},
		{"Then…", '…', true},
		{"Then...", '…', true},
		{"“Never.”", '.', false},
		{"", 0, true},
	} {
		if got := endOf(c.clause); got != c.end {
			t.Errorf("%q ends with %q, want %q", c.clause, got, c.end)
		}
		if got := tuneOf(c.clause).lift > 0; got != c.lifted {
			t.Errorf("%q stays up: %v", c.clause, got)
		}
	}
}

func TestPauses(t *testing.T) {
	var last float64
	for _, clause := range []string{"and then", "and then,", "and then;", "and then —", "and then.", "and then…"} {
		p := Pause(clause, samantha.Manner{}).Seconds()
		if p <= last || p > 0.7 {
			t.Errorf("after %q she waits %.2f s", clause, p)
		}
		last = p
	}
	if Pause("Yes.", samantha.Manner{Pace: -1}) <= Pause("Yes.", samantha.Manner{Pace: 1}) {
		t.Error("a slow pause is no longer than a quick one")
	}
}

func TestBadDataIsNamed(t *testing.T) {
	for _, text := range []string{"no arrow", " -> nothing"} {
		err := pairs("en/test.txt", text, nil)
		if err == nil || !strings.Contains(err.Error(), "en/test.txt:1") {
			t.Errorf("%q: %v", text, err)
		}
	}
}
