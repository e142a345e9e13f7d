package mind

import (
	"cmp"
	"context"

	"samantha"
	"samantha/internal/mind/memory"
)

// Circumstances are what a memory carries besides its words, as it was decided
// when it was heard. Nothing of it is worked out again.
type Circumstances struct {
	Encounter int              `json:"encounter,omitempty"` // its number, from 1; 0 before that was noted
	About     []samantha.When  `json:"about,omitempty"`     // times it speaks of
	People    []string         `json:"people,omitempty"`    // whom it speaks of, by name or by what they are to the person
	Places    []string         `json:"places,omitempty"`
	Felt      []FeltNow        `json:"felt,omitempty"`   // hers, in that moment
	Seemed    samantha.Emotion `json:"seemed,omitempty"` // how the person seemed to her; absent if she was unsure
	Guest     bool             `json:"guest,omitempty"`  // somebody else was there
	// Guess is how they seemed to a model, where they did not to her.
	Guess *memory.Guess `json:"guess,omitempty"`
}

// Circumstances are those of a memory; of an answer of hers, those of the moment
// it belongs to. What was said with nothing heard, or was brought, has none.
func (m *Mind) Circumstances(ctx context.Context, id samantha.ID) (Circumstances, error) {
	if err := m.take(ctx); err != nil {
		return Circumstances{}, err
	}
	defer m.give()
	e, err := m.find(ctx, id.Moment())
	if err != nil {
		return Circumstances{}, err
	}
	b, ok := e.Body.(*samantha.Heard)
	if !ok {
		return Circumstances{}, nil
	}
	n := b.Numbers
	c := Circumstances{Encounter: n.Encounter, Guest: n.Guest}
	for i, f := range n.Felt {
		c.Felt = append(c.Felt, FeltNow{e.ID.Part("felt", i+1), f.Emotion, f.Intensity, m.Because(f), e.At, f.Shown, f.Display, f.Dwells})
	}
	if n.Reading.Emotion != samantha.Unsure {
		c.Seemed = n.Reading.Emotion
	} else if g, ok := m.state.Memory.Guessed(e.ID); ok {
		c.Guess = &g
	}
	if id.IsSaid() {
		return c, nil
	}
	h := b.Words.Hearing
	c.About, c.Places = h.Times, h.Places
	for _, p := range h.People {
		if who := cmp.Or(p.Name, p.Relation, p.As); who != "" {
			c.People = append(c.People, who)
		}
	}
	return c, nil
}
