package facts

import (
	"os"
	"path/filepath"
	"testing"

	"samantha/internal/bench/lives"
)

// Floors, not figures: most of what the lives tell is told sidelong, and only
// what is told in so many words is learned by rules.
const (
	recallAtLeast    = 0.25
	precisionAtLeast = 0.75
)

func TestFactsAreLearned(t *testing.T) {
	names, err := filepath.Glob("../../../lives/*.json")
	if err != nil || len(names) == 0 {
		t.Fatalf("no lives: %v", err)
	}
	var all []lives.Life
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		l, err := lives.Read(data)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, l...)
	}
	r, err := Run(all)
	if err != nil {
		t.Fatal(err)
	}
	t.Log(r)
	if r.Recall < recallAtLeast || r.Precision < precisionAtLeast {
		t.Errorf("%s", r)
	}
}

func TestWhatAgrees(t *testing.T) {
	for _, test := range []struct {
		value, of, slot string
		want            bool
	}{
		{"a nurse", "nurse, nights, ward 11", "job", true},
		{"the top-floor flat", "top-floor flat, Kestrel Row", "home", true},
		{"Bergen", "Oslo", "home", false},
		{"the old harbour office by the lighthouse", "harbour", "job", false},
		{"six hundred and ten", "610 a month", "rent", true},
		{"six hundred and twenty", "610 a month", "rent", false},
		{"broke her ankle", "in two places", "ankle", true},
		{"twenty of the pills", "10", "pills", false},
	} {
		if got := overlap(test.value, test.of, test.slot); got != test.want {
			t.Errorf("%q and %q: %v", test.value, test.of, got)
		}
	}
}
