package mind

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"samantha"
	"samantha/internal/mind/memory"
)

// Forgotten tells what a forgetting took.
type Forgotten struct {
	Asked []samantha.ID     `json:"asked"` // the utterances that were named
	Gone  []samantha.ID     `json:"gone"`  // these, and everything made of their words
	Named []samantha.Memory `json:"-"`     // the utterances as they were, for the person to see once more
}

// Targets are the utterances that forgetting an id would take: both sides of a
// moment, the answer alone, or, of a part, the memories it came from.
func (m *Mind) Targets(ctx context.Context, ids ...samantha.ID) ([]samantha.Memory, error) {
	if err := m.take(ctx); err != nil {
		return nil, err
	}
	defer m.give()
	return m.allTargets(ctx, ids)
}

// allTargets are those of several ids, each once.
func (m *Mind) allTargets(ctx context.Context, ids []samantha.ID) ([]samantha.Memory, error) {
	var all []samantha.Memory
	for _, id := range ids {
		named, err := m.targets(ctx, id)
		if err != nil {
			return nil, err
		}
		for _, n := range named {
			if !slices.ContainsFunc(all, func(o samantha.Memory) bool { return o.ID == n.ID }) {
				all = append(all, n)
			}
		}
	}
	return all, nil
}

func (m *Mind) targets(ctx context.Context, id samantha.ID) ([]samantha.Memory, error) {
	ids := []samantha.ID{id.Event()}
	if k, ok := m.known(id); ok && id.IsPart() {
		ids = m.told(k.Sources)
	}
	if c, ok := m.state.Memory.Chapter(id); ok {
		ids = m.living(ctx, c)
	}
	if step, ok := m.state.Self.Step(id); ok {
		ids = events(step.Causes)
	}
	var named []samantha.Memory
	for _, id := range ids {
		e, err := m.find(ctx, id)
		if err != nil {
			return nil, err
		}
		named = append(named, samantha.Memory{ID: id, At: e.At, By: e.Origin, Text: words(e)})
	}
	return named, nil
}

// told are the memories in which facts were told: of what a model proposed, those it
// took it from.
func (m *Mind) told(facts []samantha.ID) []samantha.ID {
	var told []samantha.ID
	for _, f := range facts {
		told = append(told, m.state.Memory.Told(f))
	}
	return events(told)
}

// living are the memories that a chapter came from and that are still there.
func (m *Mind) living(ctx context.Context, c memory.Chapter) []samantha.ID {
	var ids []samantha.ID
	for _, t := range c.Tellings {
		for _, id := range t.Sources {
			e, err := m.find(ctx, id)
			if err == nil && !e.Forgotten && !slices.Contains(ids, id) {
				ids = append(ids, id)
			}
		}
	}
	return ids
}

// find is one event, or an error that a person can read.
func (m *Mind) find(ctx context.Context, id samantha.ID) (samantha.Event, error) {
	for _, u := range m.unsaved {
		if u.event.ID == id.Event() {
			return u.event, nil
		}
	}
	e, err := m.log.Find(ctx, id)
	if errors.Is(err, samantha.ErrNotFound) {
		return e, fmt.Errorf("nothing in her life has the id %s: %w", id, samantha.ErrNotFound)
	}
	return e, err
}

// forgottenWords stand where words were (design §7).
const forgottenWords = "something you asked me to forget"

// words are what an event says, for a person to read.
func words(e samantha.Event) string {
	if e.Forgotten {
		return forgottenWords
	}
	switch b := e.Body.(type) {
	case *samantha.Heard:
		return b.Words.Text
	case *samantha.Said:
		return b.Text()
	case *samantha.Corrected:
		return b.Words.Fact.Quote
	case *samantha.Dreamed:
		return b.Words.Text
	case *samantha.Thought:
		if b.Words.Text != "" {
			return b.Words.Text
		}
	case *samantha.Brought:
		return b.Words.Text
	case *samantha.Shelved:
		return b.Words.Title
	case *samantha.Leafed:
		return passages(b)
	case *samantha.Telling:
		return strings.Join(b.Words.Sentences, " ")
	case *samantha.Proposed:
		var quotes []string
		for _, f := range b.Words.Facts {
			quotes = append(quotes, f.Quote)
		}
		for _, t := range b.Words.Threads {
			quotes = append(quotes, t.About)
		}
		if r := b.Words.Reading; r != nil {
			quotes = append(quotes, string(r.Emotion))
		}
		return strings.Join(quotes, " ")
	case *samantha.Avoided:
		return b.Words.What
	case *samantha.Became:
		return became(b)
	}
	return string(e.Body.Kind())
}

// Forget destroys the words of moments, or of the memories that a part came
// from, and everything made of them, all in one go: if one of the ids is not
// there, nothing is forgotten. It returns when they are gone from disk and from
// every view.
func (m *Mind) Forget(ctx context.Context, ids ...samantha.ID) (Forgotten, error) {
	if err := m.take(ctx); err != nil {
		return Forgotten{}, err
	}
	defer m.give()
	named, err := m.allTargets(ctx, ids)
	if err != nil {
		return Forgotten{}, err
	}
	f := Forgotten{Named: named}
	for _, n := range named {
		f.Asked = append(f.Asked, n.ID)
	}
	f.Gone, err = m.forget(ctx, f.Asked)
	return f, err
}

