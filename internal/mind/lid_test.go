package mind

import (
	"testing"
	"time"
)

// A silence much longer than her rest was the machine's: the lid was closed.
func TestTheLid(t *testing.T) {
	at := time.Date(2026, 3, 2, 22, 0, 0, 0, time.UTC)
	var b body
	for range 5 {
		b.breathe(at, idle)
		at = at.Add(idle)
	}
	if !b.lid[0].IsZero() {
		t.Errorf("resting looks like sleep: %v", b.lid)
	}
	shut := at.Add(-idle)
	at = at.Add(8 * time.Hour)
	b.breathe(at, idle)
	if !b.lid[0].Equal(shut) || !b.lid[1].Equal(at) {
		t.Errorf("asleep from %v to %v, noticed %v", shut, at, b.lid)
	}
	if b.told(0); !b.lid[0].IsZero() {
		t.Error("told twice")
	}
}
