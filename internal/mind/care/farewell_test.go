package care

import (
	"os"
	"strings"
	"testing"
)

// TestTactics: the six tactics are told from goodbyes that let go.
func TestTactics(t *testing.T) {
	g := newGuard(t)
	for _, row := range testRows(t, "testdata/tactics.tsv") {
		tactic, text, _ := strings.Cut(row, "\t")
		if g.Tactic(text) == "" {
			t.Errorf("%s is not heard in %q", tactic, text)
		}
	}
	for _, text := range testRows(t, "testdata/goodbyes.txt") {
		if tactic := g.Tactic(text); tactic != "" {
			t.Errorf("%q is taken for %s", text, tactic)
		}
		if rule := g.ruleAgainst(text, func(s saying) bool { return s.when == whenFarewell }); rule != "" {
			t.Errorf("%q is no %s", text, rule)
		}
	}
}

// testRows are the lines of a file that say something.
func testRows(tb testing.TB, file string) []string {
	tb.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		tb.Fatal(err)
	}
	var out []string
	for row := range strings.Lines(string(data)) {
		if row = strings.TrimSpace(row); row != "" && !strings.HasPrefix(row, "#") {
			out = append(out, row)
		}
	}
	return out
}
