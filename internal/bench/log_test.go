package bench_test

import (
	"context"
	"testing"

	"samantha/internal/bench"
	"samantha/internal/house/life/logtest"
)

func TestLog(t *testing.T) {
	r, err := bench.Log(context.Background(), bench.LogOptions{
		Dir: t.TempDir(), Sizes: []int{300}, Fold: logtest.Fold(),
	})
	if err != nil {
		t.Fatal(err)
	}
	s := r.Sizes["300"]
	for name, figure := range map[string]float64{
		"append p50": s.AppendMS.P50, "append p99": s.AppendMS.P99, "bare fsync": s.BareFsyncMS, "ratio": s.Ratio,
		"replay": s.ReplayPerS, "view": s.ViewPerS, "open": s.OpenMS, "bytes": s.BytesPerEvent,
	} {
		if figure <= 0 {
			t.Errorf("%s is %v", name, figure)
		}
	}
}
