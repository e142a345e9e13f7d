package mind

import (
	"time"

	"samantha"
)

// manner is how an answer sounds, with the sound before its first word.
func (m *Mind) manner(at time.Time, in samantha.Intent, seed uint64) samantha.Manner {
	how := m.rooms.heart.Manner(m.inMind().Heart, at, in.Tone)
	how.Sound = sound(in, seed)
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
