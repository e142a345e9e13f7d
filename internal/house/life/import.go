package life

import (
	"bufio"
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"hash"
	"io"
	"io/fs"
	"path/filepath"

	"samantha"
)

// Import makes a life from an export, under the key of this house, and returns
// how many events it has. Every event is checked as if it were read. The folder
// must hold no event yet ([samantha.ErrInvalid]). All of it arrives or nothing:
// a stream that is cut short or changed is [samantha.ErrDamaged], and what was
// made for it is taken away again.
func Import(ctx context.Context, o Options, r io.Reader) (int, error) {
	l, err := Open(ctx, o)
	if err != nil {
		return 0, fmt.Errorf("import: %w", err)
	}
	defer l.Close()
	if seq, _ := l.Last(); seq > 0 {
		return 0, fmt.Errorf("import: %w: there is a life of %d events", samantha.ErrInvalid, seq)
	}
	n, err := l.importAll(ctx, r)
	if err != nil {
		return 0, fmt.Errorf("import: %w", errors.Join(err, l.Close(), l.remove()))
	}
	if err := l.Close(); err != nil {
		return 0, fmt.Errorf("import: %w", err)
	}
	return n, nil
}

// importAll reads the stream into one transaction, committed after its end was
// seen. A crash before that leaves a life without events.
func (l *Log) importAll(ctx context.Context, r io.Reader) (n int, err error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	in := &importer{log: l, in: bufio.NewReaderSize(r, 1<<16), sum: sha256.New(), first: 1}
	err = l.db.atomically(func() error {
		if err := in.header(); err != nil {
			return err
		}
		for more := true; more; {
			if err := ctx.Err(); err != nil {
				return err
			}
			if more, err = in.next(); err != nil {
				return err
			}
		}
		return in.flushKeys()
	})
	if err != nil {
		return 0, err
	}
	return int(in.at.seq), l.head.write(in.at)
}

// remove takes the files of a life away.
func (l *Log) remove() error {
	var errs []error
	for _, name := range []string{dbFile, walFile, keysFile, copyFile, headFile} {
		ok, err := exists(l.disk, l.dir, name)
		if ok {
			err = l.disk.Delete(filepath.Join(l.dir, name), true)
		}
		if !errors.Is(err, fs.ErrNotExist) {
			errs = append(errs, err)
		}
	}
	return errors.Join(errs...)
}

// importer is one import under way.
type importer struct {
	log *Log
	in  *bufio.Reader
	sum hash.Hash
	at  mark

	first uint64 // pair number of the first key that waits to be written
	keys  []byte // wrapped pairs that wait
}

var errCut = fmt.Errorf("%w: the stream is cut short", samantha.ErrDamaged)

// read is the next line; its bytes count for the sum after it was looked at.
func (x *importer) read() (l line, raw []byte, err error) {
	raw, err = x.in.ReadBytes('\n')
	if errors.Is(err, io.EOF) {
		return l, nil, errCut
	}
	if err != nil {
		return l, nil, err
	}
	dec := json.NewDecoder(bytes.NewReader(raw))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&l); err != nil {
		return l, nil, fmt.Errorf("%w: after event %d: %w", samantha.ErrDamaged, x.at.seq, err)
	}
	return l, raw, nil
}

func (x *importer) header() error {
	l, raw, err := x.read()
	switch {
	case err != nil:
		return err
	case l.Header == nil || l.Header.Samantha != "life":
		return fmt.Errorf("%w: this is no exported life", samantha.ErrInvalid)
	case l.Header.Format != exportFormat:
		return fmt.Errorf("%w: format %d is not known here, only %d", samantha.ErrInvalid, l.Header.Format, exportFormat)
	}
	x.sum.Write(raw)
	return nil
}

// next takes one line in, and reports whether more must follow.
func (x *importer) next() (more bool, err error) {
	l, raw, err := x.read()
	switch {
	case err != nil:
		return false, err
	case l.Event != nil:
		x.sum.Write(raw)
		return true, x.event(l.Event)
	case l.End != nil:
		return false, x.end(l.End)
	}
	return false, fmt.Errorf("%w: an unknown line after event %d", samantha.ErrDamaged, x.at.seq)
}

func (x *importer) end(e *exportEnd) error {
	if e.Events != x.at.seq || e.SHA256 != hex.EncodeToString(x.sum.Sum(nil)) {
		return fmt.Errorf("%w: the stream is not what was written", samantha.ErrDamaged)
	}
	if _, err := x.in.ReadByte(); !errors.Is(err, io.EOF) {
		return fmt.Errorf("%w: something follows its end", samantha.ErrDamaged)
	}
	return nil
}

// event checks one event and writes it with its keys.
func (x *importer) event(e *exportEvent) error {
	r, s, err := e.row()
	if err != nil {
		return err
	}
	if err := r.follows(x.at); err != nil {
		return err
	}
	event, err := r.open(s, nil)
	if err != nil {
		return err
	}
	if err := x.log.db.insert(&r, event.Body.From()); err != nil {
		return err
	}
	x.at = r.mark()
	return x.key(r.key, s)
}

// maxGap is how many pairs may lie between two events: snapshots had them.
const maxGap = 1 << 20

// key wraps the pair for this house, and puts tombstones in the gap before it;
// pairs are written a batch at a time.
func (x *importer) key(id uint64, s slots) error {
	next := x.first + uint64(len(x.keys)/pairSize)
	if id < next || id-next > maxGap {
		return fmt.Errorf("event %d: %w: its key cannot be number %d", x.at.seq, samantha.ErrDamaged, id)
	}
	gone := slots{words: slot{state: slotGone}, numbers: slot{state: slotGone}}
	for ; next < id; next++ {
		if err := x.addKey(next, gone); err != nil {
			return err
		}
	}
	return x.addKey(id, s)
}

func (x *importer) addKey(id uint64, s slots) error {
	b, err := x.log.keys.wrapPair(id, s)
	if err != nil {
		return err
	}
	if x.keys = append(x.keys, b...); len(x.keys) < batch*pairSize {
		return nil
	}
	return x.flushKeys()
}

func (x *importer) flushKeys() error {
	if len(x.keys) == 0 {
		return nil
	}
	err := x.log.keys.writeBoth(x.keys, int64(x.first)*pairSize)
	x.first += uint64(len(x.keys) / pairSize)
	x.keys = x.keys[:0]
	return err
}

// wrapPair is a pair that is there already, as it lies in the file.
func (k *ring) wrapPair(id uint64, s slots) ([]byte, error) {
	const size = nonceSize - 1
	chance := make([]byte, 2*size)
	if _, err := io.ReadFull(k.chance, chance); err != nil {
		return nil, fmt.Errorf("chance: %w", err)
	}
	b := make([]byte, pairSize)
	k.wrapSlot(b, wordsSlot(id), s.words, chance[:size])
	k.wrapSlot(b[slotSize:], numbersSlot(id), s.numbers, chance[size:])
	return b, nil
}

func (k *ring) wrapSlot(b []byte, n uint64, s slot, chance []byte) {
	if s.state == slotKey {
		putKey(b, n, s.key, chance, k.wrap)
		return
	}
	putGone(b, n)
}
