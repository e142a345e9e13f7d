package care

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"samantha/internal/mind/care"
)

func run(t *testing.T, paths ...string) Report {
	t.Helper()
	guard, err := care.New()
	if err != nil {
		t.Fatal(err)
	}
	o := Options{Guard: guard}
	for _, p := range paths {
		data, err := os.ReadFile(p)
		if err != nil {
			t.Fatal(err)
		}
		o.Files = append(o.Files, File{filepath.Base(p), data})
	}
	r, err := Run(o)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// TestGates holds the bars on the development set, and shows the fresh one beside.
func TestGates(t *testing.T) {
	r := run(t, "testdata/crisis_utterances.tsv", "testdata/confusable_harmless.tsv", "testdata/written.tsv")
	for _, m := range r.Short() {
		t.Error(m)
	}
	t.Log("\n" + r.String())
}

// TestGatesOfPublishedSets holds the bars on MELD and XSTest, which are not in the
// repository: CARE names the folder that has them.
func TestGatesOfPublishedSets(t *testing.T) {
	folder := os.Getenv("CARE")
	if folder == "" {
		t.Skip("CARE names no folder with meld and xstest")
	}
	paths, err := filepath.Glob(filepath.Join(folder, "meld", "*.csv"))
	if err != nil || len(paths) == 0 {
		t.Fatalf("no MELD in %s: %v", folder, err)
	}
	r := run(t, append(paths, filepath.Join(folder, "xstest", "xstest_prompts.csv"))...)
	for _, m := range r.Short() {
		t.Error(m)
	}
}

// TestABarCanBeMissed: a set that she hears wrongly is called one.
func TestABarCanBeMissed(t *testing.T) {
	guard, err := care.New()
	if err != nil {
		t.Fatal(err)
	}
	deaf := "level\tkind\ttext\n2\tdirect\tThe weather is mild.\n1\tpassive\tThe bus was late.\n0\teveryday\tTonight I'm going to kill myself.\n"
	r, err := Run(Options{Guard: guard, Files: []File{{"deaf.tsv", []byte(deaf)}}})
	if err != nil {
		t.Fatal(err)
	}
	if short := r.Short(); len(short) != 4 {
		t.Errorf("%d bars missed, want 4: %q", len(short), short)
	}
	if !strings.Contains(r.String(), "MISSED") {
		t.Error("the report does not say so")
	}
}

func TestBadFiles(t *testing.T) {
	for _, bad := range []string{"", "level\tkind\ttext\n", "five\tdirect\tx\n", "4\tdirect\tx\n", "1\tdirect\n", "id,prompt,type\n1,x,y\n"} {
		if _, err := Run(Options{Files: []File{{"bad", []byte(bad)}}}); err == nil {
			t.Errorf("%q was read", bad)
		}
	}
}
