package life

import (
	"bytes"
	"fmt"
	"slices"

	"github.com/ncruces/go-sqlite3/vfs"
)

// mendChunk is how many slots are compared at a time.
const mendChunk = 1 << 14

// mend compares the two copies of the pairs 1 to last, repairs a damaged slot
// from its twin, finishes a destruction that reached only one of them, and
// notes what it did. A slot that is damaged in both stays so: what it sealed is
// named when it is read.
func (k *ring) mend(last uint64) error {
	count := map[string]int{}
	end := numbersSlot(last) + 1
	for from := wordsSlot(1); from < end; from += mendChunk {
		if err := k.mendStretch(from, min(from+mendChunk, end), count); err != nil {
			return err
		}
	}
	for _, what := range []string{torn, repaired, lost, differs} {
		line := fmt.Sprintf("keys: %d %s", count[what], what)
		if count[what] > 0 && !slices.Contains(k.notes, line) {
			k.notes = append(k.notes, line)
		}
	}
	return nil
}

// What can be the matter with a slot.
const (
	torn     = "destroyed in one copy only; finished"
	repaired = "damaged in one copy; repaired from the other"
	lost     = "damaged in both copies"
	differs  = "different in the two copies"
)

func (k *ring) mendStretch(from, to uint64, count map[string]int) error {
	var raw [2][]byte
	for i, f := range k.files {
		raw[i] = make([]byte, (to-from)*slotSize)
		if err := readUpTo(f, raw[i], int64(from)*slotSize); err != nil {
			return fmt.Errorf("read keys: %w", err)
		}
	}
	var dirty [2]bool
	for n := from; n < to; n++ {
		at := (n - from) * slotSize
		a, b := raw[0][at:at+slotSize], raw[1][at:at+slotSize]
		what, target := mendSlot(n, a, b)
		if what == "" {
			continue
		}
		count[what]++
		if target < 0 {
			continue
		}
		dirty[target] = true
		if _, err := k.files[target].WriteAt([][]byte{a, b}[target], int64(n)*slotSize); err != nil {
			return fmt.Errorf("repair keys: %w", err)
		}
	}
	return k.syncDirty(dirty)
}

func (k *ring) syncDirty(dirty [2]bool) error {
	for i, f := range k.files {
		if !dirty[i] {
			continue
		}
		if err := f.Sync(vfs.SYNC_FULL); err != nil {
			return fmt.Errorf("sync keys: %w", err)
		}
	}
	return nil
}

// mendSlot makes two copies of a slot equal where it can, in memory. It tells
// what was the matter and which of the two it changed: -1 is neither.
func mendSlot(n uint64, a, b []byte) (what string, target int) {
	one, two := slotMark(n, a), slotMark(n, b)
	switch {
	case one == slotDamaged && two == slotDamaged:
		return lost, -1
	case one == slotDamaged:
		copy(a, b)
		return repaired, 0
	case two == slotDamaged:
		copy(b, a)
		return repaired, 1
	case bytes.Equal(a, b):
		return "", -1
	case one == slotGone:
		copy(b, a)
		return torn, 1
	case two == slotGone:
		copy(a, b)
		return torn, 0
	}
	return differs, -1
}
