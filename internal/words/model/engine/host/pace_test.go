package host

import (
	"os"
	"path/filepath"
	"testing"
	"time"
)

func TestThreadsThatWaitAreDropped(t *testing.T) {
	p := pace{threads: 3, prompt: 4, known: rate{Prefill: 400, Decode: 90}}
	for range 3 * lookEvery { // half as fast is a busy machine, no more
		if p.made(time.Second / 45) {
			t.Fatal("dropped at half the speed")
		}
	}
	dropped := 0
	for i := range 3 * lookEvery {
		if p.made(time.Second/29) && dropped == 0 {
			dropped = i + 1
		}
	}
	if dropped != lookEvery || p.threads != 1 || p.prompt != 1 {
		t.Errorf("after %d tokens: %+v", dropped, p)
	}
	if p.before(4, 1); p.prompt != 1 {
		t.Error("they come back")
	}
}

func TestSlowReadingDropsThreads(t *testing.T) {
	p := pace{threads: 1, prompt: 2, known: rate{Prefill: 400, Decode: 90}}
	for _, c := range []struct {
		tokens int
		took   time.Duration
		want   bool
	}{{4, time.Second, false}, {256, time.Second, false}, {256, 3 * time.Second, true}, {256, 3 * time.Second, false}} {
		if got := p.read(c.tokens, c.took); got != c.want {
			t.Errorf("%d in %v: %v", c.tokens, c.took, got)
		}
	}
}

func TestAllCoresReadWhereNothingElseRuns(t *testing.T) {
	p := pace{threads: 1, prompt: 1}
	if p.before(2, 1); p.prompt != 2 || p.threads != 1 {
		t.Errorf("idle: %+v", p)
	}
	if p.before(2, 3); p.prompt != 1 {
		t.Errorf("busy: %+v", p)
	}
	p = newPace(1)
	if p.before(2, 1); p.prompt != 1 {
		t.Errorf("one was asked for: %+v", p)
	}
}

func TestABetterFigureIsKept(t *testing.T) {
	p := pace{threads: 1, known: rate{Prefill: 100, Decode: 10}}
	if p.learn(done{prompt: 300, cached: 200, prefill: time.Second, tokens: 40, decode: 4 * time.Second}) {
		t.Errorf("no better: %+v", p.known)
	}
	if !p.learn(done{prompt: 300, prefill: time.Second, tokens: 40, decode: 2 * time.Second}) || p.known != (rate{Prefill: 300, Decode: 20}) {
		t.Errorf("better: %+v", p.known)
	}
}

func TestWhatIsKeptIsReadAgain(t *testing.T) {
	file := filepath.Join(t.TempDir(), "pace.json")
	k := kept{"a": {Prefill: 1.5, Decode: 2, Threads: 1}}
	if err := k.write(file); err != nil {
		t.Fatal(err)
	}
	if got := readKept(file); got["a"] != k["a"] {
		t.Errorf("%+v", got)
	}
	if err := os.WriteFile(file, []byte("{"), 0o600); err != nil {
		t.Fatal(err)
	}
	if got := readKept(file); got == nil || len(got) != 0 {
		t.Errorf("what is broken is measured again: %+v", got)
	}
	if cores() < 1 || running() < 1 {
		t.Error("no core, or nothing runs")
	}
}
