package mind

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"samantha"
	"samantha/internal/mind/memory"
	"samantha/internal/mind/self"
	"samantha/internal/mind/wording"
)

// What a model is given to put together, once a night, and how long she keeps one from
// coming up (judgement).
const (
	musingNew    = 3  // of the newest things they told
	musingOld    = 3  // and of older ones
	musingWords  = 16 // of each at the most
	musingRests  = 5 * 24 * time.Hour
	musingStales = 30 * 24 * time.Hour
)

// thoughtPortion are a few light things they told, new ones and older ones, for two of
// them to be put together.
func (m *Mind) thoughtPortion(ctx context.Context) (p samantha.Portion, ok bool) {
	p = samantha.Portion{Task: samantha.TaskThoughts, Of: samantha.NewID(m.state.Nights.Seq)}
	if slices.Contains(m.state.Considered.Words, p.Of) {
		return p, false
	}
	scenes := slices.DeleteFunc(slices.Clone(m.state.Memory.Scenes), func(c memory.Scene) bool { return c.Sounds() <= -plainlyFelt })
	newest := samantha.Newest(scenes, musingNew)
	older := scenes[:len(scenes)-len(newest)]
	for i := range min(musingOld, len(older)) {
		at := self.Drawn(chance(m.state.Seed, m.state.Nights.Seq), fmt.Sprintf("musing %d", i)) % uint64(len(older))
		p.Told = m.addMusable(ctx, p.Told, older[at])
	}
	for _, c := range newest {
		p.Told = m.addMusable(ctx, p.Told, c)
	}
	return p, len(p.Told) > 1
}

// addMusable adds the memory of a scene, if a model may read it and it is short and no
// sorrow.
func (m *Mind) addMusable(ctx context.Context, told []samantha.Memory, c memory.Scene) []samantha.Memory {
	x, err := m.readable(ctx, c.ID)
	again := slices.ContainsFunc(told, func(o samantha.Memory) bool { return o.ID == c.ID })
	if err != nil || again || !m.shareable(x) || m.state.Memory.OfTheDead(x.Text) || len(strings.Fields(x.Text)) > musingWords {
		return told
	}
	return append(told, x)
}

// mused is a sentence in which a model put two things together that they told, or why it
// may not be hers.
func (m *Mind) mused(ctx context.Context, p samantha.Portion, model string, t samantha.ProposedThought) (samantha.Body, error) {
	refuse := func(why string) (samantha.Body, error) {
		return nil, fmt.Errorf("%q: %s: %w", t.Text, why, samantha.ErrInvalid)
	}
	if model == "" || len(t.Memories) != 2 || t.Memories[0] == t.Memories[1] || !p.Gives(t.Memories[0]) || !p.Gives(t.Memories[1]) {
		return refuse("it is not of two memories that were given")
	}
	var texts []string
	for _, id := range t.Memories {
		told, err := m.readable(ctx, id)
		if err != nil {
			return nil, err
		}
		texts = append(texts, told.Text)
	}
	before := func(o Thought) bool {
		return !slices.ContainsFunc(t.Memories, func(id samantha.ID) bool { return !slices.Contains(o.Sources, id) })
	}
	if slices.ContainsFunc(m.state.Nights.Musings, before) {
		return refuse("she put these together before")
	}
	if err := m.rooms.wording.Joined(texts[0], texts[1], t.Text); err != nil {
		return nil, err
	}
	if err := m.passes([]string{t.Text}, texts); err != nil {
		return nil, err
	}
	return &samantha.Thought{
		Words: samantha.ThoughtWords{Text: strings.TrimRight(t.Text, ". ")},
		Numbers: samantha.ThoughtNumbers{
			Links: samantha.Links{Sources: t.Memories}, About: samantha.ThoughtMusing, Model: model, Version: wording.Version,
		},
	}, nil
}

// putTogether is a sentence of hers about two things of theirs, once, while it is new.
func (s *situation) putTogether() (samantha.Move, bool) {
	n := &s.state.Nights
	musing := func(o Offered) bool {
		return s.now.Sub(o.At) < musingRests && slices.ContainsFunc(n.Musings, func(t Thought) bool { return t.ID == o.ID })
	}
	if slices.ContainsFunc(n.Offered, musing) {
		return samantha.Move{}, false
	}
	for _, t := range slices.Backward(n.Musings) {
		if n.wasOffered(t.ID) || s.now.Sub(t.At) > musingStales || s.state.Memory.OfTheDead(t.Text) || !s.mayBringUp(t.Text, t.ID) {
			continue
		}
		m := samantha.Move{Act: samantha.DoMuses, Slots: slots("offers", string(t.ID))}
		s.recall(&m, "thought", t.ID)
		m.From = append(m.From, t.Sources...)
		return m, true
	}
	return samantha.Move{}, false
}
