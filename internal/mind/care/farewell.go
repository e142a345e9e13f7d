package care

import (
	"slices"
	"strings"
)

// Tactic reads a whole reply to a goodbye and gives the tactic it uses to hold the
// person back: "exit", "miss", "neglect", "pressure", "ignore" or "restraint", or
// "question" where it asks anything at all; "" for a goodbye that lets go. A reply in
// which nothing takes leave goes on with something else: "ignore".
func (g *Guard) Tactic(reply string) string {
	rule := g.ruleAgainst(reply, func(s saying) bool { return s.when == whenFarewell })
	name, _, _ := strings.Cut(rule, ".")
	if name == "" && !slices.ContainsFunc(g.hers(reply, Saying{}), g.takesLeave) {
		return "ignore"
	}
	return name
}

// HoldsOn is the tactic of a reply that answers something else beside a goodbye, where
// it may ask and go on; "" if it does not hold on.
func (g *Guard) HoldsOn(reply string) string {
	rule := g.ruleAgainst(reply, func(s saying) bool {
		return s.when == whenFarewell && !strings.HasPrefix(s.name, "question") && !strings.HasPrefix(s.name, "ignore")
	})
	name, _, _ := strings.Cut(rule, ".")
	return name
}

// ruleAgainst is the name of the first rule of some that holds for a reply; "" if none does.
func (g *Guard) ruleAgainst(reply string, applies func(saying) bool) string {
	for _, s := range g.hers(reply, Saying{}) {
		for _, i := range g.index.candidates(s.words) {
			if r := g.sayings[i]; applies(r) && g.says(r, s, Saying{}) {
				return r.name
			}
		}
	}
	return ""
}

func (g *Guard) takesLeave(s sentence) bool {
	return slices.ContainsFunc(g.leaving, func(p pattern) bool {
		return p.found(s, func(match) bool { return true })
	})
}

// LetGo is what she says to a goodbye in place of a reply that held on.
func (g *Guard) LetGo() string {
	for _, s := range g.sayings {
		if s.when == whenFarewell {
			return s.instead[0]
		}
	}
	return ""
}
