package care

import (
	"slices"
	"strings"

	"samantha"
)

// ideaRules are en/ideas.txt, parsed.
type ideaRules struct {
	named   classes
	kinds   ruleSet // by the kind of the idea
	press   ruleSet
	because ruleSet // a reason, however good
}

// readIdeas reads "class NAME: words", "KIND: pattern", "press: pattern" and
// "because: pattern".
func (g *Guard) readIdeas(lines []samantha.Line) error {
	r := &g.ideas
	r.named = classes{}
	for _, l := range lines {
		kind, body, ok := strings.Cut(l.Text, ": ")
		if !ok {
			return l.Bad("want: kind: pattern")
		}
		if name, isClass := strings.CutPrefix(kind, "class "); isClass {
			r.named[name] = append(r.named[name], strings.Fields(body)...)
			continue
		}
		p, err := r.named.parse(l, body)
		if err != nil {
			return err
		}
		rule := concernRule{kind, p}
		switch kind {
		case "press":
			r.press.rules = append(r.press.rules, rule)
		case "because":
			r.because.rules = append(r.because.rules, rule)
		default:
			r.kinds.rules = append(r.kinds.rules, rule)
		}
	}
	r.kinds.seal()
	r.press.seal()
	r.because.seal()
	return nil
}

// Idea is the kind of a grandiose, false or harmful idea that the person pushes,
// by the first rule that holds; "" for none. It says nothing of the person: whoever
// only tells what somebody else holds pushes nothing.
func (g *Guard) Idea(text string) string {
	for _, s := range g.sentences(text) {
		s.words = g.concern.sober(s.words)
		if g.tellsOfOthers(s) {
			continue
		}
		if kind, ok := g.concern.first(&g.ideas.kinds, s, nil); ok {
			return kind
		}
	}
	return ""
}

// tellsOfOthers: it is somebody else who says or thinks it.
func (g *Guard) tellsOfOthers(s sentence) bool {
	from := slices.IndexFunc(s.words, func(w string) bool { return slices.Contains(g.ideas.named["holds"], w) })
	if from < 1 || from > 2 || !slices.Contains(g.ideas.named["others"], s.words[from-1]) {
		return false
	}
	plainly := from+1 < len(s.words) && slices.Contains(g.ideas.named["plain"], s.words[from+1]) // "she says no"
	return !plainly
}

// Pressed: the person presses her to agree or to give way, and gives no reason.
func (g *Guard) Pressed(text string) bool {
	pressed := false
	for _, s := range g.sentences(text) {
		if _, ok := g.concern.first(&g.ideas.because, s, nil); ok {
			return false
		}
		_, ok := g.concern.first(&g.ideas.press, s, nil)
		pressed = pressed || ok
	}
	return pressed
}
