package life

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"strings"

	"github.com/ncruces/go-sqlite3"

	"samantha"
)

// Report is what a verification found.
type Report struct {
	Events    int      `json:"events"`           // in the log
	Forgotten int      `json:"forgotten"`        // of them, without words
	FoldHash  string   `json:"fold_hash"`        // of the fold from zero; empty if there is damage
	Snapshot  bool     `json:"snapshot"`         // a snapshot was compared with the fold
	Damage    []string `json:"damage,omitempty"` // one line each
}

// Verify reads the whole life: the chain, every payload (it opens, or its words
// were forgotten), what is drawn from the events, head, the file itself, and
// whether the fold from zero equals the newest snapshot of its version.
// Snapshots of other versions are thrown away. Damage is in the report, and the
// error then wraps [samantha.ErrDamaged].
func (l *Log) Verify(ctx context.Context, fold samantha.Fold) (Report, error) {
	v := verifier{log: l, state: fold.Zero()}
	steps := []func(context.Context) error{
		v.checkHead, v.checkFile,
		func(context.Context) error { return v.takeSnapshot(fold.Version) },
		v.walk, v.checkLinks, v.finish,
	}
	for _, step := range steps {
		if err := step(ctx); err != nil {
			return v.report, fmt.Errorf("verify: %w", err)
		}
	}
	if n := len(v.report.Damage); n > 0 {
		return v.report, fmt.Errorf("verify: %w: %s", samantha.ErrDamaged, strings.Join(v.report.Damage, "; "))
	}
	return v.report, nil
}

// verifier is one verification under way.
type verifier struct {
	log    *Log
	report Report
	state  samantha.State
	links  uint64 // that the events name

	snapshotAt uint64
	snapshot   []byte
}

const maxDamage = 100 // lines in a report

func (v *verifier) damage(format string, args ...any) {
	if len(v.report.Damage) < maxDamage {
		v.report.Damage = append(v.report.Damage, fmt.Sprintf(format, args...))
	}
}

// use runs f with the store, locked. What SQLite calls corrupt is damage and
// no error.
func (v *verifier) use(f func(*store) error) error {
	v.log.mu.Lock()
	defer v.log.mu.Unlock()
	if err := v.log.ready(); err != nil {
		return err
	}
	err := f(v.log.db)
	if errors.Is(err, samantha.ErrDamaged) {
		v.damage("%v", err)
		return nil
	}
	return err
}

func (v *verifier) checkHead(context.Context) error {
	return v.use(func(db *store) error {
		now, err := v.log.missing(db, v.log.last)
		for _, lost := range []loss{v.log.head.lost, now} {
			if lost.some() {
				v.damage("%s", lost.line)
			}
		}
		return err
	})
}

// checkFile lets SQLite look through the whole file.
func (v *verifier) checkFile(context.Context) error {
	return v.use(func(db *store) error {
		return db.each("PRAGMA integrity_check(20)", func(s *sqlite3.Stmt) error {
			if line := s.ColumnText(0); line != "ok" {
				v.damage("mind.db: %s", line)
			}
			return nil
		})
	})
}

// takeSnapshot fetches the snapshot to compare with, and throws away those of
// other versions.
func (v *verifier) takeSnapshot(version int) error {
	return v.use(func(*store) error {
		seq, state, damage, err := v.log.snapshot(version)
		if err != nil {
			return err
		}
		if damage != "" {
			v.damage("%s", damage)
		}
		if seq > v.log.last.seq {
			v.damage("the snapshot is of event %d and the log ends at %d", seq, v.log.last.seq)
		}
		v.snapshotAt, v.snapshot = seq, state
		return v.log.throwAway("WHERE version <> ?", version)
	})
}

