package life

import (
	"fmt"
	"math"

	"github.com/ncruces/go-sqlite3"

	"samantha"
)

// rows are the events after seq, at most n, oldest first.
func (s *store) rows(after, upTo uint64, n int) ([]row, error) {
	var out []row
	err := s.each("SELECT "+rowColumns+" FROM event WHERE seq > ? AND seq <= ? ORDER BY seq LIMIT ?",
		func(stmt *sqlite3.Stmt) error {
			r, err := scanRow(stmt)
			if err == nil {
				out = append(out, r)
			}
			return err
		}, after, upTo, n)
	return out, err
}

// row is the event with the sequence, or [samantha.ErrNotFound].
func (s *store) row(seq uint64) (row, error) {
	if seq == 0 {
		return row{}, fmt.Errorf("event 0: %w", samantha.ErrNotFound)
	}
	out, err := s.rows(seq-1, seq, 1)
	switch {
	case err != nil:
		return row{}, err
	case len(out) == 0:
		return row{}, fmt.Errorf("event %d: %w", seq, samantha.ErrNotFound)
	}
	return out[0], nil
}

// insert writes a row and what is drawn from it.
func (s *store) insert(r *row, from []samantha.ID) error {
	err := s.exec("INSERT INTO event("+rowColumns+") VALUES(?,?,?,?,?,?,?,?,?,?)",
		r.seq, r.epoch, string(r.id), r.at, string(r.kind), string(r.origin), r.key,
		r.sealed, r.prev[:], r.hash[:])
	if err != nil {
		return err
	}
	for _, id := range from {
		if err := s.exec("INSERT OR IGNORE INTO link(dst, src) VALUES(?,?)", string(id.Event()), r.seq); err != nil {
			return err
		}
	}
	if r.isStray() {
		return s.exec("INSERT INTO stray(id, seq) VALUES(?,?)", string(r.id), r.seq)
	}
	return nil
}

// isStray reports whether the id tells nothing about the place of its event:
// it is neither made from the sequence nor the answer right after its moment.
func (r *row) isStray() bool {
	return r.id != samantha.NewID(r.seq) && r.id != samantha.NewID(r.seq-1).Said()
}

// find is the sequence of the event with the id, 0 if there is none.
func (s *store) find(id samantha.ID) (uint64, error) {
	seq, ok := id.Moment().Seq()
	if ok && id.IsSaid() {
		seq++
	}
	if ok {
		got, err := s.number("SELECT seq FROM event WHERE seq = ? AND id = ?", seq, string(id))
		if got != 0 || err != nil {
			return got, err
		}
	}
	return s.number("SELECT seq FROM stray WHERE id = ?", string(id))
}

// dropAfter takes away the events after seq.
func (s *store) dropAfter(seq uint64) error {
	if seq > math.MaxInt64 {
		return nil
	}
	n, err := s.number("SELECT count(*) FROM event WHERE seq > ?", seq)
	if n == 0 || err != nil {
		return err
	}
	return s.atomically(func() error {
		for _, sql := range []string{
			"DELETE FROM event WHERE seq > ?",
			"DELETE FROM link WHERE src > ?",
			"DELETE FROM stray WHERE seq > ?",
			"DELETE FROM snapshot WHERE seq > ?",
		} {
			if err := s.exec(sql, seq); err != nil {
				return err
			}
		}
		return nil
	})
}

// lastMark is where the log ends.
func (s *store) lastMark() (mark, error) {
	seq, err := s.number("SELECT max(seq) FROM event")
	if seq == 0 || err != nil {
		return mark{}, err
	}
	r, err := s.row(seq)
	return r.mark(), err
}

// lastKey is the number of the newest key pair in use, by the event that is the
// last or by a snapshot.
func (s *store) lastKey(last uint64) (uint64, error) {
	return s.number(`SELECT max(k) FROM (
		SELECT key_id k FROM event WHERE seq = ? UNION ALL SELECT key_id FROM snapshot)`, last)
}
