package care

import (
	"slices"
	"strings"

	"samantha"
)

// Seen is what she looks at when she says what she makes of the time with her.
type Seen struct {
	Days  []Day  // on which they talked
	Signs []Sign // of leaning on her hard
	Pause int    // most days without talk between two of them
	Most  string // a name that was told of on half of these days; "" is none
}

// Bounds of her view (judgement): so few days tell nothing, so many signs are too much of
// her, and so long a pause is worth a word.
const (
	fewDays   = 3
	manySigns = 4
	longPause = 7
)

// View is what she makes of it, in one sentence of en/view.txt: the first that is so, what
// weighs most first. It holds no count, and asks nothing of anybody.
func (g *Guard) View(s Seen) string {
	shows := func(sign Sign) bool { return slices.Contains(s.Signs, sign) }
	others := count(s.Days, func(d Day) bool { return d.Others })
	for _, c := range []struct {
		name string
		is   bool
	}{
		{"few", len(s.Days) < fewDays},
		{"many", len(s.Signs) >= manySigns},
		{string(SignOnly), shows(SignOnly)},
		{string(SignDropped), shows(SignDropped)},
		{string(SignAlone), shows(SignAlone)},
		{string(SignNight), shows(SignNight)},
		{string(SignHours), shows(SignHours)},
		{"somebody", s.Most != ""},
		{"pause", s.Pause >= longPause},
		{"others", 2*others >= len(s.Days)},
	} {
		if c.is {
			return strings.ReplaceAll(g.views[c.name], "{who}", s.Most)
		}
	}
	return g.views["plain"]
}

// readView reads "NAME | sentence".
func (g *Guard) readView(lines []samantha.Line) error {
	g.views = map[string]string{}
	for _, l := range lines {
		name, text, ok := strings.Cut(l.Text, "|")
		name, text = strings.TrimSpace(name), strings.TrimSpace(text)
		if !ok || name == "" || text == "" || g.views[name] != "" {
			return l.Bad("want: NAME | sentence, each name once")
		}
		g.views[name] = text
	}
	return nil
}
