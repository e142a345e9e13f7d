package recall

import (
	"fmt"
	"slices"
	"strings"

	"github.com/ncruces/go-sqlite3"
	"github.com/ncruces/go-sqlite3/ext/fts5"

	"samantha/internal/bench/lives"
)

// ftsDepth is how many hits SQLite is asked for.
const ftsDepth = 50

// fullText is SQLite's full-text index with Porter stems: the question's words
// without stop words, any of them, ordered by its bm25.
type fullText struct {
	db   *sqlite3.Conn
	find *sqlite3.Stmt
	stop map[string]bool
}

// openFullText indexes the turns of a life. Close it after use.
func openFullText(l *lives.Life) (*fullText, error) {
	db, err := sqlite3.Open(":memory:")
	if err != nil {
		return nil, err
	}
	f := &fullText{db: db, stop: stopWords()}
	if err = fts5.Register(db); err == nil {
		err = f.fill(l)
	}
	if err != nil {
		_ = db.Close()
		return nil, fmt.Errorf("full text: %w", err)
	}
	return f, nil
}

func (f *fullText) fill(l *lives.Life) error {
	if err := f.db.Exec(`CREATE VIRTUAL TABLE turn USING fts5(text, tokenize="porter unicode61"); BEGIN`); err != nil {
		return err
	}
	insert, _, err := f.db.Prepare(`INSERT INTO turn(rowid, text) VALUES(?, ?)`)
	if err != nil {
		return err
	}
	defer insert.Close()
	for i, t := range l.Turns {
		if err := insert.BindInt(1, i+1); err != nil {
			return err
		}
		if err := insert.BindText(2, t.Speaker+": "+t.Words()); err != nil {
			return err
		}
		if err := insert.Exec(); err != nil {
			return err
		}
	}
	if err := f.db.Exec(`COMMIT`); err != nil {
		return err
	}
	f.find, _, err = f.db.Prepare(fmt.Sprintf(`SELECT rowid FROM turn WHERE turn MATCH ? ORDER BY bm25(turn) LIMIT %d`, ftsDepth))
	return err
}

// rank asks for any of the question's words, each quoted, so that none is read
// as an operator.
func (f *fullText) rank(q *lives.Question) ([]int, error) {
	words := plainWords(q.Text, f.stop)
	slices.Sort(words)
	words = slices.Compact(words)
	if len(words) == 0 {
		return nil, nil
	}
	if err := f.find.BindText(1, `"`+strings.Join(words, `" OR "`)+`"`); err != nil {
		return nil, err
	}
	var hits []int
	for f.find.Step() {
		hits = append(hits, f.find.ColumnInt(0)-1)
	}
	return hits, f.find.Reset()
}

func (f *fullText) close() {
	_ = f.find.Close()
	_ = f.db.Close() // in memory: nothing to lose
}
