package house

import (
	"errors"
	"testing"

	"samantha"
)

// TestOnlyAnEmptyHouseIsSimulated: such a life is never put beside a real one, and a
// house is known for one by its list alone.
func TestOnlyAnEmptyHouseIsSimulated(t *testing.T) {
	h := open(t, t.TempDir())
	defer h.Close()
	if is, err := Simulated(h.Dir()); is || err != nil {
		t.Errorf("an empty house: %v, %v", is, err)
	}
	if _, err := h.Simulate("Wren"); err != nil {
		t.Fatal(err)
	}
	if is, err := Simulated(h.Dir()); !is || err != nil {
		t.Errorf("with somebody simulated: %v, %v", is, err)
	}
	if _, err := h.Simulate("Ana"); !errors.Is(err, samantha.ErrInvalid) {
		t.Errorf("a second one: %v", err)
	}
	lived := open(t, t.TempDir())
	defer lived.Close()
	if _, err := lived.Person("Ana"); err != nil {
		t.Fatal(err)
	}
	if is, err := Simulated(lived.Dir()); is || err != nil {
		t.Errorf("a house where somebody lives: %v, %v", is, err)
	}
	if is, err := Simulated(t.TempDir() + "/none"); is || err != nil {
		t.Errorf("no house: %v, %v", is, err)
	}
}
