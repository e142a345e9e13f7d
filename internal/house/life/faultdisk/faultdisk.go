// Package faultdisk is a disk in memory that fails like one: it can be full, it
// can refuse a write or a sync, tear a write, and lose power.
//
// A write lands in the machine's memory; only a sync makes it lasting. When the
// power goes ([Disk.Crash]), every sector of 512 bytes that was written and not
// synced is kept or lost by a throw of chance, whatever order it was written
// in; a file whose folder was not synced since it was made ([Disk.SyncDir]) may
// be there or not. The idea is that of SQLite's crash tests
// (sqlite.org/testing.html, 3.3).
package faultdisk

import (
	"fmt"
	"io"
	"io/fs"
	"maps"
	"math/rand/v2"
	"path"
	"slices"
	"sync"
	"syscall"

	"github.com/ncruces/go-sqlite3"
	"github.com/ncruces/go-sqlite3/vfs"
)

const sector = 512

// Op is something a disk does that can fail.
type Op int

// The operations that can be made to fail.
const (
	Write Op = iota // also making a file longer
	Sync
)

// Disk is a disk in memory. It may be used from many goroutines.
type Disk struct {
	mu    sync.Mutex
	rng   *rand.Rand
	files map[string]*data
	lives int // power cuts so far: a file opened before the last is dead

	plan  map[Op]fault
	limit int64 // bytes the disk holds, 0 is any number
}

// fault lets so many operations pass and then fails so many.
type fault struct {
	pass, fail int
	err        error
}

// data is one file.
type data struct {
	now   []byte         // as it is read
	safe  []byte         // as the last sync left it
	dirty map[int64]bool // sectors written since
	cut   int64          // the shortest it has been since
	named bool           // its folder was synced since it was made: its name is lasting
}

// New is an empty disk whose chances come from seed.
func New(seed uint64) *Disk {
	return &Disk{rng: rand.New(rand.NewPCG(seed, 0)), files: map[string]*data{}, plan: map[Op]fault{}}
}

// Fail lets the operation succeed pass times and then fail with err, fail times
// (negative is for good). A write that fails may have written its beginning.
func (d *Disk) Fail(op Op, pass, fail int, err error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.plan[op] = fault{pass, fail, err}
}

// Heal ends all faults and makes room.
func (d *Disk) Heal() {
	d.mu.Lock()
	defer d.mu.Unlock()
	clear(d.plan)
	d.limit = 0
}

// Fill leaves room for so many bytes more.
func (d *Disk) Fill(room int64) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.limit = d.used() + room
}

func (d *Disk) used() (n int64) {
	for _, f := range d.files {
		n += int64(len(f.now))
	}
	return n
}

// Crash cuts the power: files that are open are dead, and what was not synced
// is kept or lost sector by sector.
func (d *Disk) Crash() {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.lives++
	keep := d.rng.Float64() // some crashes lose nearly all, some nearly nothing
	for _, name := range slices.Sorted(maps.Keys(d.files)) {
		f := d.files[name]
		if !f.named && d.rng.Float64() > keep {
			delete(d.files, name)
			continue
		}
		f.crash(d.rng, keep)
	}
}

func (f *data) crash(rng *rand.Rand, keep float64) {
	after := slices.Clone(f.safe)
	if f.cut < int64(len(after)) && rng.Float64() < keep {
		after = after[:f.cut]
	}
	for _, s := range slices.Sorted(maps.Keys(f.dirty)) {
		from, to := s*sector, min((s+1)*sector, int64(len(f.now)))
		if from >= to || rng.Float64() > keep {
			continue
		}
		if grow := to - int64(len(after)); grow > 0 {
			after = append(after, make([]byte, grow)...)
		}
		copy(after[from:to], f.now[from:to])
	}
	*f = data{now: slices.Clone(after), safe: after, dirty: map[int64]bool{}, cut: int64(len(after)), named: true}
}

// Clone is another disk with the same files, all of them synced.
func (d *Disk) Clone(seed uint64) *Disk {
	d.mu.Lock()
	defer d.mu.Unlock()
	c := New(seed)
	for name, f := range d.files {
		c.files[name] = &data{
			now: slices.Clone(f.now), safe: slices.Clone(f.now),
			dirty: map[int64]bool{}, cut: int64(len(f.now)), named: true,
		}
	}
	return c
}

// Files are the names of all files, sorted.
func (d *Disk) Files() []string {
	d.mu.Lock()
	defer d.mu.Unlock()
	return slices.Sorted(maps.Keys(d.files))
}

// Bytes are a copy of what the file holds.
func (d *Disk) Bytes(name string) []byte {
	d.mu.Lock()
	defer d.mu.Unlock()
	f := d.files[name]
	if f == nil {
		return nil
	}
	return slices.Clone(f.now)
}

// Put replaces what the file holds, synced; nil takes the file away.
func (d *Disk) Put(name string, b []byte) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if b == nil {
		delete(d.files, name)
		return
	}
	d.files[name] = &data{
		now: slices.Clone(b), safe: slices.Clone(b), dirty: map[int64]bool{}, cut: int64(len(b)), named: true,
	}
}

