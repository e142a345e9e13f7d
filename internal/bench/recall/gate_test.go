package recall

import (
	"encoding/json"
	"flag"
	"maps"
	"math"
	"os"
	"path/filepath"
	"slices"
	"testing"
)

var update = flag.Bool("update", false, "write the golden figures anew")

const goldenFile = "testdata/golden.json"

// tolerated is how much a figure may fall without a reason: the golden file in
// the same commit.
const tolerated = 0.02

// TestGate runs the project's lives: eight were built with, four are only for
// this. What was forgotten never comes back, she is no worse than the expanded
// anchor on lives that nobody looked at, and no figure falls.
func TestGate(t *testing.T) {
	if testing.Short() {
		t.Skip("the lives take seconds")
	}
	got := map[string]map[string]float64{
		"built": figures(t, "life-0[1-8].json"),
		"gate":  figures(t, "life-09.json", "life-1[0-2].json"),
	}
	if *update {
		write(t, got)
	}
	data, err := os.ReadFile(goldenFile)
	if err != nil {
		t.Fatal(err)
	}
	var want map[string]map[string]float64
	if err := json.Unmarshal(data, &want); err != nil {
		t.Fatal(err)
	}
	for _, split := range slices.Sorted(maps.Keys(want)) {
		for _, name := range slices.Sorted(maps.Keys(want[split])) {
			is, was := got[split][name], want[split][name]
			t.Logf("%s %s %.3f", split, name, is)
			if is < was-tolerated {
				t.Errorf("%s: %s fell from %.3f to %.3f", split, name, was, is)
			}
		}
	}
}

// figures are those of a split, each the better the higher.
func figures(t *testing.T, patterns ...string) map[string]float64 {
	t.Helper()
	var files []File
	for _, pattern := range patterns {
		paths, err := filepath.Glob(filepath.Join("..", "..", "..", "lives", pattern))
		if err != nil {
			t.Fatal(err)
		}
		for _, path := range paths {
			data, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			files = append(files, File{path, data})
		}
	}
	r, err := Run(Options{Files: files, Now: ticking()})
	if err != nil {
		t.Fatal(err)
	}
	if r.Leak != 0 {
		t.Errorf("%v: %d questions brought back what was forgotten", patterns, r.Leak)
	}
	if anchor := r.Anchors[anchorExpanded]; r.R5 < anchor.R5 {
		t.Errorf("%v: R@5 %.3f, the expanded anchor's %.3f", patterns, r.R5, anchor.R5)
	}
	out := map[string]float64{
		"whose it is, AUC": r.OwnerAUC, "said at all, AUC": r.Abstention.AUC, "newest first": 1 - r.StaleFirst,
	}
	scored := map[string]Score{"all": r.Score}
	maps.Copy(scored, r.Categories)
	for code, s := range r.Languages {
		scored["language "+code] = s
	}
	for name, s := range scored {
		out[name+", R@5"], out[name+", R@10"], out[name+", MRR"] = s.R5, s.R10, s.MRR
	}
	return out
}

func write(t *testing.T, got map[string]map[string]float64) {
	t.Helper()
	for _, figures := range got {
		for name, v := range figures {
			figures[name] = math.Round(v*1000) / 1000
		}
	}
	data, err := json.MarshalIndent(got, "", "  ")
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(goldenFile, append(data, '\n'), 0o644); err != nil {
		t.Fatal(err)
	}
}
