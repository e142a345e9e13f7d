package mind

import (
	"slices"
	"strings"

	"samantha"
	"samantha/internal/mind/asked"
)

// inAClause is the clause that answers, or the part of it that was asked for, where what was
// found is not the very thing. Nobody wants a message of theirs read back.
func (s *situation) inAClause(a samantha.Act, moves []samantha.Move) []samantha.Move {
	if a.Slots["hers"] != "" || !s.wantsFewer(a, moves) && !s.mayBeBetter(a, moves) {
		return nil
	}
	told := s.toldInThisTalk()
	found, ok := s.rooms.reader.Clause(s.fullQuestion(a.Text), saidOf(told), s.lexicon().words())
	if !ok {
		return nil
	}
	m := told[found.Telling]
	if s.takesBack(m.ID) || strings.HasSuffix(m.Text, "?") || s.anotherDay(m, found.From, found.To) {
		return nil
	}
	if found.Whole {
		if !s.wantsFewer(a, moves) {
			return nil
		}
		bit := s.barely(clause{m.ID, m.Text, found.From, found.To})
		return s.unlessHeldBack([]samantha.Move{s.givesBits(samantha.DoTonight, []clause{bit})})
	}
	if move, ok := s.unsettled(a, told, found); ok {
		return s.unlessHeldBack([]samantha.Move{move})
	}
	move := samantha.Move{Act: samantha.DoDetail, Slots: slots("asks", either(strings.HasPrefix(a.Text, "who"), "who", ""))}
	s.recall(&move, "value", asked.Part(m.ID, found.From, found.To))
	return s.unlessHeldBack([]samantha.Move{move})
}

// unsettled asks which of two values holds that they told of the same.
func (s *situation) unsettled(a samantha.Act, told []samantha.Memory, found asked.Found) (samantha.Move, bool) {
	rival, ok := s.rooms.reader.Rival(s.fullQuestion(a.Text), saidOf(told), found, s.lexicon().words())
	if !ok {
		return samantha.Move{}, false
	}
	if told[rival.Telling].At.After(told[found.Telling].At) {
		found, rival = rival, found
	}
	move := samantha.Move{Act: samantha.DoEither}
	s.recall(&move, "one", asked.Part(told[rival.Telling].ID, rival.From, rival.To))
	s.recall(&move, "two", asked.Part(told[found.Telling].ID, found.From, found.To))
	return move, true
}

// mayBeBetter: a part of a clause may answer better than what was found: a detail of this
// talk that was taken out of a sentence by its kind only, or no answer at all.
func (s *situation) mayBeBetter(a samantha.Act, moves []samantha.Move) bool {
	if !under(a.Kind, "ask") || len(moves) != 1 {
		return false
	}
	switch moves[0].Act {
	case samantha.DoDetail:
		return s.saidTonight(moves[0].From)
	case samantha.DoSmall, samantha.DoBetween:
		return true
	}
	return false
}

// toldInThisTalk is what they told in this talk, the newest first.
func (s *situation) toldInThisTalk() []samantha.Memory {
	return slices.DeleteFunc(s.toldLately(), func(m samantha.Memory) bool { return !s.saidTonight([]samantha.ID{m.ID}) })
}

// saidOf are some tellings as they are looked through for a clause.
func saidOf(told []samantha.Memory) []asked.Said {
	said := make([]asked.Said, len(told))
	for i, m := range told {
		said[i] = asked.Said{Text: m.Text, Fresh: i+1 == len(told)}
	}
	return said
}

// unquoted gives a value without the sentence it is from: they have just said that.
func (s *situation) unquoted(moves []samantha.Move) []samantha.Move {
	if len(moves) == 1 && moves[0].Act == samantha.DoDetail && moves[0].Recall["value"] != "" && s.saidTonight(moves[0].From) {
		moves = slices.Clone(moves)
		delete(moves[0].Recall, "quote")
	}
	return moves
}
