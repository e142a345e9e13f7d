package mind

import (
	"context"
	"slices"
	"strings"
	"time"

	"samantha"
	"samantha/internal/mind/care"
	"samantha/internal/mind/memory"
)

// Danger is that the person was in danger of their life, and has not said since that it
// is over. It is theirs alone: worry about somebody else leaves none.
type Danger struct {
	Level int       `json:"level"` // the highest that was heard, 2 or 3
	At    time.Time `json:"at"`    // when it was heard last
	Asked time.Time `json:"asked,omitzero"`
}

// dangerLasts is how long it holds where nobody says that it is over (judgement).
const dangerLasts = 14 * 24 * time.Hour

// endanger folds what was heard: a level is raised, and only word that they are safe
// ends it.
func (s *State) endanger(at time.Time, heard samantha.Care) {
	switch {
	case heard.Rule == care.RuleClosed:
		s.Danger = Danger{}
	case heard.Rule != care.RuleOther && heard.Level >= 2:
		s.Danger = Danger{Level: max(heard.Level, s.Danger.Level), At: at}
	}
}

// inDanger is the level that holds at a time, or 0.
func (s *State) inDanger(now time.Time) int {
	if s.Danger.Level == 0 || now.Sub(s.Danger.At) > dangerLasts {
		return 0
	}
	return s.Danger.Level
}

// endangered: nothing of hers is brought up and nothing is played until it is over.
func (s *situation) endangered() bool { return s.state.inDanger(s.now) > 0 }

// levels are those of the last few moments, as an answer to her worry is read against
// them: one to her question of the day after is one, too.
func (s *situation) levels() []int {
	if s.state.Asked == samantha.DoDanger {
		return append(slices.Clone(s.state.Levels), 1)
	}
	return s.state.Levels
}

// asksAfterDanger has her ask, at the first words of a later day, whether it is over.
// It comes last, so that what they came with is answered, and it is the only question.
func (s *situation) asksAfterDanger(moves []samantha.Move) []samantha.Move {
	d := s.state.Danger
	day := func(at time.Time) string { return at.In(s.now.Location()).Format(dateForm) }
	asked := !d.Asked.IsZero() && day(d.Asked) != day(d.At)
	if !s.endangered() || !s.opens() || day(d.At) == day(s.now) || asked || s.state.Paused || s.overheard() || s.heard.Has("goodbye") {
		return moves
	}
	return append(withoutFollow(moves), samantha.Move{Act: samantha.DoDanger})
}

// helpsFirst puts the card before what she says to somebody in danger, if the first
// sentence does not name the number to call: whoever finds the words, and also if
// nobody did.
func (m *Mind) helpsFirst(said *samantha.Said, in samantha.Intent) {
	if in.Act() != samantha.DoConcern3 {
		return
	}
	card := m.card()
	if sentences := samantha.Sentences(said.Text()); len(sentences) > 0 && strings.Contains(sentences[0], card.Emergency) {
		return
	}
	said.Words.Clauses = slices.Insert(said.Words.Clauses, 0, samantha.Sentences(card.Text())...)
	for i := range said.Words.Guard {
		if said.Words.Guard[i].Clause > 0 { // what was left out has no place
			said.Words.Guard[i].Clause += 2
		}
	}
	for i := range said.Numbers.Plain {
		said.Numbers.Plain[i] += 2
	}
}

// chosenSlot is the fact that holds whom they chose to be called when it gets bad.
const chosenSlot = "confidant"

// withChosen adds whom they chose to be called.
func (s *situation) withChosen(m samantha.Move) samantha.Move {
	if m.Act != samantha.DoConcern2 && m.Act != samantha.DoConcern3 {
		return m
	}
	if chosen := s.state.Memory.Find(memory.Person, chosenSlot); len(chosen) > 0 {
		s.recall(&m, "chosen", chosen[len(chosen)-1].ID)
	}
	return m
}

// InDanger is the card that stays in sight while somebody was in danger at level 2 or
// above and has not said that it is over; "" at all other times.
func (m *Mind) InDanger(ctx context.Context) (string, error) {
	if err := m.take(ctx); err != nil {
		return "", err
	}
	defer m.give()
	return m.pinned(), nil
}

// card is the one of where the person is.
func (m *Mind) card() care.Card {
	return m.rooms.guard.Card(m.rooms.place(m.inMind(), m.inMind().Zone))
}

func (m *Mind) pinned() string {
	s := m.inMind()
	if s.inDanger(m.clock.Now()) == 0 {
		return ""
	}
	return m.card().Text()
}
