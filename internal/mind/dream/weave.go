package dream

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"

	"samantha"
)

// Piece is a memory that a dream may be woven of.
type Piece struct {
	ID    samantha.ID
	Nouns []Noun
	Felt  Felt // hers in it, the strongest
	Shut  bool // no dream is made of it
}

// Felt is a feeling of hers with its receipt; the zero value is none.
type Felt struct {
	ID      samantha.ID // m7k2.felt.1
	Emotion samantha.Emotion
}

// Concern is something unresolved that comes back, or, settled, comes once more.
type Concern struct {
	Thread  samantha.ID
	From    samantha.ID // the memory that opened it
	Noun    Noun
	Felt    Felt
	Days    float64  // how long it has been open
	Returns int      // how often it was dreamed of before
	Settled bool     // it is resolved: a last and lighter dream
	Company []string // the nouns it was dreamed of with last
}

// Night is what a dream is made of.
type Night struct {
	Seed    uint64
	Pieces  []Piece // best first
	Concern *Concern
	Used    []string // keys of lines used of late, oldest first
}

// Dream is a dream, woven.
type Dream struct {
	Text    string
	About   string        // what it was most of, in the person's words
	Company []string      // its nouns, but for the concern
	From    []samantha.ID // the memories it was woven of
	Lines   []string      // the keys of its lines
	Felt    Felt
	Dark    float64     // 0..1
	Concern samantha.ID // the thread that came back in it
	Settled bool        // and was settled
}

// A dream is of so many memories and has so many sentences. darkHalf is in how
// many days what is open is half as dark as it can get (judgement).
const (
	mostPieces     = 3
	leastPieces    = 2
	mostSentences  = 6
	leastSentences = 3
	darkHalf       = 10
)

// Darkness is how dark something unresolved is in a dream: nothing on the day
// it began, half after ten days, and never less than before: each return adds.
func Darkness(days float64, returns int) float64 {
	return samantha.Unit(1 - math.Exp2(-(max(0, days)+float64(2*returns))/darkHalf))
}

// level is in which way a concern stands in a dream: 1 in a corner, 2 nearer, 3
// in the way.
func level(dark float64) int {
	switch {
	case dark < 0.3:
		return 1
	case dark < 0.6:
		return 2
	}
	return 3
}

// Weave makes a dream; false if there is too little to make one of. Where there is
// not enough else to bring the concern back in other company, it comes in the same.
func (r *Room) Weave(n Night) (Dream, bool) {
	if d, ok := r.weave(n); ok || n.Concern == nil {
		return d, ok
	}
	again := *n.Concern
	again.Company = nil
	n.Concern = &again
	return r.weave(n)
}

func (r *Room) weave(n Night) (Dream, bool) {
	w := weaving{room: r, night: n, chance: chance{n.Seed}, nouns: map[string]Noun{}}
	if n.Concern != nil {
		w.nouns["worry"] = n.Concern.Noun
		w.avoid = append([]string{n.Concern.Noun.Text}, n.Concern.Company...)
		w.draw(n.Concern.From)
	}
	if !w.body() {
		return Dream{}, false
	}
	w.aside()
	if len(w.dream.From) < leastPieces {
		return Dream{}, false
	}
	w.turn()
	w.feel()
	w.end()
	w.dream.Text = strings.Join(w.text, " ")
	return w.dream, true
}

// end breaks it off.
func (w *weaving) end() {
	w.say([]string{sectionEnd}, func(l line) bool {
		n := w.sentences() + l.sentences()
		return n >= leastSentences && n <= mostSentences
	})
}

// sentences is how many it has so far.
func (w *weaving) sentences() int { return len(samantha.Sentences(strings.Join(w.text, " "))) }

// leaves: with the line there is still a sentence for each part that comes after it.
func (w *weaving) leaves(l line, after int) bool {
	return w.sentences()+l.sentences()+after <= mostSentences
}

// weaving is a dream as far as it is woven.
type weaving struct {
	room   *Room
	night  Night
	chance chance
	nouns  map[string]Noun // by slot
	avoid  []string        // nouns that are not to stand in the body
	text   []string
	dream  Dream
}

// body is the dream proper: a line whose slots can be filled, of the most
// memories that one can be.
func (w *weaving) body() bool {
	most := 0
	for _, l := range w.room.lines[sectionBody] {
		if f, ok := w.filling(l); ok {
			most = max(most, len(f.from))
		}
	}
	if most == 0 {
		return false
	}
	enough := min(most, leastPieces)
	return w.say([]string{sectionBody}, func(l line) bool {
		f, ok := w.filling(l)
		return ok && len(f.from) >= enough
	})
}

// aside adds a piece in passing: if the dream has too few, or now and then.
func (w *weaving) aside() {
	wanted := len(w.dream.From) < leastPieces || w.sentences() < leastSentences-1
	if len(w.dream.From) >= mostPieces || !wanted && w.chance.below(2) == 0 {
		return
	}
	for _, slot := range []string{"who", "thing", "place"} {
		delete(w.nouns, slot)
	}
	w.say([]string{sectionAside}, func(l line) bool {
		f, ok := w.filling(l)
		return ok && w.leaves(l, 3) && !slices.ContainsFunc(f.from, func(id samantha.ID) bool { return slices.Contains(w.dream.From, id) })
	})
}

// turn has the concern come in, if there is one.
func (w *weaving) turn() {
	c := w.night.Concern
	switch {
	case c == nil:
	case c.Settled:
		w.dream.Concern, w.dream.Settled = c.Thread, true
		w.say([]string{sectionLight}, func(l line) bool { return w.leaves(l, 2) })
	default:
		w.dream.Concern, w.dream.Dark = c.Thread, Darkness(c.Days, c.Returns)
		section := sectionTurn + strconv.Itoa(level(w.dream.Dark))
		w.say([]string{section}, func(l line) bool { return w.leaves(l, 2) && (!l.again || c.Returns > 0) })
	}
}

