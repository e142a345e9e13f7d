package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestAnotherFileIsNotPacked(t *testing.T) {
	from, to := t.TempDir(), t.TempDir()
	if err := pack(from, to); err == nil {
		t.Error("nothing was packed")
	}
	if err := os.WriteFile(filepath.Join(from, "flite.wasm"), []byte("\x00asm"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := pack(from, to); err == nil || !strings.Contains(err.Error(), "SHA-256") {
		t.Errorf("another engine was packed: %v", err)
	}
	if entries, err := os.ReadDir(to); err != nil || len(entries) > 0 {
		t.Errorf("%v, %v", entries, err)
	}
}
