package mind

import (
	"context"
	"fmt"
	"slices"
	"time"

	"samantha"
	"samantha/internal/mind/memory"
)

// What a day has room for, and when something comes to mind again (judgement).
const (
	thoughtsADay  = 3
	thoughtRests  = 2 * time.Hour      // between two thoughts
	thoughtReturn = 3 * 24 * time.Hour // of the same
	comingNear    = 36 * time.Hour     // a day ahead comes to mind so long before it
	openSettles   = 3 * time.Hour      // what was told has to sink in first
	openLongest   = 30 * 24 * time.Hour
	strongStill   = 0.3 // what is left of a feeling that comes to mind
)

// HourPassed is what an hour brought, for whoever asks; without an id, nothing.
type HourPassed struct {
	ID    samantha.ID          `json:"id,omitempty"`
	At    time.Time            `json:"at"`
	About samantha.ThoughtKind `json:"about,omitempty"`
	Of    samantha.ID          `json:"of,omitempty"`
	Words string               `json:"words,omitempty"`
	Why   string               `json:"why,omitempty"` // why nothing came: "quiet hours"
}

// Hour has an hour pass now: a gate, cheap and the same each time, decides whether
// anything deserves a thought. Most hours end with nothing, and write nothing.
func (m *Mind) Hour(ctx context.Context) (HourPassed, error) {
	if err := m.take(ctx); err != nil {
		return HourPassed{}, err
	}
	defer m.give()
	return m.passHour(ctx)
}

func (m *Mind) passHour(ctx context.Context) (HourPassed, error) {
	now := m.clock.Now().In(m.state.here())
	p := HourPassed{At: now}
	if p.Why = m.gate(now); p.Why != "" {
		return p, nil
	}
	thought, ok := m.thought(now)
	if !ok {
		p.Why = "nothing called for a thought"
		return p, nil
	}
	e, err := m.append(ctx, samantha.Draft{At: now, Origin: samantha.OriginHerself, Body: thought})
	if err != nil {
		return p, fmt.Errorf("a thought: %w", err)
	}
	p.ID, p.About, p.Of = e.ID, thought.Numbers.About, thought.Numbers.Of
	p.Words, _ = m.state.Memory.Words(p.Of)
	return p, nil
}

// gate is why no thought passes now; "" lets one pass. It looks at nothing that
// grows with a life.
func (m *Mind) gate(now time.Time) string {
	_, over := m.over()
	switch {
	case m.state.Moments == 0:
		return "nothing was said yet"
	case !over:
		return "you are here"
	case !m.mayBeAlone():
		return "nothing is to be kept now"
	case m.state.quietHours().hold(now):
		return "quiet hours"
	case m.worried():
		return "there was worry for a life, and nothing else beside it"
	}
	today := 0
	for _, t := range m.state.Nights.Thoughts {
		if t.At.In(now.Location()).Format(dateForm) == now.Format(dateForm) {
			today++
		}
		if now.Sub(t.At) < thoughtRests {
			return "a thought has just passed"
		}
	}
	if today >= thoughtsADay {
		return "enough for a day"
	}
	return ""
}

// worried: she was worried for a life in the last few moments, or is until they say
// that it is over.
func (m *Mind) worried() bool {
	return m.state.inDanger(m.clock.Now()) > 0 || slices.ContainsFunc(m.state.Levels, func(level int) bool { return level > 0 })
}

// thought is what comes to mind, the weightiest first: a day that is near, what is
// open, a feeling that is strong still.
func (m *Mind) thought(now time.Time) (*samantha.Thought, bool) {
	s := m.situation(samantha.Utterance{})
	threads := m.state.Memory.OpenLately()
	for _, kind := range []samantha.ThoughtKind{samantha.ThoughtComing, samantha.ThoughtOpen} {
		for _, t := range threads {
			if comesToMind(kind, t, now) && !m.state.Nights.thoughtOf(kind, t.ID, now) && s.mayComeBack(t) {
				return m.thinks(now, samantha.ThoughtNumbers{
					Links: samantha.Links{Sources: []samantha.ID{t.Told()}},
					About: kind, Of: t.ID, Offer: kind == samantha.ThoughtComing,
				}), true
			}
		}
	}
	for _, k := range m.state.Heart.Now(now) {
		if k.Intensity >= strongStill && !m.state.Nights.thoughtOf(samantha.ThoughtFeeling, k.ID, now) {
			return m.thinks(now, samantha.ThoughtNumbers{About: samantha.ThoughtFeeling, Of: k.ID}), true
		}
	}
	return nil, false
}

// thinks is a thought with what is left of her feelings in the moment it is of.
func (m *Mind) thinks(now time.Time, n samantha.ThoughtNumbers) *samantha.Thought {
	for _, k := range m.state.Heart.Now(now) {
		if k.ID.Event() == n.Of.Event() {
			n.Emotion, n.Felt = k.Emotion, k.ID
			break
		}
	}
	n.Version = nightVersion
	return &samantha.Thought{Numbers: n}
}

// comesToMind: a thread is such that she may think of it in an hour like this.
func comesToMind(kind samantha.ThoughtKind, t memory.Thread, now time.Time) bool {
	if t.Whose == memory.Herself || t.Thing == "" {
		return false
	}
	if kind == samantha.ThoughtComing {
		return t.Due != nil && t.Due.After(now) && t.Due.Sub(now) <= comingNear
	}
	open := t.Kind == samantha.ThreadWorry || t.Kind == samantha.ThreadQuestion || t.Kind == samantha.ThreadHope
	return open && now.Sub(t.At) >= openSettles && now.Sub(t.At) <= openLongest
}

// thoughtOf: it came to mind already: what is open lately, a near day or a feeling
// ever.
func (n *Nights) thoughtOf(kind samantha.ThoughtKind, id samantha.ID, now time.Time) bool {
	return slices.ContainsFunc(n.Thoughts, func(t Thought) bool {
		if kind == samantha.ThoughtOpen {
			return t.Of == id && now.Sub(t.At) < thoughtReturn
		}
		return t.Of == id && t.About == kind
	})
}

// Thoughts are those of the last weeks, oldest first, and behind them those that have words.
func (m *Mind) Thoughts(ctx context.Context) ([]Thought, error) {
	if err := m.take(ctx); err != nil {
		return nil, err
	}
	defer m.give()
	return slices.Concat([]Thought{}, m.state.Nights.Thoughts, m.state.Nights.Musings), nil
}
