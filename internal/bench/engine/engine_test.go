package engine

import (
	"os"
	"testing"
	"time"

	words "samantha/internal/words/model/engine"
	"samantha/internal/words/model/engine/tiny"
)

type wall struct{}

func (wall) Now() time.Time                         { return time.Now() }
func (wall) After(d time.Duration) <-chan time.Time { return time.After(d) }

// TestTheBench runs through with a small model; what a token costs of so small a one
// says nothing, so the bar for that is held by `samantha bench engine`.
func TestTheBench(t *testing.T) {
	if !words.Built() {
		if os.Getenv("CI") != "" {
			t.Fatal("the engine is missing: run make build")
		}
		t.Skip("no engine is packed in: run make build")
	}
	r, err := Run(t.Context(), Options{Dir: t.TempDir(), Rounds: 1, Shape: tiny.Small(), Clock: wall{}})
	if err != nil || r.Decode <= 0 || r.Prefill <= 0 || r.Reuse <= 0 || r.Reuse > MostReuse || r.Spoken <= 0 || r.Spoken >= 1 || r.First <= 0 {
		t.Errorf("%+v, %v", r, err)
	} else {
		t.Logf("%+v", r)
	}
}

func TestBars(t *testing.T) {
	if err := (Report{Overhead: 0.019, Reuse: 0.14}).Missed(); err != nil {
		t.Error(err)
	}
	if (Report{Overhead: 0.03}).Missed() == nil || (Report{Reuse: 0.2}).Missed() == nil {
		t.Error("nothing is missed")
	}
}
