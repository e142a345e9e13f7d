package tui

import (
	"testing"
	"time"
)

// BenchmarkFrame is what one frame of the breathing line costs, with a long
// talk above the one that is seen.
func BenchmarkFrame(b *testing.B) {
	s := talkedLong(onStage(nil, 80, 24))
	for range 50 {
		talkedLong(s)
	}
	b.ReportAllocs()
	for b.Loop() {
		s.clock.at = s.clock.at.Add(100 * time.Millisecond)
		s.m.Update(tick{})
		s.m.View()
	}
}