func (m *Mind) forget(ctx context.Context, ids []samantha.ID) ([]samantha.ID, error) {
	if err := m.saveUnsaved(ctx); err != nil {
		return nil, fmt.Errorf("nothing can be forgotten until it is saved: %w", err)
	}
	ctx = context.WithoutCancel(ctx) // half a forgetting is none
	m.forgettings++
	m.matters, m.lived = m.rooms.lore.Matters(), lived{}
	m.earlier.forget()
	gone, err := m.log.Forget(ctx, m.clock.Now(), ids...)
	// Even if a key could not be destroyed the tombstone may stand, and then the
	// words are not hers any longer.
	err = errors.Join(err, m.catchUp(ctx))
	if !m.refolding { // one that is under way begins again by itself
		m.refolding = true
		m.work.start(m.refold)
	}
	return gone, err
}

// catchUp folds what the log appended by itself: a tombstone.
func (m *Mind) catchUp(ctx context.Context) error {
	for e, err := range m.log.Read(ctx, m.state.Seq) {
		if err != nil {
			return err
		}
		m.fold(e)
		if _, ok := e.Body.(*samantha.Forgot); ok {
			m.masked = true
		}
	}
	return nil
}

// Retire takes one fact, thread, errand or promise out of her views and leaves the words it
// was learned from; so it does a chapter, and how the person told one.
func (m *Mind) Retire(ctx context.Context, id samantha.ID) error {
	if err := m.take(ctx); err != nil {
		return err
	}
	defer m.give()
	targets := []samantha.ID{id}
	held, theirs := m.state.Memory.HeldIn(id)
	if c, ok := m.state.Memory.Chapter(id); ok {
		targets = []samantha.ID{c.ID}
	} else if k, ok := m.known(id); ok {
		targets = k.Sources
	} else if !theirs && !m.state.Memory.Has(id) && !m.state.Errands.Has(id) && !m.state.Bond.Has(id) && !m.state.Self.Has(id) {
		return fmt.Errorf("%s is no fact, thread or errand of hers, and nothing that she became: %w", id, samantha.ErrNotFound)
	}
	for _, t := range targets {
		_, err := m.append(ctx, samantha.Draft{
			At: m.clock.Now(), Origin: samantha.OriginPerson,
			Body: &samantha.Retired{Numbers: samantha.RetiredNumbers{Target: t}},
		})
		if err != nil {
			return err
		}
	}
	if !theirs {
		return nil
	}
	return m.tellDue(ctx, m.clock.Now(), func(d memory.Due) bool { return d.Chapter == held })
}

// Correct puts a fact right: the id is the fact's, or that of a moment from
// which just one fact was learned. The old value is closed, not lost. The id of
// a chapter, or of a telling of it, puts the person's own beside hers.
func (m *Mind) Correct(ctx context.Context, id samantha.ID, value string) (memory.Known, error) {
	if k, ok, err := m.retell(ctx, id, value); ok || err != nil {
		return k, err
	}
	if k, ok, err := m.putSelfRight(ctx, id, value); ok || err != nil {
		return k, err
	}
	return m.putRight(ctx, id, func(k memory.Known) samantha.Fact {
		return samantha.Fact{Of: k.Of, Slot: k.Slot, Value: value, Quote: value, Beside: k.Beside}
	})
}

// Rehome says whose a fact is that she had for somebody else's: the old owner
// has it no more, and what it had replaced there holds again.
func (m *Mind) Rehome(ctx context.Context, id samantha.ID, of string) (memory.Known, error) {
	return m.putRight(ctx, id, func(k memory.Known) samantha.Fact {
		return samantha.Fact{Of: of, Slot: k.Slot, Value: k.Value, Quote: k.Quote, Beside: k.Beside}
	})
}

// putRight appends the person's own version of a fact and gives what holds now.
func (m *Mind) putRight(ctx context.Context, id samantha.ID, right func(memory.Known) samantha.Fact) (memory.Known, error) {
	if err := m.take(ctx); err != nil {
		return memory.Known{}, err
	}
	defer m.give()
	k, ok := m.known(id)
	if _, step := m.state.Self.Step(id); step {
		return memory.Known{}, fmt.Errorf("%s is a step of a trait and has no words to put right; `samantha forget %s` takes it back: %w", id, id, samantha.ErrInvalid)
	}
	if !ok {
		return memory.Known{}, fmt.Errorf("nothing she holds for true came from %s alone; `samantha facts` lists ids that can be corrected: %w", id, samantha.ErrNotFound)
	}
	e, err := m.append(ctx, samantha.Draft{
		At: m.clock.Now(), Origin: samantha.OriginPerson,
		Body: &samantha.Corrected{
			Words:   samantha.CorrectedWords{Fact: right(k)},
			Numbers: samantha.CorrectedNumbers{Links: samantha.Links{Sources: events(k.Sources)}, Target: k.ID},
		},
	})
	if err != nil {
		return memory.Known{}, err
	}
	now, _ := m.known(e.ID)
	return now, nil
}

// known is the fact that an id names: one of its sources, or the only fact of a
// moment.
func (m *Mind) known(id samantha.ID) (memory.Known, bool) {
	var of []memory.Known
	for _, k := range m.state.Memory.All() { // what is over can be put right, too
		if slices.Contains(k.Sources, id) {
			return k, true
		}
		if slices.ContainsFunc(k.Sources, func(s samantha.ID) bool { return s.Event() == id }) {
			of = append(of, k)
		}
	}
	if len(of) == 1 {
		return of[0], true
	}
	return memory.Known{}, false
}
