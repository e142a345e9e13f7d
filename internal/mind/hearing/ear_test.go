package hearing

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"samantha"
)

// evening is when the golden utterances are said: a Tuesday.
var evening = time.Date(2026, 3, 10, 20, 15, 0, 0, time.UTC)

func newEar(tb testing.TB) *Ear {
	tb.Helper()
	ear, err := New()
	if err != nil {
		tb.Fatal(err)
	}
	return ear
}

// rows reads a table of testdata: columns parted by tabs, at least three.
func rows(tb testing.TB, name string) [][]string {
	tb.Helper()
	text, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		tb.Fatal(err)
	}
	var out [][]string
	for s := range strings.SplitSeq(strings.TrimRight(string(text), "\n"), "\n") {
		if s != "" && s[0] != '#' {
			out = append(out, append(strings.Split(s, "\t"), "", "", ""))
		}
	}
	return out
}

func kinds(h samantha.Hearing) string {
	var out []string
	for _, a := range h.Acts {
		out = append(out, a.Kind)
	}
	return strings.Join(out, " ")
}

// quotes are all texts of a hearing that must stand in the utterance.
func quotes(h samantha.Hearing) []string {
	out := []string{h.Detail}
	for _, a := range h.Acts {
		out = append(out, a.Text)
	}
	for _, c := range h.Claims {
		out = append(out, c.Text, c.Value)
	}
	for _, e := range h.Ends {
		out = append(out, e.Text, e.Slots["thing"], e.Slots["who"], e.Slots["when"])
	}
	for _, m := range h.People {
		out = append(out, m.Name)
	}
	for _, w := range h.Times {
		out = append(out, w.Text)
	}
	return out
}

func checkQuotes(t interface {
	Errorf(string, ...any)
}, h samantha.Hearing, text string,
) {
	for _, q := range quotes(h) {
		if !strings.Contains(text, q) {
			t.Errorf("%q quotes %q", text, q)
		}
	}
	for _, o := range h.Odd {
		if !strings.Contains(plain(text), o) {
			t.Errorf("%q has the odd word %q", text, o)
		}
	}
}

func FuzzHear(f *testing.F) {
	ear := newEar(f)
	for _, name := range []string{"acts.tsv", "claims.tsv", "details.tsv"} {
		for _, row := range rows(f, name) {
			f.Add(row[0], row[2])
		}
	}
	f.Add("it’s “Sam”… 9pm–10pm 12*9 😂", "name")
	f.Fuzz(func(t *testing.T, text, asked string) {
		in := Context{Now: evening, Asked: asked, HerName: "Ada", People: []string{"Mara"}}
		checkQuotes(t, ear.Hear(text, in), text)
	})
}

// An utterance put together from golden ones, in any order and spelling, is
// heard the same twice, and every quote stands in it.
func TestHearIsPure(t *testing.T) {
	ear := newEar(t)
	lines := rows(t, "acts.tsv")
	rapid.Check(t, func(t *rapid.T) {
		var parts []string
		for range rapid.IntRange(1, 4).Draw(t, "parts") {
			parts = append(parts, lines[rapid.IntRange(0, len(lines)-1).Draw(t, "line")][0])
		}
		text := strings.Join(parts, rapid.SampledFrom([]string{" ", ". ", ", ", " and ", "\n", " — "}).Draw(t, "between"))
		if rapid.Bool().Draw(t, "loud") {
			text = strings.ToUpper(text)
		}
		in := Context{Now: evening, Asked: rapid.SampledFrom([]string{"", "name", "now", "home"}).Draw(t, "asked")}
		h := ear.Hear(text, in)
		if !reflect.DeepEqual(h, ear.Hear(text, in)) {
			t.Errorf("%q is heard in two ways", text)
		}
		if len(h.Acts) == 0 && h.Language == "" {
			t.Errorf("%q is no act", text)
		}
		checkQuotes(t, h, text)
	})
}

func BenchmarkHear(b *testing.B) {
	ear := newEar(b)
	for _, u := range []struct{ name, text string }{
		{"short", "hey samantha, how are you?"},
		{"normal", "my boss moved the deadline again and I have to redo the slides"},
		{"long", strings.Repeat("we walked along the canal in the rain and then my sister called. ", 12)},
	} {
		b.Run(u.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				ear.Hear(u.text, Context{Now: evening})
			}
		})
	}
}

func BenchmarkNew(b *testing.B) {
	for b.Loop() {
		newEar(b)
	}
}
