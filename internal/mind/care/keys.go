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

// found: the text holds something that looks like a key. Without a figure, a dash or
// an equals sign nothing does.
func (k keyShapes) found(text string) bool {
	if !strings.ContainsAny(text, "0123456789=-") {
		return false
	}
	for _, shape := range k {
		if shape.MatchString(text) {
			return true
		}
	}
	return false
}
