package main

import (
	"encoding/binary"
	"syscall"
)

// memoryHere is how many bytes this machine has; 0 is not known.
func memoryHere() int64 {
	text, err := syscall.Sysctl("hw.memsize")
	if err != nil {
		return 0
	}
	var b [8]byte // the number as it lies in memory; a last byte of zero is left out
	copy(b[:], text)
	return int64(binary.LittleEndian.Uint64(b[:]))
}

// room is how many bytes may still be written below a folder; 0 is not known.
func room(dir string) int64 {
	var s syscall.Statfs_t
	if syscall.Statfs(dir, &s) != nil {
		return 0
	}
	return int64(s.Bavail) * int64(s.Bsize)
}
