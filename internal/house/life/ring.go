package life

import (
	"crypto/cipher"
	"crypto/hmac"
	"errors"
	"fmt"
	"io"

	"github.com/ncruces/go-sqlite3/vfs"

	"samantha"
)

// ring is the key ring: the file keys and its copy. Pair n lies at n*128 in
// both; the place of pair 0 holds the stamp that tells which house wrapped them.
//
// Whatever changes is written and synced in keys first and in keys.copy after,
// so that a crash tears at most one of the two.
type ring struct {
	files  [2]vfs.File // keys, keys.copy
	wrap   cipher.AEAD
	chance io.Reader
	next   uint64 // number of the first free pair
	free   []pair // made and synced ahead, not used yet
	ahead  int    // how many to make when there are none
	notes  []string
}

// How many pairs are made at once: few when something is first appended, which
// is all that a short visit needs, and many from then on.
const (
	firstBatch = 32
	batch      = 512
)

func openRing(disk vfs.VFS, dir string, house key, chance io.Reader) (*ring, error) {
	wrap, err := aead(derive(house, "wrap"))
	if err != nil {
		return nil, err
	}
	k := &ring{wrap: wrap, chance: chance}
	for i, name := range []string{keysFile, copyFile} {
		if k.files[i], err = openPlain(disk, dir, name); err != nil {
			return nil, errors.Join(err, k.close())
		}
	}
	if err := k.stamp(derive(house, "stamp")); err != nil {
		return nil, errors.Join(err, k.close())
	}
	return k, nil
}

func (k *ring) close() error {
	var errs []error
	for _, f := range k.files {
		if f != nil {
			errs = append(errs, f.Close())
		}
	}
	return errors.Join(errs...)
}

// stamp checks that this house's key wraps the ring, or stamps a new one. The
// stamp is a key slot whose key only this house can unwrap.
func (k *ring) stamp(own key) error {
	var found [2]slot
	var blank int
	for i, f := range k.files {
		var b [pairSize]byte
		if err := readUpTo(f, b[:], 0); err != nil {
			return fmt.Errorf("read keys: %w", err)
		}
		found[i] = readSlot(b[:], 0, k.wrap)
		switch {
		case b == [pairSize]byte{}:
			blank++
		case found[i].state == slotDamaged && slotMark(0, b[:]) == slotKey:
			return fmt.Errorf("keys: %w: another house wrapped them", samantha.ErrDenied)
		}
	}
	switch {
	case isStamp(found[0], own) && isStamp(found[1], own):
		return nil
	case isStamp(found[0], own) || isStamp(found[1], own):
		k.notes = append(k.notes, "keys: the stamp was damaged in one copy and is repaired")
	case blank < 2:
		return fmt.Errorf("keys: %w: the stamp is damaged in both copies", samantha.ErrDamaged)
	}
	return k.putStamp(own)
}

func isStamp(s slot, own key) bool {
	return s.state == slotKey && hmac.Equal(s.key[:], own[:])
}

func (k *ring) putStamp(own key) error {
	var b [slotSize]byte
	var chance [nonceSize - 1]byte
	if _, err := io.ReadFull(k.chance, chance[:]); err != nil {
		return fmt.Errorf("chance: %w", err)
	}
	putKey(b[:], 0, own, chance[:], k.wrap)
	return k.writeBoth(b[:], 0)
}

// writeBoth writes the bytes in both files and syncs them, one after the other.
func (k *ring) writeBoth(b []byte, off int64) error {
	for _, f := range k.files {
		if _, err := f.WriteAt(b, off); err != nil {
			return fmt.Errorf("write keys: %w", err)
		}
		if err := f.Sync(vfs.SYNC_FULL); err != nil {
			return fmt.Errorf("sync keys: %w", err)
		}
	}
	return nil
}

// end is the number after the last pair that was ever made.
func (k *ring) end() (uint64, error) {
	var end int64
	for _, f := range k.files {
		size, err := f.Size()
		if err != nil {
			return 0, fmt.Errorf("read keys: %w", err)
		}
		end = max(end, (size+pairSize-1)/pairSize)
	}
	return uint64(end), nil
}

