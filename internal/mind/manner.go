package mind

import (
	"time"

	"samantha"
	"samantha/internal/mind/self"
)

// manner is how an answer sounds, with the sound before its first word.
func (m *Mind) manner(at time.Time, in samantha.Intent, seed uint64) samantha.Manner {
	how := m.grown(m.rooms.heart.Manner(m.inMind().Heart, at, in.Tone))
	how.Sound = sound(in, seed)
	return how
}

// How much of what she became goes into the voice: livelier as she becomes more
// outgoing, slower as she becomes more careful, softer as she becomes gentler. A
// year at the limit is a shade, and no more (judgement).
const (
	paceOutgoing = 0.8
	paceCareful  = -0.6
	liltOutgoing = 0.8
	liltCurious  = 0.4
	gainGentle   = -0.5
	gainOutgoing = 0.4
	// facetVoice is a degree of a facet in the voice: a talker is quicker, somebody on the
	// lookout slower and softer, somebody silly has more tune.
	facetVoice = 0.05
)

// grown is a manner as she has become, whatever she feels.
func (m *Mind) grown(how samantha.Manner) samantha.Manner {
	d := m.inMind().Heart.Drift
	bounded := func(x float64) float64 { return samantha.Round(max(-1, min(1, x))) }
	how.Pace = bounded(how.Pace + float64(paceOutgoing*d.E) + float64(paceCareful*d.C))
	how.Lilt = bounded(how.Lilt + float64(liltOutgoing*d.E) + float64(liltCurious*d.O))
	how.Gain = bounded(how.Gain + float64(gainOutgoing*d.E) + float64(gainGentle*d.A))
	me := &m.inMind().Self
	talk, play, watch := me.Degree(self.Talk), me.Degree(self.Play), me.Degree(self.Watch)
	how.Pace = bounded(how.Pace + float64(facetVoice*float64(talk-watch)))
	how.Lilt = bounded(how.Lilt + float64(facetVoice*float64(play)))
	how.Gain = bounded(how.Gain - float64(facetVoice*float64(watch)))
	return how
}

// sound is what she does before the first word: a breath before something heavy,
// a small laugh when she is teased or they laugh, sometimes a hum when there is
// nothing to take hold of. Never in a crisis, and seldom enough to mean something.
func sound(in samantha.Intent, seed uint64) string {
	switch in.Act() {
	case samantha.DoLoss, samantha.DoMourn, samantha.DoComfort, samantha.DoStay:
		return oneIn(2, seed, samantha.SoundBreath)
	case samantha.DoTease, samantha.DoLaugh:
		if in.Limits.NoPlay || in.Tone != samantha.ToneLight {
			return ""
		}
		return oneIn(2, seed, samantha.SoundLaugh)
	case samantha.DoListen:
		if in.Tone == samantha.TonePlain {
			return oneIn(4, seed, samantha.SoundHum)
		}
	}
	return ""
}

// oneIn lets a sound be heard one time in n.
func oneIn(n, seed uint64, sound string) string {
	if seed%n == 0 {
		return sound
	}
	return ""
}
