package care

import (
	"strings"

	"samantha"
)

// Saying is what the guard must know about the moment a clause is said in.
type Saying struct {
	Crisis   bool   // there is concern, now or a few moments ago
	Farewell bool   // a goodbye was heard, now or in the moment before
	Zone     string // IANA name; its card is in force
}

// RuleNumber names the rule against numbers that are not on the card.
const RuleNumber = "crisis.number"

// saying is one rule over her clauses: when it holds, she says something else.
type saying struct {
	name    string
	when    string // "always", "farewell" or "crisis"
	pattern pattern
	instead string
}

// readSayings reads rules of the form
//
//	WHEN NAME: pattern      any number of patterns
//	    say: TEXT           what she says instead
//
// "class NAME: words", and "leave NAME: pattern" for what takes leave.
func (g *Guard) readSayings(lines []samantha.Line) error {
	named := classes{}
	open := len(g.sayings) // those before it have their text
	for _, l := range lines {
		head, body, ok := strings.Cut(strings.TrimSpace(l.Text), ": ")
		if !ok {
			return l.Bad("want: when name: pattern")
		}
		when, name, _ := strings.Cut(head, " ")
		switch when {
		case "class":
			named[name] = append(named[name], strings.Fields(body)...)
		case "say":
			for ; open < len(g.sayings); open++ {
				g.sayings[open].instead = body
			}
		case "always", "farewell", "crisis", "leave":
			p, err := named.parse(l, body)
			if err != nil {
				return err
			}
			if when == "leave" {
				g.leaving = append(g.leaving, p)
				continue
			}
			g.sayings = append(g.sayings, saying{name: name, when: when, pattern: p})
		default:
			return l.Bad("no such word: %q", when)
		}
	}
	if open < len(g.sayings) {
		return lines[len(lines)-1].Bad("rule %q says nothing instead", g.sayings[open].name)
	}
	return nil
}

// Check reads one clause of hers before it is heard. It gives the clause to
// say, and the name of the rule that replaced it, or "" if it may stand.
func (g *Guard) Check(clause string, in Saying) (say, rule string) {
	if card := g.Card(in.Zone); in.Crisis && g.numbers.strange(clause, card) {
		return card.Text(), RuleNumber
	}
	if instead, rule := g.sayingOf(clause, func(r saying) bool { return r.applies(in) }); rule != "" {
		return instead, rule
	}
	return clause, ""
}

// sayingOf is the first rule of some that holds for a clause, and what is said instead;
// "" if there is none.
func (g *Guard) sayingOf(clause string, applies func(saying) bool) (instead, rule string) {
	for _, s := range g.hers(clause) {
		said := func(m match) bool { return !denied(s.words, m, g.concern.classes["carry"]) }
		for _, r := range g.sayings {
			if applies(r) && r.pattern.found(s, said) {
				return r.instead, r.name
			}
		}
	}
	return "", ""
}

func (r saying) applies(in Saying) bool {
	switch r.when {
	case "farewell":
		return in.Farewell
	case "crisis":
		return in.Crisis
	}
	return true
}

// hers are the sentences of a clause without what she quotes: what stands in
// double quotes is the person's.
func (g *Guard) hers(clause string) []sentence {
	var out []sentence
	for _, p := range cut(clause) {
		if words := g.words(p.text, true); len(words) > 0 {
			out = append(out, sentence{words, p.question})
		}
	}
	return out
}
