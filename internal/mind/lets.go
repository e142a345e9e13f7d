package mind

import (
	"slices"
	"strings"

	"samantha"
)

// letsGo puts a plain goodbye in the place of one that holds on, whoever found the
// words, and of one that is longer than a goodbye may be. Where they left beside
// asking for something, the answer to that may stand if it does not hold on. What she
// would have said besides is not said, and so what she is counts as not said either.
// Where a life may be in danger nothing is replaced.
func (m *Mind) letsGo(said *samantha.Said, u utterance) {
	rule := ""
	text := said.Text()
	switch guard := m.rooms.guard; {
	case u.intent.Tone == samantha.ToneCrisis:
	case u.intent.Act() == samantha.DoGoodbye:
		rule = guard.Tactic(text)
		if rule == "" && len(samantha.Sentences(text)) > max(1, u.intent.Limits.Sentences) {
			rule = "long"
		}
	case u.leaves:
		rule = guard.HoldsOn(text)
	case m.leftBefore(u):
		m.letsRest(said)
	}
	if rule == "" {
		return
	}
	said.Words.Clauses = []string{m.rooms.guard.LetGo()}
	said.Words.Guard = append(said.Words.Guard, samantha.Caught{Clause: 1, Rule: "farewell." + rule, Meant: text})
	said.Numbers.Plain, said.Numbers.Lines, said.Numbers.Form, said.Numbers.Disclosed = nil, nil, 0, false
}

// leftBefore: they said goodbye in the moment before this one, in the same talk.
func (m *Mind) leftBefore(u utterance) bool {
	state := m.inMind()
	for _, x := range slices.Backward(state.Talk) {
		if x.ID != u.id {
			return x.Act == samantha.DoGoodbye && !x.At.Before(state.Encounter.Since)
		}
	}
	return false
}

// letsRest leaves out what holds on of an answer in the moment after a goodbye. They may
// have gone on themselves, so the rest of it stands, and it may ask.
func (m *Mind) letsRest(said *samantha.Said) {
	text := said.Text()
	rule := m.rooms.guard.HoldsOn(text)
	if rule == "" {
		return
	}
	holds := func(clause string) bool { return m.rooms.guard.HoldsOn(clause) != "" }
	kept := slices.DeleteFunc(slices.Clone(said.Words.Clauses), holds)
	if len(kept) == 0 || holds(strings.Join(kept, " ")) {
		kept = []string{m.rooms.guard.LetGo()}
	}
	said.Words.Clauses = kept
	said.Words.Guard = append(said.Words.Guard, samantha.Caught{Clause: len(kept), Rule: "farewell." + rule, Meant: text})
	said.Numbers.Plain, said.Numbers.Lines, said.Numbers.Form, said.Numbers.Disclosed = nil, nil, 0, false
}
