package mind_test

import (
	"testing"

	"samantha/internal/house/life/inmem"
	"samantha/internal/mind"
)

func BenchmarkFold(b *testing.B) {
	k := begin(b, inmem.New())
	for range 60 {
		for _, l := range []string{"I fixed the bike chain with dental floss", "my sister Mara lives in Bergen", "how do you feel?", "thanks"} {
			k.say(l)
		}
	}
	events := k.events()
	for b.Loop() {
		state := mind.Fold().Zero()
		for _, e := range events {
			state.Apply(e)
		}
	}
	b.ReportMetric(float64(b.N*len(events))/b.Elapsed().Seconds(), "events/s")
}
