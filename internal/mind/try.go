package mind

import (
	"context"

	"samantha"
)

// Trial is what she would make of an utterance, and say to it.
type Trial struct {
	Hearing  samantha.Hearing  `json:"hearing"`
	Facts    []samantha.Fact   `json:"facts,omitempty"`
	Threads  []samantha.Thread `json:"threads,omitempty"`
	Reading  samantha.Reading  `json:"reading"`
	Care     samantha.Care     `json:"care"`
	Recalled []samantha.Memory `json:"recalled,omitempty"`
	Intent   samantha.Intent   `json:"intent"`
	Replies  []Candidate       `json:"replies"`
}

// Candidate is one way she might say it.
type Candidate struct {
	Text  string   `json:"text"`
	Lines []string `json:"lines"`
}

// Try considers an utterance as [Mind.Hear] does and words its intent n times,
// each with the chance of a later moment. Nothing is kept, and she is as she was.
func (m *Mind) Try(ctx context.Context, u samantha.Utterance, n int) (Trial, error) {
	if err := m.take(ctx); err != nil {
		return Trial{}, err
	}
	defer m.give()
	heard := m.consider(u)
	t := Trial{
		Hearing: heard.Words.Hearing, Facts: heard.Words.Facts, Threads: heard.Words.Threads,
		Reading: heard.Numbers.Reading, Care: heard.Numbers.Care, Intent: heard.Words.Intent,
	}
	for _, r := range heard.Numbers.Recalled {
		if found, ok := m.index.Get(r.ID); ok {
			t.Recalled = append(t.Recalled, found)
		}
	}
	for range n {
		seq := m.state.Seq + 1 + uint64(len(t.Replies))
		said, _, err := m.speak(ctx, utterance{seq: seq, id: samantha.NewID(seq), at: m.clock.Now(), heard: u.Text, intent: t.Intent, leaves: t.Hearing.Has("goodbye")})
		if err != nil {
			return Trial{}, err
		}
		t.Replies = append(t.Replies, Candidate{said.Text(), said.Numbers.Lines})
	}
	return t, nil
}

// Answered is what she would say by another Speaker.
type Answered struct {
	Text   string
	Intent samantha.Intent
	Handed samantha.Handed // why the words are not, or not all, of a model that was there
	Felt   float64         // -1..1, how what she said sounds
	Feels  []samantha.Felt // what she feels by the record, strongest first
	Mood   samantha.Mood
}

// Through considers an utterance as [Mind.Hear] does and has another Speaker word what
// answers it, through the same guard: nothing that she would say beside that, of herself, of
// what is due, of her own accord. Nothing is kept, and she is as she was.
func (m *Mind) Through(ctx context.Context, u samantha.Utterance, by samantha.Speaker) (Answered, error) {
	if err := m.take(ctx); err != nil {
		return Answered{}, err
	}
	defer m.give()
	s := m.situation(u)
	s.alone = true
	heard, seq := m.considerIn(s, u), m.state.Seq+1
	say := answering(samantha.Event{Seq: seq, ID: samantha.NewID(seq), At: m.clock.Now()}, heard, heard.Words.Intent, nil)
	say.by = by
	said, _, err := m.speak(ctx, say)
	if err != nil {
		return Answered{}, err
	}
	return Answered{
		Text: said.Text(), Intent: heard.Words.Intent, Handed: said.Numbers.Handed,
		Felt:  m.rooms.heart.Read(said.Text(), samantha.Hearing{}, 0).Valence,
		Feels: m.around(ctx, say).Feels, Mood: m.rooms.heart.MoodAt(m.state.Heart, m.clock.Now()),
	}, nil
}
