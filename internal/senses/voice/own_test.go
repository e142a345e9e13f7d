package voice

import (
	"math"
	"testing"
	"time"

	"samantha"
)

// centroid is where the middle of a sound's power lies, in Hz: half the mean
// rate at which a sound of that power would cross zero.
func centroid(s Sound) float64 {
	const frame = 512
	var power, weighted float64
	for i := 0; i+frame <= len(s.Samples); i += frame {
		for k := 1; k < frame/2; k++ {
			var re, im float64
			for n, v := range s.Samples[i : i+frame] {
				w := 0.5 - 0.5*math.Cos(2*math.Pi*float64(n)/frame)
				a := 2 * math.Pi * float64(k*n) / frame
				re, im = re+w*float64(v)*math.Cos(a), im+w*float64(v)*math.Sin(a)
			}
			p := re*re + im*im
			power, weighted = power+p, weighted+p*float64(k)*Rate/frame
		}
	}
	return weighted / power
}

// loudnesses are the root mean squares of steps of 10 ms.
func loudnesses(s Sound) []float64 {
	var all []float64
	for w, i := samples(10*time.Millisecond), 0; i < len(s.Samples); i += w {
		all = append(all, rms(s.Samples[i:min(i+w, len(s.Samples))]))
	}
	return all
}

// peaks are the places of the hills that stand out from the valleys on both
// sides by a factor of two.
func peaks(x []float64) []int {
	var at []int
	top, valley := 0, 0.0
	for i, v := range x {
		switch {
		case v > x[top]:
			top = i
		case v < x[top]/2 && x[top] > 2*valley && x[top] > 400:
			at = append(at, top)
			top, valley = i, v
		case v < valley || valley == 0:
			valley = v
			if v < x[top]/2 {
				top = i
			}
		}
	}
	return at
}

func TestHerOwnSounds(t *testing.T) {
	for _, c := range []struct {
		name              string
		seconds           float64
		loudness          float64
		brightest, lowest float64 // of the centroid, Hz
	}{
		{samantha.SoundBreath, 0.58, 393, 3200, 1500},
		{samantha.SoundLaugh, 0.76, 1147, 1500, 500},
		{samantha.SoundHum, 0.82, 1475, 500, 150},
	} {
		t.Run(c.name, func(t *testing.T) {
			s, ok := Own(c.name)
			again, _ := Own(c.name)
			if !ok || string(s.WAV()) != string(again.WAV()) {
				t.Fatal("it is not there, or not the same twice")
			}
			if math.Abs(s.Seconds()-c.seconds) > 0.001 || math.Abs(rms(s.Samples)-c.loudness) > 10 {
				t.Errorf("%.3f s, loudness %.0f", s.Seconds(), rms(s.Samples))
			}
			if f := centroid(s); f > c.brightest || f < c.lowest {
				t.Errorf("its middle lies at %.0f Hz", f)
			}
			for i, v := range s.Samples {
				if v > 9000 || v < -9000 {
					t.Fatalf("too loud at %d: %d", i, v)
				}
			}
			if l := loudnesses(s); l[0] > c.loudness/2 || l[len(l)-1] > c.loudness/8 || s.Samples[0] != 0 {
				t.Errorf("it begins at %.0f and ends at %.0f", l[0], l[len(l)-1])
			}
		})
	}
	if _, ok := Own("sneeze"); ok {
		t.Error("she can sneeze")
	}
}

func TestABreathSwellsAndHasNoVoice(t *testing.T) {
	s := Breath()
	if p := pitches(s); len(p) > 2 {
		t.Errorf("voiced: %.0f", p)
	}
	l := loudnesses(s)
	if top := max(l[30], l[35], l[40]); top < 3*l[10] || top < 3*l[len(l)-3] {
		t.Errorf("%.0f", l)
	}
}

func TestALaughFalls(t *testing.T) {
	s := Laugh()
	l := loudnesses(s)
	hills := peaks(l)
	if len(hills) < 3 || len(hills) > 4 {
		t.Fatalf("hills at %v of %.0f", hills, l)
	}
	for i := range 2 {
		if l[hills[i+1]] >= l[hills[i]] {
			t.Errorf("ha %d is louder than the one before", i+2)
		}
	}
	p := pitches(s)
	if first, last := median(p[:8]), median(p[len(p)-8:]); first < 200 || last > 180 {
		t.Errorf("from %.0f to %.0f Hz", first, last)
	}
}

func TestAHumIsHerVoice(t *testing.T) {
	p := pitches(Hum())
	if len(p) < 60 {
		t.Fatalf("%d voiced frames", len(p))
	}
	first, second := median(p[:20]), median(p[len(p)-30:])
	if math.Abs(first-200) > 3 || math.Abs(second-167) > 3 {
		t.Errorf("two notes of %.0f and %.0f Hz", first, second)
	}
	if s := spread(p[len(p)-35:]); s < 1.5 || s > 8 {
		t.Errorf("the second note trembles by %.1f Hz", s)
	}
}
