package mind

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"

	"samantha"
	"samantha/internal/mind/memory"
)

// Proposal is one fact that a model takes from one memory. The fact says of whom, what,
// and by which words of the memory.
type Proposal struct {
	Model  string
	Memory samantha.ID
	Fact   samantha.Fact
}

// Verdict is what became of a proposal: the id under which it is kept, or why it is not.
type Verdict struct {
	Proposal
	ID      samantha.ID // "" is refused
	Refused error       // why, for a person to read
}

// Propose holds each proposal against the memory it cites and keeps what follows from
// it and adds to what is known; the others come back with the reason. A proposal that
// was kept or taken out before is refused, so that twice is once. Off the record it
// fails: nothing is kept there. On any failure the verdicts say how far it came.
func (m *Mind) Propose(ctx context.Context, proposals []Proposal) ([]Verdict, error) {
	if err := m.takeWhole(ctx); err != nil {
		return nil, err
	}
	defer m.give()
	if m.offRecord() {
		return nil, fmt.Errorf("off the record nothing is kept; samantha resume lets her remember again: %w", samantha.ErrInvalid)
	}
	if err := m.saveUnsaved(ctx); err != nil {
		return nil, err
	}
	var all []Verdict
	for _, p := range proposals {
		v, err := m.judge(ctx, p)
		if err != nil {
			return all, err
		}
		all = append(all, v)
	}
	return all, nil
}

// judge keeps one proposal, or says why not.
func (m *Mind) judge(ctx context.Context, p Proposal) (Verdict, error) {
	told, refused := m.readable(ctx, p.Memory)
	var words samantha.ProposedWords
	if refused == nil {
		words, refused = m.follows(p, told)
	}
	if refused != nil {
		return Verdict{Proposal: p, Refused: refused}, ctx.Err()
	}
	id, err := m.keepProposed(ctx, p.Model, told, words)
	return Verdict{Proposal: p, ID: id.Part("fact", 1)}, err
}

// keepProposed keeps what a model took from a memory and what was checked.
func (m *Mind) keepProposed(ctx context.Context, model string, told samantha.Memory, words samantha.ProposedWords) (samantha.ID, error) {
	kept, err := m.log.Append(ctx, samantha.Draft{
		At: m.clock.Now(), Origin: samantha.OriginModel,
		Body: &samantha.Proposed{
			Words:   words,
			Numbers: samantha.ProposedNumbers{Links: samantha.Links{Sources: []samantha.ID{told.ID}}, Model: model, Told: told.At, Version: memory.Version},
		},
	})
	if err != nil {
		return "", fmt.Errorf("keep what was proposed: %w", err)
	}
	m.fold(kept[0])
	return kept[0].ID, nil
}

// follows is what is to be kept of a proposal beside what is known, or why nothing is.
func (m *Mind) follows(p Proposal, told samantha.Memory) (words samantha.ProposedWords, err error) {
	f := p.Fact
	f.Way = samantha.WayProposed
	if memory.Same(f.Of, m.state.Memory.Name()) {
		f.Of = memory.Person
	}
	switch {
	case p.Model == "":
		return words, fmt.Errorf("%s: no model is named: %w", told.ID, samantha.ErrInvalid)
	case m.state.Memory.Unmentioned(f.Of + " " + f.Value):
		return words, errLeftAlone(told.ID)
	}
	if err := m.rooms.lore.Check(f, told.Text); err != nil {
		return words, err
	}
	return samantha.ProposedWords{Facts: []samantha.Fact{f}}, m.state.Memory.Adds(f, told.ID, told.At)
}

func errLeftAlone(id samantha.ID) error {
	return fmt.Errorf("%s touches what she was asked never to bring up: %w", id, samantha.ErrDenied)
}

// readable is a memory that a model may read, or why it may not: it is gone, it is not
// the person's own telling, it was told in confidence, or she leaves its matter alone.
func (m *Mind) readable(ctx context.Context, id samantha.ID) (samantha.Memory, error) {
	e, err := m.find(ctx, id)
	if err != nil {
		return samantha.Memory{}, err
	}
	told := samantha.Memory{ID: e.ID, At: e.At, By: e.Origin, Text: words(e)}
	switch b := e.Body.(type) {
	case *samantha.Heard:
		if b.Numbers.Guest || b.Words.Letter != nil || e.Origin != samantha.OriginPerson {
			return told, fmt.Errorf("%s is not the person's own telling: %w", id, samantha.ErrDenied)
		}
	case *samantha.Brought:
		if e.Origin != samantha.OriginFile {
			return told, fmt.Errorf("%s is not the person's own telling: %w", id, samantha.ErrDenied)
		}
		if !b.Numbers.Written.IsZero() {
			told.At = b.Numbers.Written
		}
	default:
		return told, fmt.Errorf("%s is not the person's own telling: %w", id, samantha.ErrDenied)
	}
	switch {
	case e.Forgotten:
		return told, fmt.Errorf("%s is forgotten: %w", id, samantha.ErrNotFound)
	case m.state.Memory.Unsettled(e.ID):
		return told, fmt.Errorf("%s is not settled: she asked whether to forget it: %w", id, samantha.ErrDenied)
	case m.state.Memory.Confided(e.ID):
		return told, fmt.Errorf("%s was told in confidence: %w", id, samantha.ErrDenied)
	case m.state.Memory.Unmentioned(told.Text):
		return told, errLeftAlone(id)
	}
	return told, nil
}

// Reading is what a model needs to propose facts: the schema of its answer, which says
// what to do, and the memories to read.
type Reading struct {
	Schema   json.RawMessage   `json:"schema"`
	Memories []samantha.Memory `json:"memories"`
	Withheld int               `json:"withheld"` // memories that no model may read
}

// Reading gives a model the memories with these ids, and fails if one of them may not be
// read; with none it gives the newest n that may, oldest first, and counts what it
// withholds of the person's between them.
func (m *Mind) Reading(ctx context.Context, n int, ids ...samantha.ID) (Reading, error) {
	if err := m.takeWhole(ctx); err != nil {
		return Reading{}, err
	}
	defer m.give()
	r := Reading{Schema: m.rooms.lore.Schema(), Memories: []samantha.Memory{}}
	for _, id := range ids {
		told, err := m.readable(ctx, id)
		if err != nil {
			return Reading{}, err
		}
		r.Memories = append(r.Memories, told)
	}
	if len(ids) > 0 {
		return r, nil
	}
	for _, kept := range slices.Backward(m.index.Newest(m.index.Len())) {
		if len(r.Memories) == n || ctx.Err() != nil {
			break
		}
		if kept.By == samantha.OriginHerself {
			continue
		}
		if told, err := m.readable(ctx, kept.ID); err == nil {
			r.Memories = append(r.Memories, told)
		} else {
			r.Withheld++
		}
	}
	slices.Reverse(r.Memories)
	return r, ctx.Err()
}
