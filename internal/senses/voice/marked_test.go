package voice

import (
	"encoding/binary"
	"strings"
	"testing"
)

// TestEverySoundSaysThatNoPersonSpoke: read as any program reads a WAV file, chunk by
// chunk, the samples are whole and the comment says how they came about.
func TestEverySoundSaysThatNoPersonSpoke(t *testing.T) {
	for n := range 4 {
		s := Sound{Rate: Rate, Samples: make([]int16, 100+n)}
		chunks := map[string]string{}
		file := s.WAV()
		if int(binary.LittleEndian.Uint32(file[4:])) != len(file)-8 {
			t.Fatalf("%d bytes, the header says %d", len(file)-8, binary.LittleEndian.Uint32(file[4:]))
		}
		for rest := file[12:]; len(rest) > 0; {
			size := int(binary.LittleEndian.Uint32(rest[4:]))
			chunks[string(rest[:4])] = string(rest[8 : 8+size])
			rest = rest[8+size:]
		}
		if len(chunks["data"]) != 2*len(s.Samples) || !strings.HasPrefix(chunks["LIST"], "INFO") || !strings.Contains(chunks["LIST"], Made) {
			t.Errorf("%d samples: %q", len(s.Samples), chunks["LIST"])
		}
	}
}
