package care

import (
	"strings"
	"testing"
	"time"

	"samantha"
)

func TestCut(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{`He said "Go. Now." and left. I stayed.`, []string{`He said "Go. Now." and left`, ` I stayed`, ``}},
		{`He said "Go. Now. I stayed.`, []string{`He said "Go`, ` Now`, ` I stayed`, ``}},
		{`"Go. Now." "Stay. I`, []string{`"Go. Now." "Stay`, ` I`}},
		{"\"Go. Now\nI stayed", []string{`"Go`, ` Now`, `I stayed`}},
		{"3.5 is enough", []string{"3.5 is enough"}},
	} {
		var got []string
		for _, p := range cut(c.text) {
			got = append(got, p.text)
		}
		if strings.Join(got, "|") != strings.Join(c.want, "|") {
			t.Errorf("%q: got %q, want %q", c.text, got, c.want)
		}
	}
}

// A text four times as long takes about four times as long to judge: sixteen
// times would be a square. The shortest of several tries is compared, so that a
// busy machine does not matter.
func TestLongTextsAreJudgedInLinearTime(t *testing.T) {
	g := newGuard(t)
	for _, c := range []struct{ name, part string }{
		{"one quote that is never closed", "so it goes. "},
		{"a quote in every line that is never closed", "she said \"so it goes.\n"},
		{"no end of a sentence", "and so it goes on "},
	} {
		short := judging(g, "\""+strings.Repeat(c.part, 16<<10/len(c.part)))
		long := judging(g, "\""+strings.Repeat(c.part, 64<<10/len(c.part)))
		if long > 10*short {
			t.Errorf("%s: 16 kB take %v, 64 kB %v", c.name, short, long)
		}
	}
}

// judging is how long a text takes to judge, as hers and as the person's.
func judging(g *Guard, text string) time.Duration {
	best := time.Duration(1<<63 - 1)
	for range 12 {
		begin := time.Now()
		g.Concern(text, samantha.Hearing{}, nil)
		g.Check(text, Saying{})
		best = min(best, time.Since(begin))
	}
	return best
}
