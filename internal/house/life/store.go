package life

import (
	"encoding/hex"
	"errors"
	"fmt"
	"net/url"
	"path/filepath"

	"github.com/ncruces/go-sqlite3"
	"github.com/ncruces/go-sqlite3/vfs"
	"github.com/ncruces/go-sqlite3/vfs/adiantum"

	"samantha"
)

// schema is the whole of mind.db. What is not in event or snapshot is drawn
// from the events and says nothing new:
//
//   - link: src used the words of the event with the id dst.
//   - stray: ids that cannot be computed from a sequence.
//   - forgotten: the few events that are tombstones, for the open.
const schema = `
CREATE TABLE IF NOT EXISTS event(
	seq INTEGER PRIMARY KEY, epoch INTEGER NOT NULL, id TEXT NOT NULL, at INTEGER NOT NULL,
	kind TEXT NOT NULL, origin TEXT NOT NULL, key_id INTEGER NOT NULL,
	sealed BLOB NOT NULL, prev_hash BLOB NOT NULL, hash BLOB NOT NULL) STRICT;
CREATE INDEX IF NOT EXISTS forgotten ON event(seq) WHERE kind = 'forgot';
CREATE TABLE IF NOT EXISTS link(
	dst TEXT NOT NULL, src INTEGER NOT NULL, PRIMARY KEY(dst, src)) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS stray(
	id TEXT PRIMARY KEY, seq INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS snapshot(
	seq INTEGER NOT NULL, version INTEGER PRIMARY KEY, key_id INTEGER NOT NULL,
	sealed BLOB NOT NULL) STRICT;
`

// store is the one connection to mind.db.
type store struct {
	conn    *sqlite3.Conn
	name    string // the encrypting vfs is registered under it
	stmts   map[string]*sqlite3.Stmt
	settled bool // the write-ahead log of an earlier life is in mind.db
}

// openStore opens mind.db under the key, alone: SQLite then needs no shared
// memory beside its write-ahead log.
func openStore(disk vfs.VFS, dir string, k key) (*store, error) {
	s := &store{stmts: map[string]*sqlite3.Stmt{}}
	s.name = fmt.Sprintf("samantha-%p", s) // one of its kind while s is reachable
	vfs.Register(s.name, adiantum.Wrap(blocks{disk}, nil))
	conn, err := sqlite3.Open(s.uri(dir))
	if err != nil {
		vfs.Unregister(s.name)
		return nil, fmt.Errorf("open %s: %w", dbFile, storeError(err))
	}
	s.conn = conn
	setup := fmt.Sprintf(`
		PRAGMA hexkey='%s';
		PRAGMA locking_mode=EXCLUSIVE;
		PRAGMA journal_mode=WAL;
		PRAGMA synchronous=FULL;
		PRAGMA secure_delete=ON;
		PRAGMA temp_store=MEMORY;`, hex.EncodeToString(k[:])) + schema
	if err := conn.Exec(setup); err != nil {
		s.abandon()
		return nil, fmt.Errorf("open %s: %w", dbFile, storeError(err))
	}
	return s, nil
}

// settle moves what an earlier connection left in the write-ahead log into
// mind.db and empties the log. New frames would otherwise be written into the
// block that holds the end of the last good one, and a torn write there would
// take it along: SQLite pads against that, but the padding itself may not have
// survived.
func (s *store) settle() error {
	if s.settled {
		return nil
	}
	if _, _, err := s.conn.WALCheckpoint("main", sqlite3.CHECKPOINT_TRUNCATE); err != nil {
		return fmt.Errorf("settle %s: %w", dbFile, storeError(err))
	}
	s.settled = true
	return nil
}

// uri names mind.db for SQLite: under our vfs, with the file mode of keys.
func (s *store) uri(dir string) string {
	path := filepath.ToSlash(filepath.Join(dir, dbFile))
	if filepath.VolumeName(dir) != "" {
		path = "/" + path
	}
	u := url.URL{Scheme: "file", OmitHost: true, Path: path}
	u.RawQuery = url.Values{"vfs": {s.name}, "modeof": {filepath.Join(dir, keysFile)}}.Encode()
	return u.String()
}

