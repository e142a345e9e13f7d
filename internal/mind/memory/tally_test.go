package memory

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// TestBringFindsTheBest: those brought to the front are those that sorting would have
// put there, equal scores told apart by age.
func TestBringFindsTheBest(t *testing.T) {
	chance := rand.New(rand.NewPCG(1, 2))
	for range 500 {
		all := make([]scored, 1+chance.IntN(60))
		for i := range all {
			all[i] = scored{int32(i), float64(chance.IntN(9))}
		}
		n := chance.IntN(len(all) + 1)
		want := slices.SortedFunc(slices.Values(all), order)[:n]
		bring(all, n)
		if slices.SortFunc(all[:n], order); !slices.Equal(all[:n], want) {
			t.Fatalf("%v, want %v", all[:n], want)
		}
	}
}
