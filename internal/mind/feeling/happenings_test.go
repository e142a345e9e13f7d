package feeling

import (
	"testing"

	"samantha"
)

// What happened is read by how it went: the same things stand in both lists, and only in
// the first does anything befall those who tell it.
func TestWhatHappenedIsReadByHowItWent(t *testing.T) {
	h := newHeart(t)
	for text, want := range map[string]samantha.Emotion{
		"when I slipped on the edge of the roof": "fear",
		"the dog ran after me and growled":       "fear",
		"a man held a knife":                     "fear",
		"my notes were not returned to me":       "anger",
		"there were slugs in my bed":             "disgust",
		"I broke my sister's violin":             "guilt",
		"I fell in front of the whole audience":  "shame",
	} {
		if got := h.Read(text, samantha.Hearing{}, 0); got.Emotion != want || got.Confidence < 0.45 {
			t.Errorf("%q: %v, want %s", text, got, want)
		}
	}
	for _, text := range []string{
		"I met a woman who keeps bees on a roof",
		"I went for a run and a dog ran with me",
		"the knife drawer got stuck",
		"I was waiting for the bus next to a man with a cucumber",
		"the whole street smelled of toast",
		"I broke the handle off the mug and glued it",
	} {
		if got := h.Read(text, samantha.Hearing{}, 0); got.Emotion != samantha.Unsure && got.Confidence > 0.45 {
			t.Errorf("%q: %v", text, got)
		}
	}
}

func TestWhatIsATelling(t *testing.T) {
	h := newHeart(t)
	for text, want := range map[string]bool{
		"the sight of it on the street": true,
		"when they called my name":      true,
		"I walked home alone":           true,
		"the dentist is at ten":         false,
		"remind me to call the dentist": false,
		"my sister likes tea":           false,
		"when you go out, get milk":     false,
		"I think it's fine":             false,
	} {
		if got := h.Tells(text); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}

// What happened counts for more in words that sound so.
func TestATellingThatSoundsSoCountsForMore(t *testing.T) {
	if alongside(-0.6, -0.4) <= 1 || alongside(-0.6, 0.4) >= 1 {
		t.Error("a tone against what happened counts for less, and one with it for more")
	}
}
