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
	// reappraises are rules whose feelings are seen in another light by it, and are
	// less.
	reappraises []string
	stakes      *likely // a matter of the person's, in the place of a goal of hers
	toward      bool    // it is about somebody else, whom she likes as she does
	weighs      float64 // how important it is at least, 0..1
	hurts       bool    // what it makes her feel is a hurt by the person's hand
	returns     bool    // it is about their coming back
	dwells      float64 // how much longer it lasts until its matter is closed
}

// likely is how likely a matter is held to end well, before and after.
type likely struct{ before, after float64 }

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
		if _, ok := h.goal(r.form.goal); !ok && r.form.goal != "" || r.because == "" || strings.HasPrefix(r.because, "of ") {
			last := lines[len(lines)-1]
			return last.Bad("rule %s has no because that is a clause, or a goal nobody knows", r.name)
		}
	}
	return nil
}

func (h *Heart) readGoal(l samantha.Line, f []string) error {
	if len(f) != 2 {
		return l.Bad("want: goal name weight")
	}
	weight, err := l.Float(f[1], 0, 1)
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
		r.form.dl, err = l.Float(dl, -1, 1)
	case "prospect":
		r.form.outcome = open
	case "settles":
		r.form.outcome = settled
	case "other":
		r.form.other, err = l.Float(rest, -1, 1)
	case "they":
		r.form.they, err = l.Float(rest, -1, 1)
	case "she":
		r.form.she, err = l.Float(rest, -1, 1)
	case "appeals":
		r.form.appeal, err = l.Float(rest, -1, 1)
	case "lasts":
		r.form.lasting = true
	case "third":
		r.form.third, err = l.Float(rest, -1, 1)
	case "toward":
		r.toward = true
	case "stakes":
		err = r.readStakes(l, strings.Fields(rest))
	case "hurts":
		r.hurts = true
	case "returns":
		r.returns = true
	case "weighs":
		r.weighs, err = l.Float(rest, 0, 1)
	case "dwells":
		r.dwells, err = l.Float(rest, 0, 9)
	case "eases":
		r.eases = strings.Fields(rest)
	case "reappraises":
		r.reappraises = strings.Fields(rest)
	case "because":
		r.because = rest
	default:
		err = l.Bad("no such word: %q", word)
	}
	return err
}

// readStakes reads "goal before after".
func (r *rule) readStakes(l samantha.Line, f []string) (err error) {
	if len(f) != 3 {
		return l.Bad("want: stakes goal before after")
	}
	r.stakes = &likely{}
	if r.stakes.before, err = l.Float(f[1], 0, 1); err != nil {
		return err
	}
	r.stakes.after, err = l.Float(f[2], 0, 1)
	r.form.goal, r.form.dl = f[0], samantha.Round(r.stakes.after-r.stakes.before)
	return err
}

func readCondition(l samantha.Line, f []string) (c condition, err error) {
	if len(f) == 0 {
		return c, l.Bad("an empty condition")
	}
	c = condition{what: f[0], words: f[1:]}
	switch c.what {
	case "first", "cut", "restored", "renewed", "newmind", "lent", "unlent", "foe", "other":
		return c, nil
	case "act", "says", "reads", "slot", "felt", "asked", "after", "wonders", "matter", "does", "did":
		if len(c.words) == 0 {
			return c, l.Bad("%s what?", c.what)
		}
		return c, nil
	case "valence", "concern", "away", "learned", "recalled", "gap", "slow", "days":
		if len(f) != 3 || f[1] != "<" && f[1] != ">=" {
			return c, l.Bad("want: %s < or >= number", c.what)
		}
		c.least = f[1] == ">="
		c.bound, err = l.Float(f[2], -1e6, 1e6)
		return c, err
	}
	return c, l.Bad("no condition %q", c.what)
}

// looks are what the rule looks at the happening for: each matter, if it asks about
// them, or the somebody it is about, or nothing of its own.
func (r *rule) looks(in *Happening) []samantha.ID {
	asks := func(what string) bool {
		return slices.ContainsFunc(r.when, func(c condition) bool { return c.what == what })
	}
	switch {
	case asks("matter"):
		var all []samantha.ID
		for _, m := range in.Matters {
			all = append(all, m.ID)
		}
		return all
	case asks("foe"):
		return in.ofFoe
	case asks("other") && len(in.Others) > 0:
		return in.Others[:1]
	}
	return in.ofNone
}

// is reports whether a matter ended so, and is of one of the kinds, if any is
// named: {"well", "hope", "plan"}.
func (m Matter) is(words []string) bool {
	return string(m.How) == words[0] && (len(words) == 1 || slices.Contains(words[1:], string(m.Kind)))
}

// fires reports whether the rule has something to say about the happening.
func (r *rule) fires(in *Happening) bool {
	for i := range r.when {
		if !r.when[i].holds(in) {
			return false
		}
	}
	return !slices.ContainsFunc(r.unless, func(c condition) bool { return c.holds(in) })
}

func (c *condition) holds(in *Happening) bool {
	switch c.what {
	case "first":
		return in.First
	case "cut":
		return in.Since.Cut
	case "restored":
		return in.Since.Restored
	case "renewed":
		return in.Since.Version != ""
	case "newmind":
		return in.Since.Speaker != ""
	case "lent":
		return in.Since.Model != ""
	case "unlent":
		return in.Since.Gone != ""
	case "foe":
		return in.foe != ""
	case "other":
		return len(in.Others) > 0
	case "matter":
		return slices.ContainsFunc(in.Matters, func(m Matter) bool { return m.ID == in.about && m.is(c.words) })
	case "does", "did":
		return slices.ContainsFunc(in.Hearing.Told, func(t samantha.Told) bool {
			return slices.Contains(c.words, t.Verb) && own(t.Who) == (c.what == "did")
		})
	case "asked":
		return slices.Contains(c.words, in.Asked)
	case "slot":
		return slices.ContainsFunc(in.Hearing.Acts, func(a samantha.Act) bool { return a.Slots[c.words[0]] != "" })
	case "after":
		return slices.Contains(c.words, in.After)
	case "wonders":
		return slices.ContainsFunc(c.words, func(w string) bool { return slices.Contains(in.wonders, w) })
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

// own: it was the person who did it.
func own(who string) bool {
	return who == "" || strings.EqualFold(who, "i") || strings.EqualFold(who, "we")
}

// says reports whether a word stands in what was said.
func (in *Happening) says(word string) bool { return slices.Contains(in.said, word) }

// spoken are the words of what was said.
func spoken(h samantha.Hearing) (words []string) {
	for _, a := range h.Acts {
		words = slices.AppendSeq(words, strings.FieldsFuncSeq(strings.ToLower(a.Text), notLetter))
	}
	return words
}

// number is one of the numbers a condition may ask for.
func (in *Happening) number(name string) float64 {
	switch name {
	case "valence":
		return samantha.Round(in.Reading.Valence)
	case "concern":
		return float64(in.Care.Level)
	case "away":
		return samantha.Round(in.Away.Hours())
	case "learned":
		return float64(in.Learned)
	case "gap":
		return samantha.Round(in.Since.Gap())
	case "slow":
		return in.Since.Slow
	case "days":
		return float64(in.Days)
	}
	return float64(in.Recalled)
}
