package self

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func TestSheChoosesByTheWordsAndHerSeed(t *testing.T) {
	names, err := New()
	if err != nil {
		t.Fatal(err)
	}
	words := []string{"toast", "sink", "march"}
	a, by := names.Choose(7, words, "Sam")
	if b, _ := names.Choose(7, words, "Sam"); a.Name != b.Name {
		t.Errorf("the same words and seed gave %s and %s", a.Name, b.Name)
	}
	if by == "" || len(a.RunnersUp) != runnersUp {
		t.Errorf("the choice cannot be explained: %+v", a)
	}
	others := map[string]bool{}
	for seed := range uint64(40) {
		other, _ := names.Choose(seed, words, "Sam")
		others[other.Name] = true
	}
	if len(others) < 5 {
		t.Errorf("forty seeds gave only %d names", len(others))
	}
}

func TestNeverThePersonsOwnName(t *testing.T) {
	names, err := New()
	if err != nil {
		t.Fatal(err)
	}
	rapid.Check(t, func(t *rapid.T) {
		person := rapid.SampledFrom(names.list).Draw(t, "person")
		got, _ := names.Choose(rapid.Uint64().Draw(t, "seed"), []string{person}, person)
		if got.Name == person || slices.Contains(got.RunnersUp, got.Name) {
			t.Fatalf("%s chose %+v", person, got)
		}
	})
}
