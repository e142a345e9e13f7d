package newborn

import (
	"math/rand/v2"
	"slices"
	"strings"

	"samantha"
)

// answer is one answer while it is being found.
type answer struct {
	newborn *Newborn
	moment  samantha.Moment
	moves   []samantha.Move
	chance  *rand.Rand
	used    []int32         // when each line of the move at hand was last used: larger is later, from 1
	uses    []use           // of lines in this answer
	latest  int32           // when the last line was used that was not used lately
	spoken  []string        // sentences of this answer
	echoed  map[string]bool // words of the person that are in this answer already
	asked   bool            // a question is in this answer already
	left    int             // sentences that may still come; below 0 there is no limit
}

// A use of a line is when it was said in this answer.
type use struct {
	line *line
	when int32
}

func (n *Newborn) begin(m samantha.Moment) *answer {
	a := &answer{
		newborn: n,
		moment:  m,
		moves:   audible(m.Intent),
		chance:  rand.New(rand.NewPCG(m.Seed, version)),
		latest:  int32(len(m.Lines)),
		echoed:  map[string]bool{},
		left:    -1,
	}
	if m.Intent.Limits.Sentences > 0 {
		a.left = m.Intent.Limits.Sentences
	}
	return a
}

// audible are the moves in the order in which they are spoken: in a crisis only
// concern, and what she is; else what goes first first.
func audible(i samantha.Intent) []samantha.Move {
	if i.Tone != samantha.ToneCrisis {
		first := func(m samantha.Move) bool { return m.Slots["first"] != "" }
		rest := slices.DeleteFunc(slices.Clone(i.Moves), first)
		if len(rest) == len(i.Moves) {
			return i.Moves
		}
		return append(slices.DeleteFunc(slices.Clone(i.Moves), func(m samantha.Move) bool { return !first(m) }), rest...)
	}
	var grave []samantha.Move
	for _, move := range i.Moves {
		if strings.HasPrefix(move.Act, "concern.") || move.Act == samantha.DoDisclose {
			grave = append(grave, move)
		}
	}
	if len(grave) == 0 {
		return i.Moves
	}
	return grave
}

// next finds the words of one move.
func (a *answer) next(i int) []samantha.Clause {
	if a.left == 0 {
		return nil
	}
	move := a.moves[i]
	b := a.newborn.of(move)
	a.used = a.lastUses(b)
	s := a.newborn.voice.scene(&a.moment, move, b)
	if i > 0 {
		s.after = a.moves[i-1].Act
	}
	if i+1 < len(a.moves) {
		s.next = a.moves[i+1].Act
	}
	l, clauses := a.choose(b, s, bounds{mayAsk: a.mayAsk(i), one: move.Short || a.left == 1})
	clauses = clauses[:a.fits(l, move.Short)]
	a.remember(l, s, clauses)
	out := make([]samantha.Clause, len(clauses))
	for i, text := range clauses {
		out[i] = samantha.Clause{Text: text, Line: l.key}
	}
	return out
}

// lastUses is when each line of a block was last used; 0 is not lately. It takes the room
// of that of the move before.
func (a *answer) lastUses(b *block) []int32 {
	used := slices.Grow(a.used[:0], len(b.lines))[:len(b.lines)]
	clear(used)
	for i, key := range a.moment.Lines {
		if !strings.HasPrefix(key, b.keys) {
			continue
		}
		if at, ok := b.places[key]; ok {
			used[at] = int32(i + 1)
		}
	}
	for _, u := range a.uses {
		if at, ok := b.places[u.line.key]; ok {
			used[at] = u.when
		}
	}
	return used
}

// mayAsk tells whether a move may hold the answer's one question. A later move
// whose act is to ask has the better claim to it, and a sentence that goes
// before something else is no place for one.
func (a *answer) mayAsk(i int) bool {
	if a.asked || a.moment.Intent.Limits.NoQuestion {
		return false
	}
	rest := a.moves[i+1:]
	return (len(rest) == 0 || !a.moves[i].Short) && !slices.ContainsFunc(rest, func(m samantha.Move) bool {
		return a.newborn.block(m.Act).asks
	})
}

// fits is how many clauses of a line there is room for.
func (a *answer) fits(l *line, short bool) int {
	room := a.left
	if short {
		room = 1
	}
	for i, c := range l.clauses {
		if !c.ends {
			continue
		}
		a.left = max(-1, a.left-1)
		if room--; room == 0 {
			return i + 1
		}
	}
	return len(l.clauses)
}

// remember notes what a line used up.
func (a *answer) remember(l *line, s *scene, clauses []string) {
	text := strings.Join(clauses, " ")
	a.uses = append(a.uses, use{l, a.latest + 1})
	if a.used[l.place] == 0 {
		a.latest++
	}
	a.asked = a.asked || l.question && strings.Contains(text, "?")
	a.spoken = append(a.spoken, samantha.LongSentences(text)...)
	for _, slot := range l.slots {
		a.echoed[s.said[slot]] = true
	}
}
