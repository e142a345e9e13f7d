package memory

import (
	"slices"
	"strings"

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
