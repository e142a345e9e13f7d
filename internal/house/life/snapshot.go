package life

import (
	"context"
	"fmt"
	"io"

	"github.com/ncruces/go-sqlite3"

	"samantha"
)

// A snapshot is one sealed blob for each fold version, under the words key of a
// pair of its own.

// snapshotHeader is what a snapshot is bound to.
func snapshotHeader(version int, seq, key uint64) []byte {
	to := field(nil, "snapshot")
	to = number(to, uint64(version))
	to = number(to, seq)
	return number(to, key)
}

// Snapshot is the newest state of the fold version that was put by, or zero and
// nil: never kept, thrown away, or not as it was written.
func (l *Log) Snapshot(ctx context.Context, version int) (seq uint64, state []byte, err error) {
	if err := ctx.Err(); err != nil {
		return 0, nil, err
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	seq, state, damage, err := l.snapshot(version)
	if err != nil {
		return 0, nil, fmt.Errorf("snapshot: %w", err)
	}
	if damage != "" {
		l.note(damage)
	}
	return seq, state, nil
}

// SnapshotSeq is the event of the newest snapshot of the fold version, or zero.
// It looks at its place only: [Log.Snapshot] tells whether it opens.
func (l *Log) SnapshotSeq(ctx context.Context, version int) (uint64, error) {
	if err := ctx.Err(); err != nil {
		return 0, err
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	if err := l.ready(); err != nil {
		return 0, fmt.Errorf("snapshot: %w", err)
	}
	seq, err := l.db.number("SELECT seq FROM snapshot WHERE version = ?", version)
	if err != nil {
		return 0, fmt.Errorf("snapshot: %w", err)
	}
	return seq, nil
}

// snapshot opens the one of the version. One that does not open is told as
// damage: nothing is lost with it but time.
func (l *Log) snapshot(version int) (seq uint64, state []byte, damage string, err error) {
	if err := l.ready(); err != nil {
		return 0, nil, "", err
	}
	var pair uint64
	var sealed []byte
	err = l.db.each("SELECT seq, key_id, sealed FROM snapshot WHERE version = ?", func(stmt *sqlite3.Stmt) error {
		seq, pair = uint64(stmt.ColumnInt64(0)), uint64(stmt.ColumnInt64(1))
		sealed = stmt.ColumnBlob(2, nil)
		return nil
	}, version)
	if err != nil || pair == 0 {
		return 0, nil, "", err
	}
	keys, err := l.keys.read(pair, pair)
	if err != nil {
		return 0, nil, "", err
	}
	slot := keys.pair(pair).words
	if slot.state == slotGone {
		return 0, nil, "", nil
	}
	state, err = unseal(slot.key, sealed, snapshotHeader(version, seq, pair), nil)
	if err != nil || slot.state != slotKey {
		return 0, nil, fmt.Sprintf("the snapshot at event %d does not open", seq), nil
	}
	return seq, state, "", nil
}

// Keep puts the state after event seq by, in place of an older one of the same
// version. A state from before the last forgetting is refused with
// [samantha.ErrForgotten]: it may hold the words.
func (l *Log) Keep(ctx context.Context, version int, seq uint64, state []byte) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	if err := l.keep(version, seq, state); err != nil {
		return fmt.Errorf("keep snapshot: %w", err)
	}
	return nil
}

func (l *Log) keep(version int, seq uint64, state []byte) error {
	if err := l.ready(); err != nil {
		return err
	}
	switch {
	case seq > l.last.seq:
		return fmt.Errorf("%w: the log ends at %d, before %d", samantha.ErrInvalid, l.last.seq, seq)
	case seq < l.forgot:
		return fmt.Errorf("%w: something was forgotten at %d, after %d", samantha.ErrForgotten, l.forgot, seq)
	}
	newer, err := l.db.number("SELECT count(*) FROM snapshot WHERE version = ? AND seq >= ?", version, seq)
	if err != nil || newer > 0 {
		return err
	}
	// The old one's key goes first: no key of a state that was replaced is
	// left behind by a crash.
	if err := l.throwAway("WHERE version = ?", version); err != nil {
		return err
	}
	return l.putSnapshot(version, seq, state)
}

func (l *Log) putSnapshot(version int, seq uint64, state []byte) error {
	pairs, err := l.keys.peek(1)
	if err != nil {
		return fmt.Errorf("%w: %w", samantha.ErrUnsaved, err)
	}
	var nonce [nonceSize]byte
	if _, err := io.ReadFull(l.chance, nonce[:]); err != nil {
		return fmt.Errorf("chance: %w", err)
	}
	id := pairs[0].id
	sealed, err := seal(pairs[0].words, nonce[:], state, snapshotHeader(version, seq, id))
	if err != nil {
		return err
	}
	if err := l.db.change("INSERT INTO snapshot(seq, version, key_id, sealed) VALUES(?,?,?,?)", seq, version, id, sealed); err != nil {
		return l.failed(err)
	}
	l.keys.spend(1)
	return nil
}

// throwAway destroys the keys of the snapshots that the condition picks, and
// drops them.
func (l *Log) throwAway(where string, args ...any) error {
	slots, err := l.db.snapshotSlots(where, args...)
	if err != nil || len(slots) == 0 {
		return err
	}
	if err := l.keys.destroy(slots); err != nil {
		return err
	}
	if err := l.db.change("DELETE FROM snapshot "+where, args...); err != nil {
		return l.failed(err)
	}
	return nil
}

// snapshotSlots are the key slots of the snapshots that the condition picks.
func (s *store) snapshotSlots(where string, args ...any) (out []uint64, err error) {
	err = s.each("SELECT key_id FROM snapshot "+where, func(stmt *sqlite3.Stmt) error {
		out = append(out, wordsSlot(uint64(stmt.ColumnInt64(0))))
		return nil
	}, args...)
	return out, err
}
