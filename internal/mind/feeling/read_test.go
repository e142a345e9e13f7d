package feeling

import (
	"testing"

	"samantha"

	"pgregory.net/rapid"
)

func TestRead(t *testing.T) {
	h := newHeart(t)
	for text, want := range map[string]samantha.Emotion{
		"I'm so happy today":       "joy",
		"hahahaha stop":            "joy",
		"yaaaay":                   "joy",
		"we did it 🎉":              "joy",
		"I got the job":            "joy",
		"I’m sad":                  "sadness",
		"I'm not happy about it":   "sadness",
		"my dog died this morning": "sadness",
		"I can't stop crying":      "sadness",
		"it was fun, but I miss her and I'm heartbroken": "sadness",
		"I'm furious with the landlord":                  "anger",
		"they make me so angry":                          "anger",
		"I'm scared of tomorrow":                         "fear",
		"that is disgusting":                             "disgust",
		"I'm so embarrassed":                             "shame",
		"it's all my fault":                              "guilt",
		"I love you":                                     "love",
		"wow, I didn't see that coming":                  "surprise",
		"I'm exhausted":                                  "tired",
		"I feel so lonely":                               "lonely",
		"phew, what a relief":                            "relief",
		"I'm proud of myself":                            "pride",
		"thank you so much":                              "gratitude",
		"":                                               samantha.Unsure,
		"I had toast over the sink":                      samantha.Unsure,
		"I'm not angry":                                  samantha.Unsure,
		"my boss was angry":                              samantha.Unsure,
		"is she sad?":                                    samantha.Unsure,
		"if I were happy I would say so":                 samantha.Unsure,
		"the meeting moved to Tuesday":                   samantha.Unsure,
		"that film was great":                            samantha.Unsure,
		"I'm afraid the shop is closed":                  samantha.Unsure,
	} {
		if got := h.Read(text, samantha.Hearing{}, 0); got.Emotion != want {
			t.Errorf("%q: %v, want %s", text, got, want)
		}
	}
}

func TestReadUsesWhatWasMeant(t *testing.T) {
	h := newHeart(t)
	if got := h.Read("my gran isn't with us now", did("tell.loss"), 0); got.Emotion != "sadness" || got.Valence >= 0 {
		t.Errorf("a loss: %v", got)
	}
	named := samantha.Hearing{Acts: []samantha.Act{{Kind: "tell.feeling", Slots: map[string]string{"feeling": "lonely"}}}}
	if got := h.Read("a bit of the old", named, 0); got.Emotion != "lonely" {
		t.Errorf("a feeling named: %v", got)
	}
}

func TestReadTone(t *testing.T) {
	h := newHeart(t)
	val := func(s string) float64 { return h.Read(s, samantha.Hearing{}, 0).Valence }
	for _, c := range []struct{ better, worse string }{
		{"I'm very happy", "I'm happy"},
		{"I'm happy", "I'm a bit happy, but sad"},
		{"it was hard but I'm happy", "I'm happy but it was hard"},
		{"that was great", "that was not great"},
	} {
		if val(c.better) <= val(c.worse) {
			t.Errorf("%q (%v) is not better than %q (%v)", c.better, val(c.better), c.worse, val(c.worse))
		}
	}
	calm, loud := h.Read("I'm angry", samantha.Hearing{}, 0), h.Read("I'm ANGRY!!!", samantha.Hearing{}, 0)
	if loud.Arousal <= calm.Arousal {
		t.Errorf("shouting is no louder: %v, %v", calm, loud)
	}
}

func TestReadStaysInRange(t *testing.T) {
	h := newHeart(t)
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.SliceOf(rapid.SampledFrom([]string{"so", "happy", "sad", "not", "but", "!", "?", "i'm", "😭", "haha", "died", "'", "é"}))
		text := rapid.String().Draw(t, "any")
		for _, w := range words.Draw(t, "words") {
			text += " " + w
		}
		r := h.Read(text, samantha.Hearing{}, 0)
		if r.Valence < -1 || r.Valence > 1 || r.Arousal < 0 || r.Arousal > 1 || r.Confidence < 0 || r.Confidence > 1 {
			t.Fatalf("%q: %v", text, r)
		}
		if (r.Emotion == samantha.Unsure) != (r.Confidence < sureEnough) {
			t.Fatalf("%q: %v", text, r)
		}
		if r != h.Read(text, samantha.Hearing{}, 0) {
			t.Fatal("not the same twice")
		}
	})
}
