package feeling

import (
	"slices"
	"strings"

	"samantha"
)

// goal is one thing she wants.
type goal struct {
	name   string
	weight float64 // what it is worth to her, 0..1
}

// rule is one line of thought: when this, then it means that for her.
type rule struct {
	name    string
	when    []condition
	unless  []condition
	form    form
	eases   []string // rules whose feelings it takes back
	because string
}

// condition is one test of a happening.
type condition struct {
	what  string // "act", "says", "reads", "first", or a number's name
	words []string
	least bool // >= bound; else < bound
	bound float64
}

// readRules reads the goals and the rules; rules.txt tells the grammar.
func (h *Heart) readRules(lines []samantha.Line) error {
	for _, l := range lines {
		if l.Text == "" {
			continue
		}
		word, rest, _ := strings.Cut(l.Text, " ")
		var err error
		switch {
		case word == "goal":
			err = h.readGoal(l, strings.Fields(rest))
		case word == "rule":
			h.rules = append(h.rules, rule{name: rest})
		case len(h.rules) == 0:
			err = l.Bad("this belongs to a rule")
		default:
			err = h.rules[len(h.rules)-1].read(l, word, rest)
		}
		if err != nil {
			return err
		}
	}
	for _, r := range h.rules {
		if _, ok := h.goal(r.form.goal); !ok && r.form.goal != "" || r.because == "" {
			last := lines[len(lines)-1]
			return last.Bad("rule %s has no because, or a goal nobody knows", r.name)
		}
	}
	return nil
}

func (h *Heart) readGoal(l samantha.Line, f []string) error {
	if len(f) != 2 {
		return l.Bad("want: goal name weight")
	}
	weight, err := number(l, f[1], 0, 1)
	h.goals = append(h.goals, goal{f[0], weight})
	return err
}

// goal finds a goal by name.
func (h *Heart) goal(name string) (goal, bool) {
	i := slices.IndexFunc(h.goals, func(g goal) bool { return g.name == name })
	if i < 0 {
		return goal{}, false
	}
	return h.goals[i], true
}

// read takes one line of a rule.
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
	case "touches":
		name, dl, _ := strings.Cut(rest, " ")
		r.form.goal = name
		r.form.dl, err = number(l, dl, -1, 1)
	case "prospect":
		r.form.outcome = open
	case "settles":
		r.form.outcome = settled
	case "other":
		r.form.other, err = number(l, rest, -1, 1)
	case "they":
		r.form.they, err = number(l, rest, -1, 1)
	case "she":
		r.form.she, err = number(l, rest, -1, 1)
	case "appeals":
		r.form.appeal, err = number(l, rest, -1, 1)
	case "eases":
		r.eases = strings.Fields(rest)
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
	case "first":
		return c, nil
	case "act", "says", "reads", "felt":
		if len(c.words) == 0 {
			return c, l.Bad("%s what?", c.what)
		}
		return c, nil
	case "valence", "concern", "away", "learned", "recalled":
		if len(f) != 3 || f[1] != "<" && f[1] != ">=" {
			return c, l.Bad("want: %s < or >= number", c.what)
		}
		c.least = f[1] == ">="
		c.bound, err = number(l, f[2], -1e6, 1e6)
		return c, err
	}
	return c, l.Bad("no condition %q", c.what)
}

// fires reports whether the rule has something to say about the happening.
func (r rule) fires(in Happening) bool {
	for _, c := range r.when {
		if !c.holds(in) {
			return false
		}
	}
	return !slices.ContainsFunc(r.unless, func(c condition) bool { return c.holds(in) })
}

func (c condition) holds(in Happening) bool {
	switch c.what {
	case "first":
		return in.First
	case "act":
		return slices.ContainsFunc(c.words, in.Hearing.Has)
	case "felt":
		return slices.ContainsFunc(c.words, func(rule string) bool { return slices.Contains(in.felt, rule) })
	case "says":
		return slices.ContainsFunc(c.words, in.says)
	case "reads":
		return slices.Contains(c.words, string(in.Reading.Emotion))
	}
	return (in.number(c.what) >= c.bound) == c.least
}

// says reports whether a word stands in what was said.
func (in Happening) says(word string) bool {
	for _, a := range in.Hearing.Acts {
		if slices.Contains(strings.FieldsFunc(strings.ToLower(a.Text), notLetter), word) {
			return true
		}
	}
	return false
}

// number is one of the numbers a condition may ask for.
func (in Happening) number(name string) float64 {
	switch name {
	case "valence":
		return samantha.Round(in.Reading.Valence)
	case "concern":
		return float64(in.Care.Level)
	case "away":
		return samantha.Round(in.Away.Hours())
	case "learned":
		return float64(in.Learned)
	}
	return float64(in.Recalled)
}
