package mind

import (
	"context"
	"fmt"

	"samantha"
)

// taken is one thing that a model took from a memory: which part of an event it is to be,
// and what is to be kept of it, or why nothing is.
type taken struct {
	from  samantha.ID
	part  string // "" for all of it
	check func(told samantha.Memory) (samantha.ProposedWords, error)
}

// takes keeps what follows of all that a model took from the memories it was given.
func (m *Mind) takes(ctx context.Context, p samantha.Portion, made samantha.Proposals, n *samantha.ConsideredNumbers) error {
	for _, t := range m.takenOf(ctx, p.Task, made, n) {
		told, refused := m.readable(ctx, t.from)
		var words samantha.ProposedWords
		if refused == nil && p.Gives(t.from) {
			words, refused = t.check(told)
		}
		if refused != nil || !p.Gives(t.from) {
			n.Refused++
			continue
		}
		id, err := m.keepProposed(ctx, n.Model, told, words)
		if err != nil {
			return err
		}
		if t.part != "" {
			id = id.Part(t.part, 1)
		}
		n.Kept = append(n.Kept, id)
	}
	return ctx.Err()
}

// takenOf are those proposals that were asked for.
func (m *Mind) takenOf(ctx context.Context, task samantha.Task, made samantha.Proposals, n *samantha.ConsideredNumbers) (all []taken) {
	type words = samantha.ProposedWords
	switch task {
	case samantha.TaskFacts:
		for _, f := range made.Facts {
			all = append(all, taken{f.Memory, "fact", func(told samantha.Memory) (words, error) {
				return m.follows(Proposal{Model: n.Model, Memory: f.Memory, Fact: f.Fact}, told)
			}})
		}
	case samantha.TaskThreads:
		for _, t := range made.Threads {
			all = append(all, taken{t.Memory, "thread", func(told samantha.Memory) (words, error) {
				return m.leaves(t.Thread, told, m.state.Considered.Opened+len(n.Kept))
			}})
		}
	case samantha.TaskReadings:
		for _, r := range made.Readings {
			all = append(all, taken{r.Memory, "", func(told samantha.Memory) (words, error) { return m.seems(ctx, r, told) }})
		}
	}
	return all
}

// leaves is what a memory leaves open as a model takes it, with the form and the time that
// its words have, or why it does not; opened is how many came of this night already.
func (m *Mind) leaves(t samantha.Thread, told samantha.Memory, opened int) (words samantha.ProposedWords, err error) {
	refuse := func(format string, args ...any) (samantha.ProposedWords, error) {
		return words, fmt.Errorf(format+": %w", append(args, samantha.ErrInvalid)...)
	}
	now := m.clock.Now()
	told.At = told.At.In(m.state.here())
	hear := func(text string) samantha.Hearing { return m.rooms.ear.Hear(text, earNow(told.At)) }
	t, err = m.rooms.lore.Leaves(t, told, hear)
	switch {
	case err != nil:
		return words, err
	case opened >= threadsANight:
		return refuse("enough was found open in this night")
	case now.Sub(told.At) > leavesOpenFor || t.Until != nil && !t.Until.After(now):
		return refuse("its time is over")
	case m.state.Memory.Unmentioned(t.About) || m.state.Memory.OfTheDead(t.About):
		return words, errLeftAlone(told.ID)
	}
	if err := m.state.Memory.Leaves(m.rooms.lore, t, told.ID); err != nil {
		return words, err
	}
	if later, ok := m.spokenOfSince(t, told); ok {
		return refuse("it was spoken of since, in %s", later)
	}
	return samantha.ProposedWords{Threads: []samantha.Thread{t}}, nil
}

// mostSince is how many tellings are looked through for what became of something.
const mostSince = 60

// spokenOfSince is a later telling that speaks of what a memory left open: what became of
// it stands there, and is not for a model to say.
func (m *Mind) spokenOfSince(t samantha.Thread, told samantha.Memory) (samantha.ID, bool) {
	for _, later := range m.index.Newest(mostSince) {
		if ownWords(later.By) && later.At.After(told.At) && later.ID != told.ID && m.rooms.lore.Says(later.Text, t) {
			return later.ID, true
		}
	}
	return "", false
}

// seems is what a telling felt like as a model takes it, or why that is not to stand: she
// read it herself, the words say otherwise, or the person did.
func (m *Mind) seems(ctx context.Context, r samantha.ProposedReading, told samantha.Memory) (words samantha.ProposedWords, err error) {
	refuse := func(why string) (samantha.ProposedWords, error) {
		return words, fmt.Errorf("%s: %s: %w", told.ID, why, samantha.ErrInvalid)
	}
	e, err := m.find(ctx, told.ID)
	if err != nil {
		return words, err
	}
	heard, ok := e.Body.(*samantha.Heard)
	if !ok || burdens(heard) {
		return refuse("no reading of it is wanted")
	}
	if _, again := m.state.Memory.Guessed(told.ID); again {
		return refuse("a model read it before")
	}
	if next, ok := m.index.Next(told.ID); ok && m.saidOtherwise(ctx, next.ID, told.ID) {
		return refuse("they said themselves what it was")
	}
	guess, err := m.rooms.heart.Guess(r, told.Text, heard.Numbers.Reading)
	if err != nil {
		return words, err
	}
	if m.rooms.heart.Adapt(guess, m.state.Heart).Emotion == samantha.Unsure {
		return refuse("they often said that it was not that")
	}
	return samantha.ProposedWords{Reading: &guess}, nil
}

// saidOtherwise: a moment put right how another was read.
func (m *Mind) saidOtherwise(ctx context.Context, by, moment samantha.ID) bool {
	e, err := m.find(ctx, by)
	heard, ok := e.Body.(*samantha.Heard)
	return err == nil && ok && heard.Numbers.Misread != nil && heard.Numbers.Misread.Of == moment
}
