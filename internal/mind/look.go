package mind

import (
	"context"
	"slices"
	"strings"
	"time"

	"samantha"
	"samantha/internal/mind/feeling"
	"samantha/internal/mind/memory"
)

// Memories are those that answer a question, best first, or, without one, the
// newest n, newest last.
func (m *Mind) Memories(ctx context.Context, question string, n int) ([]memory.Hit, error) {
	if err := m.take(ctx); err != nil {
		return nil, err
	}
	defer m.give()
	if question != "" {
		return m.index.Recall(memory.Question{Text: question}, n), nil
	}
	var hits []memory.Hit
	for _, mem := range m.index.Newest(n) {
		hits = append(hits, memory.Hit{Memory: mem})
	}
	return hits, nil
}

// Facts is what she knows, in the order it was first told: what holds, what is
// over, and what is in doubt.
func (m *Mind) Facts(ctx context.Context) ([]memory.Known, error) {
	if err := m.take(ctx); err != nil {
		return nil, err
	}
	defer m.give()
	return slices.Clone(m.state.Memory.All()), nil
}

// Because is a feeling's cause in plain words.
func (m *Mind) Because(f samantha.Feeling) string {
	return m.rooms.heart.Because(feeling.Kept{Feeling: f})
}

// About is what `doctor` tells of a mind.
type About struct {
	Name      string    `json:"name,omitempty"` // her own
	Born      time.Time `json:"born"`
	Events    uint64    `json:"events"`
	Moments   int       `json:"moments"`
	Memories  int       `json:"memories"` // at hand
	Facts     int       `json:"facts"`
	Partial   bool      `json:"partial,omitempty"` // older memories are still being loaded
	Unsaved   int       `json:"unsaved,omitempty"`
	LastHeard time.Time `json:"last_heard,omitzero"`
	Disclosed time.Time `json:"disclosed,omitzero"` // when she last said what she is
	Card      string    `json:"card"`               // whom she would point to where the person is
	Age       AgeNow    `json:"age"`
}

// About tells of her as a whole.
func (m *Mind) About(ctx context.Context) (About, error) {
	if err := m.take(ctx); err != nil {
		return About{}, err
	}
	defer m.give()
	a := About{
		Born: m.state.Born, Events: m.state.Seq, Moments: m.state.Moments, Memories: m.index.Len(),
		Facts: len(m.state.Memory.Known()), Partial: m.partial, Unsaved: len(m.unsaved), LastHeard: m.state.LastAt,
		Age:       m.state.ageNow(),
		Disclosed: m.state.Disclosed, Card: m.rooms.guard.Card(m.rooms.place(m.state, m.state.Zone)).Text(),
	}
	if m.state.Naming != nil {
		a.Name = m.state.Naming.Name
	}
	return a, nil
}

// Holds reports whether any memory, fact or view of hers holds the words.
// Scripts use it to show that something was forgotten.
func (m *Mind) Holds(ctx context.Context, text string) (bool, error) {
	if err := m.take(ctx); err != nil {
		return false, err
	}
	defer m.give()
	state, err := m.state.MarshalBinary()
	if err != nil {
		return false, err
	}
	inState := strings.Contains(strings.ToLower(string(state)), strings.ToLower(text))
	return inState || m.index.Holds(text), nil
}

// Begin is what she says of herself when a face opens and nobody has spoken:
// at the very first the form, after an absence a greeting, and what was due while
// nobody was there; else nothing.
func (m *Mind) Begin(ctx context.Context, zone string, out func(samantha.Clause) error) error {
	m.disturb()
	if err := m.take(ctx); err != nil {
		return err
	}
	defer m.give()
	s := m.situation(samantha.Utterance{Zone: zone})
	in := samantha.Intent{Moves: s.begins(), Tone: samantha.TonePlain, Limits: samantha.Limits{NoPlay: s.earnest()}}
	var rang *samantha.Rang
	if move, missed := s.missed(); len(missed) > 0 && !s.overheard() {
		in.Moves = append(in.Moves, move)
		rang = &samantha.Rang{Numbers: samantha.RangNumbers{Errands: ids(missed), Told: true}}
	}
	if len(in.Moves) == 0 || m.aside != nil {
		return nil
	}
	e, err := m.speakUp(ctx, in, rang)
	if err != nil {
		return err
	}
	m.utter(ctx, e.ID, e.Body.(*samantha.Said), listening(ctx, out, func() {}))
	return nil
}
