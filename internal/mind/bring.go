package mind

import (
	"context"
	"fmt"
	"time"

	"samantha"
)

// Piece is something written before she was there, and whose words it is:
// [samantha.OriginFile] or [samantha.OriginModel].
type Piece struct {
	samantha.Brought
	By samantha.Origin
}

// Taken is what became of pieces that were brought.
type Taken struct {
	New       int // hers now
	Forgotten int // the person asked her to forget them once; they stay forgotten
}

// Bring takes in the pieces that she does not have yet. All of them are durable
// then, or none. Off the record it fails: nothing is kept there.
func (m *Mind) Bring(ctx context.Context, pieces []Piece) (t Taken, err error) {
	if err := m.takeWhole(ctx); err != nil {
		return t, err
	}
	defer m.give()
	if m.offRecord() {
		return t, fmt.Errorf("off the record nothing is kept; samantha resume lets her remember again: %w", samantha.ErrInvalid)
	}
	if err := m.saveUnsaved(ctx); err != nil {
		return t, err
	}
	now, seen := m.clock.Now(), map[string]bool{}
	var drafts []samantha.Draft
	for _, p := range pieces {
		id, known := m.index.Marked(p.Numbers.Mark)
		if known {
			if _, held := m.index.Get(id); !held {
				t.Forgotten++
			}
		} else if !seen[p.Numbers.Mark] {
			seen[p.Numbers.Mark] = true
			drafts = append(drafts, samantha.Draft{At: now, Origin: p.By, Body: &p.Brought})
		}
	}
	if len(drafts) == 0 {
		return t, nil
	}
	events, err := m.log.Append(ctx, drafts...)
	for _, e := range events {
		m.fold(e)
	}
	t.New = len(events)
	return t, err
}

// TakeBack forgets the pieces with these marks, and everything made of their
// words. It returns how many there were to forget.
func (m *Mind) TakeBack(ctx context.Context, marks []string) (int, error) {
	if err := m.takeWhole(ctx); err != nil {
		return 0, err
	}
	defer m.give()
	var ids []samantha.ID
	for _, mark := range marks {
		if id, ok := m.index.Marked(mark); ok {
			if _, held := m.index.Get(id); held {
				ids = append(ids, id)
			}
		}
	}
	if len(ids) == 0 {
		return 0, nil
	}
	_, err := m.forget(ctx, ids)
	return len(ids), err
}

// whileLoading is how often she looks whether her older memories are at hand.
const whileLoading = 50 * time.Millisecond

// takeWhole takes the turn once every memory is at hand.
func (m *Mind) takeWhole(ctx context.Context) error {
	for {
		if err := m.take(ctx); err != nil {
			return err
		}
		if !m.partial {
			return nil
		}
		m.give()
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-m.clock.After(whileLoading):
		}
	}
}
