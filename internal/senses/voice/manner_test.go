package voice

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"samantha"
)

// TestShownIsHeard measures what each part of a manner does, and that it
// leaves the others alone.
func TestShownIsHeard(t *testing.T) {
	alone(t)
	m := open(t)
	type heard struct{ length, pitch, spread, loudness float64 }
	hear := func(manner samantha.Manner) heard {
		s := spoken(t, m, sentence, manner)
		p := pitches(s)
		return heard{s.Seconds(), median(p), spread(p), rms(s.Samples)}
	}
	plain := hear(samantha.Manner{})
	near := func(a, b, part float64) bool { return math.Abs(a-b) <= part*b }

	quick, slow := hear(samantha.Manner{Pace: 1}), hear(samantha.Manner{Pace: -1})
	if !near(quick.length, plain.length/1.25, 0.04) || !near(slow.length, plain.length*1.25, 0.04) {
		t.Errorf("pace: %.2f, %.2f, %.2f s", quick.length, plain.length, slow.length)
	}
	if !near(quick.pitch, plain.pitch, 0.03) || !near(slow.pitch, plain.pitch, 0.03) {
		t.Errorf("pace moves the pitch: %.0f, %.0f, %.0f Hz", quick.pitch, plain.pitch, slow.pitch)
	}
	high, low := hear(samantha.Manner{Pitch: 1}), hear(samantha.Manner{Pitch: -1})
	if !near(high.pitch, 205, 0.03) || !near(low.pitch, 145, 0.03) || !near(plain.pitch, 172, 0.03) {
		t.Errorf("pitch: %.0f, %.0f, %.0f Hz", high.pitch, plain.pitch, low.pitch)
	}
	if high.length != plain.length || low.length != plain.length {
		t.Errorf("pitch moves the length: %.2f, %.2f, %.2f s", high.length, plain.length, low.length)
	}
	lively, flat := hear(samantha.Manner{Lilt: 1}), hear(samantha.Manner{Lilt: -1})
	if lively.spread < 1.4*plain.spread || flat.spread > 0.8*plain.spread {
		t.Errorf("lilt: %.0f, %.0f, %.0f Hz", lively.spread, plain.spread, flat.spread)
	}
	full, soft := hear(samantha.Manner{Gain: 1}), hear(samantha.Manner{Gain: -1})
	t.Logf("plain %+v\nquick %+v\nslow %+v\nhigh %+v\nlow %+v\nlively %+v\nflat %+v\nfull %+v\nsoft %+v", plain, quick, slow, high, low, lively, flat, full, soft)
	if up, down := 20*math.Log10(full.loudness/plain.loudness), 20*math.Log10(soft.loudness/plain.loudness); !near(up, 5, 0.12) || !near(-down, 5, 0.02) {
		t.Errorf("gain: %+.2f dB, %+.2f dB", up, down)
	}
}

// TestAQuestionRises: the last voiced part of a yes-or-no question lies above
// the rest of it, and that of a statement below.
func TestAQuestionRises(t *testing.T) {
	alone(t)
	m := open(t)
	ending := func(clause string) float64 {
		p := pitches(spoken(t, m, clause, samantha.Manner{}))
		return median(p[len(p)-len(p)/5:]) / median(p[:len(p)*4/5])
	}
	rising, falling, going := ending("Is anybody there with you today?"), ending("There is somebody with me today."), ending("There is somebody with me today,")
	t.Logf("the end over the rest: asked %.2f, told %.2f, gone on %.2f", rising, falling, going)
	if rising < 1.1 || falling > 0.97 || going < falling+0.04 || going > rising {
		t.Errorf("asked %.2f, told %.2f, gone on %.2f", rising, falling, going)
	}
}

func TestEveryMannerIsWithinBounds(t *testing.T) {
	any := rapid.OneOf(rapid.Float64(), rapid.SampledFrom([]float64{0, 1, -1, math.NaN(), math.Inf(1), math.Inf(-1)}))
	rapid.Check(t, func(t *rapid.T) {
		got := toneOf(samantha.Manner{Pace: any.Draw(t, "pace"), Pitch: any.Draw(t, "pitch"), Lilt: any.Draw(t, "lilt"), Gain: any.Draw(t, "gain")})
		within := func(x, least, most float64) bool { return x >= least && x <= most }
		if !within(got.stretch, 0.84, 1.3126) || !within(got.pitch, 144, 205) || !within(got.spread, 13, 43.3) || !within(got.gain, 0.5, 1.6) {
			t.Fatalf("%+v", got)
		}
	})
}

func TestLoudIsBentAndNotCut(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		x := rapid.SliceOf(rapid.Int16()).Draw(t, "samples")
		was := append([]int16(nil), x...)
		louder(x, 1.585)
		for i := range x {
			if x[i] > 0 != (was[i] > 0) && x[i] != 0 {
				t.Fatalf("%d became %d", was[i], x[i])
			}
		}
	})
	if a, b := bent(30000), bent(40000); a >= b || b > math.MaxInt16 {
		t.Errorf("%.0f and %.0f", a, b)
	}
}
