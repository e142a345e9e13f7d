package recall

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"runtime"
	"slices"
	"strings"
	"time"

	"samantha"
	"samantha/internal/bench/madeup"
	"samantha/internal/mind/memory"
)

// GrowthReport is what a life's size costs, by number of memories.
type GrowthReport map[string]Grown

// Grown is the index at one size.
type Grown struct {
	Memories  int     `json:"memories"`
	BuildPerS float64 `json:"build_per_s"`
	HeapMB    float64 `json:"heap_mb"` // memories and index
	AddP50    float64 `json:"add_p50_ms"`
	AddP99    float64 `json:"add_p99_ms"`
	RecallP50 float64 `json:"recall_p50_ms"`
	RecallP99 float64 `json:"recall_p99_ms"`
}

const (
	timedAdds    = 1000
	timedRecalls = 300
	brought      = 8 // memories a recall
)

// Growth fills an index with a made-up life of each size and times it.
func Growth(sizes []int, now func() time.Time) (GrowthReport, error) {
	lore, err := memory.New()
	if err != nil {
		return nil, err
	}
	report := GrowthReport{}
	for _, n := range sizes {
		report[fmt.Sprint(n)] = grow(lore, n, now)
	}
	return report, nil
}

func grow(lore *memory.Lore, n int, now func() time.Time) Grown {
	life := madeUp{chance: rand.New(rand.NewPCG(1, uint64(n)))}
	all := make([]memory.Kept, n)
	for i := range all {
		all[i] = life.next()
	}
	before := heap()
	start := now()
	x := lore.Index()
	for _, k := range all {
		x.Add(k)
	}
	took := now().Sub(start)
	g := Grown{Memories: n, BuildPerS: float64(n) / took.Seconds(), HeapMB: heap() - before}
	var recalls, adds []time.Duration
	for range timedRecalls {
		q := memory.Question{Text: madeup.Words(4+life.chance.IntN(3), life.chance), Wide: true, Renew: true}
		start := now()
		x.Recall(q, brought)
		recalls = append(recalls, now().Sub(start))
	}
	for range timedAdds {
		k := life.next()
		start := now()
		x.Add(k)
		adds = append(adds, now().Sub(start))
	}
	slices.Sort(recalls)
	slices.Sort(adds)
	g.RecallP50, g.RecallP99 = percentile(recalls, 0.5), percentile(recalls, 0.99)
	g.AddP50, g.AddP99 = percentile(adds, 0.5), percentile(adds, 0.99)
	return g
}

// heap is what is in use, in megabytes, once what is not was collected.
func heap() float64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return float64(m.HeapAlloc) / 1e6
}

// madeUp is a life of encounters of twenty memories, two by two, in a small
// vocabulary: long lists, a hard case.
type madeUp struct {
	chance *rand.Rand
	n      int
}

const (
	atOnce      = 20 // memories of an encounter
	memoryWords = 12
)

func (m *madeUp) next() memory.Kept {
	met := time.Date(2020, 1, 1, 8, 0, 0, 0, time.UTC).Add(time.Duration(m.n/atOnce) * 5 * time.Hour)
	k := memory.Kept{Memory: samantha.Memory{
		ID: samantha.NewID(uint64(m.n + 1)), At: met.Add(time.Duration(m.n%atOnce) * time.Minute), By: samantha.OriginPerson,
		Text: madeup.Words(memoryWords, m.chance) + ".",
	}}
	if m.n%2 == 1 {
		k.By = samantha.OriginHerself
	}
	if m.n%4 == 1 {
		k.Text = madeup.Words(memoryWords, m.chance) + "?"
	}
	m.n++
	return k
}

// String is the report for a person.
func (r GrowthReport) String() string {
	var b strings.Builder
	for _, g := range slices.SortedFunc(maps.Values(r), func(a, b Grown) int { return a.Memories - b.Memories }) {
		fmt.Fprintf(&b, "%8d memories: built %.0f a second, %.0f MB; add %.3f / %.3f ms, recall %.2f / %.2f ms (p50 / p99)\n",
			g.Memories, g.BuildPerS, g.HeapMB, g.AddP50, g.AddP99, g.RecallP50, g.RecallP99)
	}
	return b.String()
}
