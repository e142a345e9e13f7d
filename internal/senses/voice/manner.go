package voice

import (
	"fmt"
	"math"
	"time"

	"samantha"
)

// How what she shows becomes sound. Each part of a manner goes from -1 to 1,
// and 0 is her plain voice; what is outside is taken as the nearest end.
//
//	pace   every sound lasts 1.05 * 1.25^-pace of the engine's own time: 0.84 .. 1.31
//	pitch  the mean is 172 Hz * 2^(pitch/4), three semitones either way: 145 .. 205 Hz
//	lilt   the engine's spread around it is 24 Hz * 1.8^lilt: 13 .. 43 Hz
//	gain   the samples are louder by 5 dB * gain - 1 dB: -6 .. +4 dB
//
// Steps of feeling are small: at the ends she is still the same person, hurried
// or tired, and never a cartoon.
const (
	plainStretch, stretchStep = 1.05, 1.25
	plainPitch, pitchStep     = 172, 1.189207115002721 // three semitones: the fourth root of two
	plainSpread, spreadStep   = 24, 1.8
	plainGain, gainStep       = -1, 5
)

// tone is a manner in the engine's own measures.
type tone struct {
	stretch float64 // of all durations
	pitch   float64 // Hz, mean
	spread  float64 // Hz, standard deviation
	gain    float64 // factor on the samples
}

func toneOf(m samantha.Manner) tone {
	return tone{
		stretch: plainStretch * math.Pow(stretchStep, -bounded(m.Pace)),
		pitch:   plainPitch * math.Pow(pitchStep, bounded(m.Pitch)),
		spread:  plainSpread * math.Pow(spreadStep, bounded(m.Lilt)),
		gain:    math.Pow(10, (plainGain+gainStep*bounded(m.Gain))/20),
	}
}

// bounded is a part of a manner within its range; what is no number is 0.
func bounded(x float64) float64 {
	if math.IsNaN(x) {
		return 0
	}
	return max(-1, min(x, 1))
}

// settings are a tone as flite's options.
func (t tone) settings() []string {
	return []string{
		"--setf", fmt.Sprintf("duration_stretch=%.3f", t.stretch),
		"--setf", fmt.Sprintf("int_f0_target_mean=%.1f", t.pitch),
		"--setf", fmt.Sprintf("int_f0_target_stddev=%.1f", t.spread),
	}
}

// ceiling is where loud samples begin to be bent, so that none is cut off.
const ceiling = 0.8 * math.MaxInt16

// louder multiplies the samples, and bends what would not fit.
func louder(x []int16, gain float64) {
	for i, v := range x {
		x[i] = int16(bent(gain * float64(v)))
	}
}

func bent(v float64) float64 {
	const room = math.MaxInt16 - ceiling
	if over := math.Abs(v) - ceiling; over > 0 {
		return math.Copysign(ceiling+room*math.Tanh(over/room), v)
	}
	return v
}

// Pause is how long she waits after a clause, by what it ends with and by her
// pace. It is in the sound that [Mouth.Speak] returns.
func Pause(clause string, m samantha.Manner) time.Duration {
	return time.Duration(float64(plainPause(endOf(clause))) * toneOf(m).stretch)
}

func plainPause(end rune) time.Duration {
	switch end {
	case '…':
		return 550 * time.Millisecond
	case '.', '!', '?':
		return 380 * time.Millisecond
	case '—':
		return 300 * time.Millisecond
	case ';', ':':
		return 260 * time.Millisecond
	case ',':
		return 180 * time.Millisecond
	}
	return 60 * time.Millisecond // the sentence goes on
}
