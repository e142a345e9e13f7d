package voice

import (
	"bytes"
	"encoding/binary"
	"errors"
	"math"
	"time"
)

// Rate is that of all her sounds, in samples a second.
const Rate = 16000

// Sound is mono sound.
type Sound struct {
	Rate    int     // samples a second
	Samples []int16 // full scale is ±32767
}

// Seconds is how long it lasts.
func (s Sound) Seconds() float64 {
	if s.Rate == 0 {
		return 0
	}
	return float64(len(s.Samples)) / float64(s.Rate)
}

// wavHeader is what stands before the samples of a WAV file.
type wavHeader struct {
	Riff       [4]byte
	Size       uint32 // of all that follows
	Wave, Fmt  [4]byte
	FmtSize    uint32
	Format     uint16 // 1: plain samples
	Channels   uint16
	Rate       uint32
	BytesASec  uint32
	BytesAStep uint16
	Bits       uint16
	Data       [4]byte
	DataSize   uint32
}

const wavHeaderSize = 44

// Made is what every file of hers says of itself, for people and for programs: that no
// person spoke. The address is IPTC's name for what a program made without learning it
// from recordings by itself (NewsCodes, digital source type).
const Made = "Synthetic speech: made by software (samantha), no person spoke. http://cv.iptc.org/newscodes/digitalsourcetype/algorithmicMedia"

// made is the chunk of a WAV file that holds [Made] as a comment, and which program it
// was (RIFF, LIST of kind INFO).
func made() []byte {
	info := []byte("INFO")
	for _, field := range [][2]string{{"ISFT", "samantha"}, {"ICMT", Made}} {
		text := append([]byte(field[1]), 0)
		if len(text)%2 == 1 {
			text = append(text, 0) // chunks begin at even places
		}
		info = append(info, field[0]...)
		info = binary.LittleEndian.AppendUint32(info, uint32(len(text)))
		info = append(info, text...)
	}
	list := binary.LittleEndian.AppendUint32([]byte("LIST"), uint32(len(info)))
	return append(list, info...)
}

// WAV is the sound as a file, marked as synthetic behind its samples.
func (s Sound) WAV() []byte {
	size, mark := uint32(2*len(s.Samples)), made()
	h := wavHeader{
		Riff: [4]byte{'R', 'I', 'F', 'F'}, Size: wavHeaderSize - 8 + size + uint32(len(mark)),
		Wave: [4]byte{'W', 'A', 'V', 'E'}, Fmt: [4]byte{'f', 'm', 't', ' '}, FmtSize: 16,
		Format: 1, Channels: 1, Rate: uint32(s.Rate), BytesASec: 2 * uint32(s.Rate), BytesAStep: 2, Bits: 16,
		Data: [4]byte{'d', 'a', 't', 'a'}, DataSize: size,
	}
	var out bytes.Buffer
	out.Grow(wavHeaderSize + int(size) + len(mark))
	_ = binary.Write(&out, binary.LittleEndian, h) // a buffer takes everything
	_ = binary.Write(&out, binary.LittleEndian, s.Samples)
	out.Write(mark)
	return out.Bytes()
}

// readWAV reads a file as [Sound.WAV] or flite writes it: samples to its mark, or to its
// end, whatever size the header promises.
func readWAV(file []byte) (Sound, error) {
	var h wavHeader
	if _, err := binary.Decode(file, binary.LittleEndian, &h); err != nil {
		return Sound{}, errors.New("no sound came")
	}
	if h.Riff != [4]byte{'R', 'I', 'F', 'F'} || h.Channels != 1 || h.Bits != 16 || h.Rate != Rate {
		return Sound{}, errors.New("a sound of another kind came")
	}
	data := bytes.TrimSuffix(file[wavHeaderSize:], made())
	s := Sound{Rate: int(h.Rate), Samples: make([]int16, len(data)/2)}
	_, err := binary.Decode(data, binary.LittleEndian, s.Samples)
	return s, err
}

// Join is one sound after the other.
func Join(sounds ...Sound) Sound {
	all := Sound{Rate: Rate}
	for _, s := range sounds {
		all.Samples = append(all.Samples, s.Samples...)
	}
	return all
}

func silence(d time.Duration) Sound {
	return Sound{Rate: Rate, Samples: make([]int16, samples(d))}
}

// samples is how many of them last so long.
func samples(d time.Duration) int { return int(d * Rate / time.Second) }

// What is quieter than this, over a few milliseconds, is no speech yet or no
// more; a little of it is left at both ends for the breath of an h or an s.
const (
	quiet    = 60 // root mean square
	window   = 5 * time.Millisecond
	leftover = 20 * time.Millisecond
)

// trimmed is the sound without the near silence at its ends, and without a
// click at either.
func trimmed(s Sound) Sound {
	w := samples(window)
	first, last := len(s.Samples), 0
	for i := 0; i < len(s.Samples); i += w {
		end := min(i+w, len(s.Samples))
		if rms(s.Samples[i:end]) > quiet {
			first, last = min(first, i), end
		}
	}
	if last == 0 {
		return Sound{Rate: s.Rate}
	}
	first, last = max(0, first-samples(leftover)), min(len(s.Samples), last+samples(leftover))
	s.Samples = s.Samples[first:last]
	fade(s.Samples, samples(window))
	return s
}

// fade lets the first and the last n samples rise from nothing and fall to it.
func fade(x []int16, n int) {
	n = min(n, len(x)/2)
	for i := range n {
		part := float64(i) / float64(n)
		x[i] = int16(part * float64(x[i]))
		x[len(x)-1-i] = int16(part * float64(x[len(x)-1-i]))
	}
}

func rms(x []int16) float64 {
	sum := 0.0
	for _, v := range x {
		sum += float64(v) * float64(v)
	}
	return math.Sqrt(sum / float64(max(len(x), 1)))
}
