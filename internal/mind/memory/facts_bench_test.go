package memory

import (
	"fmt"
	"testing"

	"samantha"
)

func BenchmarkWhatHolds(b *testing.B) {
	var p past
	for i := range 5000 {
		p.told(samantha.Fact{
			Of: fmt.Sprintf("n%d", i%300), Slot: []string{"home", "likes", "work", "name"}[i%4], Value: fmt.Sprintf("v%d", i%700),
			Way: []samantha.Way{"", "", "", samantha.WayOver}[i%4],
		})
	}
	for b.Loop() {
		p.state.known = nil
		p.state.About("n7")
	}
}
