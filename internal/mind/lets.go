package mind

import "samantha"

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
	}
	if rule == "" {
		return
	}
	said.Words.Clauses = []string{m.rooms.guard.LetGo()}
	said.Words.Guard = append(said.Words.Guard, samantha.Caught{Clause: 1, Rule: "farewell." + rule, Meant: text})
	said.Numbers.Plain, said.Numbers.Lines, said.Numbers.Form, said.Numbers.Disclosed = nil, nil, 0, false
}
