package house

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"samantha/internal/house/life"
)

// replace writes a file whole or not at all, for its owner only. When it
// returns, a power cut leaves neither the old file nor none.
func replace(file string, text []byte) error {
	next := file + nextSuffix
	err := write(next, text)
	if err == nil {
		err = os.Rename(next, file)
	}
	if err != nil {
		return fmt.Errorf("house: %w", errors.Join(err, os.Remove(next)))
	}
	if err := life.SyncDir(filepath.Dir(file)); err != nil {
		return fmt.Errorf("house: %w", err)
	}
	return nil
}

// write writes a file for its owner only, and syncs it.
func write(file string, text []byte) error {
	f, err := os.OpenFile(file, os.O_CREATE|os.O_TRUNC|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	_, err = f.Write(text)
	return errors.Join(err, f.Sync(), f.Close())
}
