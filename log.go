package samantha

import (
	"context"
	"iter"
	"time"
)

// Log is one mind's life: append-only, sealed, in order. It is the seam for
// scale: one machine keeps it in a file, a cluster would keep it on many, and
// the same tests run on both.
type Log interface {
	// Append writes the drafts as one: all of them durable, or none. It gives
	// them their sequence and id. On an error nothing was acknowledged.
	Append(ctx context.Context, drafts ...Draft) ([]Event, error)
	// Read yields the events after seq, oldest first. An event whose words
	// were forgotten comes with Forgotten set and its words empty. Anything
	// that is not as it was written ends the reading with [ErrDamaged].
	Read(ctx context.Context, after uint64) iter.Seq2[Event, error]
	// Find is one event by its id, or [ErrNotFound].
	Find(ctx context.Context, id ID) (Event, error)
	// Watch yields every event appended after seq until ctx ends.
	Watch(ctx context.Context, after uint64) iter.Seq2[Event, error]
	// Forget destroys the words of the events and of every later event in
	// their from-closure, and returns all of them. Numbers stay.
	Forget(ctx context.Context, at time.Time, ids ...ID) ([]ID, error)
}

// Snapshots is what a log may offer besides: a fold put by, so that opening
// does not start from zero. It may be thrown away at any time.
type Snapshots interface {
	// Snapshot is the newest one of this fold version, or zero and nil.
	Snapshot(ctx context.Context, version int) (seq uint64, state []byte, err error)
	// SnapshotSeq is the sequence of that one alone, or zero.
	SnapshotSeq(ctx context.Context, version int) (uint64, error)
	// Keep puts a snapshot by.
	Keep(ctx context.Context, version int, seq uint64, state []byte) error
}

// State is a view that events are folded into. Apply must be pure: the same
// events give the same state on every machine.
type State interface {
	Apply(Event)
	// MarshalBinary gives the same bytes for the same state.
	MarshalBinary() ([]byte, error)
}

// Fold names a way of folding: its version, raised when the same events would
// give another state, and its empty state.
type Fold struct {
	Version int
	Zero    func() State
}
