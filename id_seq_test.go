package samantha

import (
	"fmt"
	"math"
	"testing"

	"pgregory.net/rapid"
)

func TestSeqTurnsNewIDRound(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		seq := rapid.Uint64().Draw(t, "seq")
		if got, ok := NewID(seq).Seq(); !ok || got != seq {
			t.Fatalf("NewID(%d) = %s, Seq = %d, %v", seq, NewID(seq), got, ok)
		}
	})
	if got, ok := NewID(math.MaxUint64).Seq(); !ok || got != math.MaxUint64 {
		t.Errorf("the largest sequence came back as %d, %v", got, ok)
	}
}

func TestSeqOfWhatNewIDNeverMakes(t *testing.T) {
	for _, id := range []ID{"", "m7", "m7k2.said", "m7k2.felt.1", "m7k2b2", "M7K2", "77mm", "m7k2m7k2m7k2m7k2m7k2m7k2"} {
		if seq, ok := id.Seq(); ok {
			t.Errorf("%q has the sequence %d", id, seq)
		}
	}
}

func TestNth(t *testing.T) {
	for id, want := range map[ID]string{"m7k2.fact.2": "fact 2", "m7k2.said.1": "said 1", "m7k2": " 0", "m7k2.said": " 0"} {
		name, n := id.Nth()
		if got := fmt.Sprint(name, " ", n); got != want {
			t.Errorf("%s: %q, want %q", id, got, want)
		}
	}
}
