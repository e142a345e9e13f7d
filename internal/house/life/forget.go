package life

import (
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/ncruces/go-sqlite3"

	"samantha"
)

// Forget destroys the words of the events and of every later event that used
// them, directly or by way of others, and all snapshots. It returns the ids of
// all these events in the order of the log. An id of a part stands for the
// event that holds it. An unknown id is [samantha.ErrNotFound], and nothing is
// forgotten then.
//
// First the tombstone is appended, then the keys are destroyed: a crash between
// the two is finished at the next open, an error at the next use.
func (l *Log) Forget(ctx context.Context, at time.Time, ids ...samantha.ID) ([]samantha.ID, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	gone, err := l.forget(at, ids)
	if err != nil {
		return nil, fmt.Errorf("forget: %w", err)
	}
	return gone, nil
}

func (l *Log) forget(at time.Time, asked []samantha.ID) ([]samantha.ID, error) {
	if len(asked) == 0 {
		return nil, fmt.Errorf("%w: nothing was named", samantha.ErrInvalid)
	}
	if err := l.ready(); err != nil {
		return nil, err
	}
	dying, err := l.db.closure(asked)
	if err != nil {
		return nil, err
	}
	gone := make([]samantha.ID, len(dying))
	for i, d := range dying {
		gone[i] = d.id
	}
	living, err := l.living(dying)
	if err != nil || len(living) == 0 { // all of it was forgotten before
		return gone, err
	}
	body := &samantha.Forgot{Numbers: samantha.ForgotNumbers{Asked: eventsOf(asked), Gone: gone}}
	if _, err := l.write([]samantha.Draft{{At: at, Origin: samantha.OriginHouse, Body: body}}); err != nil {
		return nil, err
	}
	l.forgot = l.last.seq
	if err := l.destroy(l.db, living); err != nil {
		return nil, l.failed(err)
	}
	return gone, nil
}

func eventsOf(ids []samantha.ID) []samantha.ID {
	out := make([]samantha.ID, len(ids))
	for i, id := range ids {
		out[i] = id.Event()
	}
	return out
}

// place is an event by its id, sequence and key pair.
type place struct {
	id  samantha.ID
	seq uint64
	key uint64
}

// closure is the places of the events and of all that used their words, in the
// order of the log.
func (s *store) closure(ids []samantha.ID) ([]place, error) {
	found := map[uint64]place{}
	var open []uint64
	for _, id := range ids {
		seq, err := s.find(id.Event())
		if err != nil {
			return nil, err
		}
		if seq == 0 {
			return nil, fmt.Errorf("%s: %w", id, samantha.ErrNotFound)
		}
		open = append(open, seq)
	}
	for len(open) > 0 {
		seq := open[0]
		open = open[1:]
		if _, ok := found[seq]; ok {
			continue
		}
		p, err := s.place(seq)
		if err != nil {
			return nil, err
		}
		found[seq] = p
		if open, err = s.users(p.id, open); err != nil {
			return nil, err
		}
	}
	return inOrder(found), nil
}

func inOrder(found map[uint64]place) []place {
	out := make([]place, 0, len(found))
	for _, p := range found {
		out = append(out, p)
	}
	slices.SortFunc(out, func(a, b place) int { return int(a.seq) - int(b.seq) })
	return out
}

// place looks up one event. A link to an event that is not there is damage.
func (s *store) place(seq uint64) (p place, err error) {
	err = s.each("SELECT id, key_id FROM event WHERE seq = ?", func(stmt *sqlite3.Stmt) error {
		p = place{id: samantha.ID(stmt.ColumnText(0)), seq: seq, key: uint64(stmt.ColumnInt64(1))}
		return nil
	}, seq)
	if err == nil && p.seq == 0 {
		err = fmt.Errorf("event %d: %w: a link names it and it is missing", seq, samantha.ErrDamaged)
	}
	return p, err
}

// users appends the sequences of the events that used the words of id.
func (s *store) users(id samantha.ID, to []uint64) ([]uint64, error) {
	err := s.each("SELECT src FROM link WHERE dst = ?", func(stmt *sqlite3.Stmt) error {
		to = append(to, uint64(stmt.ColumnInt64(0)))
		return nil
	}, string(id))
	return to, err
}

// living are the word slots of the places that are not destroyed yet.
func (l *Log) living(places []place) ([]uint64, error) {
	var out []uint64
	for _, p := range places {
		keys, err := l.keys.read(p.key, p.key)
		if err != nil {
			return nil, err
		}
		if keys.pair(p.key).words.state != slotGone {
			out = append(out, wordsSlot(p.key))
		}
	}
	return out, nil
}

// destroy puts tombstones over the word slots and over the keys of all
// snapshots, whose states hold the words too, and drops the snapshots.
func (l *Log) destroy(db *store, words []uint64) error {
	snapshots, err := db.snapshotSlots("")
	if err != nil {
		return err
	}
	if err := l.keys.destroy(slices.Concat(snapshots, words)); err != nil {
		return err
	}
	if len(snapshots) == 0 {
		return nil
	}
	return db.change("DELETE FROM snapshot")
}

// finishForgetting destroys what a tombstone names and a crash left alive.
func (l *Log) finishForgetting(db *store) error {
	places, err := l.tombstoned(db)
	if err != nil {
		return fmt.Errorf("finish a forgetting: %w", err)
	}
	living, err := l.living(places)
	if err != nil {
		return fmt.Errorf("finish a forgetting: %w", err)
	}
	old, err := db.number("SELECT count(*) FROM snapshot WHERE seq < ?", l.forgot)
	if err != nil {
		return fmt.Errorf("finish a forgetting: %w", err)
	}
	if len(living) == 0 && old == 0 {
		return nil
	}
	if err := l.destroy(db, living); err != nil {
		return fmt.Errorf("finish a forgetting: %w", err)
	}
	l.note(fmt.Sprintf("a forgetting that was cut short is finished: %d events", len(living)))
	return nil
}

// tombstoned are the places that the tombstones in the log name.
func (l *Log) tombstoned(db *store) ([]place, error) {
	var tombs []row
	err := db.each("SELECT "+rowColumns+" FROM event WHERE kind = 'forgot' ORDER BY seq",
		func(stmt *sqlite3.Stmt) error {
			r, err := scanRow(stmt)
			if err == nil {
				tombs = append(tombs, r)
			}
			return err
		})
	if err != nil {
		return nil, err
	}
	var out []place
	l.forgot = 0
	for _, r := range tombs {
		l.forgot = r.seq
		places, err := l.namedBy(db, &r)
		if err != nil {
			return nil, err
		}
		out = append(out, places...)
	}
	return out, nil
}

func (l *Log) namedBy(db *store, tomb *row) ([]place, error) {
	keys, err := l.keysOf([]row{*tomb})
	if err != nil {
		return nil, err
	}
	e, err := tomb.open(keys.pair(tomb.key), nil)
	if err != nil {
		return nil, err
	}
	var out []place
	for _, id := range e.Body.(*samantha.Forgot).Numbers.Gone {
		seq, err := db.find(id)
		if err != nil {
			return nil, err
		}
		p, err := db.place(seq)
		if err != nil {
			return nil, err
		}
		out = append(out, p)
	}
	return out, nil
}