func (s *store) close() error {
	for _, stmt := range s.stmts {
		stmt.Close() // tells the error of its last use again
	}
	err := s.conn.Close()
	vfs.Unregister(s.name)
	return err
}

// abandon closes after a write that failed. The write-ahead log is left for the
// next open to read from its start: what this connection remembers of it may no
// longer be what the disk holds, and must not be copied into mind.db.
func (s *store) abandon() {
	s.conn.Config(sqlite3.DBCONFIG_NO_CKPT_ON_CLOSE, true)
	s.close() // the failure before says more than this one
}

// storeError gives SQLite's words for a file that is not what was written the
// name they have in this house.
func storeError(err error) error {
	switch {
	case err == nil:
		return nil
	case errors.Is(err, sqlite3.CORRUPT), errors.Is(err, sqlite3.NOTADB):
		return fmt.Errorf("%w: %w", samantha.ErrDamaged, err)
	case errors.Is(err, sqlite3.BUSY):
		return fmt.Errorf("%w: %w", samantha.ErrBusy, err)
	}
	return err
}

// each runs a statement and calls scan for every row. Statements are prepared
// once.
func (s *store) each(sql string, scan func(*sqlite3.Stmt) error, args ...any) error {
	stmt, err := s.prepare(sql)
	if err != nil {
		return storeError(err)
	}
	defer stmt.Reset()
	if err := bind(stmt, args); err != nil {
		return err
	}
	for stmt.Step() {
		if scan == nil {
			continue
		}
		if err := scan(stmt); err != nil {
			return err
		}
	}
	return storeError(stmt.Err())
}

func (s *store) prepare(sql string) (*sqlite3.Stmt, error) {
	if stmt, ok := s.stmts[sql]; ok {
		return stmt, nil
	}
	stmt, _, err := s.conn.PrepareFlags(sql, sqlite3.PREPARE_PERSISTENT)
	if err != nil {
		return nil, err
	}
	s.stmts[sql] = stmt
	return stmt, nil
}

func bind(stmt *sqlite3.Stmt, args []any) error {
	for i, arg := range args {
		var err error
		switch v := arg.(type) {
		case int:
			err = stmt.BindInt(i+1, v)
		case int64:
			err = stmt.BindInt64(i+1, v)
		case uint64:
			err = stmt.BindInt64(i+1, int64(v))
		case string:
			err = stmt.BindText(i+1, v)
		case []byte:
			err = stmt.BindBlob(i+1, v)
		default:
			err = fmt.Errorf("cannot bind %T", arg)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// exec runs a statement that yields nothing, as part of a transaction.
func (s *store) exec(sql string, args ...any) error { return s.each(sql, nil, args...) }

// change runs one statement as a transaction of its own.
func (s *store) change(sql string, args ...any) error {
	return s.atomically(func() error { return s.exec(sql, args...) })
}

// number is the one number a statement yields, 0 for none.
func (s *store) number(sql string, args ...any) (n uint64, err error) {
	err = s.each(sql, func(stmt *sqlite3.Stmt) error {
		n = uint64(stmt.ColumnInt64(0))
		return nil
	}, args...)
	return n, err
}

// atomically runs f in one transaction: durable when it returns nil, undone
// otherwise unless the disk fails even at that.
func (s *store) atomically(f func() error) error {
	if err := s.settle(); err != nil {
		return err
	}
	if err := s.conn.Exec("BEGIN IMMEDIATE"); err != nil {
		return storeError(err)
	}
	err := f()
	if err == nil {
		if err = s.conn.Exec("COMMIT"); err == nil {
			return nil
		}
		err = storeError(err)
	}
	if !s.conn.GetAutocommit() {
		err = errors.Join(err, s.conn.Exec("ROLLBACK"))
	}
	return err
}
