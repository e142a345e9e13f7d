//go:build !windows

package main

import (
	"os/exec"
	"syscall"
)

// apart lets a command outlive this one, and Ctrl-C in its terminal.
func apart(cmd *exec.Cmd) { cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true} }
