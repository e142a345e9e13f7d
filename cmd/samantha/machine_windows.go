package main

import (
	"syscall"
	"unsafe"
)

// memoryHere is how many bytes this machine has; 0 is not known.
func memoryHere() int64 {
	var s struct { // MEMORYSTATUSEX
		length, load                                                uint32
		total, free, page, pageFree, virtual, virtualFree, extended uint64
	}
	s.length = uint32(unsafe.Sizeof(s))
	if ok, _, _ := syscall.NewLazyDLL("kernel32.dll").NewProc("GlobalMemoryStatusEx").Call(uintptr(unsafe.Pointer(&s))); ok == 0 {
		return 0
	}
	return int64(s.total)
}

// room is how many bytes may still be written below a folder; 0 is not known.
func room(dir string) int64 {
	name, err := syscall.UTF16PtrFromString(dir)
	if err != nil {
		return 0
	}
	var free uint64
	ask := syscall.NewLazyDLL("kernel32.dll").NewProc("GetDiskFreeSpaceExW")
	if ok, _, _ := ask.Call(uintptr(unsafe.Pointer(name)), uintptr(unsafe.Pointer(&free)), 0, 0); ok == 0 {
		return 0
	}
	return int64(free)
}
