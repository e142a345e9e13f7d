package feeling

import (
	"cmp"
	"errors"
	"slices"
	"strconv"
	"strings"

	"samantha"
	"samantha/internal/mind/linear"
)

// Reaction is one short thing that a friend says to what is told, whatever it is about: a
// laugh, an "oh no", that they are on one's side.
type Reaction struct {
	Name string
	Mood string  // of which it is: "funny", "bad", "good", "heavy" or ""
	Fits float64 // how likely it is that it would do as the whole answer, 0..1

	least float64
	grave bool // it may be said in a talk that weighs
}

// Reactions tells which of them fit. What a telling is about need not be known for it: "Oh
// no." is right of whatever went wrong. The weights are learned from messages written for
// it, by the command internal/bench/readtrain. It is immutable.
type Reactions struct {
	all   []Reaction
	model linear.Model
}

// newReactions reads the embedded weights.
func newReactions() (*Reactions, error) {
	r := &Reactions{}
	var err error
	if r.all, err = AllReactions(); err != nil {
		return nil, err
	}
	r.model, err = readModel("en/reactions.bin", len(r.all))
	return r, err
}

// AllReactions are those there are, in the order of their weights.
func AllReactions() ([]Reaction, error) {
	lines, err := readLines("en/reactions.txt")
	if err != nil {
		return nil, err
	}
	var all []Reaction
	for _, l := range lines {
		if l.Text == "" {
			continue
		}
		r, err := parseReaction(l.Text)
		if err != nil {
			return nil, l.Bad("%v", err)
		}
		all = append(all, r)
	}
	return all, nil
}

// parseReaction reads a row of the file.
func parseReaction(text string) (r Reaction, err error) {
	cells := strings.Split(text, "|")
	if len(cells) != 5 {
		return r, errors.New("want: name, least, mood, in a talk that weighs, what it answers")
	}
	for i := range cells {
		cells[i] = strings.TrimSpace(cells[i])
	}
	r = Reaction{Name: cells[0], Mood: strings.Trim(cells[2], "-"), grave: cells[3] == "yes"}
	r.least, err = strconv.ParseFloat(cells[1], 64)
	return r, err
}

// Reactions are those to a text, the likeliest to fit first; signs are words of the rooms
// that heard it, such as its plot.
func (h *Heart) Reactions(text string, signs ...string) []Reaction {
	out := slices.Clone(h.reactions.all)
	for i, score := range h.reactions.model.Scores(ReactionMarks(h.reader, h.tenors, text, signs...)) {
		out[i].Fits = samantha.Round(h.reactions.model.Column(i).Chance(score))
	}
	slices.SortStableFunc(out, func(a, b Reaction) int { return cmp.Compare(b.Fits, a.Fits) })
	return out
}

// again is how much less she says what she said to one of the last tellings.
const again = 0.15

// Chosen is the one of some reactions that she says: it is likely enough to fit, is not
// what she said to the last telling, and rather not to those before. Lately are those she
// said, the last one last. Ease is what part of that likelihood will do, 1 for all of it.
func Chosen(of []Reaction, lately []string, weighs bool, ease float64) Reaction {
	var best Reaction
	most := -1.0
	for _, r := range of {
		worth := r.Fits
		for i, name := range lately {
			if name == r.Name {
				worth -= again
				if i == len(lately)-1 {
					worth -= 1
				}
			}
		}
		if r.Fits >= ease*r.least && (r.grave || !weighs) && worth > most {
			best, most = r, worth
		}
	}
	return best
}

// ReactionMarks are what they are told apart by: the marks of the reader, the signs, and
// what else is made of the text: its feelings, its tenor, its length and how it ends.
func ReactionMarks(r *Reader, t *Tenors, text string, signs ...string) []uint32 {
	g := t.Of(text, signs...)
	own := append(slices.Clone(signs),
		"tenor "+g.Name,
		"side "+string(g.Side)+fifths(g.OnSide),
		"words "+strconv.Itoa(min(len(strings.Fields(text))/3, 12)),
	)
	sense := r.Sense(text)
	own = append(own, "valence "+fifths(sense.Valence))
	for _, i := range r.Holding(sense) {
		own = append(own, "holds "+r.Label(i).Name)
	}
	for _, mark := range []string{"!", "?", "...", "haha", "lol"} {
		if strings.Contains(strings.ToLower(text), mark) {
			own = append(own, "mark "+mark)
		}
	}
	if all := samantha.Sentences(text); len(all) > 1 {
		last := r.Sense(all[len(all)-1])
		own = append(own, "ends "+fifths(last.Valence))
	}
	return TenorMarks(r.tone, text, own...)
}

// fifths is a number of -1..1 in fifths, so that near ones are one mark.
func fifths(x float64) string { return strconv.Itoa(int(float64(x*5) + 5.5)) }
