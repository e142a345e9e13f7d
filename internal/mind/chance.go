package mind

import (
	"fmt"
	"hash/fnv"
)

// chance seeds one moment: the same mind and the same place in its life give
// the same words.
func chance(seed, seq uint64) uint64 {
	h := fnv.New64a()
	fmt.Fprintf(h, "%d/%d", seed, seq)
	return h.Sum64()
}
