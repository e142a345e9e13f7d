package life

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"

	"github.com/ncruces/go-sqlite3/vfs"
)

// head remembers where the log ended. It is written after each append and not
// synced, in two places by turns, a sector apart. It can lag behind the log; a
// log that ends before it has lost something, which a third place remembers.
type head struct {
	file  vfs.File
	turn  int64 // the place to write next: 0 or 1
	notes []string
	mark  mark // the newest that was read or written
	lost  loss // what the third place remembers
}

const headSize = 44 // sequence 8, hash 32, check sum 4

func openHead(disk vfs.VFS, dir string) (*head, error) {
	f, err := openPlain(disk, dir, headFile)
	if err != nil {
		return nil, err
	}
	h := &head{file: f}
	if err := errors.Join(h.read(0), h.read(1), h.readLoss()); err != nil {
		f.Close()
		return nil, fmt.Errorf("read head: %w", err)
	}
	return h, nil
}

func (h *head) read(turn int64) error {
	var b [headSize]byte
	if err := readUpTo(h.file, b[:], turn*sector); err != nil {
		return err
	}
	m, ok := parseHead(b)
	switch {
	case ok && m.seq >= h.mark.seq:
		h.mark, h.turn = m, 1-turn
	case !ok && b != [headSize]byte{}:
		h.notes = append(h.notes, "head: one of its two places is damaged")
	}
	return nil
}

func parseHead(b [headSize]byte) (m mark, ok bool) {
	m.seq = binary.BigEndian.Uint64(b[:8])
	copy(m.hash[:], b[8:40])
	return m, binary.BigEndian.Uint32(b[40:]) == headSum(b[:40])
}

func headSum(b []byte) uint32 {
	return crc32.Checksum(b, crc32.MakeTable(crc32.Castagnoli))
}

// write notes the mark in the older place.
func (h *head) write(m mark) error {
	var b [headSize]byte
	binary.BigEndian.PutUint64(b[:8], m.seq)
	copy(b[8:40], m.hash[:])
	binary.BigEndian.PutUint32(b[40:], headSum(b[:40]))
	if _, err := h.file.WriteAt(b[:], h.turn*sector); err != nil {
		return fmt.Errorf("write head: %w", err)
	}
	h.turn, h.mark = 1-h.turn, m
	return nil
}
