package house

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
)

// TestReplaceSyncsItsFolder writes where the folder cannot be opened, and so
// not be synced: the new name may not last, and replace says so.
func TestReplaceSyncsItsFolder(t *testing.T) {
	if os.Getuid() <= 0 {
		t.Skip("needs a system where a folder can be closed to its owner")
	}
	dir := t.TempDir()
	if err := os.Chmod(dir, 0o300); err != nil {
		t.Fatal(err)
	}
	defer os.Chmod(dir, 0o700) // for the cleanup
	file := filepath.Join(dir, "key")
	if err := replace(file, []byte("text")); !errors.Is(err, fs.ErrPermission) {
		t.Errorf("%v, want that the folder could not be synced", err)
	}
	if got, err := os.ReadFile(file); err != nil || string(got) != "text" {
		t.Errorf("%q, %v", got, err)
	}
}
