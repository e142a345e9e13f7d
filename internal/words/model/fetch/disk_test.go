package fetch

import (
	"bytes"
	"io/fs"
	"syscall"
)

// WriteAt writes, and fails where the disk is full.
func (f memoryFile) WriteAt(p []byte, off int64) (int, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if f.room >= 0 {
		if f.room -= int64(len(p)); f.room < 0 {
			return 0, &fs.PathError{Op: "write", Path: f.name, Err: syscall.ENOSPC}
		}
	}
	b := f.files[f.name]
	if need := off + int64(len(p)); need > int64(len(b)) {
		b = append(b, make([]byte, need-int64(len(b)))...)
	}
	copy(b[off:], p)
	f.files[f.name] = b
	return len(p), nil
}

func (f memoryFile) Truncate(size int64) error {
	f.mu.Lock()
	defer f.mu.Unlock()
	b := f.files[f.name]
	if size > int64(len(b)) {
		b = append(b, make([]byte, size-int64(len(b)))...)
	}
	f.files[f.name] = b[:size]
	return nil
}

func (f memoryFile) Sync() error {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.synced[f.name] = bytes.Clone(f.files[f.name])
	return nil
}

func (m *memory) Size(name string) (int64, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	b, ok := m.files[name]
	if !ok {
		return 0, &fs.PathError{Op: "size", Path: name, Err: fs.ErrNotExist}
	}
	return int64(len(b)), nil
}

func (m *memory) Rename(from, to string) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.files[to] = m.files[from]
	delete(m.files, from)
	m.synced[to] = m.synced[from]
	delete(m.synced, from)
	return nil
}

// lost is what a power cut leaves at the worst: of each file what was synced, and zeros
// where more was written.
func (m *memory) lost() map[string][]byte {
	m.mu.Lock()
	defer m.mu.Unlock()
	left := map[string][]byte{}
	for name, b := range m.files {
		left[name] = make([]byte, len(b))
		copy(left[name], m.synced[name])
	}
	return left
}

func (m *memory) Remove(name string) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if _, ok := m.files[name]; !ok {
		return &fs.PathError{Op: "remove", Path: name, Err: fs.ErrNotExist}
	}
	delete(m.files, name)
	delete(m.synced, name)
	return nil
}

func (m *memory) Settle() error { return nil }
func (m *memory) Free() int64   { return m.free }
