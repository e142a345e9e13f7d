package mind

import (
	"slices"

	"samantha"
)

// How much of a question the nearest telling must hold to be given: less where it is
// plainly about the person's own life. Both were chosen on
// the lives to build with and on talks in a looser tongue; of a question with a name
// and one thing asked, the name alone must never be enough (scripts/asked-of-a-house).
const (
	nearOwn   = 0.57
	nearOther = 0.7
)

// lost: a question came to nothing, or to a word about the world at large.
func lost(a samantha.Act, moves []samantha.Move) bool {
	if len(moves) != 1 {
		return false
	}
	switch moves[0].Act {
	case samantha.DoNothing: // a fact, or what somebody said, is told or it is not
		return a.Kind != "ask.fact" && a.Kind != "ask.said" && a.Kind != "ask.keep"
	case samantha.DoWorld, samantha.DoBetween:
		return a.Kind == "ask.world" || a.Kind == "ask.other" || a.Kind == "ask.told"
	}
	return false
}

// nearest is what they told that comes nearest to a question, said to be no more.
func (s *situation) nearest(a samantha.Act) (samantha.Move, bool) {
	question := s.wholeQuestion(a.Text)
	if s.question(question).Owner == samantha.OriginHerself || s.rooms.lore.AsksHer(question) {
		return samantha.Move{}, false
	}
	least := nearOther
	if s.rooms.lore.OfOwnLife(question, s.state.Memory.Names()) {
		least = nearOwn
	}
	told, near := s.index.Nearest(s.question(question), s.rooms.ear.Forms)
	if near < least || !s.namesAll(question, told) || !s.comesNear(a, told) {
		return samantha.Move{}, false
	}
	m := samantha.Move{Act: samantha.DoNearest, Slots: slots("when", s.when(told.At, question))}
	s.recall(&m, "quote", told.ID)
	return m, true
}

// tellsOf gathers what they told of somebody or something: how it came up, and what
// they told last.
func (s *situation) tellsOf(who, question string) (samantha.Move, bool) {
	told := s.underAnyName(who, func(name string) []samantha.Memory {
		var found []samantha.Memory
		for _, h := range s.index.Told(name, s.rooms.ear.Forms) {
			found = append(found, h.Memory)
		}
		return found
	})
	told = s.whoNames(s.telling(told), who)
	if len(told) < leastGathered {
		return samantha.Move{}, false
	}
	if len(told) > mostTurns {
		told = append(told[:1:1], told[len(told)-mostTurns+1:]...)
	}
	return s.quoted(told, false, question), true
}

// whoNames are those of some tellings that name somebody themselves, if several do: one
// that only belongs to a chapter about them may be about somebody else.
func (s *situation) whoNames(told []samantha.Memory, who string) []samantha.Memory {
	names := s.calledAs(who)
	found := slices.DeleteFunc(slices.Clone(told), func(m samantha.Memory) bool {
		return !slices.ContainsFunc(names, func(n string) bool { return s.rooms.lore.Names(m.Text, n) })
	})
	if len(found) < leastGathered {
		return told
	}
	return found
}

// toldOfIt answers what she knows of something: with what they told of it.
func (s *situation) toldOfIt(a samantha.Act) []samantha.Move {
	if m, ok := s.tellsOf(a.Slots["topic"], a.Text); ok {
		return []samantha.Move{m}
	}
	return s.fromOwn(a.Slots["topic"])
}

// namesAll: a telling names whoever of theirs a question names, or what they said right
// before it does.
func (s *situation) namesAll(question string, told samantha.Memory) bool {
	text := told.Text
	if before, ok := s.index.Before(told.ID); ok {
		text = before.Text + " " + text
	}
	return !slices.ContainsFunc(s.state.Memory.Names(), func(name string) bool {
		return s.rooms.lore.Names(question, name) && !s.rooms.lore.Names(text, name)
	})
}
