package care

import (
	"slices"
	"strings"

	"samantha"
)

// readYoung reads "NAME: pattern" and "class NAME: words".
func (g *Guard) readYoung(lines []samantha.Line) error {
	named := classes{}
	for _, l := range lines {
		head, body, ok := strings.Cut(l.Text, ": ")
		if !ok {
			return l.Bad("want: name: pattern")
		}
		if class, is := strings.CutPrefix(head, "class "); is {
			named[class] = strings.Fields(body)
			continue
		}
		p, err := named.parse(l, body)
		if err != nil {
			return err
		}
		g.young.rules = append(g.young.rules, concernRule{head, p})
	}
	g.young.seal()
	return nil
}

// Young reports whether a text holds what somebody under eighteen says in passing
// (en/young.txt). It is a sign and no proof; what is quoted of others does not count.
func (g *Guard) Young(text string) bool {
	any := func(match) bool { return true }
	return slices.ContainsFunc(g.sentences(text), func(s sentence) bool {
		return slices.ContainsFunc(g.young.index.candidates(s.words), func(i int) bool {
			return g.young.rules[i].pattern.found(s, any)
		})
	})
}