// walk checks event after event. After a damaged one it goes on from there, to
// name the next.
func (v *verifier) walk(ctx context.Context) error {
	_, upTo, err := v.log.bounds(0)
	if err != nil {
		return err
	}
	var at mark
	for at.seq < upTo {
		p := v.log.page(ctx, at, upTo)
		if p.err != nil && !errors.Is(p.err, samantha.ErrDamaged) {
			return p.err
		}
		for i := range p.rows {
			if err := v.event(&p.rows[i], at, p.keys); err != nil {
				return err
			}
			at = p.rows[i].mark()
		}
		if p.err != nil {
			v.damage("nothing can be read after event %d: %v", at.seq, p.err)
			return nil
		}
	}
	return nil
}

func (v *verifier) event(r *row, before mark, keys *span) error {
	v.report.Events++
	if err := r.follows(before); err != nil {
		v.damage("%v", err)
	}
	e, err := r.open(keys.pair(r.key), nil)
	if err != nil {
		v.damage("%v", err)
		return nil
	}
	if e.Forgotten {
		v.report.Forgotten++
	}
	if len(v.report.Damage) == 0 {
		v.state.Apply(e)
	}
	if err := v.compare(e.Seq); err != nil {
		return err
	}
	return v.use(func(db *store) error { return v.drawn(db, e) })
}

// compare holds the fold against the snapshot when it comes by.
func (v *verifier) compare(seq uint64) error {
	if seq != v.snapshotAt || len(v.report.Damage) > 0 {
		return nil
	}
	state, err := v.state.MarshalBinary()
	if err != nil {
		return err
	}
	v.report.Snapshot = true
	if !bytes.Equal(state, v.snapshot) {
		v.damage("the snapshot at event %d is not what the events fold to", seq)
	}
	return nil
}

// drawn checks what was drawn from the event: its id finds it, its links are
// there.
func (v *verifier) drawn(db *store, e samantha.Event) error {
	seq, err := db.find(e.ID)
	if err != nil {
		return err
	}
	if seq != e.Seq {
		v.damage("event %d: its id %s leads to event %d", e.Seq, e.ID, seq)
	}
	seen := map[samantha.ID]bool{}
	for _, from := range e.Body.From() {
		id := from.Event()
		if seen[id] {
			continue
		}
		seen[id] = true
		n, err := db.number("SELECT count(*) FROM link WHERE dst = ? AND src = ?", string(id), e.Seq)
		if err != nil {
			return err
		}
		if v.links++; n != 1 {
			v.damage("event %d: its link to %s is missing", e.Seq, id)
		}
	}
	return nil
}

// checkLinks looks for links that no event names.
func (v *verifier) checkLinks(context.Context) error {
	if len(v.report.Damage) > 0 {
		return nil // events that do not open hide their links
	}
	return v.use(func(db *store) error {
		n, err := db.number("SELECT count(*) FROM link WHERE src <= ?", v.report.Events)
		if err == nil && n != v.links {
			v.damage("there are %d links and the events name %d", n, v.links)
		}
		return err
	})
}

func (v *verifier) finish(context.Context) error {
	if len(v.report.Damage) > 0 {
		return nil
	}
	var err error
	v.report.FoldHash, err = hashState(v.state)
	return err
}

// FoldHash folds the log from zero and returns the SHA-256 of the state, in
// hex: two logs with the same one are the same mind.
func FoldHash(ctx context.Context, log samantha.Log, fold samantha.Fold) (string, error) {
	state := fold.Zero()
	for e, err := range log.Read(ctx, 0) {
		if err != nil {
			return "", fmt.Errorf("fold: %w", err)
		}
		state.Apply(e)
	}
	return hashState(state)
}

func hashState(s samantha.State) (string, error) {
	b, err := s.MarshalBinary()
	if err != nil {
		return "", fmt.Errorf("fold: %w", err)
	}
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:]), nil
}

// FoldHash is [FoldHash] of this log.
func (l *Log) FoldHash(ctx context.Context, fold samantha.Fold) (string, error) {
	return FoldHash(ctx, l, fold)
}
