package main

import (
	"bufio"
	"fmt"
	"os"
	"syscall"
	"unsafe"
)

// linger keeps the window open that a double click made, until what went wrong
// in it was read.
func linger(code int) {
	if code == exitFine || !ownWindow() {
		return
	}
	fmt.Fprint(os.Stderr, "\nPress Enter to close this window. ")
	_, _ = bufio.NewReader(os.Stdin).ReadString('\n') // or whatever ends the wait
}

// ownWindow reports whether nobody else is at this console: it was made for the
// program, and goes when the program ends.
func ownWindow() bool {
	var pids [2]uint32
	list := syscall.NewLazyDLL("kernel32.dll").NewProc("GetConsoleProcessList")
	n, _, _ := list.Call(uintptr(unsafe.Pointer(&pids[0])), uintptr(len(pids)))
	return n == 1
}
