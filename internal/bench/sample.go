package bench

import (
	"fmt"
	"time"

	"samantha"
)

// sampleDraft is event seq of a made-up life in which every moment is answered:
// what was heard at odd sequences, what was said at even ones. Its sizes are
// those of a short moment with a fact, a feeling and five memories recalled.
func sampleDraft(seq uint64) samantha.Draft {
	at := time.Date(2026, 1, 1, 8, 0, 0, 0, time.UTC).Add(time.Duration(seq) * time.Minute)
	if seq%2 == 1 {
		return samantha.Draft{At: at, Origin: samantha.OriginPerson, Body: sampleHeard(seq)}
	}
	moment := samantha.NewID(seq - 1)
	return samantha.Draft{ID: moment.Said(), At: at, Origin: samantha.OriginHerself, Body: sampleSaid(seq, moment)}
}

func sampleHeard(seq uint64) *samantha.Heard {
	text := fmt.Sprintf("On day %d I walked to the harbour with Mara and we talked about the boat until it got dark.", seq/40)
	h := &samantha.Heard{}
	h.Words = samantha.HeardWords{
		Text: text,
		Hearing: samantha.Hearing{
			Acts:   []samantha.Act{{Kind: "tell.event", Text: text, Slots: map[string]string{"who": "Mara"}}},
			People: []samantha.Mention{{Name: "Mara", Relation: "sister"}},
			Detail: "the boat until it got dark", Odd: []string{"harbour", "boat"},
			Terms: []string{"walked", "harbour", "mara", "talked", "boat", "dark"},
		},
		Intent: samantha.Intent{
			Moves: []samantha.Move{
				{Act: samantha.DoTake, Slots: map[string]string{"detail": "the boat until it got dark"}},
				{Act: samantha.DoFollow, Slots: map[string]string{"detail": "the boat", "topic": "place"}},
			},
			Tone: samantha.TonePlain, Limits: samantha.Limits{Sentences: 3},
		},
	}
	if seq%10 == 1 {
		h.Words.Facts = []samantha.Fact{{Of: "person", Slot: "likes", Value: "the harbour", Quote: text}}
	}
	h.Numbers = sampleNumbers(seq)
	return h
}

func sampleNumbers(seq uint64) samantha.HeardNumbers {
	n := samantha.HeardNumbers{
		FaceID: fmt.Sprintf("page-%d", seq), Zone: "Europe/Berlin",
		Reading: samantha.Reading{Emotion: "joy", Valence: 0.412345, Arousal: 0.312345, Confidence: 0.62},
		Felt: []samantha.Feeling{{
			Emotion: "joy", Intensity: 0.412345, Shown: 0.3, Display: "soften", HalfLife: 4,
			Rule: "good-news-of-person", Goal: "person-is-well", Before: 0.5, After: 0.612345, Weight: 0.9,
		}},
		Goals: []samantha.Goal{
			{Name: "person-is-well", Likelihood: 0.612345},
			{Name: "being-understood", Likelihood: 0.5},
			{Name: "being-of-use", Likelihood: 0.44},
		},
		Mood:  samantha.Mood{P: 0.212345, A: 0.1, D: 0.05},
		Rules: samantha.RuleVersion{Hearing: 1, Feeling: 1, Memory: 1, Care: 1, Intent: 1},
	}
	for i := range uint64(5) {
		if back := 7 * (i + 1); back < seq {
			n.Recalled = append(n.Recalled, samantha.Recalled{ID: samantha.NewID(seq - back), Score: 1 / float64(i+1)})
		}
	}
	return n
}

func sampleSaid(seq uint64, moment samantha.ID) *samantha.Said {
	from := []samantha.ID{moment}
	if seq > 20 {
		from = append(from, samantha.NewID(seq-1-14))
	}
	return &samantha.Said{
		Words: samantha.SaidWords{Clauses: []string{
			"The boat, until it got dark.", "I like that you two still do that.", "Did it smell of tar?",
		}},
		Numbers: samantha.SaidNumbers{
			Links: samantha.Links{Sources: from}, Speaker: "newborn",
			Lines: []string{"take.3", "glad.12", "follow.place.4"}, Version: 1,
		},
	}
}
