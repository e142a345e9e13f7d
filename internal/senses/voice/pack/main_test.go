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

// TestTheSameBytes: what is packed does not depend on when or where.
func TestTheSameBytes(t *testing.T) {
	data := []byte(strings.Repeat("flite ", 10_000))
	a, err := squeeze(data)
	if err != nil {
		t.Fatal(err)
	}
	b, err := squeeze(data)
	if err != nil || string(a) != string(b) || len(a) > len(data)/10 {
		t.Errorf("%d and %d bytes, %v", len(a), len(b), err)
	}
}
