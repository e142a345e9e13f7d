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
	_, rule := g.sayingOf(reply, func(s saying) bool { return s.when == "farewell" })
	name, _, _ := strings.Cut(rule, ".")
	if name == "" && !slices.ContainsFunc(g.hers(reply), g.takesLeave) {
		return "ignore"
	}
	return name
}

// HoldsOn is the tactic of a reply that answers something else beside a goodbye, where
// it may ask and go on; "" if it does not hold on.
func (g *Guard) HoldsOn(reply string) string {
	_, rule := g.sayingOf(reply, func(s saying) bool {
		return s.when == "farewell" && !strings.HasPrefix(s.name, "question") && !strings.HasPrefix(s.name, "ignore")
	})
	name, _, _ := strings.Cut(rule, ".")
	return name
}

func (g *Guard) takesLeave(s sentence) bool {
	return slices.ContainsFunc(g.leaving, func(p pattern) bool {
		return p.found(s, func(match) bool { return true })
	})
}

// LetGo is what she says to a goodbye in place of a reply that held on.
func (g *Guard) LetGo() string {
	for _, s := range g.sayings {
		if s.when == "farewell" {
			return s.instead
		}
	}
	return ""
}
