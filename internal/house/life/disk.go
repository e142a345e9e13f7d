package life

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"syscall"

	"github.com/ncruces/go-sqlite3/util/vfsutil"
	"github.com/ncruces/go-sqlite3/vfs"
)

// Everything a life writes, its own small files as much as SQLite's, goes
// through one vfs.VFS, so that one layer can make any of it fail.
const (
	dbFile   = "mind.db"
	walFile  = "mind.db-wal"
	keysFile = "keys"
	copyFile = "keys.copy"
	headFile = "head"
)

// machine is the machine's own disk: SQLite's files as its library opens them,
// with their locks, and plain files besides.
type machine struct {
	vfs.VFSFilename
}

// Machine is the machine's own disk, for whoever wants to put a layer on it.
func Machine() (vfs.VFS, error) {
	base, ok := vfs.Find("").(vfs.VFSFilename)
	if !ok {
		return nil, errors.New("this machine has no files for SQLite")
	}
	return machine{base}, nil
}

// Open opens a plain file, readable by its owner alone.
func (machine) Open(name string, flags vfs.OpenFlag) (vfs.File, vfs.OpenFlag, error) {
	mode := os.O_RDWR
	if flags&vfs.OPEN_CREATE != 0 {
		mode |= os.O_CREATE
	}
	f, err := os.OpenFile(name, mode, 0o600)
	if err != nil {
		return nil, flags, err
	}
	return &plainFile{f}, flags, nil
}

// plainFile is a file with one owner: the lock on mind.db guards all four.
type plainFile struct{ *os.File }

func (f *plainFile) Sync(vfs.SyncFlag) error          { return f.File.Sync() }
func (f *plainFile) Lock(vfs.LockLevel) error         { return nil }
func (f *plainFile) Unlock(vfs.LockLevel) error       { return nil }
func (f *plainFile) CheckReservedLock() (bool, error) { return false, nil }
func (f *plainFile) SectorSize() int                  { return sector }
func (f *plainFile) DeviceCharacteristics() vfs.DeviceCharacteristic {
	return 0
}

func (f *plainFile) Size() (int64, error) {
	info, err := f.Stat()
	if err != nil {
		return 0, err
	}
	return info.Size(), nil
}

// SyncDir makes the names in a folder lasting.
func (machine) SyncDir(dir string) error { return SyncDir(dir) }

// SyncDir makes the names in a folder of this machine lasting: a file that was
// made or renamed can be missing after a power cut although it was synced
// itself. On Windows a folder cannot be opened for that, and the file system
// keeps its names in a journal; some network disks cannot do it and say so.
func SyncDir(dir string) error {
	if runtime.GOOS == "windows" {
		return nil
	}
	f, err := os.Open(dir)
	if err != nil {
		return fmt.Errorf("sync folder: %w", err)
	}
	err = f.Sync()
	if errors.Is(err, syscall.EINVAL) || errors.Is(err, errors.ErrUnsupported) {
		err = nil
	}
	if err := errors.Join(err, f.Close()); err != nil {
		return fmt.Errorf("sync folder: %w", err)
	}
	return nil
}

// syncDir makes the names in a folder lasting, on a disk where that is needed.
func syncDir(disk vfs.VFS, dir string) error {
	if d, ok := disk.(interface{ SyncDir(dir string) error }); ok {
		return d.SyncDir(dir)
	}
	return nil
}

// sector is the largest unit that a disk writes at once, in bytes, and the unit
// of the encryption: what must not be torn together stands so far apart.
const sector = 4096

// blocks is a disk as the encryption sees it: in whole blocks. A write that was
// torn can leave part of a block at the end of a file, which cannot be
// decrypted; SQLite, told of it by the file's size, would try and give up.
//
// It also syncs the folder when a write-ahead log is first synced, as SQLite's
// own files do. (go-sqlite3 0.35 opens the folder and syncs the log once more.)
// All files of a life stand in that folder, so their names last when the first
// event is acknowledged.
type blocks struct{ vfs.VFS }

// OpenFilename opens a file of SQLite's.
func (b blocks) OpenFilename(name *vfs.Filename, flags vfs.OpenFlag) (vfs.File, vfs.OpenFlag, error) {
	f, out, err := vfsutil.WrapOpenFilename(b.VFS, name, flags)
	if err != nil {
		return nil, out, err
	}
	file := &blockFile{File: f}
	if flags&vfs.OPEN_WAL != 0 {
		file.named = func() error { return syncDir(b.VFS, filepath.Dir(name.String())) }
	}
	return file, out, nil
}

// blockFile is one file of SQLite's; named makes its name lasting, once.
type blockFile struct {
	vfs.File
	named func() error
}

// Sync makes what was written lasting.
func (f *blockFile) Sync(flags vfs.SyncFlag) error {
	if err := f.File.Sync(flags); err != nil || f.named == nil {
		return err
	}
	if err := f.named(); err != nil {
		return err
	}
	f.named = nil
	return nil
}

// Size counts whole blocks.
func (f *blockFile) Size() (int64, error) {
	size, err := f.File.Size()
	return size - size%sector, err
}

// openPlain opens a file of the folder beside SQLite's, made if it is missing.
func openPlain(disk vfs.VFS, dir, name string) (vfs.File, error) {
	f, _, err := disk.Open(filepath.Join(dir, name), vfs.OPEN_READWRITE|vfs.OPEN_CREATE)
	if err != nil {
		return nil, fmt.Errorf("open %s: %w", name, err)
	}
	return f, nil
}

// readUpTo fills p from off as far as the file goes and clears the rest.
func readUpTo(f vfs.File, p []byte, off int64) error {
	n, err := f.ReadAt(p, off)
	clear(p[n:])
	if errors.Is(err, io.EOF) {
		return nil
	}
	return err
}

// exists reports whether the folder has the file.
func exists(disk vfs.VFS, dir, name string) (bool, error) {
	ok, err := disk.Access(filepath.Join(dir, name), vfs.ACCESS_EXISTS)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return false, fmt.Errorf("look for %s: %w", name, err)
	}
	return ok, nil
}
