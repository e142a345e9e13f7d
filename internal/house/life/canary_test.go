package life

import (
	"bytes"
	"context"
	"encoding/binary"
	"fmt"
	"slices"
	"strings"
	"testing"

	"lukechampine.com/adiantum"

	"samantha"
	"samantha/internal/house/life/faultdisk"
	"samantha/internal/house/life/logtest"
)

const canary = "heliotrope"

// TestForgetCanary hides a word in what was heard, in the answer, in a dream of
// that answer and in a snapshot, and searches for it like somebody who has the
// house's key, the folder as it is, and an old copy of every sealed byte. It is
// found in all four places; after the forgetting, in none.
func TestForgetCanary(t *testing.T) {
	ctx := context.Background()
	disk := faultdisk.New(1)
	o := Options{Dir: "/life", HouseKey: [32]byte{9}, Disk: disk}
	l, err := Open(ctx, o)
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	at, first := logtest.Start(), samantha.NewID(1)
	logtest.Append(t, l, logtest.Heard(at, "the "+canary+" is in bloom"))
	logtest.Append(t, l, logtest.Said(at, first, "tell me of the "+canary, first))
	logtest.Append(t, l, logtest.Dreamed(at, "I walked in "+canary, first.Said()), logtest.Heard(at, "a quiet day"))
	for i := range 5 { // replaced snapshots leave pages behind
		logtest.Append(t, l, logtest.Heard(at, fmt.Sprint("day ", i)))
		if err := l.Keep(ctx, 3, l.last.seq, foldState(t, l)); err != nil {
			t.Fatal(err)
		}
	}
	s := &searcher{t: t, house: o.HouseKey, word: canary}
	s.collect(l)
	want := []string{"snapshot 9", "words of event 1", "words of event 2", "words of event 3"}
	if got := s.search(disk); !slices.Equal(got, want) {
		t.Fatalf("found in %q, want %q", got, want)
	}

	if _, err := l.Forget(ctx, at, first); err != nil {
		t.Fatal(err)
	}
	s.collect(l)
	if got := s.search(disk); len(got) > 0 {
		t.Errorf("after the forgetting, found in %q", got)
	}
	if got := s.with("quiet day").search(disk); !slices.Equal(got, []string{"words of event 4"}) {
		t.Errorf("what was not forgotten is found in %q", got)
	}
	if got := s.with(string(first)).search(disk); !slices.ContainsFunc(got, func(place string) bool {
		return strings.HasSuffix(place, ", decrypted")
	}) {
		t.Errorf("ids are in clear inside the encrypted file, and the search finds them in %q only", got)
	}
	if _, err := l.Verify(ctx, logtest.Fold()); err != nil {
		t.Error(err)
	}
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	if got := s.search(disk); len(got) > 0 {
		t.Errorf("after the close, found in %q", got)
	}
}

// searcher looks for a word wherever it could be.
type searcher struct {
	t     *testing.T
	house key
	word  string
	blobs []blob
}

// blob is a sealed text, as anybody may have copied it at any time.
type blob struct {
	name           string
	sealed, header []byte
}

func (s *searcher) with(word string) *searcher {
	other := *s
	other.word = word
	return &other
}

// collect copies every sealed text of the log.
func (s *searcher) collect(l *Log) {
	rows, err := l.db.rows(0, l.last.seq, 1000)
	if err != nil {
		s.t.Fatal(err)
	}
	for _, r := range rows {
		words, numbers, err := r.halves()
		if err != nil {
			s.t.Fatal(err)
		}
		s.blobs = append(s.blobs,
			blob{fmt.Sprint("words of event ", r.seq), words, r.header("words")},
			blob{fmt.Sprint("numbers of event ", r.seq), numbers, r.header("numbers")})
	}
	stmt, _, err := l.db.conn.Prepare("SELECT version, seq, key_id, sealed FROM snapshot")
	if err != nil {
		s.t.Fatal(err)
	}
	defer stmt.Close()
	for stmt.Step() {
		seq := uint64(stmt.ColumnInt64(1))
		header := snapshotHeader(stmt.ColumnInt(0), seq, uint64(stmt.ColumnInt64(2)))
		s.blobs = append(s.blobs, blob{fmt.Sprint("snapshot ", seq), stmt.ColumnBlob(3, nil), header})
	}
}

// search names the places where the word is found, sorted.
func (s *searcher) search(d *faultdisk.Disk) []string {
	var found []string
	for _, name := range d.Files() {
		raw := d.Bytes(name)
		if strings.Contains(string(raw), s.word) {
			found = append(found, name)
		}
		if strings.Contains(name, "mind.db") && strings.Contains(s.decrypted(raw), s.word) {
			found = append(found, name+", decrypted")
		}
	}
	for _, name := range []string{"/life/keys", "/life/keys.copy"} {
		for _, k := range s.keys(d.Bytes(name)) {
			found = append(found, s.opened(k)...)
		}
	}
	slices.Sort(found)
	return slices.Compact(found)
}

// decrypted is a file of SQLite's in clear, used pages and free ones.
func (s *searcher) decrypted(raw []byte) string {
	k := derive(s.house, dbFile)
	cipher := adiantum.New(k[:])
	var tweak [8]byte
	for at := 0; at+4096 <= len(raw); at += 4096 {
		binary.LittleEndian.PutUint64(tweak[:], uint64(at))
		cipher.Decrypt(raw[at:at+4096], tweak[:])
	}
	return string(raw)
}

// keys are all keys that can still be unwrapped.
func (s *searcher) keys(raw []byte) (out []key) {
	wrap, err := aead(derive(s.house, "wrap"))
	if err != nil {
		s.t.Fatal(err)
	}
	for n := range uint64(len(raw) / slotSize) {
		if slot := readSlot(raw[n*slotSize:(n+1)*slotSize], n, wrap); slot.state == slotKey {
			out = append(out, slot.key)
		}
	}
	return out
}

// opened names the sealed texts that the key opens and that hold the word.
func (s *searcher) opened(k key) (found []string) {
	for _, b := range s.blobs {
		if plain, err := unseal(k, b.sealed, b.header, nil); err == nil && bytes.Contains(plain, []byte(s.word)) {
			found = append(found, b.name)
		}
	}
	return found
}
