package life

import (
	"bufio"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"hash"
	"io"
	"slices"

	"samantha"
)

// An export is lines of JSON: a header with the format's version, one line for
// each event with its sealed bytes and its keys in clear, and an end with the
// count and the SHA-256 of all lines before it. A destroyed key is absent, and
// stays so. Whoever writes the stream anywhere encrypts it first.

const exportFormat = 1

type exportHeader struct {
	Samantha string `json:"samantha"` // "life"
	Format   int    `json:"format"`
	Made     string `json:"made,omitempty"` // which of it software made
}

// madeBy marks what is hers in a life that leaves the house.
const madeBy = "events of origin \"herself\" were made by software (samantha)"

type exportEvent struct {
	Seq     uint64 `json:"seq"`
	Epoch   uint64 `json:"epoch,omitempty"`
	ID      string `json:"id"`
	At      int64  `json:"at"` // microseconds since 1970, UTC
	Kind    string `json:"kind"`
	Origin  string `json:"origin"`
	KeyID   uint64 `json:"key_id"`
	Sealed  []byte `json:"sealed"`
	Prev    []byte `json:"prev_hash"`
	Hash    []byte `json:"hash"`
	Words   []byte `json:"words_key,omitempty"`
	Numbers []byte `json:"numbers_key"`
}

type exportEnd struct {
	Events uint64 `json:"events"`
	SHA256 string `json:"sha256"`
}

// line is one line of an export: exactly one of the three is set.
type line struct {
	Header *exportHeader `json:"header,omitempty"`
	Event  *exportEvent  `json:"event,omitempty"`
	End    *exportEnd    `json:"end,omitempty"`
}

// Export writes the whole life to w, with its keys in clear: it opens without
// this house. It fails with [samantha.ErrDamaged] rather than write an event
// that is not as it was written.
func (l *Log) Export(ctx context.Context, w io.Writer) error {
	if err := l.export(ctx, w); err != nil {
		return fmt.Errorf("export: %w", err)
	}
	return nil
}

func (l *Log) export(ctx context.Context, w io.Writer) error {
	from, upTo, err := l.bounds(0)
	if err != nil {
		return err
	}
	buffered := bufio.NewWriter(w)
	out := &exporter{w: buffered, sum: sha256.New()}
	if err := out.line(line{Header: &exportHeader{"life", exportFormat, madeBy}}); err != nil {
		return err
	}
	for from.seq < upTo {
		p := l.page(ctx, from, upTo)
		if p.open(); p.err != nil { // nothing damaged leaves the house
			return p.err
		}
		if err := out.page(p); err != nil {
			return err
		}
		from = p.end()
	}
	end := &exportEnd{Events: upTo, SHA256: hex.EncodeToString(out.sum.Sum(nil))}
	if err := out.line(line{End: end}); err != nil {
		return err
	}
	return buffered.Flush()
}

type exporter struct {
	w   io.Writer
	sum hash.Hash
}

func (x *exporter) page(p *page) error {
	for i := range p.rows {
		r := &p.rows[i]
		if err := x.line(line{Event: exportRow(r, p.keys.pair(r.key))}); err != nil {
			return err
		}
	}
	return nil
}

func (x *exporter) line(l line) error {
	b, err := json.Marshal(l)
	if err != nil {
		return err
	}
	b = append(b, '\n')
	x.sum.Write(b)
	_, err = x.w.Write(b)
	return err
}

func exportRow(r *row, s slots) *exportEvent {
	e := &exportEvent{
		Seq: r.seq, Epoch: r.epoch, ID: string(r.id), At: r.at, Kind: string(r.kind), Origin: string(r.origin),
		KeyID: r.key, Sealed: r.sealed, Prev: r.prev[:], Hash: r.hash[:], Numbers: s.numbers.key[:],
	}
	if s.words.state == slotKey {
		e.Words = slices.Clone(s.words.key[:])
	}
	return e
}

// row is the row and its keys as they were exported.
func (e *exportEvent) row() (row, slots, error) {
	bad := len(e.Prev) != sha256.Size || len(e.Hash) != sha256.Size || e.KeyID == 0 ||
		len(e.Numbers) != len(key{}) || len(e.Words) != 0 && len(e.Words) != len(key{})
	if bad {
		return row{}, slots{}, fmt.Errorf("event %d: %w: a key or a hash has the wrong length", e.Seq, samantha.ErrDamaged)
	}
	r := row{
		seq: e.Seq, epoch: e.Epoch, id: samantha.ID(e.ID), at: e.At, kind: samantha.Kind(e.Kind),
		origin: samantha.Origin(e.Origin), key: e.KeyID, sealed: e.Sealed,
		prev: [sha256.Size]byte(e.Prev), hash: [sha256.Size]byte(e.Hash),
	}
	s := slots{words: slot{state: slotGone}, numbers: slot{slotKey, key(e.Numbers)}}
	if len(e.Words) > 0 {
		s.words = slot{slotKey, key(e.Words)}
	}
	return r, s, nil
}
