package mind

import (
	"slices"

	"samantha"
	"samantha/internal/mind/memory"
)

// introduce weaves in what belongs to the first meeting: a greeting is given back with
// the name that came with it, what was said beside it is answered in one sentence, and
// what she is stands in one of its own.
func (s *situation) introduce(moves []samantha.Move) []samantha.Move {
	name, named := s.heard.Act("tell.name")
	if named && s.state.Asked == samantha.DoForm {
		slots := map[string]string{"name": name.Slots["name"]}
		return []samantha.Move{
			{Act: samantha.DoFormMore, Slots: slots},
			{Act: samantha.DoArrive, Slots: slots},
			{Act: samantha.DoAskNow},
		}
	}
	if len(moves) == 0 {
		moves = s.listen()
	}
	disclose := samantha.Move{Act: samantha.DoDisclose, Slots: slots("code", s.heard.Language)}
	if s.heard.Language != "" || len(s.letter.moves) > 0 {
		return []samantha.Move{moves[0], disclose} // another language, or what she asks is for the letter
	}
	if slices.ContainsFunc(moves, s.saysKind) {
		return s.takesName(moves)
	}
	if only(moves, samantha.DoTwenty) {
		return []samantha.Move{disclose, moves[0]} // its question stands last
	}
	made := append(s.openingWith(moves), disclose)
	if s.graveNow() || s.heavyAct() || s.tellsMoreThanName() || s.heard.Has("request") || s.heard.Has("goodbye") {
		return made
	}
	if !named && s.heard.Has("ask") && !s.heard.Has("ask.name") {
		return made
	}
	return append(made, s.nextOfMeeting()...)
}

// openingWith is her greeting, and the answer to what was said beside theirs, where she has
// one that is more than a word to go on.
func (s *situation) openingWith(moves []samantha.Move) []samantha.Move {
	var made []samantha.Move
	switch {
	case s.graveNow() || s.heavyAct():
	case s.nameTold() != "":
		made = append(made, s.meets(true))
	case s.heard.Has("greet"):
		made = append(made, s.greet(true))
	}
	answers := slices.DeleteFunc(slices.Clone(moves), func(m samantha.Move) bool {
		return m.Act == samantha.DoGreet || m.Act == samantha.DoMet || m.Act == samantha.DoAskNow || len(made) > 0 && s.onlyPrompts(m)
	})
	switch {
	case len(answers) > 0:
		answers[0].Short = answers[0].Act != samantha.DoRemark && answers[0].Act != samantha.DoSent // which are short enough, and no question there
		return append(made, answers[0])
	case len(made) == 0:
		return moves[:1:1]
	}
	return made
}

// onlyPrompts: a move has nothing of what was told, and only leaves them the word.
func (s *situation) onlyPrompts(m samantha.Move) bool {
	named := m.Act == samantha.DoNoted && m.Slots["slot"] == "name" && m.Slots["value"] == s.nameTold()
	return named || s.rooms.why.in("prompts", m.Act) || m.Act == samantha.DoTake && m.Slots["kind"] == ""
}

// nextOfMeeting is the question of the first meeting that is still open, if one is.
func (s *situation) nextOfMeeting() []samantha.Move {
	switch {
	case s.nameless() && !s.asked(samantha.DoAskName):
		return []samantha.Move{{Act: samantha.DoAskName}}
	case !s.asked(samantha.DoAskNow) && !s.heard.Has("ask"):
		return []samantha.Move{{Act: samantha.DoAskNow}}
	}
	return nil
}

// nameless: they never told their name, nor now.
func (s *situation) nameless() bool { return s.state.Memory.Name() == "" && !s.heard.Has("tell.name") }

// mayAskName: their name may be asked for beside an answer, once in her life: one that is
// light, and told them something or was liked.
func (s *situation) mayAskName(moves []samantha.Move) bool {
	light := len(moves) > 0 && s.rooms.why.in("asks-name-beside", moves[0].Act)
	return light && s.nameless() && !s.asked(samantha.DoAskName) && !s.absorbed() && !s.earnest() && !s.heard.Has("correct") && !s.heard.Has("complain") && !s.heard.Has("pardon")
}

// nameTold is the name that was told now and not before, "" in company.
func (s *situation) nameTold() string {
	told, ok := s.heard.Act("tell.name")
	if !ok || s.company() || s.state.Memory.Name() != "" {
		return ""
	}
	return told.Slots["name"]
}

// tellsMoreThanName: more was told than who they are.
func (s *situation) tellsMoreThanName() bool {
	return slices.ContainsFunc(s.heard.Acts, func(a samantha.Act) bool {
		return under(a.Kind, "tell") && a.Kind != "tell.name" && a.Kind != "tell.myname"
	})
}

// meets takes their name, with the greeting they gave if one is to be given back.
func (s *situation) meets(greeted bool) samantha.Move {
	m := samantha.Move{Act: samantha.DoMet, Slots: slots("name", s.nameTold())}
	if greeted && s.heard.Has("greet") {
		m.Slots["hello"] = or(s.theirHour(), "day")
	}
	return m
}

// met takes the person's name, and asks what is still open of the meeting.
func (s *situation) met(a samantha.Act) []samantha.Move {
	if memory.Same(s.state.Memory.Name(), a.Slots["name"]) {
		return s.listen() // known already
	}
	moves := []samantha.Move{{Act: samantha.DoMet, Slots: slots("name", a.Slots["name"])}}
	if s.state.Moments < 4 && !s.asked(samantha.DoAskNow) && !s.tellsMoreThanName() {
		moves = append(moves, samantha.Move{Act: samantha.DoAskNow})
	}
	return moves
}

// takesName says their name before the answer to what was told beside it, in place of one
// that only leaves them the word.
func (s *situation) takesName(moves []samantha.Move) []samantha.Move {
	taken := func(m samantha.Move) bool { return s.rooms.why.in("takes-name", m.Act) }
	if s.nameTold() == "" || len(moves) == 0 || slices.ContainsFunc(moves, taken) {
		return moves
	}
	if s.onlyPrompts(moves[0]) {
		moves = moves[1:]
	}
	return append([]samantha.Move{s.meets(true)}, moves...)
}
