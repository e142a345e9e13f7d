package bond

import (
	"slices"
	"strings"

	"samantha"
)

// rule is one line of thought: when this, then the bond moves so.
type rule struct {
	name    string
	when    []condition
	unless  []condition
	daily   bool
	move    samantha.BondMove
	rupture string
	because string
}

// condition is one test of a happening.
type condition struct {
	what  string
	words []string
	least int
}

// readRule takes one line of rules.txt, which tells the grammar.
func (r *Room) readRule(l samantha.Line) error {
	word, rest, _ := strings.Cut(l.Text, " ")
	if word == "rule" {
		r.rules = append(r.rules, rule{name: rest, move: samantha.BondMove{Rule: rest}})
		return nil
	}
	if len(r.rules) == 0 {
		return l.Bad("this belongs to a rule")
	}
	return r.rules[len(r.rules)-1].read(l, word, rest)
}

func (r *rule) read(l samantha.Line, word, rest string) (err error) {
	switch word {
	case "when", "unless":
		c, err := readCondition(l, strings.Fields(rest))
		if word == "when" {
			r.when = append(r.when, c)
		} else {
			r.unless = append(r.unless, c)
		}
		return err
	case "daily":
		r.daily = true
	case "closeness":
		r.move.Closeness, err = l.Float(rest, -1, 1)
	case "trust":
		r.move.Trust, err = l.Float(rest, -1, 1)
	case "tension":
		r.move.Tension, err = l.Float(rest, -1, 1)
	case "rupture":
		r.rupture, r.move.Rupture = rest, rest
	case "because":
		r.because = rest
	default:
		err = l.Bad("no such word: %q", word)
	}
	return err
}

func readCondition(l samantha.Line, f []string) (c condition, err error) {
	if len(f) == 0 {
		return c, l.Bad("an empty condition")
	}
	c = condition{what: f[0], words: f[1:]}
	switch c.what {
	case "kept", "broken", "wrong", "first":
		return c, nil
	case "theirs", "herself":
		if len(f) != 2 {
			return c, l.Bad("want: %s and a depth", c.what)
		}
		n, err := l.Float(f[1], 1, Deepest)
		c.least = int(n)
		return c, err
	case "act", "hers", "how", "says", "mended":
		if len(c.words) == 0 {
			return c, l.Bad("%s what?", c.what)
		}
		if c.what == "says" {
			c.words = asSaid(c.words)
		}
		return c, nil
	}
	return c, l.Bad("no condition %q", c.what)
}

// fires reports whether the rule has something to say about the happening.
func (r rule) fires(in *Happening) bool {
	holds := func(c condition) bool { return c.holds(in) }
	for _, c := range r.when {
		if !c.holds(in) {
			return false
		}
	}
	return !slices.ContainsFunc(r.unless, holds)
}

func (c condition) holds(in *Happening) bool {
	switch c.what {
	case "act":
		return slices.ContainsFunc(c.words, in.Hearing.Has)
	case "hers":
		return slices.ContainsFunc(in.Intent.Moves, func(m samantha.Move) bool { return slices.Contains(c.words, m.Act) })
	case "how":
		return slices.ContainsFunc(in.Hearing.Acts, func(a samantha.Act) bool { return slices.Contains(c.words, a.Slots["how"]) })
	case "says":
		said := said(in.Hearing)
		return slices.ContainsFunc(c.words, func(w string) bool { return says(said, w) })
	case "theirs":
		return in.theirs >= c.least
	case "herself":
		return in.hers >= c.least
	case "kept":
		return in.Kept
	case "broken":
		return in.Lapsed != ""
	case "wrong":
		return in.Wrong
	case "mended":
		return slices.ContainsFunc(in.mended, func(kind string) bool { return slices.Contains(c.words, kind) })
	}
	return in.first
}

// Because is the cause of a move, as she says it: "I kept a promise".
func (r *Room) Because(m samantha.BondMove) string {
	for _, x := range r.rules {
		if x.name == m.Rule {
			return x.because
		}
	}
	return r.words["rule."+m.Rule]
}
