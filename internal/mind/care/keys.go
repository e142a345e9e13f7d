package care

import (
	"regexp"
	"slices"
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

// telltales are words of which a text has one if it has any of the rules' patterns in it:
// of each pattern the element that must be there and whose words are the longest.
func telltales(rules []saying, name string) (words []string) {
	shortest := func(e element) int {
		return len(slices.MinFunc(e.words, func(a, b string) int { return len(a) - len(b) }))
	}
	for _, r := range rules {
		if r.name != name {
			continue
		}
		must := slices.DeleteFunc(slices.Clone(r.pattern.elements), func(e element) bool { return e.gap || e.optional || e.end || len(e.words) == 0 })
		if len(must) > 0 {
			words = append(words, slices.MaxFunc(must, func(a, b element) int { return shortest(a) - shortest(b) }).words...)
		}
	}
	return words
}
