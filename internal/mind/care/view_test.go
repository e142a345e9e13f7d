package care

import (
	"regexp"
	"strings"
	"testing"
	"time"
)

// TestView: what weighs most is said, in one sentence, and nobody is counted or asked.
func TestView(t *testing.T) {
	g, err := New()
	if err != nil {
		t.Fatal(err)
	}
	days := func(n int, others bool) []Day {
		list := make([]Day, n)
		for i := range list {
			list[i] = Day{Date: time.Date(2026, 3, 2+i, 0, 0, 0, 0, time.UTC), Others: others}
		}
		return list
	}
	for name, s := range map[string]Seen{
		"few":      {Days: days(2, true), Signs: []Sign{SignNight}},
		"many":     {Days: days(9, false), Signs: []Sign{SignHours, SignNight, SignAlone, SignOnly}},
		"only":     {Days: days(9, false), Signs: []Sign{SignNight, SignOnly}},
		"dropped":  {Days: days(9, false), Signs: []Sign{SignDropped}},
		"alone":    {Days: days(9, false), Signs: []Sign{SignNight, SignAlone}},
		"night":    {Days: days(9, true), Signs: []Sign{SignNight}},
		"hours":    {Days: days(9, true), Signs: []Sign{SignHours}, Most: "Ruth"},
		"somebody": {Days: days(9, true), Most: "Ruth"},
		"pause":    {Days: days(9, false), Pause: 8},
		"others":   {Days: days(9, true)},
		"plain":    {Days: days(9, false)},
	} {
		want := strings.ReplaceAll(g.views[name], "{who}", "Ruth")
		if got := g.View(s); got != want || want == "" {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
	if len(g.views) != 11 {
		t.Errorf("%d sentences, and 11 are said", len(g.views))
	}
	hook := regexp.MustCompile(`(?i)\d|\?|\b(more than ever|miss|missed|lonely without|score|too much)\b`)
	for name, text := range g.views {
		if found := hook.FindString(text); found != "" || strings.Count(text, ".") != 1 {
			t.Errorf("%s: %q has %q, or is no one sentence", name, text, found)
		}
	}
}
