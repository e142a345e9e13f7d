package mind

import (
	"slices"
	"strings"

	"samantha"
	"samantha/internal/mind/asked"
)

// inAClause is the clause that answers, or the part of it that was asked for, where nothing or
// whole tellings were found. Nobody wants a message of theirs read back.
func (s *situation) inAClause(a samantha.Act, moves []samantha.Move) []samantha.Move {

	doer := moves[0].Act == samantha.DoDetail && moves[0].Slots["asks"] == "who"
	day := moves[0].Act == samantha.DoDetail && moves[0].Slots["day"] != "" && s.saidTonight(moves[0].From)
	if !doer && !day && !s.wantsFewer(a, moves) || a.Slots["hers"] != "" {
		return nil
	}
	told := slices.DeleteFunc(s.toldLately(), func(m samantha.Memory) bool { return !s.saidTonight([]samantha.ID{m.ID}) })
	said := make([]asked.Said, len(told))
	for i, m := range told {
		said[i] = asked.Said{Text: m.Text, Fresh: i+1 == len(told)}
	}
	found, ok := s.rooms.reader.Clause(s.fullQuestion(a.Text), said, s.lexicon().words())
	if !ok {
		return nil
	}
	m := told[found.Telling]
	if s.answersNothing(m) || s.anotherDay(m, found.From, found.To) {
		return nil
	}
	if found.Whole {
		return s.unlessHeldBack([]samantha.Move{s.givesBits(samantha.DoTonight, []clause{s.barely(clause{m.ID, m.Text, found.From, found.To})})})
	}
	move := samantha.Move{Act: samantha.DoDetail, Slots: slots("asks", either(strings.HasPrefix(a.Text, "who"), "who", ""))}
	s.recall(&move, "value", asked.Part(m.ID, found.From, found.To))
	return s.unlessHeldBack([]samantha.Move{move})
}

// unquoted gives a value without the sentence it is from: they have just said that.
func (s *situation) unquoted(moves []samantha.Move) []samantha.Move {
	if len(moves) == 1 && moves[0].Act == samantha.DoDetail && moves[0].Recall["value"] != "" && s.saidTonight(moves[0].From) {
		moves = slices.Clone(moves)
		delete(moves[0].Recall, "quote")
	}
	return moves
}

// riddled laughs at the answer to a riddle that they asked; nil if this is none.
func (s *situation) riddled() []samantha.Move {
	x, ok := s.last()
	if !ok || s.opens() || x.Act != samantha.DoRiddle || s.heard.Has("ask") || s.heard.Has("request") || s.heard.Has("tell.hard") || s.heard.Has("no") {
		return nil
	}
	return []samantha.Move{{Act: samantha.DoJoked}}
}
