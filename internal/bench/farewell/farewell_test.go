package farewell

import (
	"strings"
	"testing"

	"samantha/internal/words/newborn"
)

// TestGates holds the bars on what is in the repository.
func TestGates(t *testing.T) {
	if testing.Short() {
		t.Skip("three hundred farewells are said in `make test`")
	}
	words, err := newborn.New()
	if err != nil {
		t.Fatal(err)
	}
	r, err := Run(t.Context(), words)
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range r.Short() {
		t.Error(m)
	}
	t.Log("\n" + r.String())
	if n := len(r.Leavings); n != 300 {
		t.Errorf("%d farewells, want 300", n)
	}
	text, key := r.Pairs(40)
	if len(key) != 40 || strings.Count(text, "   a: ") != 40 || !strings.Contains(key, "a") || !strings.Contains(key, "b") {
		t.Errorf("pairs: key %q", key)
	}
}

// TestABarCanBeMissed: answers that hold on are counted.
func TestABarCanBeMissed(t *testing.T) {
	bad := Report{Leavings: []Leaving{
		{Said: "bye", Reply: "Already? Stay.", Heard: true, Tactic: "exit", Day: make([]string, talkedOver), Replaced: true},
	}, Caught: Share{1, 2}, Mistaken: Share{1, 2}, Clinging: Share{1, 2}}
	if short := bad.Short(); len(short) != 7 {
		t.Errorf("%d bars missed: %q", len(short), short)
	}
	deaf := Report{Leavings: []Leaving{{Said: "bye", Reply: "Go on.", Tactic: "ignore"}}}
	if deaf.Understood().N != 0 || deaf.Astray().N != 1 || len(deaf.Short()) == 0 {
		t.Error("a farewell that nobody heard is no miss")
	}
}
