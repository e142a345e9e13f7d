package feeling

import (
	"testing"

	"samantha"
)

// What she shows at most grows with how far the two have come, and never falls below
// what a stranger sees.
func TestTheCeilingIsTheStages(t *testing.T) {
	h, err := New()
	if err != nil {
		t.Fatal(err)
	}
	for given, want := range map[float64]float64{0: ceiling, 0.3: ceiling, 0.85: 0.85} {
		shown, rule := h.show(samantha.Feeling{Emotion: "joy", Intensity: 0.9}, Happening{Ceiling: given})
		if shown != want || rule != showNewcomer {
			t.Errorf("under a ceiling of %v she shows %v (%s), want %v", given, shown, rule, want)
		}
	}
}
