package inmem

import (
	"context"
	"fmt"
	"slices"
	"time"

	"samantha"
)

// Forget drops the words of the events and of every later event that used them,
// and all snapshots.
func (l *Log) Forget(ctx context.Context, at time.Time, ids ...samantha.ID) ([]samantha.ID, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	if len(ids) == 0 {
		return nil, fmt.Errorf("forget: %w: nothing was named", samantha.ErrInvalid)
	}
	asked := make([]samantha.ID, len(ids))
	for i, id := range ids {
		if _, ok := l.places[id.Event()]; !ok {
			return nil, fmt.Errorf("forget: %s: %w", id, samantha.ErrNotFound)
		}
		asked[i] = id.Event()
	}
	gone := l.closure(asked)
	if !slices.ContainsFunc(gone, func(id samantha.ID) bool { return l.events[l.places[id]].words != nil }) {
		return gone, nil
	}
	body := &samantha.Forgot{Numbers: samantha.ForgotNumbers{Asked: asked, Gone: gone}}
	tomb, err := l.append([]samantha.Draft{{At: at, Origin: samantha.OriginHouse, Body: body}})
	if err != nil {
		return nil, fmt.Errorf("forget: %w", err)
	}
	l.forgot = tomb[0].Seq
	for _, id := range gone {
		l.events[l.places[id]].words = nil
	}
	clear(l.snapshots)
	return gone, nil
}

// closure is the events and all that used their words, in the order of the log.
func (l *Log) closure(open []samantha.ID) []samantha.ID {
	found := map[samantha.ID]bool{}
	var out []samantha.ID
	open = slices.Clone(open)
	for len(open) > 0 {
		id := open[0]
		open = open[1:]
		if found[id] {
			continue
		}
		found[id] = true
		out = append(out, id)
		open = append(open, l.users[id]...)
	}
	slices.SortFunc(out, func(a, b samantha.ID) int { return l.places[a] - l.places[b] })
	return out
}

// Snapshot is the state of the fold version that was put by, or zero and nil.
func (l *Log) Snapshot(ctx context.Context, version int) (seq uint64, state []byte, err error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	s := l.snapshots[version]
	return s.seq, slices.Clone(s.state), ctx.Err()
}

// SnapshotSeq is the event of that state, or zero.
func (l *Log) SnapshotSeq(ctx context.Context, version int) (uint64, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.snapshots[version].seq, ctx.Err()
}

// Keep puts the state after event seq by.
func (l *Log) Keep(ctx context.Context, version int, seq uint64, state []byte) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	switch {
	case seq > uint64(len(l.events)):
		return fmt.Errorf("keep snapshot: %w: the log ends at %d, before %d", samantha.ErrInvalid, len(l.events), seq)
	case seq < l.forgot:
		return fmt.Errorf("keep snapshot: %w: something was forgotten at %d, after %d", samantha.ErrForgotten, l.forgot, seq)
	}
	if seq > l.snapshots[version].seq {
		l.snapshots[version] = snapshot{seq, slices.Clone(state)}
	}
	return nil
}
