package house

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
)

// Run tells the other processes how to reach the one that is awake.
type Run struct {
	PID     int    `json:"pid"`
	Address string `json:"address"` // host:port on loopback
	Token   string `json:"token"`   // whoever can read this file may speak with her
}

// Announce writes run.json.
func (h *House) Announce(r Run) error {
	text, err := json.Marshal(r)
	if err != nil {
		return fmt.Errorf("house: %w", err)
	}
	return replace(h.path("run.json"), text)
}

// Withdraw removes run.json.
func (h *House) Withdraw() error {
	if err := os.Remove(h.path("run.json")); err != nil && !errors.Is(err, os.ErrNotExist) {
		return fmt.Errorf("house: %w", err)
	}
	return nil
}

// Awake reads who owns the house in dir, if anybody says so. A file left by a
// crash may still stand there: only a proof from the address counts.
func Awake(dir string) (Run, bool) {
	var r Run
	text, err := os.ReadFile(filepath.Join(dir, "run.json"))
	if err != nil || json.Unmarshal(text, &r) != nil {
		return Run{}, false
	}
	return r, true
}
