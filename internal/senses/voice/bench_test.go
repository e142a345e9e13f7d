package voice

import (
	"os"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"samantha"
)

// Budgets of the embedded voice on a machine of two cores: the first sound of
// a moment at the median, and what she may hold in memory with the voice.
const (
	firstSound = 500 * time.Millisecond
	withVoice  = 350 << 20 // bytes; 150 MB of them are the mind's
)

func BenchmarkYes(b *testing.B)         { speakFor(b, "Yes.") }
func BenchmarkTwelveWords(b *testing.B) { speakFor(b, sentence) }

// BenchmarkFirstWord is unpacking, compiling and "Yes.".
func BenchmarkFirstWord(b *testing.B) {
	needsVoice(b)
	for b.Loop() {
		m, err := Open()
		if err != nil {
			b.Fatal(err)
		}
		spoken(b, m, "Yes.", samantha.Manner{})
		if err := m.Close(); err != nil {
			b.Fatal(err)
		}
	}
}

func speakFor(b *testing.B, clause string) {
	m := open(b)
	s := spoken(b, m, clause, samantha.Manner{})
	for b.Loop() {
		s = spoken(b, m, clause, samantha.Manner{})
	}
	real := b.Elapsed().Seconds() / float64(b.N) / s.Seconds()
	b.ReportMetric(real, "x-real-time")
	b.ReportMetric(s.Seconds(), "s-of-sound")
}

// TestTheVoiceIsWithinItsBudgets tells how long she takes and how much she
// holds, and fails only far outside: machines that test are busy.
func TestTheVoiceIsWithinItsBudgets(t *testing.T) {
	alone(t)
	needsVoice(t)
	runtime.GC()
	before := resident(t)
	m := open(t)
	start := time.Now()
	spoken(t, m, "Yes.", samantha.Manner{})
	first := time.Since(start)
	most := resident(t)
	var yes, twelve []time.Duration
	var length float64
	for range 9 {
		yes = append(yes, took(func() { spoken(t, m, "Yes.", samantha.Manner{}) }))
		twelve = append(twelve, took(func() { length = spoken(t, m, sentence, samantha.Manner{}).Seconds() }))
		most = max(most, resident(t))
	}
	y, tw := middle(yes), middle(twelve)
	t.Logf("the very first word %v; then Yes. %v, twelve words %v for %.2f s of sound (%.3f of real time)", first, y, tw, length, tw.Seconds()/length)
	t.Logf("resident %d MB before, %d MB at most, %d MB held", before>>20, most>>20, resident(t)>>20)
	if y > firstSound || first > 20*firstSound {
		t.Errorf("first sound after %v, the very first after %v", y, first)
	}
	if used := most - before; used > withVoice-150<<20 {
		t.Errorf("her voice holds %d MB", used>>20)
	}
}

func took(f func()) time.Duration {
	start := time.Now()
	f()
	return time.Since(start)
}

func middle(all []time.Duration) time.Duration {
	slices.Sort(all)
	return all[len(all)/2].Round(time.Millisecond)
}

// resident is how much memory this process holds, in bytes; 0 where the system
// does not say.
func resident(t *testing.T) int {
	text, err := os.ReadFile("/proc/self/statm")
	if err != nil {
		return 0
	}
	pages, err := strconv.Atoi(strings.Fields(string(text))[1])
	if err != nil {
		t.Fatal(err)
	}
	return pages * os.Getpagesize()
}
