package newborn

import (
	"fmt"
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"

	"samantha"
)

// clause is one breath of a line: pieces in order.
type clause struct {
	pieces []piece
	ends   bool // a sentence ends here
}

// piece is fixed text, a choice, or a slot.
type piece struct {
	text   string
	choice []string
	slot   string
	filter string // "", "said" (as the person said it), "short" (the same, its middle left out), "a" (with a or an) or "the"
	upper  bool   // {Detail}: with a capital
}

// slotText is {slot}, {Slot} or {slot|filter}; choiceText is (one|other).
const pieceText = `\{([a-z'/-]+|[A-Z][a-z-]*)(?:\|(said|short|the|a))?\}|\(([^()|]+(?:\|[^()|]+)+)\)`

// texts parses the text of lines.
type texts struct{ piece *regexp.Regexp }

func newTexts() texts { return texts{regexp.MustCompile(pieceText)} }

// clauses cuts a text at " / " and at the end of each sentence.
func (t texts) clauses(text string) ([]clause, error) {
	var out []clause
	for _, sentence := range samantha.Sentences(text) {
		for _, breath := range strings.Split(sentence, " / ") {
			pieces, err := t.pieces(breath)
			if err != nil {
				return nil, err
			}
			out = append(out, clause{pieces: pieces})
		}
		out[len(out)-1].ends = true
	}
	return out, nil
}

func (t texts) pieces(text string) ([]piece, error) {
	var out []piece
	at := 0
	for _, m := range t.piece.FindAllStringSubmatchIndex(text, -1) {
		if m[0] > at {
			out = append(out, piece{text: text[at:m[0]]})
		}
		out = append(out, special(text, m))
		at = m[1]
	}
	if at < len(text) {
		out = append(out, piece{text: text[at:]})
	}
	for _, p := range out {
		if strings.ContainsAny(p.text, "{}()|") || strings.Contains(p.text, "/ ") {
			return nil, fmt.Errorf("stray mark in %q", text)
		}
	}
	return out, nil
}

// special is the slot or the choice of a match of pieceText.
func special(text string, m []int) piece {
	if m[6] >= 0 {
		return piece{choice: strings.Split(text[m[6]:m[7]], "|")}
	}
	name := text[m[2]:m[3]]
	p := piece{slot: strings.ToLower(name), upper: name[0] < 'a'}
	if m[4] >= 0 {
		p.filter = text[m[4]:m[5]]
	}
	return p
}

// fill makes the words of a clause.
func (c clause) fill(s *scene, chance *rand.Rand) string {
	text := ""
	for _, p := range c.pieces {
		switch {
		case p.choice != nil:
			text += p.choice[chance.IntN(len(p.choice))]
		case p.slot != "" && (p.filter == "said" || p.filter == "short"): // their very words, as they were said
			text += s.fill(p)
		case p.slot != "":
			text = s.voice.join(text, s.fill(p))
		default:
			text += p.text
		}
	}
	return text
}

// slots are the slots of clauses, in order.
func slots(clauses []clause) []string {
	var out []string
	for _, c := range clauses {
		for _, p := range c.pieces {
			if p.slot != "" {
				out = append(out, p.slot)
			}
		}
	}
	return out
}

// shortened: a slot stands in clauses without its middle, wherever it stands, and so
// may be of any length.
func shortened(clauses []clause, slot string) bool {
	for _, c := range clauses {
		if slices.ContainsFunc(c.pieces, func(p piece) bool { return p.slot == slot && p.filter != "short" }) {
			return false
		}
	}
	return true
}
