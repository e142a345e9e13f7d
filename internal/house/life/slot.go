package life

import (
	"bytes"
	"crypto/cipher"
	"encoding/binary"
	"hash/crc32"
)

// A slot is 64 bytes of the file keys:
//
//	 0  mark: 1 a key, 2 destroyed
//	 1  11 bytes by chance; with the mark they are the nonce
//	12  the key, wrapped by the house (sealed, bound to the slot's number)
//	60  check sum: CRC-32C over the slot's number and the 60 bytes before
//
// A destroyed slot has zeros for chance and key, and a check sum of its own:
// it is never taken for a damaged one, nor the other way about.
const (
	slotSize = 64
	slotBody = slotSize - 4
	pairSize = 2 * slotSize
)

type slotState byte

const (
	slotDamaged slotState = iota
	slotKey
	slotGone
)

func (s slotState) String() string {
	switch s {
	case slotKey:
		return "there"
	case slotGone:
		return "destroyed"
	}
	return "damaged"
}

// slot is what one holds; key is set if the state is slotKey.
type slot struct {
	state slotState
	key   key
}

// slots are the two of a pair.
type slots struct{ words, numbers slot }

// pair is a pair number with its two fresh keys.
type pair struct {
	id             uint64
	words, numbers key
}

func wordsSlot(pair uint64) uint64   { return 2 * pair }
func numbersSlot(pair uint64) uint64 { return 2*pair + 1 }

func slotSum(n uint64, b []byte) uint32 {
	table := crc32.MakeTable(crc32.Castagnoli)
	sum := crc32.Checksum(binary.BigEndian.AppendUint64(nil, n), table)
	return crc32.Update(sum, table, b[:slotBody])
}

// slotMark tells the state of the slot by its mark and check sum alone.
func slotMark(n uint64, b []byte) slotState {
	if binary.BigEndian.Uint32(b[slotBody:]) != slotSum(n, b) {
		return slotDamaged
	}
	switch state := slotState(b[0]); {
	case state == slotKey:
		return slotKey
	case state == slotGone && bytes.Count(b[1:slotBody], []byte{0}) == slotBody-1:
		return slotGone
	}
	return slotDamaged
}

// putKey writes a wrapped key; chance is 11 fresh bytes.
func putKey(b []byte, n uint64, k key, chance []byte, wrap cipher.AEAD) {
	b[0] = byte(slotKey)
	copy(b[1:nonceSize], chance)
	wrap.Seal(b[nonceSize:nonceSize], b[:nonceSize], k[:], binary.BigEndian.AppendUint64(nil, n))
	binary.BigEndian.PutUint32(b[slotBody:], slotSum(n, b))
}

// putGone writes a tombstone.
func putGone(b []byte, n uint64) {
	clear(b[:slotSize])
	b[0] = byte(slotGone)
	binary.BigEndian.PutUint32(b[slotBody:], slotSum(n, b))
}

// readSlot unwraps a slot.
func readSlot(b []byte, n uint64, wrap cipher.AEAD) slot {
	s := slot{state: slotMark(n, b)}
	if s.state != slotKey {
		return s
	}
	plain, err := wrap.Open(nil, b[:nonceSize], b[nonceSize:slotBody], binary.BigEndian.AppendUint64(nil, n))
	if err != nil {
		return slot{}
	}
	s.key = key(plain)
	return s
}
