package feeling

import (
	"slices"
	"strings"

	"samantha"
	"samantha/internal/mind/linear"
)

// Tenor is what sort of thing is told, to somebody who listens: a loss, a mishap of
// the day, something made, what somebody of theirs is like.
type Tenor struct {
	Name string
	Side Side
}

// Side is on which side of things a tenor lies for whoever tells it.
type Side string

// The sides.
const (
	Bad   Side = "bad"
	Good  Side = "good"
	Plain Side = "plain"
)

// NoTenor is the name of what tells nothing: a question, a greeting, a scrap.
const NoTenor = "none"

// Tenors tells them apart. Where rules hear what happened, they know more; this is for
// all that no rule was written for, and says how sure it is. The weights are learned
// from sentences written for it, by the command internal/bench/readtrain. It is
// immutable.
type Tenors struct {
	tone  *Tone
	all   []Tenor
	model linear.Model
}

// NewTenors reads the embedded weights.
func NewTenors(tone *Tone) (*Tenors, error) {
	t := &Tenors{tone: tone}
	var err error
	if t.all, err = AllTenors(); err != nil {
		return nil, err
	}
	t.model, err = readModel("en/tenors.bin", len(t.all))
	return t, err
}

// AllTenors are the tenors in the order of their weights.
func AllTenors() ([]Tenor, error) {
	lines, err := readLines("en/tenors.txt")
	if err != nil {
		return nil, err
	}
	var all []Tenor
	for _, l := range lines {
		if l.Text == "" {
			continue
		}
		f := strings.Fields(l.Text)
		if len(f) != 2 || f[1] != string(Bad) && f[1] != string(Good) && f[1] != string(Plain) {
			return nil, l.Bad("want: tenor, and bad, good or plain")
		}
		all = append(all, Tenor{f[0], Side(f[1])})
	}
	return all, nil
}

// Side is on which side of things the tenor of a name lies; "" if there is none of it.
func (h *Heart) Side(name string) Side {
	for _, t := range h.tenors.all {
		if t.Name == name {
			return t.Side
		}
	}
	return ""
}

// Guess is the likeliest tenor of a text and how likely it is, and how likely it is
// that it lies on that side at all, 0..1.
type Guess struct {
	Tenor
	Chance, OnSide float64
}

// Of guesses the tenor of a text by itself and by what else is known of it: signs are
// words of the rooms that heard it, such as its plot.
func (t *Tenors) Of(text string, signs ...string) Guess {
	var g Guess
	chances := make([]float64, len(t.all))
	sum := 0.0
	for i, score := range t.model.Scores(TenorMarks(t.tone, text, signs...)) {
		chances[i] = t.model.Column(i).Chance(score)
		sum += chances[i]
		if chances[i] > g.Chance {
			g.Tenor, g.Chance = t.all[i], chances[i]
		}
	}
	for i, c := range chances {
		if t.all[i].Side == g.Side {
			g.OnSide += c
		}
	}
	g.OnSide = samantha.Round(g.OnSide / sum)
	g.Chance = samantha.Round(g.Chance)
	return g
}

// TenorMarks are what tenors are told apart by: the marks of the reader, and the signs.
func TenorMarks(tone *Tone, text string, signs ...string) []uint32 {
	marks := tone.Marks(text)
	for _, sign := range signs {
		marks = append(marks, linear.Hashed(markSign, sign))
	}
	slices.Sort(marks)
	return slices.Compact(marks)
}