// Open opens a file, made if flags say so.
func (d *Disk) Open(name string, flags vfs.OpenFlag) (vfs.File, vfs.OpenFlag, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if _, ok := d.files[name]; !ok {
		if flags&vfs.OPEN_CREATE == 0 {
			return nil, flags, fmt.Errorf("%s: %w", name, fs.ErrNotExist)
		}
		d.files[name] = &data{dirty: map[int64]bool{}}
	}
	return &file{disk: d, data: d.files[name], life: d.lives}, flags, nil
}

// SyncDir makes the names of the folder's files lasting. It fails when a sync
// is to fail.
func (d *Disk) SyncDir(dir string) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	if err := d.due(Sync); err != nil {
		return err
	}
	for name, f := range d.files {
		if path.Dir(name) == dir {
			f.named = true
		}
	}
	return nil
}

// Delete takes a file away. This disk syncs its folder at once.
func (d *Disk) Delete(name string, _ bool) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	if _, ok := d.files[name]; !ok {
		return vfs.SystemError(fs.ErrNotExist, sqlite3.IOERR_DELETE_NOENT)
	}
	delete(d.files, name)
	return nil
}

// Access reports whether the file is there.
func (d *Disk) Access(name string, _ vfs.AccessFlag) (bool, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	_, ok := d.files[name]
	return ok, nil
}

// FullPathname is the name itself: there are no links here.
func (d *Disk) FullPathname(name string) (string, error) { return name, nil }

// due counts the operation and returns the error it is to fail with.
func (d *Disk) due(op Op) error {
	p, ok := d.plan[op]
	switch {
	case !ok || p.fail == 0:
		return nil
	case p.pass > 0:
		p.pass--
		d.plan[op] = p
		return nil
	}
	p.fail--
	d.plan[op] = p
	return p.err
}

// file is an open file.
type file struct {
	disk *Disk
	data *data
	life int
}

// alive fails for a file that was opened before the power went.
func (f *file) alive() error {
	if f.life != f.disk.lives {
		return syscall.EIO
	}
	return nil
}

func (f *file) ReadAt(p []byte, off int64) (int, error) {
	f.disk.mu.Lock()
	defer f.disk.mu.Unlock()
	if err := f.alive(); err != nil {
		return 0, err
	}
	if off >= int64(len(f.data.now)) {
		return 0, io.EOF
	}
	n := copy(p, f.data.now[off:])
	if n < len(p) {
		return n, io.EOF
	}
	return n, nil
}

func (f *file) WriteAt(p []byte, off int64) (int, error) {
	f.disk.mu.Lock()
	defer f.disk.mu.Unlock()
	if err := f.alive(); err != nil {
		return 0, err
	}
	if err := f.disk.due(Write); err != nil {
		n := f.disk.rng.IntN(len(p))
		f.data.write(p[:n], off)
		return n, err
	}
	grow := off + int64(len(p)) - int64(len(f.data.now))
	if d := f.disk; d.limit > 0 && grow > 0 && d.used()+grow > d.limit {
		return 0, vfs.SystemError(syscall.ENOSPC, sqlite3.FULL)
	}
	f.data.write(p, off)
	return len(p), nil
}

func (f *data) write(p []byte, off int64) {
	end := off + int64(len(p))
	if grow := end - int64(len(f.now)); grow > 0 {
		f.now = append(f.now, make([]byte, grow)...)
	}
	copy(f.now[off:], p)
	for s := off / sector; s*sector < end; s++ {
		f.dirty[s] = true
	}
}

func (f *file) Truncate(size int64) error {
	f.disk.mu.Lock()
	defer f.disk.mu.Unlock()
	if err := f.alive(); err != nil {
		return err
	}
	if size < int64(len(f.data.now)) {
		f.data.now = f.data.now[:size]
		f.data.cut = min(f.data.cut, size)
	}
	return nil
}

func (f *file) Sync(vfs.SyncFlag) error {
	f.disk.mu.Lock()
	defer f.disk.mu.Unlock()
	if err := f.alive(); err != nil {
		return err
	}
	if err := f.disk.due(Sync); err != nil {
		return err
	}
	f.data.safe = append(f.data.safe[:0], f.data.now...)
	clear(f.data.dirty)
	f.data.cut = int64(len(f.data.now))
	return nil
}

func (f *file) Size() (int64, error) {
	f.disk.mu.Lock()
	defer f.disk.mu.Unlock()
	return int64(len(f.data.now)), f.alive()
}

func (f *file) Close() error                                    { return nil }
func (f *file) Lock(vfs.LockLevel) error                        { return nil }
func (f *file) Unlock(vfs.LockLevel) error                      { return nil }
func (f *file) CheckReservedLock() (bool, error)                { return false, nil }
func (f *file) SectorSize() int                                 { return sector }
func (f *file) DeviceCharacteristics() vfs.DeviceCharacteristic { return 0 }
