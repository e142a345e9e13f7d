package mind

import (
	"slices"
	"strings"

	"samantha"
)

// assumption is a row of en/assumes.txt.
type assumption struct {
	what, act, slot string
	values          []string
}

// readAssumptions reads the "WHAT | act | slot=values" lines of en/assumes.txt.
func readAssumptions() ([]assumption, error) {
	text, err := files.ReadFile("en/assumes.txt")
	if err != nil {
		return nil, err
	}
	var all []assumption
	for _, l := range samantha.Lines("en/assumes.txt", string(text)) {
		if l.Text == "" {
			continue
		}
		f := strings.Split(l.Text, "|")
		if len(f) < 2 || len(f) > 3 {
			return nil, l.Bad("want: what | act | slot=values")
		}
		a := assumption{what: strings.TrimSpace(f[0]), act: strings.TrimSpace(f[1])}
		if len(f) == 3 {
			slot, values, some := strings.Cut(strings.TrimSpace(f[2]), "=")
			if a.slot = slot; some {
				a.values = strings.Split(values, ",")
			}
		}
		all = append(all, a)
	}
	return all, nil
}

// fits reports whether a move is of this row.
func (a assumption) fits(m samantha.Move) bool {
	switch {
	case m.Act != a.act:
		return false
	case a.slot == "":
		return true
	case len(a.values) == 0:
		return m.Slots[a.slot] != ""
	}
	return slices.Contains(a.values, m.Slots[a.slot])
}

// Assumed is what an intent takes for granted of how the person feels, whatever words
// are found for it: the emotion that it names or implies, or [samantha.Unsure], and
// whether it takes it for good or bad (a valence of -1, 0 or 1).
func (r *Rooms) Assumed(in samantha.Intent) samantha.Reading {
	for _, m := range in.Moves {
		for _, a := range r.assumes {
			if !a.fits(m) {
				continue
			}
			if found := r.supposed(a, m); found.Emotion != samantha.Unsure || found.Valence != 0 {
				return found
			}
		}
	}
	return samantha.Reading{Emotion: samantha.Unsure}
}

// supposed is what a row says of a move that fits it.
func (r *Rooms) supposed(a assumption, m samantha.Move) samantha.Reading {
	found := samantha.Reading{Emotion: samantha.Unsure}
	switch a.what {
	case "good":
		found.Valence = 1
		return found
	case "bad":
		found.Valence = -1
		return found
	}
	name := a.what
	if slot, ok := strings.CutPrefix(a.what, "{"); ok {
		name = m.Slots[strings.TrimSuffix(slot, "}")]
	}
	found.Emotion, found.Valence = r.heart.Named(name)
	return found
}
