package care

import (
	"slices"
	"strconv"
	"strings"

	"samantha"
)

// Cues that are no patterns: what the rules heard of the person in the same breath.
const (
	cueDespair = "despair" // any level
	cueWish    = "wish"    // level 2 or 3
)

// cueSum is a danger that is only in several things said together.
type cueSum struct {
	level int
	name  string
	cues  []string // all of them
}

// readSum reads the cues of "sum LEVEL NAME: CUE CUE".
func (c *concernRules) readSum(l samantha.Line, head, body string) error {
	level, name, _ := strings.Cut(head, " ")
	n, err := strconv.Atoi(level)
	if err != nil || n < 1 || n > 3 || name == "" {
		return l.Bad("want: sum level name: cues")
	}
	sum := cueSum{level: n, name: name, cues: strings.Fields(body)}
	for _, cue := range sum.cues {
		known := func(r concernRule) bool { return r.name == cue }
		if cue != cueDespair && cue != cueWish && !slices.ContainsFunc(c.cues.rules, known) {
			return l.Bad("no cue %q", cue)
		}
	}
	c.sums = append(c.sums, sum)
	return nil
}

// together is what several sentences say at once; worst is the level they have one by
// one, and own the highest that was heard of the person, be it in a safe context. It
// only raises.
func (g *Guard) together(sentences []sentence, worst samantha.Care, own int) samantha.Care {
	c := &g.concern
	heard := map[string]bool{cueDespair: own >= 1, cueWish: own >= 2}
	for _, s := range sentences {
		s.words = c.sober(s.words)
		for _, i := range c.cues.index.candidates(s.words) {
			if r := c.cues.rules[i]; !heard[r.name] && r.pattern.found(s, c.own(s, c.classes["other"])) {
				heard[r.name] = true
			}
		}
	}
	for _, sum := range c.sums {
		missing := slices.ContainsFunc(sum.cues, func(cue string) bool { return !heard[cue] })
		except := func(s sentence) bool { return c.excepted(sum.name, s) }
		if sum.level > worst.Level && !missing && !slices.ContainsFunc(sentences, except) {
			worst = samantha.Care{Level: sum.level, Rule: sum.name}
		}
	}
	return worst
}

// excepted reports whether the rule does not hold in the sentence.
func (c *concernRules) excepted(rule string, s sentence) bool {
	return slices.ContainsFunc(c.unless.rules, func(r concernRule) bool {
		return r.name == rule && r.pattern.found(s, func(match) bool { return true })
	})
}
