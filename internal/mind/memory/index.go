package memory

import (
	"slices"
	"strings"
	"time"

	"samantha"
)

// EncounterPause is how long nothing is said before what comes next is another
// encounter.
const EncounterPause = 90 * time.Minute

// Index finds memories by what was said, by what stands beside it, by who said
// it and when. It is held in memory and may be thrown away: the log is the
// truth.
type Index struct {
	lore       *Lore
	memories   []samantha.Memory
	marks      []mark            // of each memory
	own        [][]int32         // the stems of each memory's text, each once
	denied     map[int32][]int32 // stems that a memory takes back
	encounters []encounter
	place      map[samantha.ID]int32
	about      map[int32][]span // times that memories speak of
	words      words
	total      int64                  // stems in all
	tally      tally                  // of memories
	met        tally                  // of encounters
	ties       tally                  // of memories, to one of them
	pieces     map[string]samantha.ID // brought from before, by their marks
	lent       map[samantha.ID][]loan // by the event that lent them
}

// Kept is a memory as the index takes it in.
type Kept struct {
	samantha.Memory
	Keys  []string        // further words that find it: facts drawn from it
	About []samantha.When // times it speaks of
	Mends bool            // it was heard as putting something right
	Wants bool            // it was heard as asking or wanting something, and tells nothing
	// Felt is how strongly something was felt in it, 0..1; Valence how, -1..1.
	Felt, Valence float64
}

// mark is what recall looks at in a memory besides its words.
type mark struct {
	encounter int32
	length    int32 // stems
	tongue    int8  // language
	asks      bool  // it ends with a question
	onlyAsks  bool  // and tells next to nothing
	wants     bool  // it was heard so, however it is written
	timed     bool  // it speaks of a time
	answers   bool  // it follows a question of the other side
	carries   bool  // it goes on with what its own side said before that
	mends     bool  // it puts right what was said just before
	owns      bool  // it owns that something was told otherwise
	turns     bool  // it says that something is otherwise from now on
	felt      float32
	valence   float32
}

// encounter is a stretch of memories without a long pause.
type encounter struct {
	since, until time.Time
	length       int32 // stems
	first        int32 // memory
}

// span is a stretch of time, its end not included.
type span struct{ from, to time.Time }

func (s span) holds(at time.Time) bool { return !at.Before(s.from) && at.Before(s.to) }

// Index is an empty index.
func (l *Lore) Index() *Index {
	return &Index{lore: l, place: map[samantha.ID]int32{}, about: map[int32][]span{}, denied: map[int32][]int32{}, words: newWords(l), pieces: map[string]samantha.ID{}, lent: map[samantha.ID][]loan{}}
}

// Len is the number of memories.
func (x *Index) Len() int { return len(x.place) }

// Add takes a memory in. Memories are added in the order they happened.
func (x *Index) Add(k Kept) {
	doc := int32(len(x.memories))
	x.open(k.At)
	mark := x.mark(k.Memory)
	mark.tongue, mark.mends, mark.wants = x.lore.tongueOf(k.Text, x.words.last), k.Mends, k.Wants
	mark.felt, mark.valence = float32(k.Felt), float32(k.Valence)
	mark.renewing(k.Text, &x.lore.tongues[mark.tongue].renew)
	x.words.last = mark.tongue
	x.marks = append(x.marks, mark)
	x.memories = append(x.memories, k.Memory)
	x.place[k.ID] = doc
	x.own = append(x.own, x.count(doc, k.Text))
	for _, text := range k.Keys {
		x.count(doc, text)
	}
	x.denies(doc, k.Text)
	for _, w := range k.About {
		x.about[doc] = append(x.about[doc], span{w.From, w.To})
	}
}

// Lend lets memories be found by words that an event made of them: the name of the
// chapter they became part of, for one that only says "she". Words that a memory
// has itself are not lent. Whatever forgets the event takes them back.
func (x *Index) Lend(by samantha.ID, to []samantha.ID, words string) {
	for _, id := range to {
		doc, ok := x.place[id]
		if !ok {
			continue
		}
		for word := range x.words.add(words, x.marks[doc].tongue) {
			if !x.words.lists[word.stem].has(doc) {
				x.put(doc, word.stem)
				x.lent[by] = append(x.lent[by], loan{doc, word.stem})
			}
		}
	}
}

// loan is a stem that a memory has from elsewhere.
type loan struct{ doc, stem int32 }

// takeBack takes out what an event lent to memories that are still there.
func (x *Index) takeBack(by samantha.ID) {
	for _, l := range x.lent[by] {
		list, encounter := &x.words.lists[l.stem], x.marks[l.doc].encounter
		if at, ok := list.find(l.doc); ok {
			list.memories = slices.Delete(list.memories, at, at+1)
			list.less(encounter, 1)
			x.marks[l.doc].length--
			x.encounters[encounter].length--
			x.total--
		}
	}
	delete(x.lent, by)
}

