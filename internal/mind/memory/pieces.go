package memory

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"samantha"
)

// PieceOf names as much of a telling as is said in one breath: the first piece is
// the short telling, and what it left out follows, two sentences at a time.
func PieceOf(telling samantha.ID, n int) samantha.ID { return telling.Part("piece", n) }

// WholeOf names all of a telling, in its order.
func WholeOf(telling samantha.ID) samantha.ID { return telling.Part("whole", 1) }

// pieceSentences is how many sentences are told at once.
const pieceSentences = 2

// short are the places of the sentences that tell it shortly: how it began and how
// it ended; without an end where it turned, or how far it goes.
func (t Tale) short() []int {
	var at []int
	if len(t.Text) == 0 {
		return nil
	}
	for _, part := range []string{samantha.BitEnd, samantha.BitTurn, samantha.BitMeant, samantha.BitOpen} {
		i := slices.IndexFunc(t.Parts, func(p samantha.ChapterBit) bool { return p.Part == part })
		if i > 0 && i < len(t.Text) {
			at = []int{i}
			break
		}
	}
	return append([]int{0}, at...)
}

// pieces are the places of the sentences of each piece.
func (t Tale) pieces() [][]int {
	if len(t.Text) == 0 {
		return nil
	}
	all := [][]int{t.short()}
	for i := range t.Text {
		if slices.Contains(all[0], i) {
			continue
		}
		if last := len(all) - 1; last == 0 || len(all[last]) == pieceSentences {
			all = append(all, nil)
		}
		all[len(all)-1] = append(all[len(all)-1], i)
	}
	return all
}

// Pieces is in how many pieces a telling is told.
func (t Tale) Pieces() int { return len(t.pieces()) }

// Bit is the sentence of a telling that is for something, as a part of it:
// m7k2.turn.1.
func (t Tale) Bit(part string) (samantha.ID, bool) {
	for i, p := range t.Parts {
		if p.Part == part && i < len(t.Text) {
			return t.ID.Part(part, 1), true
		}
	}
	return "", false
}

// part is the text of a piece or a bit of the telling, or of all of it.
func (t Tale) part(id samantha.ID) (string, bool) {
	if id == WholeOf(t.ID) && len(t.Text) > 0 {
		return strings.Join(t.Text, " "), true
	}
	for n, piece := range t.pieces() {
		if id != PieceOf(t.ID, n+1) {
			continue
		}
		var said []string
		for _, i := range piece {
			said = append(said, t.Text[i])
		}
		return strings.Join(said, " "), true
	}
	for i, p := range t.Parts {
		if id == t.ID.Part(p.Part, 1) && i < len(t.Text) {
			return t.Text[i], true
		}
	}
	return "", false
}

// Lived: something of the chapter, as it is told now, was told then.
func (s *State) Lived(c Chapter, then func(time.Time) bool) bool {
	last := c.Newest()
	for _, p := range last.Parts {
		if p.Part != samantha.BitBegin && p.Part != samantha.BitTurn && p.Part != samantha.BitEnd {
			continue
		}
		if slices.ContainsFunc(p.From[:min(1, len(p.From))], func(id samantha.ID) bool { return then(s.toldAt(id)) }) {
			return true
		}
	}
	return then(last.Since)
}

// toldAt is when a scene was told; zero if it is not kept any more.
func (s *State) toldAt(id samantha.ID) time.Time {
	for _, c := range slices.Backward(s.Scenes) {
		if c.ID == id {
			return c.At
		}
	}
	return time.Time{}
}

// Weightiest are the scenes of a time that weigh most, at most so many, in the
// order they were told.
func (l *Lore) Weightiest(s *State, then func(time.Time) bool, most int) []samantha.ID {
	var all []Scene
	for _, c := range s.Scenes {
		if then(c.At) {
			all = append(all, c)
		}
	}
	return l.weightiest(all, most)
}

func (l *Lore) weightiest(scenes []Scene, most int) []samantha.ID {
	var all []Scene
	for _, c := range scenes {
		if _, weighs := l.weigh(c); weighs {
			all = append(all, c)
		}
	}
	slices.SortStableFunc(all, func(a, b Scene) int { return cmp.Compare(heft(b), heft(a)) })
	all = all[:min(most, len(all))]
	slices.SortStableFunc(all, func(a, b Scene) int { return a.At.Compare(b.At) })
	var ids []samantha.ID
	for _, c := range all {
		ids = append(ids, c.ID)
	}
	return ids
}

// heft is how much the person put into a scene, by how they seemed.
func heft(c Scene) float64 {
	far := max(c.Valence, -c.Valence)
	if c.Confided {
		far++
	}
	return samantha.Round(far)
}