// feel says what she felt: of the concern, or else of the newest memory that the
// record has a feeling of hers in.
func (w *weaving) feel() {
	var felt []Felt
	if c := w.night.Concern; c != nil && !c.Settled {
		felt = append(felt, c.Felt)
	}
	for _, p := range w.newest() {
		if slices.Contains(w.dream.From, p.ID) {
			felt = append(felt, p.Felt)
		}
	}
	for _, f := range felt {
		words := w.room.felt[f.Emotion]
		if len(words) == 0 {
			continue
		}
		w.dream.Felt = f
		w.nouns["felt"] = Noun{Text: words[w.chance.below(len(words))]}
		if w.chance.below(feltFirst) == 0 && w.say([]string{sectionFirst}, func(l line) bool { return w.leaves(l, 1) }) {
			n := len(w.text) - 1 // it was there before anything else
			w.text = slices.Concat(w.text[n:], w.text[:n])
			return
		}
		w.say([]string{sectionFelt, sectionFelt + " " + string(f.Emotion)}, func(l line) bool { return w.leaves(l, 1) })
		return
	}
}

// newest are the pieces of the night, what was told last first.
func (w *weaving) newest() []Piece {
	return slices.SortedStableFunc(slices.Values(w.night.Pieces), func(a, b Piece) int {
		x, _ := a.ID.Event().Seq()
		y, _ := b.ID.Event().Seq()
		return cmp.Compare(y, x)
	})
}

// feltFirst: one dream in so many begins with what was felt.
const feltFirst = 5

// say takes a line of the sections that fits, one that was not used of late if there
// is one, else the one used longest ago.
func (w *weaving) say(sections []string, fits func(line) bool) bool {
	var all []line
	for _, section := range sections {
		for _, l := range w.room.lines[section] {
			if fits(l) {
				all = append(all, l)
			}
		}
	}
	if len(all) == 0 {
		return false
	}
	oldest := len(w.night.Used)
	for _, l := range all {
		oldest = min(oldest, w.lastUsed(l))
	}
	all = slices.DeleteFunc(all, func(l line) bool { return w.lastUsed(l) > oldest })
	l := all[w.chance.below(len(all))]
	f, _ := w.filling(l)
	for slot, n := range f.nouns {
		w.nouns[slot] = n
		w.dream.Company = append(w.dream.Company, n.Text)
	}
	slices.Sort(w.dream.Company)
	for _, id := range f.from {
		w.draw(id)
	}
	if w.dream.About == "" {
		w.dream.About = w.about(l)
	}
	w.dream.Lines = append(w.dream.Lines, l.key)
	w.text = append(w.text, fill(l.text, w.nouns))
	return true
}

// about is what a dream is most of: its concern, or the first thing, person or
// place of its body.
func (w *weaving) about(l line) string {
	if n, ok := w.nouns["worry"]; ok {
		return n.Said
	}
	for _, slot := range []string{"thing", "who", "place"} {
		if slices.Contains(l.slots, slot) {
			return w.nouns[slot].Said
		}
	}
	return ""
}

// lastUsed is how far back a line was used: -1 is not of late.
func (w *weaving) lastUsed(l line) int {
	for i, key := range slices.Backward(w.night.Used) {
		if key == l.key {
			return i
		}
	}
	return -1
}

// draw notes that the dream is woven of a memory.
func (w *weaving) draw(id samantha.ID) {
	if !slices.Contains(w.dream.From, id) {
		w.dream.From = append(w.dream.From, id)
	}
}

// filled are nouns for the slots of a line, and the memories they are from.
type filled struct {
	nouns map[string]Noun
	from  []samantha.ID
}

// filling finds nouns for a line that the dream does not have yet: each of a
// memory of its own if there are enough, the best first.
func (w *weaving) filling(l line) (filled, bool) {
	f := filled{nouns: map[string]Noun{}}
	for _, slot := range l.slots {
		if sortOf(slot) == "" {
			continue
		}
		n, id, ok := w.noun(sortOf(slot), f)
		if !ok {
			return f, false
		}
		f.nouns[slot] = n
		if !slices.Contains(f.from, id) {
			f.from = append(f.from, id)
		}
	}
	return f, true
}

func (w *weaving) noun(sort Sort, f filled) (Noun, samantha.ID, bool) {
	for _, fresh := range []bool{true, false} {
		for _, p := range w.night.Pieces {
			used := slices.Contains(f.from, p.ID) || slices.Contains(w.dream.From, p.ID)
			full := !used && len(w.dream.From)+len(f.from) >= mostPieces
			if full || fresh && used {
				continue
			}
			for _, n := range p.Nouns {
				if n.Sort == sort && !w.has(n, f) {
					return n, p.ID, true
				}
			}
		}
	}
	return Noun{}, "", false
}

// bare is a noun without the word before it: "your driving test" and "the driving
// test" are one.
func bare(text string) string {
	text = strings.ToLower(text)
	if first, rest, ok := strings.Cut(text, " "); ok && slices.Contains([]string{"the", "a", "an", "your"}, first) {
		return rest
	}
	return text
}

// has: the noun stands in the dream already, or is not to.
func (w *weaving) has(n Noun, f filled) bool {
	same := func(text string) bool {
		a, b := bare(text), bare(n.Text)
		return strings.Contains(a, b) || strings.Contains(b, a)
	}
	for _, o := range f.nouns {
		if same(o.Text) {
			return true
		}
	}
	return slices.ContainsFunc(w.dream.Company, same) || slices.ContainsFunc(w.avoid, same)
}
