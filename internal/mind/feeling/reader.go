package feeling

import (
	"math"
	"strings"

	"samantha"
	"samantha/internal/mind/linear"
)

// Label is one thing the reader tells apart.
type Label struct {
	Name                        string
	Emotion                     samantha.Emotion // what she would call it; "" if it says nothing of the person
	Valence, Arousal, Dominance float64          // -1..1: what people mean by the word
}

// Reader is a small linear model of what the writer of a text feels: a weight
// for each mark and label, learned from GoEmotions and from the words of
// [Tone] by the command internal/bench/readtrain. It is immutable.
type Reader struct {
	tone   *Tone
	labels []Label
	model  linear.Model // a column for each label, and the valence last
}

// Sense is what the reader makes of a text by itself.
type Sense struct {
	Labels  []float64 // the probability of each label; they need not sum to 1
	Valence float64   // -1 bad .. 1 good
	Arousal float64   // -1 calm .. 1 stirred
	Power   float64   // -1 helpless .. 1 in command
}

// How the three opinions of a text's valence are weighed: the column of its
// own, the labels, the tone of the words. Set on training lines.
const (
	ownWeight   = 0.4
	labelWeight = 0.4
	toneWeight  = 0.3
	// stress is how much an exclamation mark drives a valence from the middle.
	// It says that there is feeling, not which.
	stress = 0.25
	// middle is the valence of talk in which there is no feeling.
	middle = 0.1
)

// NewReader reads the embedded weights.
func NewReader() (*Reader, error) {
	r := &Reader{}
	var err error
	if r.tone, err = NewTone(); err != nil {
		return nil, err
	}
	if r.labels, err = Labels(); err != nil {
		return nil, err
	}
	r.model, err = readModel("en/reader.bin", len(r.labels)+1)
	return r, err
}

// Labels are what the reader tells apart, in the order of its weights.
func Labels() ([]Label, error) {
	var labels []Label
	err := readAll([]table{{"en/labels.txt", func(lines []samantha.Line) error {
		for _, l := range lines {
			if l.Text == "" {
				continue
			}
			label, err := readLabel(l, strings.Fields(l.Text))
			if err != nil {
				return err
			}
			labels = append(labels, label)
		}
		return nil
	}}})
	return labels, err
}

func readLabel(l samantha.Line, f []string) (Label, error) {
	if len(f) != 5 {
		return Label{}, l.Bad("want: label emotion valence arousal dominance")
	}
	label := Label{Name: f[0]}
	if f[1] != "-" {
		label.Emotion = samantha.Emotion(f[1])
	}
	for i, x := range []*float64{&label.Valence, &label.Arousal, &label.Dominance} {
		var err error
		if *x, err = l.Float(f[i+2], -1, 1); err != nil {
			return Label{}, err
		}
	}
	return label, nil
}

// Names are the labels in their order.
func (r *Reader) Names() []string {
	var names []string
	for _, l := range r.labels {
		names = append(names, l.Name)
	}
	return names
}

// Label is the label at a place in their order.
func (r *Reader) Label(i int) Label { return r.labels[i] }

// Tone is the tone of words that the reader leans on.
func (r *Reader) Tone() *Tone { return r.tone }

// Sense reads a text by itself.
func (r *Reader) Sense(text string) Sense {
	scores := r.model.Scores(r.tone.Marks(text))
	s := Sense{Labels: make([]float64, len(r.labels))}
	byLabels := 0.0
	for i, l := range r.labels {
		p := r.model.Column(i).Chance(scores[i])
		s.Labels[i] = samantha.Round(p)
		byLabels += float64(p * l.Valence)
		s.Arousal += float64(p * l.Arousal)
		s.Power += float64(p * l.Dominance)
	}
	v := float64(ownWeight*scores[len(r.labels)]) + float64(labelWeight*byLabels) + float64(toneWeight*r.tone.Of(text))
	if strings.Contains(text, "!") {
		v += math.Copysign(stress, v-middle)
	}
	s.Valence = samantha.Round(bounded(v))
	s.Arousal, s.Power = samantha.Round(bounded(s.Arousal)), samantha.Round(bounded(s.Power))
	return s
}

// carried is how much of the tone before colours this one. It costs nothing on
// the dialogues of MELD and gains nothing either; it is for the bare "yes" after
// something hard.
const carried = 0.1

// After is the sense of a text that follows a tone (a valence, -1..1).
func (s Sense) After(tone float64) Sense {
	s.Valence = samantha.Round(bounded(s.Valence + float64(carried*tone)))
	return s
}

// softened is the sense of a text that is believed so far, 0..1.
func (s Sense) softened(belief float64) Sense {
	s.Valence, s.Power = samantha.Round(belief*s.Valence), samantha.Round(belief*s.Power)
	return s
}

// Holding are the places of the labels that hold: those over their threshold.
func (r *Reader) Holding(s Sense) []int {
	var out []int
	for i, p := range s.Labels {
		if p >= float64(r.model.Column(i).Least) {
			out = append(out, i)
		}
	}
	return out
}

// guess is how likely an emotion is, and how good or bad.
type guess struct{ p, valence float64 }

// emotions are what she would call the labels: each as likely as that one of
// the labels of that name holds, and as good or bad as they are.
func (r *Reader) emotions(s Sense) map[samantha.Emotion]guess {
	out := map[samantha.Emotion]guess{}
	for i, l := range r.labels {
		if l.Emotion == "" {
			continue
		}
		g := out[l.Emotion]
		g.p += float64((1 - g.p) * s.Labels[i])
		g.valence += float64(l.Valence * s.Labels[i])
		out[l.Emotion] = g
	}
	return out
}

// stirred is the arousal on the scale of a reading, 0..1.
func (s Sense) stirred() float64 {
	if s.Arousal < 0 {
		return restArousal + float64(restArousal*s.Arousal)
	}
	return restArousal + float64((1-restArousal)*s.Arousal)
}
