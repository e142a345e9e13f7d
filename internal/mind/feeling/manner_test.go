package feeling

import (
	"testing"
	"time"

	"pgregory.net/rapid"

	"samantha"
)

func TestMannerFollowsWhatSheShows(t *testing.T) {
	h, err := New()
	if err != nil {
		t.Fatal(err)
	}
	at := time.Date(2026, 3, 1, 20, 0, 0, 0, time.UTC)
	felt := func(e samantha.Emotion, shown float64) State {
		return State{At: at, Mood: State{}.home(), Felt: []Kept{{ID: "b2b2.felt.1", At: at, Feeling: samantha.Feeling{
			Emotion: e, Intensity: 0.8, Shown: shown, HalfLife: 4,
		}}}}
	}
	plain := h.Manner(felt("joy", 0), at, samantha.TonePlain)
	if plain != (samantha.Manner{}) {
		t.Errorf("a feeling that is not shown is heard: %+v", plain)
	}
	glad, sad := h.Manner(felt("joy", 0.8), at, samantha.TonePlain), h.Manner(felt("distress", 0.8), at, samantha.TonePlain)
	if glad.Pitch <= 0 || glad.Pace <= 0 || glad.Lilt <= 0 {
		t.Errorf("joy sounds like %+v", glad)
	}
	if sad.Pitch >= 0 || sad.Lilt >= glad.Lilt {
		t.Errorf("distress sounds like %+v", sad)
	}
	crisis := h.Manner(felt("joy", 0.8), at, samantha.ToneCrisis)
	if crisis.Pace >= glad.Pace || crisis.Lilt >= 0.2 {
		t.Errorf("a crisis sounds like %+v", crisis)
	}
}

func TestMannerIsBounded(t *testing.T) {
	h, err := New()
	if err != nil {
		t.Fatal(err)
	}
	at := time.Date(2026, 3, 1, 20, 0, 0, 0, time.UTC)
	var emotions []samantha.Emotion
	for e := range h.pad {
		emotions = append(emotions, e)
	}
	rapid.Check(t, func(t *rapid.T) {
		unit := rapid.Float64Range(-1, 1)
		s := State{At: at, Mood: samantha.Mood{P: unit.Draw(t, "p"), A: unit.Draw(t, "a"), D: unit.Draw(t, "d")}}
		for range rapid.IntRange(0, 6).Draw(t, "feelings") {
			x := rapid.Float64Range(0.05, 1).Draw(t, "intensity")
			s.Felt = append(s.Felt, Kept{ID: "b2b2.felt.1", At: at, Feeling: samantha.Feeling{
				Emotion: rapid.SampledFrom(emotions).Draw(t, "emotion"), Intensity: x, Shown: x, HalfLife: 1,
			}})
		}
		tone := rapid.SampledFrom([]samantha.Tone{samantha.TonePlain, samantha.ToneGlad, samantha.ToneLight, samantha.ToneQuiet, samantha.ToneCrisis}).Draw(t, "tone")
		m := h.Manner(s, at, tone)
		for _, v := range []float64{m.Pace, m.Pitch, m.Lilt, m.Gain} {
			if v < -1 || v > 1 {
				t.Fatalf("out of bounds: %+v", m)
			}
		}
	})
}
