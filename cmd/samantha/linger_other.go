//go:build !windows

package main

// linger: elsewhere what went wrong can still be read when the program ended.
func linger(int) {}
