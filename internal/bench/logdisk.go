package bench

import (
	"os"
	"strings"
	"time"

	"github.com/ncruces/go-sqlite3/util/vfsutil"
	"github.com/ncruces/go-sqlite3/vfs"

	"samantha/internal/house/life"
)

// walDisk is the machine's disk; it notes which stretch of the write-ahead log
// was written.
type walDisk struct {
	vfs.VFS
	from, to int64
}

func newWALDisk() (*walDisk, error) {
	disk, err := life.Machine()
	if err != nil {
		return nil, err
	}
	return &walDisk{VFS: disk}, nil
}

func (d *walDisk) reset() { d.from, d.to = 0, 0 }

// span is how many bytes of the log were written since the reset.
func (d *walDisk) span() int64 { return d.to - d.from }

// OpenFilename opens one of SQLite's files.
func (d *walDisk) OpenFilename(name *vfs.Filename, flags vfs.OpenFlag) (vfs.File, vfs.OpenFlag, error) {
	f, flags, err := vfsutil.WrapOpenFilename(d.VFS, name, flags)
	if err != nil || !strings.HasSuffix(name.String(), "-wal") {
		return f, flags, err
	}
	return &walFile{f, d}, flags, nil
}

type walFile struct {
	vfs.File
	disk *walDisk
}

func (f *walFile) WriteAt(p []byte, off int64) (int, error) {
	d := f.disk
	if d.to == 0 || off < d.from {
		d.from = off
	}
	d.to = max(d.to, off+int64(len(p)))
	return f.File.WriteAt(p, off)
}

// bareFile is written and synced with nothing in between. Like the write-ahead
// log it starts over after a while, so that both write over old blocks.
type bareFile struct {
	file *os.File
	off  int64
	buf  []byte
}

const bareSize = 4 << 20 // bytes: a write-ahead log is checkpointed after about as many

func newBareFile(name string) (*bareFile, error) {
	f, err := os.Create(name)
	return &bareFile{file: f}, err
}

// write writes and syncs n bytes and returns how long that took.
func (b *bareFile) write(n int64) (time.Duration, error) {
	if int64(len(b.buf)) < n {
		b.buf = make([]byte, n)
	}
	if b.off+n > bareSize {
		b.off = 0
	}
	start := time.Now()
	if _, err := b.file.WriteAt(b.buf[:n], b.off); err != nil {
		return 0, err
	}
	if err := b.file.Sync(); err != nil {
		return 0, err
	}
	b.off += n
	return time.Since(start), nil
}

// close takes the file away.
func (b *bareFile) close() error {
	b.file.Close()
	return os.Remove(b.file.Name())
}
