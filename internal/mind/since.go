package mind

import (
	"context"
	"time"

	"samantha"
	"samantha/internal/mind/feeling"
	"samantha/internal/mind/memory"
)

// body is what she noticed of the machine she runs on since the moment before:
// in memory only, until the next moment writes it down as [samantha.Since].
type body struct {
	version string
	last    time.Time // of the last event before she woke; zero if she was just born
	woke    time.Time
	cut     bool      // she woke with an answer unfinished
	alive   time.Time // the last sign of life while running
	lid     [2]time.Time
	slow    time.Duration
}

const (
	// leastGap is the shortest stretch without her that is worth a word.
	leastGap = 10 * time.Minute
	// slowest is how long she may be at an answer before she calls it slow.
	slowest = 3 * time.Second
)

// breathe notes that she is running, at most a rest after she last was: a longer
// silence was the machine's.
func (b *body) breathe(now time.Time, rest time.Duration) {
	if !b.alive.IsZero() && now.Sub(b.alive) > rest+leastGap {
		b.lid = [2]time.Time{b.alive, now}
	}
	b.alive = now
}

// since is what befell her since the moment before, or nothing worth a word.
func (m *Mind) since() samantha.Since {
	b, s := m.body, samantha.Since{Cut: m.body.cut}
	switch {
	case !b.last.IsZero() && b.woke.Sub(b.last) >= leastGap:
		s.From, s.To = b.last, b.woke
	case !b.lid[0].IsZero():
		s.From, s.To, s.Lid = b.lid[0], b.lid[1], true
	}
	if b.slow >= slowest {
		s.Slow = samantha.Round(b.slow.Seconds())
	}
	if m.state.Version != "" && b.version != "" && b.version != m.state.Version {
		s.Version = b.version
	}
	if name := m.speaker.Name(); m.state.Speaker != "" && name != m.state.Speaker {
		s.Speaker = name
	}
	if now, before := m.state.Lent.Model, m.state.LentBefore; now != before {
		s.Model = now
		if now == "" {
			s.Gone = before
		}
	}
	s.Restored = m.state.Arrived
	return s
}

// told: what befell her is written down, and begins anew.
func (b *body) told(took time.Duration) {
	b.last, b.cut, b.lid, b.slow = time.Time{}, false, [2]time.Time{}, took
}

// Arrived notes that her life was put here from a copy.
func (m *Mind) Arrived(ctx context.Context) error {
	if err := m.take(ctx); err != nil {
		return err
	}
	defer m.give()
	_, err := m.append(ctx, samantha.Draft{At: m.clock.Now(), Origin: samantha.OriginHouse, Body: &samantha.Arrived{}})
	return err
}

// Lend notes which language model she can ask from now on, unless it is as it was.
func (m *Mind) Lend(ctx context.Context, now samantha.LentNumbers) error {
	if err := m.take(ctx); err != nil {
		return err
	}
	defer m.give()
	if was := m.state.Lent; now == was || now.Model == "" && was.Model == "" {
		return nil
	}
	_, err := m.append(ctx, samantha.Draft{At: m.clock.Now(), Origin: samantha.OriginHouse, Body: &samantha.Lent{Numbers: now}})
	return err
}

// Lent is the language model that she could ask last, by the record.
func (m *Mind) Lent(ctx context.Context) (samantha.LentNumbers, error) {
	if err := m.take(ctx); err != nil {
		return samantha.LentNumbers{}, err
	}
	defer m.give()
	return m.state.Lent, nil
}

// Gap is a stretch of which she has nothing.
type Gap struct {
	ID samantha.ID `json:"id"` // of the moment that noticed it
	samantha.Since
}

// mostGaps is how many of them she has at hand.
const mostGaps = 12

// befell folds what a moment noticed of the machine.
func (s *State) befell(e samantha.Event, since samantha.Since) {
	if since.Version != "" {
		s.Version = since.Version
	}
	if since.Restored {
		s.Arrived = false
	}
	s.LentBefore = s.Lent.Model
	if since != (samantha.Since{}) {
		s.Gaps = samantha.Newest(append(s.Gaps, Gap{e.ID, since}), mostGaps)
	}
}

// matters are the threads that were opened or ended with this utterance, as they
// are appraised.
func (s *situation) matters() []feeling.Matter {
	var all []feeling.Matter
	for i, t := range s.opened {
		if t.Whose != memory.Herself {
			all = append(all, feeling.Matter{ID: s.id.Part("thread", i+1), Kind: t.Kind, How: feeling.Opened})
		}
	}
	for _, c := range s.closed {
		if t, ok := s.state.Memory.Thread(c.Thread); ok && c.How != samantha.EndChanged && t.Whose != memory.Herself {
			all = append(all, feeling.Matter{ID: t.ID, Kind: t.Kind, How: s.ending(c)})
		}
	}
	for _, id := range s.askedAfter() { // they answer what she had promised to ask
		if t, ok := s.state.Memory.Thread(id); ok && promise(t) && len(t.Came) == 1 {
			all = append(all, feeling.Matter{ID: t.ID, Kind: t.Kind, How: feeling.InTime})
		}
	}
	return all
}

// plainly is the valence from which on a report says by its tone how it went.
const plainly = 0.15

// ending is how a matter ended, by what was said of it.
func (s *situation) ending(c samantha.Closing) feeling.Ending {
	v := s.reading.Valence
	switch {
	case s.heard.Has("tell.loss"), s.heard.Has("tell.hard"), v <= -plainly, c.How == samantha.EndDropped && v < plainly:
		return feeling.Badly
	case s.heard.Has("tell.good"), v >= plainly:
		return feeling.Well
	}
	return feeling.Over
}

// answered is what her answer before was for.
func (s *situation) answered() string {
	if x, ok := s.last(); ok && !s.opens() {
		return x.Act
	}
	return ""
}

// others are the people spoken of, each as the somebody they are.
func (s *situation) others() []samantha.ID {
	var ids []samantha.ID
	for i, p := range s.heard.People {
		id := p.Like
		for _, words := range []string{p.Name, p.Relation, p.As} {
			if id != "" || words == "" {
				continue
			}
			if found := s.state.Memory.WhoIs(words); len(found) > 0 {
				id = found[0].ID
			}
		}
		if id == "" {
			id = s.id.Part("person", i+1)
		}
		ids = append(ids, id)
	}
	return ids
}
