package care

import (
	"regexp"
	"strings"

	"samantha"
)

// keyShapes are how keys and secrets look.
type keyShapes []*regexp.Regexp

func (g *Guard) readKeys(lines []samantha.Line) error {
	for _, l := range lines {
		shape, err := regexp.Compile(strings.TrimSpace(l.Text))
		if err != nil {
			return l.Bad("%v", err)
		}
		g.keys = append(g.keys, shape)
	}
	return nil
}

// in is the first thing in a text that looks like a key, or "". Without a figure, a dash
// or an equals sign nothing does.
func (k keyShapes) in(text string) string {
	if !strings.ContainsAny(text, "0123456789=-") {
		return ""
	}
	for _, shape := range k {
		if found := shape.FindString(text); found != "" {
			return found
		}
	}
	return ""
}
