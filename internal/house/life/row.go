package life

import (
	"crypto/sha256"
	"fmt"
	"time"

	"github.com/ncruces/go-sqlite3"

	"samantha"
)

// row is one event as it lies in the table. Apart from sealed and hash its
// columns are the header, which is in clear inside the encrypted file.
type row struct {
	seq, epoch uint64
	id         samantha.ID
	at         int64 // microseconds since 1970, UTC
	kind       samantha.Kind
	origin     samantha.Origin
	key        uint64 // number of the key pair
	sealed     []byte
	prev, hash [sha256.Size]byte
}

const rowColumns = "seq, epoch, id, at, kind, origin, key_id, sealed, prev_hash, hash"

func scanRow(s *sqlite3.Stmt) (row, error) {
	r := row{
		seq: uint64(s.ColumnInt64(0)), epoch: uint64(s.ColumnInt64(1)),
		id: samantha.ID(s.ColumnText(2)), at: s.ColumnInt64(3),
		kind: samantha.Kind(s.ColumnText(4)), origin: samantha.Origin(s.ColumnText(5)),
		key: uint64(s.ColumnInt64(6)), sealed: s.ColumnBlob(7, nil),
	}
	prev, hash := s.ColumnRawBlob(8), s.ColumnRawBlob(9)
	if len(prev) != sha256.Size || len(hash) != sha256.Size {
		return r, fmt.Errorf("event %d: %w: its hashes have the wrong length", r.seq, samantha.ErrDamaged)
	}
	r.prev, r.hash = [sha256.Size]byte(prev), [sha256.Size]byte(hash)
	return r, nil
}

// header is what both halves are bound to, with the name of the half.
func (r *row) header(half string) []byte {
	to := make([]byte, 0, 192)
	to = r.fields(field(to, half))
	return field(to, r.prev[:])
}

func (r *row) fields(to []byte) []byte {
	to = number(to, r.seq)
	to = number(to, r.epoch)
	to = field(to, string(r.id))
	to = number(to, uint64(r.at))
	to = field(to, string(r.kind))
	to = field(to, string(r.origin))
	return number(to, r.key)
}

// sum is the hash the row should have: SHA-256 over its length-prefixed
// columns, with SHA-256(sealed) for the sealed bytes.
func (r *row) sum() [sha256.Size]byte {
	inner := sha256.Sum256(r.sealed)
	to := r.fields(make([]byte, 0, 256))
	to = field(to, inner[:])
	to = field(to, r.prev[:])
	return sha256.Sum256(to)
}

// follows checks that the row is the one after the mark, and unchanged.
func (r *row) follows(m mark) error {
	switch {
	case r.seq != m.seq+1:
		return fmt.Errorf("event %d: %w: the log has event %d there", m.seq+1, samantha.ErrDamaged, r.seq)
	case r.prev != m.hash:
		return fmt.Errorf("event %d: %w: it does not follow event %d", r.seq, samantha.ErrDamaged, m.seq)
	case r.sum() != r.hash:
		return fmt.Errorf("event %d: %w: its hash does not fit", r.seq, samantha.ErrDamaged)
	}
	return nil
}

// mark is a place in the chain: the event there, its hash, its time.
type mark struct {
	seq  uint64
	hash [sha256.Size]byte
	at   int64
}

func (r *row) mark() mark { return mark{r.seq, r.hash, r.at} }

func toMicro(t time.Time) int64   { return t.UnixMicro() }
func fromMicro(m int64) time.Time { return time.UnixMicro(m).UTC() }
