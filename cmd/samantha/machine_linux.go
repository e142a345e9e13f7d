package main

import (
	"fmt"
	"os"
	"strings"
	"syscall"
)

// memoryHere is how many bytes this machine has; 0 is not known.
func memoryHere() int64 {
	text, err := os.ReadFile("/proc/meminfo")
	if err != nil {
		return 0
	}
	for line := range strings.Lines(string(text)) {
		var kib int64
		if n, _ := fmt.Sscanf(line, "MemTotal: %d kB", &kib); n == 1 {
			return kib << 10
		}
	}
	return 0
}

// room is how many bytes may still be written below a folder; 0 is not known.
func room(dir string) int64 {
	var s syscall.Statfs_t
	if syscall.Statfs(dir, &s) != nil {
		return 0
	}
	return int64(s.Bavail) * s.Bsize
}
