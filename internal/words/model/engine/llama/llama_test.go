//go:build unix

package llama

import (
	"errors"
	"testing"
)

// TestOtherLayoutsAreRefused before a model is loaded: a default that stands where
// another release has something else.
func TestOtherLayoutsAreRefused(t *testing.T) {
	model := modelParams{GpuLayers: -1, UseExtraBufts: true}
	context := contextParams{Ctx: 512, Batch: 2048, TypeK: 1, SwaFull: true}
	if err := fits(model, context); err != nil {
		t.Fatal(err)
	}
	for name, change := range map[string]func(*modelParams, *contextParams){
		"layers":  func(m *modelParams, _ *contextParams) { m.GpuLayers = 999 },
		"buffers": func(m *modelParams, _ *contextParams) { m.UseExtraBufts = false },
		"context": func(_ *modelParams, c *contextParams) { c.Ctx = 2048 },
		"batch":   func(_ *modelParams, c *contextParams) { c.Batch = 512 },
		"type":    func(_ *modelParams, c *contextParams) { c.TypeK = 0 },
		"end":     func(_ *modelParams, c *contextParams) { c.Other = 1 },
	} {
		m, c := model, context
		if change(&m, &c); !errors.Is(fits(m, c), ErrLayout) {
			t.Errorf("%s: another layout fits", name)
		}
	}
}

func TestAFolderWithoutLibraries(t *testing.T) {
	if _, err := Open(t.TempDir(), func(string) {}); err == nil {
		t.Error("nothing was opened")
	}
}
