package newborn

import "strings"

// block is the lines of one act.
type block struct {
	act        string
	keys       string          // how those of its lines begin
	slots      map[string]bool // those its lines may use; true: said as they stand
	names      []string        // that the conditions of its lines have
	lines      []*line
	places     map[string]int // of the lines, by key
	last       *line          // when nothing else may be said
	repeatable bool           // facts, disclosure, crisis: the same again is right
	asks       bool           // the act is a question, so earlier moves leave it theirs
	quiet      bool           // every line is fit for sorrow
}

// line is one thing she may say. What is asked of every line stands first, so that
// little of one is read that may not be said.
type line struct {
	conditions []condition
	slots      []string // the slots it uses
	question   bool     // it asks
	invites    bool     // it bids them tell more (shapes.txt: invite)
	hedged     bool     // it says maybe, or gives leave (shapes.txt: hedge)
	play       bool     // a joke: out where play is not wanted
	quiet      bool     // fit for sorrow
	reserve    bool     // short, for anybody, at any time: kept back for when the others are used up
	last       bool     // for when nothing else holds, and only then
	keeps      bool     // it promises to keep what was told: out off the record
	sorry      bool     // it says it is sorry
	once       bool     // a joke that does not bear telling again
	often      bool     // hardly more than their own words: said again after a few others
	clauses    []clause
	weight     int
	words      int    // of its text, a slot counted as one
	key        string // "take.smaller"
	place      int    // among the lines of its block
	where      string // "take.txt:12"
}

// Lengths of lines, in words, that mood turns to or from.
const (
	shortLine = 7
	longLine  = 12
)

// holds tells whether a line may be said in a scene.
func (l *line) holds(s *scene) bool {
	for i := range l.conditions {
		if !l.conditions[i].holds(s) {
			return false
		}
	}
	return true
}

// standsAlone tells whether the first sentence of a line will do without the
// rest: it is all there is, or it has something to say.
func (l *line) standsAlone() bool {
	for i, c := range l.clauses {
		if c.ends {
			return i == len(l.clauses)-1 || len(slots(l.clauses[:i+1])) > 0
		}
	}
	return true
}

// myWeight is how much more a line weighs that has a word she took from the person:
// she has one in few answers, and then it should be heard.
const myWeight = 12

// weighs is the weight of a line in a scene. The more a line asks for, the
// likelier it is where it holds: rare lines make people feel met. Mood shows in
// rhythm: bright runs on, low is short; and so does how she has become.
func (l *line) weighs(s *scene) int {
	w := 4 * l.weight
	for _, c := range l.conditions {
		switch c.op {
		case opIs:
			w *= 4
		case opMore:
			if c.name != "days" { // to have known somebody for a while says nothing about what they told
				w *= 4
			}
		case opHas:
			w += 2 * l.weight
			if _, hers := ofHers(c.name); hers {
				w *= myWeight
			}
		}
	}
	lean := max(-leansMost, min(leansMost, l.leaning(s.grown)))
	for range max(0, lean) {
		w *= leans
	}
	if lean < 0 && l.weight < mustWeigh {
		for range -lean {
			w /= leans
		}
	}
	switch {
	case s.mood == moodLow && l.words > longLine, s.mood == moodBright && l.words < shortLine:
		w /= 4
	case s.mood == moodLow && l.words < shortLine:
		w *= 4
	case s.mood == moodBright && l.words > longLine:
		w *= 2
	}
	return max(1, w)
}

// What she has become doubles or halves a weight, once more for each degree: it is
// heard within a talk and keeps every line possible. What weighs so much is to be said
// for what it says, and is never held back (judgement).
const (
	leans     = 2
	leansMost = 4
	mustWeigh = 20
)

// leaning is above 0 for a line that is more like her by now, below for one that is
// less (mind/self/en/traits.txt): bolder and looser she plays and runs on, quieter
// and firmer she is short, more curious she asks, plainer she asks and plays less.
// The names of her facets (mind/self/facets.txt) lean one way each.
func (l *line) leaning(grown []string) int {
	lean := 0
	toward := func(likes, shuns bool) {
		switch {
		case likes:
			lean++
		case shuns:
			lean--
		}
	}
	for _, way := range grown {
		switch way {
		case "bold", "loose":
			toward(l.play || l.words > longLine, l.words < shortLine)
		case "still", "firm":
			toward(!l.play && l.words < shortLine, l.play || l.words > longLine)
		case "curious":
			toward(l.question, false)
		case "plain":
			toward(false, l.question || l.play)
		case "talky":
			toward(l.words > longLine, l.words < shortLine)
		case "brief":
			toward(l.words < shortLine, l.words > longLine)
		case "playful":
			toward(l.play, false)
		case "earnest":
			toward(false, l.play)
		case "asking":
			toward(l.question, false)
		case "leaving":
			toward(false, l.question)
		case "soft":
			toward(l.hedged, false)
		case "frank":
			toward(false, l.hedged)
		}
	}
	return lean
}

// splitRow cuts a row of a file into its trimmed columns.
func splitRow(row string, columns int) ([]string, bool) {
	cells := strings.SplitN(row, " | ", columns)
	for i := range cells {
		cells[i] = strings.TrimSpace(cells[i])
	}
	return cells, len(cells) == columns
}
