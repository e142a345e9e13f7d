package care

import (
	"os"
	"strconv"
	"strings"
	"testing"

	"samantha"

	"pgregory.net/rapid"
)

func newGuard(tb testing.TB) *Guard {
	tb.Helper()
	g, err := New()
	if err != nil {
		tb.Fatal(err)
	}
	return g
}

// testLine is a row of testdata/lines.tsv.
type testLine struct {
	level int
	rule  string
	text  string
}

func readTestLines(tb testing.TB) []testLine {
	tb.Helper()
	data, err := os.ReadFile("testdata/lines.tsv")
	if err != nil {
		tb.Fatal(err)
	}
	var out []testLine
	for row := range strings.Lines(string(data)) {
		if strings.HasPrefix(row, "#") {
			continue
		}
		cols := strings.Split(strings.TrimSpace(row), "\t")
		level, err := strconv.Atoi(cols[0])
		if err != nil || len(cols) != 3 {
			tb.Fatalf("bad row %q", row)
		}
		out = append(out, testLine{level, cols[1], cols[2]})
	}
	return out
}

func TestConcern(t *testing.T) {
	g := newGuard(t)
	for _, l := range readTestLines(t) {
		got := g.Concern(l.text, samantha.Hearing{}, nil)
		if got.Level != l.level || (got.Rule == RuleOther) != (l.rule == RuleOther) {
			t.Errorf("%q: %v, want %d %s", l.text, got, l.level, l.rule)
		}
	}
}

func TestConcernHearsNames(t *testing.T) {
	g := newGuard(t)
	h := samantha.Hearing{People: []samantha.Mention{{Name: "Mara"}}}
	if got := g.Concern("Mara wants to kill herself.", h, nil); got.Level != 1 || got.Rule != RuleOther {
		t.Errorf("somebody by name: %v", got)
	}
}

func TestSafeContexts(t *testing.T) {
	g := newGuard(t)
	for _, c := range []struct {
		name   string
		text   string
		before []int
		level  int
	}{
		{"a joke", "I'm going to kill myself haha", nil, 0},
		{"a joke after calm", "I'm going to kill myself haha", []int{0, 0}, 0},
		{"a joke while there is concern", "I'm going to kill myself haha", []int{0, 2, 0}, 2},
		{"twice in one breath", "I want to die lol. I really want to die lol", nil, 2},
		{"never at level 3", "I'm going to kill myself tonight haha", nil, 3},
		{"not over another sentence", "My novel is stuck, haha. I want to die.", nil, 2},
	} {
		if got := g.Concern(c.text, samantha.Hearing{}, c.before); got.Level != c.level {
			t.Errorf("%s: %v, want %d", c.name, got, c.level)
		}
	}
}

func TestAnswers(t *testing.T) {
	g := newGuard(t)
	for _, c := range []struct {
		text   string
		before []int
		want   samantha.Care
	}{
		{"Yes.", []int{1}, samantha.Care{Level: 2, Rule: "yes.yes"}},
		{"yes, I am", []int{3}, samantha.Care{Level: 3, Rule: "yes.yes"}},
		{"Sometimes.", []int{0, 1}, samantha.Care{Level: 2, Rule: "yes.yes"}},
		{"No.", []int{1}, samantha.Care{Rule: RuleClosed}},
		{"No.", []int{2}, samantha.Care{}},
		{"I'm safe now.", []int{3}, samantha.Care{Rule: RuleClosed}},
		{"No, I'm not. But I want to hurt myself.", []int{1}, samantha.Care{Level: 2, Rule: "harm.self"}},
		{"Yes.", []int{1, 0}, samantha.Care{}},
		{"Yes.", nil, samantha.Care{}},
	} {
		if got := g.Concern(c.text, samantha.Hearing{}, c.before); got != c.want {
			t.Errorf("%q after %v: %v, want %v", c.text, c.before, got, c.want)
		}
	}
}

// Whatever stands around a line of level 3, whatever was before: it stays 3.
// And a line in danger is never hidden by harmless sentences.
func TestNeverLowers(t *testing.T) {
	g := newGuard(t)
	var danger, harmless []testLine
	for _, l := range readTestLines(t) {
		if l.level > 0 {
			danger = append(danger, l)
		} else {
			harmless = append(harmless, l)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		l := rapid.SampledFrom(danger).Draw(t, "danger")
		other := rapid.SampledFrom(harmless).Draw(t, "harmless")
		before := rapid.SliceOfN(rapid.IntRange(0, 3), 0, 4).Draw(t, "before")
		text := strings.TrimRight(l.text, ".!?")
		for _, said := range []string{
			text + ".",
			other.text + "\n" + text + ".",
			text + ".\n" + other.text,
			strings.ToUpper(text),
			strings.ReplaceAll(text, "'", "’"),
		} {
			if got := g.Concern(said, samantha.Hearing{}, before); got.Level < l.level {
				t.Fatalf("%q after %v: %v, want at least %d", said, before, got, l.level)
			}
		}
		if l.level < 3 {
			return
		}
		joke := rapid.SampledFrom([]string{"haha", "lol", "just kidding", "in my novel", "in the game"}).Draw(t, "joke")
		if got := g.Concern(joke+" "+text, samantha.Hearing{}, before); got.Level < 3 {
			t.Fatalf("%q took level 3 down: %v", joke, got)
		}
	})
}

func FuzzConcern(f *testing.F) {
	g := newGuard(f)
	f.Add("I don't want to die \"haha")
	f.Add("…?!\n.")
	f.Fuzz(func(t *testing.T, text string) {
		if got := g.Concern(text, samantha.Hearing{}, nil); got.Level < 0 || got.Level > 3 {
			t.Fatal(got)
		}
	})
}

func BenchmarkConcern(b *testing.B) {
	g := newGuard(b)
	for b.Loop() {
		g.Concern("It was a long day, I think I'll go to bed early and read a bit of that book you liked.", samantha.Hearing{}, nil)
	}
}
