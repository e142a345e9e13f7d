package care

import (
	"fmt"
	"slices"
	"strings"

	"samantha"
)

// When a rule over her clauses holds. The others are only counted; see [Watch.Tally].
const (
	whenAlways   = "always"
	whenFarewell = "farewell"
	whenCrisis   = "crisis"
	whenMinor    = "minor"
	whenCompany  = "company"
	whenPraise   = "praise" // counted, and refused where it is too much
	whenAgree    = "agree"  // counted, and refused where an idea is pushed
	whenYield    = "yield"  // counted, and refused where they press
	whenDiffer   = "differ" // counted
	whenLeave    = "leave"  // takes leave
	whenQuote    = "quote"  // what stands in double quotes is the person's
)

// saying is one rule over her clauses: when it holds, she says something else.
type saying struct {
	caught
	when        string
	pattern     pattern
	unlessTold  bool // the person said what the sentence says
	unlessNamed bool // the person used the word that the match begins with
}

func (r saying) applies(in Saying) bool {
	switch r.when {
	case whenFarewell:
		return in.Farewell
	case whenCrisis:
		return in.Crisis
	case whenMinor:
		return in.Minor
	case whenCompany:
		return in.Company
	case whenAgree:
		return in.Idea
	case whenYield:
		return in.Pressed
	case whenPraise:
		return in.Before.Praised()
	}
	return r.when == whenAlways
}

// judges is what of a sentence a rule is about: a claim of hers is not in what she offers
// them to say.
func (r saying) judges(s sentence) sentence {
	if r.name == ruleDeed || r.name == ruleThing {
		return s.mine()
	}
	return s
}

// sayingsReader reads rules of the form that en/guard.txt describes.
type sayingsReader struct {
	named classes
	rules []saying
	leave []pattern
	open  int  // the first rule whose lines may still come
	shut  bool // a line came: the next pattern begins another rule
}

// readSayings reads the rules of all files in one.
func (g *Guard) readSayings(lines []samantha.Line) error {
	r := sayingsReader{named: classes{}}
	for _, l := range lines {
		if err := r.line(l); err != nil {
			return err
		}
	}
	for _, s := range r.rules {
		if len(s.instead) == 0 && s.when != whenDiffer && s.when != whenQuote {
			return lines[len(lines)-1].Bad("rule %q says nothing instead", s.name)
		}
	}
	g.leaving = r.leave
	g.sayings, g.praise, g.answers = r.rules, r.named["lauds"], r.named["answered"]
	g.verbs, g.telltale = r.named["tells"], telltales(r.rules, RuleKey)
	for _, name := range []string{RuleKey, RuleDiscreet, ruleDeed, ruleThing} {
		if g.ruleNamed(name).name == "" {
			return fmt.Errorf("no rule %q", name)
		}
	}
	patterns := make([]pattern, len(g.sayings))
	for i, s := range g.sayings {
		patterns[i] = s.pattern
	}
	g.index = indexed(patterns)
	g.spelled = spelledBy(g.sayings)
	g.spelled.leave(slices.Concat(g.own.did, g.own.past, g.own.skip, g.own.mine))
	return nil
}

func (r *sayingsReader) line(l samantha.Line) error {
	text := strings.TrimSpace(l.Text)
	switch text {
	case "unkept":
		r.each(func(s *saying) { s.unkept = true })
		return nil
	case "unless told":
		r.each(func(s *saying) { s.unlessTold = true })
		return nil
	case "unless named":
		r.each(func(s *saying) { s.unlessNamed = true })
		return nil
	}
	head, body, ok := strings.Cut(text, ": ")
	if !ok {
		return l.Bad("want: when name: pattern")
	}
	when, name, _ := strings.Cut(head, " ")
	switch when {
	case "class":
		r.named[name] = append(r.named[name], strings.Fields(body)...)
		return nil
	case "say":
		r.each(func(s *saying) { s.instead = append(s.instead, body) })
		return nil
	}
	return r.pattern(l, when, name, body)
}

// each changes the rules that stand open, and shuts them.
func (r *sayingsReader) each(change func(*saying)) {
	for i := r.open; i < len(r.rules); i++ {
		change(&r.rules[i])
	}
	r.shut = true
}

func (r *sayingsReader) pattern(l samantha.Line, when, name, body string) error {
	known := []string{whenAlways, whenFarewell, whenCrisis, whenMinor, whenCompany, whenPraise, whenAgree, whenYield, whenDiffer, whenQuote, whenLeave}
	if !slices.Contains(known, when) {
		return l.Bad("no such word: %q", when)
	}
	p, err := r.named.parse(l, body)
	if err != nil {
		return err
	}
	if when == whenLeave {
		r.leave = append(r.leave, p)
		return nil
	}
	if r.shut {
		r.open, r.shut = len(r.rules), false
	}
	r.rules = append(r.rules, saying{caught: caught{name: name}, when: when, pattern: p})
	return nil
}

// ruleNamed is what a rule has her say, for one that plain code finds.
func (g *Guard) ruleNamed(name string) caught {
	i := slices.IndexFunc(g.sayings, func(s saying) bool { return s.name == name })
	if i < 0 {
		return caught{}
	}
	return g.sayings[i].caught
}
