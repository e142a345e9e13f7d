package house

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"samantha/internal/house/life"
)

// A change of the key file goes through two more names. The file that is left
// is overwritten before it is deleted, so that a plain key does not outlive the
// passphrase that was set on it.
const (
	nextSuffix = ".next"
	lastSuffix = ".last"
)

// step is one thing done to the disk, lasting when it returns.
type step func() error

// swap are the steps that put another text in place of a file. After each of
// them, and in the middle of it, restore finds the whole old text or the whole
// new one.
func swap(file string, text []byte) []step {
	next, last := file+nextSuffix, file+lastSuffix
	return []step{
		func() error { return settle(file) },
		func() error { return write(next, text) },
		func() error { return rename(file, last) },
		func() error { return rename(next, file) },
		func() error { return settle(file) },
	}
}

// change puts another text in place of a file and wipes the old one.
func change(file string, text []byte) error {
	for _, do := range swap(file, text) {
		if err := do(); err != nil {
			return fmt.Errorf("house key: %w", errors.Join(err, restore(file)))
		}
	}
	return nil
}

// restore takes a change back that was cut short where the file had no name of
// its own.
func restore(file string) error {
	if _, err := os.Stat(file); !errors.Is(err, os.ErrNotExist) {
		return nil // it is there, or whoever reads it tells why not
	}
	if err := rename(file+lastSuffix, file); !errors.Is(err, os.ErrNotExist) {
		return err
	}
	return nil
}

// settle wipes what a change leaves beside the file, also one that was cut
// short; restore comes first then.
func settle(file string) error {
	return errors.Join(wipe(file+nextSuffix), wipe(file+lastSuffix))
}

// rename gives a file another name, lastingly.
func rename(from, to string) error {
	if err := os.Rename(from, to); err != nil {
		return err
	}
	return life.SyncDir(filepath.Dir(to))
}

// wipe overwrites a file, if it is there, and deletes it. On disks that write
// in place nothing is left of it; others may keep old blocks for a while.
func wipe(file string) error {
	f, err := os.OpenFile(file, os.O_WRONLY, 0)
	if errors.Is(err, os.ErrNotExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("wipe an old key: %w", err)
	}
	err = errors.Join(blank(f), f.Close())
	if err == nil {
		err = os.Remove(file)
	}
	if err != nil {
		return fmt.Errorf("wipe an old key: %w", err)
	}
	return life.SyncDir(filepath.Dir(file))
}

// blank overwrites a file with zeros.
func blank(f *os.File) error {
	info, err := f.Stat()
	if err != nil {
		return err
	}
	_, err = f.WriteAt(make([]byte, info.Size()), 0)
	return errors.Join(err, f.Sync())
}
