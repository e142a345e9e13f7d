package voice

import (
	"math"

	"samantha"
)

// Own is one of her own sounds by its name in [samantha.Manner]; ok is false
// for any other name.
func Own(name string) (s Sound, ok bool) {
	switch name {
	case samantha.SoundBreath:
		return Breath(), true
	case samantha.SoundLaugh:
		return Laugh(), true
	case samantha.SoundHum:
		return Hum(), true
	}
	return Sound{}, false
}

// Breath is the breath before a word that is not easy: air drawn in through an
// open mouth, brighter as it fills, and then held.
func Breath() Sound {
	const length, rise, fall = 0.58, 0.36, 0.16
	noise := breathing(3)
	low := throat(resonance{560, 300, 0.5}, resonance{1500, 500, 1}, resonance{2600, 800, 0.5}, resonance{3900, 1400, 0.25})
	high := throat(resonance{680, 300, 0.35}, resonance{1750, 500, 1}, resonance{2950, 800, 0.8}, resonance{4400, 1400, 0.45})
	x := blank(length)
	fill(x, func(t seconds) float64 {
		air := noise()
		return swell(t, length, rise, fall) * glide(low(air), high(air), t/length)
	})
	return rendered(x, 0.012)
}

// Laugh is a small one, under her breath: three times ha, each lower and
// fainter than the one before.
func Laugh() Sound {
	const length, each = 0.76, 0.205
	noise := breathing(7)
	mouth := throat(resonance{720, 110, 1}, resonance{1300, 140, 0.8}, resonance{2850, 220, 0.5}, resonance{3900, 350, 0.4})
	pitch := func(t seconds) float64 {
		n := math.Floor(t / each)
		within := t/each - n
		return (226 - 24*n) * (1 - 0.12*within)
	}
	folds := glottis(pitch)
	x := blank(length)
	fill(x, func(t seconds) float64 {
		n := math.Floor(t / each)
		within := t - n*each
		fainter := math.Pow(0.72, n)
		voiced := 0.0
		if n < 3 {
			voiced = fainter * ease((within-0.045)/0.035) * ease((0.175-within)/0.06)
		}
		aspirated := fainter * (0.5*ease(within/0.03)*ease((0.11-within)/0.06) + 0.09)
		return ease((length-t)/0.12) * mouth(voiced*folds(t)+aspirated*noise())
	})
	return rendered(x, 0.035)
}

// Hum is a short one with the lips closed: a tone, and the tone below it.
func Hum() Sound {
	const length, turn = 0.82, 0.3
	noise := breathing(11)
	nose := throat(resonance{265, 60, 1}, resonance{950, 120, 0.1}, resonance{2150, 200, 0.15}, resonance{2900, 300, 0.12})
	pitch := func(t seconds) float64 {
		vibrato := 1 + 0.012*ease((t-turn)/0.2)*math.Sin(2*math.Pi*5.2*t)
		return glide(plainPitch*1.16, plainPitch*0.97, (t-turn+0.06)/0.12) * vibrato
	}
	folds := glottis(pitch)
	x := blank(length)
	fill(x, func(t seconds) float64 {
		dip := 1 - 0.35*ease(1-math.Abs(t-turn)/0.09)
		return dip * swell(t, length, 0.09, 0.3) * nose(folds(t)+0.015*noise())
	})
	return rendered(x, 0.045)
}
