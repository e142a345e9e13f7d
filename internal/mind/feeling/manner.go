package feeling

import (
	"time"

	"samantha"
)

// How much of what she shows goes into the voice. Pace and liveliness follow
// arousal, pitch follows arousal and pleasure, loudness dominance: the signs
// that studies of the voice agree on (Scherer, Speech Communication 40, 2003;
// Juslin and Laukka, Psychological Bulletin 129, 2003). The sizes are judgement:
// small, because a voice that acts is worse than one that does not.
const (
	voicedMood  = 0.5 // share of the mood's distance from home
	paceArousal = 0.7
	pitchStir   = 0.4
	pitchWarmth = 0.4
	liltStir    = 0.5
	liltWarmth  = 0.3
	gainPower   = 0.4
)

// Manner is how an answer sounds at a time: the mood's distance from home, the
// feelings as far as she shows them, and the tone in which it is meant.
func (h *Heart) Manner(s State, at time.Time, tone samantha.Tone) samantha.Manner {
	v := h.voiced(s, at)
	t := toned(tone)
	return samantha.Manner{
		Pace:  samantha.Round(bounded(t.Pace + float64(paceArousal*v.A))),
		Pitch: samantha.Round(bounded(t.Pitch + float64(pitchStir*v.A) + float64(pitchWarmth*v.P))),
		Lilt:  samantha.Round(bounded(t.Lilt + float64(liltStir*v.A) + float64(liltWarmth*v.P))),
		Gain:  samantha.Round(bounded(t.Gain + float64(gainPower*v.D))),
	}
}

// voiced is how far what she shows lies from her plain self.
func (h *Heart) voiced(s State, at time.Time) samantha.Mood {
	mood, rest := h.MoodAt(s, at), s.home()
	v := samantha.Mood{
		P: float64(voicedMood * (mood.P - rest.P)),
		A: float64(voicedMood * (mood.A - rest.A)),
		D: float64(voicedMood * (mood.D - rest.D)),
	}
	for _, k := range s.Now(at) {
		to := h.weighsAs(s.arose(k), at)
		v.P += float64(to.P * k.Shown)
		v.A += float64(to.A * k.Shown)
		v.D += float64(to.D * k.Shown)
	}
	return samantha.Mood{P: bounded(v.P), A: bounded(v.A), D: bounded(v.D)}
}

// toned is what a tone asks of the voice, whatever she feels.
func toned(t samantha.Tone) samantha.Manner {
	switch t {
	case samantha.ToneGlad:
		return samantha.Manner{Pace: 0.3, Pitch: 0.25, Lilt: 0.5, Gain: 0.1}
	case samantha.ToneLight:
		return samantha.Manner{Pace: 0.15, Pitch: 0.1, Lilt: 0.3}
	case samantha.ToneQuiet:
		return samantha.Manner{Pace: -0.45, Pitch: -0.2, Lilt: -0.35, Gain: -0.3}
	case samantha.ToneCrisis:
		return samantha.Manner{Pace: -0.5, Pitch: -0.1, Lilt: -0.5}
	}
	return samantha.Manner{}
}

func bounded(x float64) float64 { return max(-1, min(1, x)) }
