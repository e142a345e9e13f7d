package life

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"time"

	"github.com/ncruces/go-sqlite3/vfs"
)

// Options say where a life is kept and what it is given.
type Options struct {
	Dir      string    // one folder per person; made if it is missing on the machine's own disk
	HouseKey [32]byte  // every key of this life is derived from it or wrapped by it
	Disk     vfs.VFS   // under every file of the folder; nil: the machine's own
	Chance   io.Reader // for keys and nonces; nil: the machine's own
}

// Log is one mind's life log. It is a [samantha.Log] and a
// [samantha.Snapshots]; its methods may be called from many goroutines.
type Log struct {
	dir    string
	disk   vfs.VFS
	house  key
	chance io.Reader
	sealer sealer

	mu      sync.Mutex
	db      *store // nil after a failed write, until the next use
	keys    *ring
	head    *head
	last    mark          // the last event that was acknowledged
	lost    loss          // noticed, and not in the record that head keeps
	forgot  uint64        // the newest tombstone, 0 if nothing was forgotten
	changed chan struct{} // closed and made anew when the log grows
	closed  bool
	notes   []string
}

// Open opens the life in the folder and makes what is missing. It repairs a
// damaged copy of the keys from the other one, finishes a forgetting that a
// crash cut short, and notes both. It fails with [samantha.ErrBusy] if another
// process has it open, [samantha.ErrDenied] if another house's key sealed it,
// and [samantha.ErrDamaged] if what is there cannot be a life's files.
func Open(ctx context.Context, o Options) (*Log, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	l := &Log{dir: o.Dir, disk: o.Disk, house: o.HouseKey, chance: o.Chance, changed: make(chan struct{})}
	if err := l.open(); err != nil {
		return nil, fmt.Errorf("open life: %w", errors.Join(err, l.release()))
	}
	return l, nil
}

func (l *Log) open() (err error) {
	if l.chance == nil {
		l.chance = rand.Reader
	}
	if l.sealer, err = newSealer(l.chance); err != nil {
		return err
	}
	if l.disk == nil {
		if l.disk, err = Machine(); err != nil {
			return err
		}
		if err := os.MkdirAll(l.dir, 0o700); err != nil {
			return err
		}
	}
	if l.keys, err = openRing(l.disk, l.dir, l.house, l.chance); err != nil {
		return err
	}
	if l.head, err = openHead(l.disk, l.dir); err != nil {
		return err
	}
	l.last.seq = math.MaxUint64 // whatever is there counts as acknowledged
	if err := l.ready(); err != nil || l.last.seq > 0 {
		return err
	}
	return syncDir(l.disk, filepath.Dir(l.dir)) // a new life: its folder may be new too
}

// ready makes the store usable: at open, and again after a write failed. An
// event that the disk holds although its append failed was never acknowledged;
// it goes before the caller tries again, or it would be there twice.
func (l *Log) ready() error {
	if l.closed {
		return fmt.Errorf("the log is closed: %w", fs.ErrClosed)
	}
	if l.db != nil {
		return nil
	}
	db, err := openStore(l.disk, l.dir, derive(l.house, dbFile))
	if err != nil {
		return err
	}
	if err := l.resume(db); err != nil {
		db.abandon()
		return err
	}
	l.db = db
	return nil
}

// resume takes up the log where the store has its end. What head saw is
// compared before anything is written: a log that lost events may be a copy of
// an earlier day, and the keys of the rest must be there when the rest is.
func (l *Log) resume(db *store) error {
	if err := db.dropAfter(l.last.seq); err != nil {
		return fmt.Errorf("take back what was not acknowledged: %w", err)
	}
	last, err := db.lastMark()
	if err != nil {
		return err
	}
	if err := l.compareHead(db, last); err != nil {
		return err
	}
	if err := l.resumeKeys(db, last); err != nil {
		return err
	}
	if err := db.settle(); err != nil {
		l.note(err.Error()) // a full disk can be read; an append will say so
	}
	if err := l.finishForgetting(db); err != nil {
		return err
	}
	l.last = last
	return nil
}

// resumeKeys mends the keys in use. The next ones are made in place of whatever
// was made ahead, or, if events were lost, after all that was ever made.
func (l *Log) resumeKeys(db *store, last mark) error {
	used, err := db.lastKey(last.seq)
	if err != nil {
		return err
	}
	if err := l.keys.mend(used); err != nil {
		return err
	}
	next := used + 1
	if l.lost.some() {
		end, err := l.keys.end()
		if err != nil {
			return err
		}
		next = max(next, end)
	}
	l.keys.renew(next)
	return nil
}

// Close ends the log and everything that watches it.
func (l *Log) Close() error {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.closed {
		return nil
	}
	l.closed = true
	close(l.changed)
	if err := l.release(); err != nil {
		return fmt.Errorf("close life: %w", err)
	}
	return nil
}

func (l *Log) release() error {
	var errs []error
	if l.db != nil {
		errs = append(errs, l.db.close())
		l.db = nil
	}
	if l.head != nil {
		errs = append(errs, l.head.file.Close())
	}
	if l.keys != nil {
		errs = append(errs, l.keys.close())
	}
	return errors.Join(errs...)
}

// Last is the sequence and the time of the last event, or zeros.
func (l *Log) Last() (seq uint64, at time.Time) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.last.seq == 0 {
		return 0, time.Time{}
	}
	return l.last.seq, fromMicro(l.last.at)
}

// Notes tell, one line each, what was repaired or noticed since the open.
func (l *Log) Notes() []string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return slices.Concat(l.head.notes, l.head.lost.notes(), l.keys.notes, l.notes)
}
