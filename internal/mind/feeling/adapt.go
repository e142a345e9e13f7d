package feeling

import (
	"slices"
	"strings"

	"samantha"
)

// Learned is how often this person said that they did not feel what she read.
type Learned struct {
	Emotion samantha.Emotion `json:"emotion"`
	Times   int              `json:"times"`
}

// How much surer she has to be of a reading of a kind that this person put right
// so often: a little each time, and never so much that she would stop reading it
// (judgement).
const (
	adaptStep = 0.1
	adaptMost = 0.3
)

// demand is how sure she has to be to read an emotion in this person.
func demand(all []Learned, e samantha.Emotion) float64 {
	for _, l := range all {
		if l.Emotion == e {
			return sureEnough + min(adaptMost, float64(adaptStep*float64(l.Times)))
		}
	}
	return 0 // she is as sure as she has to be of anybody
}

// Adapt is a reading as she takes it of this person: not what they have often
// said it is not.
func (h *Heart) Adapt(r samantha.Reading, s State) samantha.Reading {
	if r.Confidence < samantha.Round(demand(s.Learned, r.Emotion)) {
		r.Emotion = samantha.Unsure
	}
	return r
}

// Denied are the feelings that a text says it is not, and the one it says it is
// instead, or unsure: anger and tired, of "I'm not angry, just tired".
func (h *Heart) Denied(text string) (not []samantha.Emotion, is samantha.Emotion) {
	is = samantha.Unsure
	for _, e := range h.lexicon.words(h.lexicon.split(text)) {
		switch {
		case e.named != "" && e.emotion != e.named:
			not = append(not, e.named)
		case e.named != "":
			is = e.named
		}
	}
	return not, is
}

// Theirs is what a reading of the person is called, behind "you were".
func (h *Heart) Theirs(e samantha.Emotion) string { return h.theirs[e] }

// readTheirs reads "emotion = word" lines.
func (h *Heart) readTheirs(lines []samantha.Line) error {
	h.theirs = map[samantha.Emotion]string{}
	for _, l := range lines {
		if e, word, ok := strings.Cut(l.Text, " = "); ok {
			h.theirs[samantha.Emotion(e)] = word
		} else if l.Text != "" {
			return l.Bad("want: emotion = word")
		}
	}
	return nil
}

// learn folds that a reading was put right, or that what was learned is taken
// back.
func (s *State) learn(m *samantha.Misread) {
	switch {
	case m == nil:
	case m.Undone:
		s.Learned = nil
	case m.Took != samantha.Unsure && m.Took != m.Is:
		i := slices.IndexFunc(s.Learned, func(l Learned) bool { return l.Emotion == m.Took })
		if i < 0 {
			s.Learned = append(s.Learned, Learned{Emotion: m.Took})
			i = len(s.Learned) - 1
		}
		s.Learned[i].Times++
	}
}

// Named is the emotion that somebody names by a word of theirs ("scared"), or that is
// called so in readings ("fear"), and whether it is good or bad (1, -1; 0 if that is not
// said); [samantha.Unsure] if it is none she knows.
func (h *Heart) Named(word string) (samantha.Emotion, float64) {
	e := samantha.Emotion(word)
	if sign, ok := h.lexicon.signs[e]; ok {
		return e, sign
	}
	mass, _ := masses(h.lexicon.words(h.lexicon.split(word)))
	e = heaviest(mass)
	return e, h.lexicon.signs[e]
}
