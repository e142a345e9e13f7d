package bond

import (
	"strings"
	"time"

	"samantha"
)

// Sentence says how the two stand, in plain words.
func (r *Room) Sentence(s State, at time.Time) string {
	parts := []string{r.words["stage."+string(r.At(s, at).Stage)]}
	if s.Cooled != nil {
		parts = []string{r.words["cool."+string(s.Cooled.How)]}
	}
	open, left := len(r.Open(s, at)), len(r.Left(s, at))
	switch {
	case open == 1:
		parts = append(parts, r.words["torn.one"])
	case open > 1:
		parts = append(parts, r.words["torn.more"])
	case left == 1:
		parts = append(parts, r.words["left.one"])
	case left > 1:
		parts = append(parts, r.words["left.more"])
	}
	text := strings.Join(parts, "; ") + "."
	return strings.ToUpper(text[:1]) + text[1:]
}

// Kind is what a rupture is, in plain words.
func (r *Room) Kind(kind string) string { return r.words["kind."+kind] }

// TrustWord is trust in a word: low, some, much.
func (r *Room) TrustWord(trust float64) string {
	switch {
	case trust < r.bounds["some"]:
		return "low"
	case trust < r.bounds["much"]:
		return "some"
	}
	return "much"
}

// Silent reports whether a move is only tension that eased by itself: it happens at
// each moment and says nothing.
func Silent(m samantha.BondMove) bool { return m.Rule == timeRule && m.Closeness == 0 }
