package voice

import (
	"io"
	"io/fs"

	"github.com/tetratelabs/wazero"
	hostsys "github.com/tetratelabs/wazero/experimental/sys"
	"github.com/tetratelabs/wazero/experimental/sysfs"
	"github.com/tetratelabs/wazero/sys"
)

// The engine writes its sound into a file. Its whole world is one folder in
// memory with room for that file and no other.
const (
	desktop   = "/desk"
	soundFile = "sound.wav"
)

// desk is that folder, new for each clause.
type desk struct {
	hostsys.UnimplementedFS
	sound page
}

func (d *desk) mounted() wazero.FSConfig {
	return wazero.NewFSConfig().(sysfs.FSConfig).WithSysFSMount(d, desktop)
}

// OpenFile finds the folder and the file.
func (d *desk) OpenFile(path string, how hostsys.Oflag, _ fs.FileMode) (hostsys.File, hostsys.Errno) {
	switch path {
	case ".":
		return folder{}, 0
	case soundFile:
		if how&hostsys.O_TRUNC != 0 {
			d.sound.data = nil
		}
		d.sound.at = 0
		return &d.sound, 0
	}
	return nil, hostsys.ENOENT
}

// folder is the desk itself, as a place where a file is.
type folder struct{ hostsys.UnimplementedFile }

// IsDir is true.
func (folder) IsDir() (bool, hostsys.Errno) { return true, 0 }

// Stat tells that it is a folder.
func (folder) Stat() (sys.Stat_t, hostsys.Errno) {
	return sys.Stat_t{Mode: fs.ModeDir | 0o700, Nlink: 1}, 0
}

// page is the file on the desk.
type page struct {
	hostsys.UnimplementedFile
	data []byte
	at   int // where it is open
}

// maxSound is the largest file the engine may write, in bytes: over eight
// minutes of sound.
const maxSound = 16 << 20

// Read reads on from where the page is open.
func (p *page) Read(b []byte) (int, hostsys.Errno) {
	n := copy(b, p.data[min(p.at, len(p.data)):])
	p.at += n
	return n, 0
}

// Write writes on from where the page is open, over what stands there.
func (p *page) Write(b []byte) (int, hostsys.Errno) {
	end := p.at + len(b)
	if end > maxSound {
		return 0, hostsys.EIO
	}
	if missing := end - len(p.data); missing > 0 {
		p.data = append(p.data, make([]byte, missing)...)
	}
	p.at += copy(p.data[p.at:], b)
	return len(b), 0
}

// offset is an int64 by another name: this Seek is wazero's, and vet should
// not take it for that of io.Seeker.
type offset = int64

// Seek opens the page at another place.
func (p *page) Seek(by offset, whence int) (int64, hostsys.Errno) {
	switch whence {
	case io.SeekCurrent:
		by += int64(p.at)
	case io.SeekEnd:
		by += int64(len(p.data))
	}
	if by < 0 || by > maxSound {
		return 0, hostsys.EINVAL
	}
	p.at = int(by)
	return by, 0
}

// IsDir is false.
func (p *page) IsDir() (bool, hostsys.Errno) { return false, 0 }

// Stat tells that it is a plain file.
func (p *page) Stat() (sys.Stat_t, hostsys.Errno) {
	return sys.Stat_t{Mode: 0o600, Nlink: 1, Size: int64(len(p.data))}, 0
}
