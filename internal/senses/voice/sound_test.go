package voice

import (
	"encoding/binary"
	"math"
	"testing"
	"time"

	"pgregory.net/rapid"
)

func TestWAVThereAndBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := Sound{Rate: Rate, Samples: rapid.SliceOf(rapid.Int16()).Draw(t, "samples")}
		file := s.WAV()
		if n := binary.LittleEndian.Uint32(file[4:]); int(n) != len(file)-8 {
			t.Fatalf("%d bytes in a file of %d", n, len(file))
		}
		back, err := readWAV(file)
		if err != nil || len(back.Samples) != len(s.Samples) {
			t.Fatalf("%d of %d samples, %v", len(back.Samples), len(s.Samples), err)
		}
		for i, v := range back.Samples {
			if v != s.Samples[i] {
				t.Fatalf("sample %d", i)
			}
		}
	})
}

func FuzzReadWAV(f *testing.F) {
	f.Add([]byte{})
	f.Add(Sound{Rate: Rate, Samples: []int16{1, 2}}.WAV())
	f.Fuzz(func(t *testing.T, file []byte) {
		s, err := readWAV(file)
		if err == nil && 2*len(s.Samples) > len(file) {
			t.Errorf("%d samples in %d bytes", len(s.Samples), len(file))
		}
	})
}

func TestTrimming(t *testing.T) {
	tone := make([]int16, Rate/2)
	for i := range tone {
		tone[i] = int16(5000 * math.Sin(2*math.Pi*200*float64(i)/Rate))
	}
	s := trimmed(Join(silence(time.Second), Sound{Samples: tone}, silence(time.Second)))
	if got := s.Seconds(); got < 0.5 || got > 0.56 {
		t.Errorf("half a second of tone became %.2f s", got)
	}
	if n := len(trimmed(silence(time.Second)).Samples); n != 0 {
		t.Errorf("silence became %d samples", n)
	}
	if n := len(trimmed(Sound{Rate: Rate}).Samples); n != 0 {
		t.Errorf("nothing became %d samples", n)
	}
}
