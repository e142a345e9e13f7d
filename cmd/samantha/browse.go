package main

import (
	"context"
	"os/exec"
	"runtime"
	"time"
)

// opening is how long a browser may take to say that it cannot be opened. One
// that is still there then is the browser itself.
const opening = 3 * time.Second

// browse opens a link in the person's browser, and reports whether there is one.
// The browser stays when she sleeps.
func browse(ctx context.Context, getenv func(string) string, link string) bool {
	line := opener(runtime.GOOS, getenv)
	if line == nil {
		return false
	}
	cmd := exec.Command(line[0], append(line[1:], link)...)
	apart(cmd)
	if cmd.Start() != nil {
		return false
	}
	ended := make(chan error, 1)
	go func() { ended <- cmd.Wait() }() // it may last as long as the browser, and she does not wait for that
	select {
	case err := <-ended:
		return err == nil
	case <-time.After(opening):
	case <-ctx.Done():
	}
	return true
}

// opener is the command that opens a link on a system; nil where nobody would
// see it.
func opener(system string, getenv func(string) string) []string {
	if getenv("SSH_CONNECTION") != "" || getenv("SSH_TTY") != "" {
		return nil // the screen is elsewhere
	}
	switch system {
	case "darwin":
		return []string{"open"}
	case "windows":
		return []string{"rundll32", "url.dll,FileProtocolHandler"}
	}
	if getenv("DISPLAY") == "" && getenv("WAYLAND_DISPLAY") == "" {
		return nil
	}
	return []string{"xdg-open"}
}