// renew forgets the free pairs and counts on from number next. The pairs that
// stand there are never used: a crash may have come after they sealed something
// that was not acknowledged. New ones overwrite them when they are needed.
func (k *ring) renew(next uint64) { k.next, k.free, k.ahead = next, nil, firstBatch }

// peek is the next n pairs, made now if there are too few. They stay free until
// they are spent.
func (k *ring) peek(n int) ([]pair, error) {
	if missing := n - len(k.free); missing > 0 {
		fresh, err := k.fill(k.next+uint64(len(k.free)), max(missing, k.ahead))
		if err != nil {
			return nil, err
		}
		k.free, k.ahead = append(k.free, fresh...), batch
	}
	return k.free[:n:n], nil
}

// spend takes n pairs out of the free ones.
func (k *ring) spend(n int) { k.next, k.free = k.next+uint64(n), k.free[n:] }

// fill makes n pairs from number first on, whatever stood there.
func (k *ring) fill(first uint64, n int) ([]pair, error) {
	const perPair = 2 * (len(key{}) + nonceSize - 1)
	chance := make([]byte, n*perPair)
	if _, err := io.ReadFull(k.chance, chance); err != nil {
		return nil, fmt.Errorf("chance: %w", err)
	}
	fresh := make([]pair, n)
	b := make([]byte, n*pairSize)
	for i := range fresh {
		fresh[i] = k.makePair(b[i*pairSize:], first+uint64(i), chance[i*perPair:])
	}
	if err := k.writeBoth(b, int64(first)*pairSize); err != nil {
		return nil, err
	}
	return fresh, nil
}

// makePair writes the two slots of a pair made of chance.
func (k *ring) makePair(b []byte, id uint64, chance []byte) pair {
	const size = len(key{})
	p := pair{id: id, words: key(chance[:size]), numbers: key(chance[size : 2*size])}
	nonces := chance[2*size:]
	putKey(b, wordsSlot(id), p.words, nonces[:nonceSize-1], k.wrap)
	putKey(b[slotSize:], numbersSlot(id), p.numbers, nonces[nonceSize-1:], k.wrap)
	return p
}

// read fetches the pairs first to last from keys, and from the copy too if any
// of them is damaged.
func (k *ring) read(first, last uint64) (*span, error) {
	s := &span{first: first, wrap: k.wrap}
	for i, f := range k.files {
		s.raw[i] = make([]byte, (last-first+1)*pairSize)
		if err := readUpTo(f, s.raw[i], int64(first)*pairSize); err != nil {
			return nil, fmt.Errorf("read keys: %w", err)
		}
		if s.whole(i) {
			break
		}
	}
	return s, nil
}

// span is a stretch of wrapped pairs, to be unwrapped when they are needed.
type span struct {
	first uint64
	raw   [2][]byte // the second is nil if the first is whole
	wrap  cipher.AEAD
}

func (s *span) whole(i int) bool {
	for at := 0; at < len(s.raw[i]); at += slotSize {
		n := wordsSlot(s.first) + uint64(at/slotSize)
		if slotMark(n, s.raw[i][at:at+slotSize]) == slotDamaged {
			return false
		}
	}
	return true
}

func (s *span) pair(id uint64) slots {
	return slots{words: s.slot(wordsSlot(id)), numbers: s.slot(numbersSlot(id))}
}

func (s *span) slot(n uint64) slot {
	at := (n - wordsSlot(s.first)) * slotSize
	a := readSlot(s.raw[0][at:at+slotSize], n, s.wrap)
	if a.state != slotDamaged || s.raw[1] == nil {
		return a
	}
	return readSlot(s.raw[1][at:at+slotSize], n, s.wrap)
}

// destroy writes tombstones over the slots, in both files, synced.
func (k *ring) destroy(numbers []uint64) error {
	for _, f := range k.files {
		for _, n := range numbers {
			var b [slotSize]byte
			putGone(b[:], n)
			if _, err := f.WriteAt(b[:], int64(n)*slotSize); err != nil {
				return fmt.Errorf("destroy key: %w", err)
			}
		}
		if err := f.Sync(vfs.SYNC_FULL); err != nil {
			return fmt.Errorf("sync keys: %w", err)
		}
	}
	return nil
}
