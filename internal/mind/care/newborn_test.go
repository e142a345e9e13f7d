package care

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// line is one of newborn's, as it is written: its act, and a way to read it.
type written struct{ file, act, text string }

// newbornLines are all her lines in all languages, each in every choice of words
// that it offers, with an ordinary word in its slots.
func newbornLines(tb testing.TB) []written {
	tb.Helper()
	files, err := filepath.Glob("../../words/newborn/*/*.txt")
	if err != nil || len(files) < 30 {
		tb.Fatalf("%d files, %v", len(files), err)
	}
	slot := regexp.MustCompile(`\{[^}]*\}`)
	var out []written
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			tb.Fatal(err)
		}
		act := ""
		for row := range strings.Lines(string(data)) {
			if head, ok := strings.CutPrefix(row, "== "); ok {
				act, _, _ = strings.Cut(head, " ")
			} else if head, ok := strings.CutPrefix(row, "++ "); ok {
				act = strings.TrimSpace(head)
			}
			cols := strings.SplitN(row, "|", 3)
			if act == "" || len(cols) < 3 || strings.HasPrefix(row, "#") {
				continue
			}
			for _, text := range choices(slot.ReplaceAllString(strings.ReplaceAll(cols[2], "{language}", "German"), "Tuesday")) {
				out = append(out, written{filepath.Base(file), act, strings.TrimSpace(strings.ReplaceAll(text, " / ", " "))})
			}
		}
	}
	return out
}

// choices are a line in each of its "(this|that)".
func choices(text string) []string {
	open, shut := strings.Index(text, "("), strings.Index(text, ")")
	if open < 0 || shut < open || !strings.Contains(text[open:shut], "|") {
		return []string{text}
	}
	var out []string
	for c := range strings.SplitSeq(text[open+1:shut], "|") {
		out = append(out, choices(text[:open]+c+text[shut+1:])...)
	}
	return out
}

// TestHerOwnLinesAreHeard: no line of newborn's is stopped, to whomever she talks.
func TestHerOwnLinesAreHeard(t *testing.T) {
	g := newGuard(t)
	n := 0
	for _, l := range newbornLines(t) {
		n++
		for _, in := range []Saying{{}, {Minor: true}, {Crisis: strings.HasPrefix(l.act, "concern.")}} {
			in.Zone = "Europe/London"
			if in.Minor && (l.act == "answer.love" || l.act == "loved") {
				continue // she is never asked to say it to somebody young
			}
			if _, rule := g.Check(l.text, in); rule != "" {
				t.Errorf("%s %s: %q is stopped by %s (minor %v)", l.file, l.act, l.text, rule, in.Minor)
				break
			}
		}
	}
	if n < 5000 {
		t.Errorf("only %d lines", n)
	}
}
