package fetch

import (
	"io"
	"io/fs"
	"os"
)

// Disk is where files are kept.
type Disk interface {
	// Open opens a file to read and write, and makes it if it is not there.
	Open(name string) (File, error)
	Size(name string) (int64, error)
	Rename(from, to string) error
	Remove(name string) error
	// Settle makes renames lasting, where the system lets one.
	Settle() error
	// Free is how many bytes may still be written; 0 is not known.
	Free() int64
}

// File is an open file. Its methods may be called from many goroutines.
type File interface {
	io.ReaderAt
	io.WriterAt
	io.Closer
	Truncate(size int64) error
	Sync() error
}

// Folder is a disk in one folder, and nothing above it.
type Folder struct {
	Root *os.Root
	Room func() int64 // as [Disk.Free]
}

// Open opens a file; only its owner may read it.
func (f Folder) Open(name string) (File, error) {
	return f.Root.OpenFile(name, os.O_RDWR|os.O_CREATE, 0o600)
}

// Size is how long a file is.
func (f Folder) Size(name string) (int64, error) {
	info, err := f.Root.Stat(name)
	if err != nil {
		return 0, err
	}
	if !info.Mode().IsRegular() {
		return 0, &fs.PathError{Op: "size", Path: name, Err: fs.ErrInvalid}
	}
	return info.Size(), nil
}

// Rename puts a file in another's place.
func (f Folder) Rename(from, to string) error { return f.Root.Rename(from, to) }

// Remove deletes a file.
func (f Folder) Remove(name string) error { return f.Root.Remove(name) }

// Settle syncs the folder itself; Windows has no such thing, and needs none.
func (f Folder) Settle() error {
	dir, err := f.Root.Open(".")
	if err != nil {
		return err
	}
	_ = dir.Sync() // not every system can
	return dir.Close()
}

// Free asks Room.
func (f Folder) Free() int64 { return f.Room() }