// open begins another encounter after a long pause.
func (x *Index) open(at time.Time) {
	n := len(x.encounters)
	if n == 0 || at.Sub(x.encounters[n-1].until).Abs() > EncounterPause { // what was brought is older
		x.encounters = append(x.encounters, encounter{since: at, first: int32(len(x.memories))})
		n++
	}
	x.encounters[n-1].until = at
}

// count puts the stems of a text down for a memory and its encounter, and returns
// them, each once.
func (x *Index) count(doc int32, text string) []int32 {
	m := &x.marks[doc]
	var stems []int32
	for word := range x.words.add(text, m.tongue) {
		x.put(doc, word.stem)
		m.timed = m.timed || word.timed
		if !slices.Contains(stems, word.stem) {
			stems = append(stems, word.stem)
		}
	}
	return stems
}

// put puts a stem down for a memory and its encounter.
func (x *Index) put(doc, stem int32) {
	m, list := &x.marks[doc], &x.words.lists[stem]
	list.memories = once(list.memories, doc)
	list.encounters = once(list.encounters, m.encounter)
	m.length++
	x.encounters[m.encounter].length++
	x.total++
}

// once counts a stem once more for a place of a list, or puts the place in. New
// places mostly come last.
func once(list []posting, at int32) []posting {
	if n := len(list); n == 0 || list[n-1].at < at {
		return append(list, posting{at, 1})
	}
	i, found := slices.BinarySearchFunc(list, at, func(p posting, at int32) int { return int(p.at - at) })
	if !found {
		return slices.Insert(list, i, posting{at, 1})
	}
	list[i].times++
	return list
}

func (x *Index) mark(m samantha.Memory) mark {
	k := mark{encounter: int32(len(x.encounters) - 1)}
	k.asks = strings.HasSuffix(strings.TrimSpace(m.Text), "?")
	k.onlyAsks = k.asks && toldBeside(m.Text) < fewWords
	if n := len(x.marks); n > 0 {
		before := x.marks[n-1]
		k.answers = before.asks && before.encounter == k.encounter && x.memories[n-1].By != m.By
		k.carries = k.answers && n > 1 && x.resumes(m, k, n)
	}
	return k
}

// tells: a memory is no question and no wish, and may be evidence.
func (m mark) tells() bool { return !m.asks && !m.wants }

// fewWords beside a question tell nothing: "Oh, how nice. And then?"
const fewWords = 8

// toldBeside is how many words of a text stand in no question.
func toldBeside(text string) int {
	n := 0
	for _, sentence := range samantha.Sentences(text) {
		if !strings.HasSuffix(sentence, "?") {
			n += len(strings.Fields(sentence))
		}
	}
	return n
}

// Mark notes which event a piece brought from before became.
func (x *Index) Mark(mark string, id samantha.ID) { x.pieces[mark] = id }

// Marked is the event that a piece became, forgotten or not.
func (x *Index) Marked(mark string) (samantha.ID, bool) {
	id, ok := x.pieces[mark]
	return id, ok
}

// Get is one memory by id.
func (x *Index) Get(id samantha.ID) (samantha.Memory, bool) {
	doc, ok := x.place[id]
	if !ok {
		return samantha.Memory{}, false
	}
	return x.memories[doc], true
}

// Newest are the last n memories, newest last.
func (x *Index) Newest(n int) []samantha.Memory {
	kept := make([]samantha.Memory, 0, n)
	for i := len(x.memories) - 1; i >= 0 && len(kept) < n; i-- {
		if x.memories[i].ID != "" {
			kept = append(kept, x.memories[i])
		}
	}
	slices.Reverse(kept)
	return kept
}

// Mask takes the memories of the events out: neither their words nor the stems
// of them are held any longer.
func (x *Index) Mask(gone []samantha.ID) {
	docs := map[int32]bool{}
	lent := len(x.lent)
	for _, id := range gone {
		x.takeBack(id)
	}
	for _, id := range gone {
		doc, ok := x.place[id]
		if !ok {
			continue
		}
		docs[doc] = true
		x.memories[doc] = samantha.Memory{}
		was := x.marks[doc]
		x.marks[doc] = mark{encounter: was.encounter}
		x.encounters[was.encounter].length -= was.length
		x.total -= int64(was.length)
		if next := int(doc) + 1; next < len(x.marks) {
			x.marks[next].answers, x.marks[next].carries = false, false // nobody is to see that it was a question
		}
		if on := int(doc) + 2; on < len(x.marks) {
			x.marks[on].carries = false
		}
		delete(x.place, id)
		delete(x.about, doc)
		delete(x.denied, doc)
		x.own[doc] = nil
	}
	if len(docs) > 0 || len(x.lent) < lent {
		x.words.drop(docs, func(doc int32) int32 { return x.marks[doc].encounter })
	}
}

// Asks reports whether a text has any word that could be looked for.
func (x *Index) Asks(text string) bool {
	return len(x.words.find(text)) > 0
}

// Holds reports whether any memory holds the words, case ignored.
func (x *Index) Holds(text string) bool {
	text = strings.ToLower(text)
	for _, m := range x.memories {
		if strings.Contains(strings.ToLower(m.Text), text) {
			return true
		}
	}
	return x.words.holds(text)
}
