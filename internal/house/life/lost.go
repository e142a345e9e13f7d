package life

import (
	"encoding/binary"
	"errors"
	"fmt"

	"github.com/ncruces/go-sqlite3/vfs"

	"samantha"
)

// loss is a stretch of events that head saw and the log does not have. The next
// append writes over what head saw; so the loss is put by before, in a place of
// head of its own, for good. An export made then and imported is a life without
// it.
type loss struct {
	from, to uint64
	line     string // says it; empty if nothing was lost
}

const lossSize = 20 // from 8, to 8, check sum 4

// lossPlace is where head keeps it: a sector after the two marks.
const lossPlace = 2 * sector

func (x loss) some() bool { return x.line != "" }

func (x loss) notes() []string {
	if !x.some() {
		return nil
	}
	return []string{x.line}
}

// kept is the loss as the record tells it.
func kept(from, to uint64) loss {
	line := fmt.Sprintf("head: events %d to %d were lost, and the log went on without them", from, to)
	return loss{from, to, line}
}

// readLoss reads the record. A damaged one still says that something was lost.
func (h *head) readLoss() error {
	var b [lossSize]byte
	if err := readUpTo(h.file, b[:], lossPlace); err != nil {
		return err
	}
	switch {
	case b == [lossSize]byte{}:
	case binary.BigEndian.Uint32(b[16:]) != headSum(b[:16]):
		h.lost = loss{line: "head: events were lost, and the record of which is damaged"}
	default:
		h.lost = kept(binary.BigEndian.Uint64(b[:8]), binary.BigEndian.Uint64(b[8:16]))
	}
	return nil
}

// keepLoss puts a loss by, together with an earlier one, and syncs it.
func (h *head) keepLoss(x loss) error {
	if h.lost.to > 0 {
		x.from, x.to = min(x.from, h.lost.from), max(x.to, h.lost.to)
	}
	var b [lossSize]byte
	binary.BigEndian.PutUint64(b[:8], x.from)
	binary.BigEndian.PutUint64(b[8:16], x.to)
	binary.BigEndian.PutUint32(b[16:], headSum(b[:16]))
	if _, err := h.file.WriteAt(b[:], lossPlace); err != nil {
		return fmt.Errorf("write head: %w", err)
	}
	if err := h.file.Sync(vfs.SYNC_FULL); err != nil {
		return fmt.Errorf("sync head: %w", err)
	}
	h.lost = kept(x.from, x.to)
	return nil
}

// keepLoss lets head remember what was noticed. From then on head goes with the
// log as it is: this write takes one of its two marks, the append the other.
func (l *Log) keepLoss() error {
	if !l.lost.some() {
		return nil
	}
	if err := l.head.keepLoss(l.lost); err != nil {
		return err
	}
	l.lost = loss{}
	return l.head.write(l.last)
}

// compareHead notes what the log lost, and brings up a head that lags behind.
func (l *Log) compareHead(db *store, last mark) error {
	lost, err := l.missing(db, last)
	switch {
	case err != nil:
		return err
	case lost.some() && last.seq == 0:
		return fmt.Errorf("%w: %s", samantha.ErrDamaged, lost.line)
	case lost.some():
		l.note(lost.line)
	case l.head.mark.seq < last.seq:
		if err := l.head.write(last); err != nil {
			l.note(err.Error())
		}
	}
	l.lost = lost
	return nil
}

// missing is how the log that ends at last is not the one that head saw.
func (l *Log) missing(db *store, last mark) (loss, error) {
	saw := l.head.mark
	if saw.seq == 0 {
		return loss{}, nil
	}
	if saw.seq > last.seq {
		line := fmt.Sprintf("the log ends at %d and head says %d: the last events were lost", last.seq, saw.seq)
		return loss{last.seq + 1, saw.seq, line}, nil
	}
	r, err := db.row(saw.seq)
	switch {
	case errors.Is(err, samantha.ErrNotFound):
		return loss{saw.seq, saw.seq, fmt.Sprintf("event %d is missing and head saw it", saw.seq)}, nil
	case err != nil:
		return loss{}, err
	case r.hash != saw.hash:
		return loss{saw.seq, saw.seq, fmt.Sprintf("event %d is not the one that head saw", saw.seq)}, nil
	}
	return loss{}, nil
}
