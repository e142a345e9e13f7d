package memory

import (
	"math"
	"slices"
	"strings"
	"unicode"

	"github.com/kljensen/snowball/english"

	"samantha"
)

// The two constants of BM25 for short texts (memory handbook §4: better on
// utterances than the textbook's 1.2 and 0.75).
const (
	k1 = 0.9
	b  = 0.4
)

// Index finds memories by their words. It is held in memory and may be thrown
// away: the log is the truth.
type Index struct {
	memories []samantha.Memory
	lengths  []int32
	postings map[string][]posting
	place    map[samantha.ID]int32
	total    int64                  // stems in all
	marks    map[string]samantha.ID // of pieces brought from before
	stop     map[string]bool
	tally    tally
}

type posting struct {
	doc   int32
	times int32
}

// Hit is a memory that answers a question, and how well.
type Hit struct {
	samantha.Memory
	Score float64 // BM25, relative to the best hit: 0..1
	Share float64 // how much of the question's weight it holds: 0..1
}

// Index is an empty index.
func (l *Lore) Index() *Index {
	return &Index{postings: map[string][]posting{}, place: map[samantha.ID]int32{}, marks: map[string]samantha.ID{}, stop: l.stop}
}

// Len is the number of memories, forgotten ones too until the next rebuild.
func (x *Index) Len() int { return len(x.memories) }

// Add takes a memory in. Memories are added in the order they happened.
func (x *Index) Add(m samantha.Memory) {
	doc := int32(len(x.memories))
	stems := x.stems(m.Text)
	x.memories = append(x.memories, m)
	x.lengths = append(x.lengths, int32(len(stems)))
	x.place[m.ID] = doc
	x.total += int64(len(stems))
	for _, s := range stems {
		list := x.postings[s]
		if n := len(list); n > 0 && list[n-1].doc == doc {
			list[n-1].times++
			continue
		}
		x.postings[s] = append(list, posting{doc, 1})
	}
}

// Mark notes which event a piece brought from before became.
func (x *Index) Mark(mark string, id samantha.ID) { x.marks[mark] = id }

// Marked is the event that a piece became, forgotten or not.
func (x *Index) Marked(mark string) (samantha.ID, bool) {
	id, ok := x.marks[mark]
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
	for _, id := range gone {
		doc, ok := x.place[id]
		if !ok {
			continue
		}
		for _, s := range x.stems(x.memories[doc].Text) {
			x.postings[s] = slices.DeleteFunc(x.postings[s], func(p posting) bool { return p.doc == doc })
			if len(x.postings[s]) == 0 {
				delete(x.postings, s)
			}
		}
		x.memories[doc] = samantha.Memory{}
		delete(x.place, id)
	}
}

// Recall ranks memories by the words of a question and returns at most n, best
// first, equal ones newest first.
func (x *Index) Recall(question string, n int) []Hit {
	stems := x.stems(question)
	slices.Sort(stems)
	stems = slices.Compact(stems)
	x.tally.begin(len(x.memories))
	var weight float64
	for _, s := range stems {
		list := x.postings[s]
		idf := x.idf(len(list))
		weight += idf
		for _, p := range list {
			x.tally.add(p.doc, float64(idf*x.tf(p)), idf)
		}
	}
	return x.hits(x.tally.best(n), weight)
}

// Asks reports whether a text has any word that could be looked for.
func (x *Index) Asks(text string) bool { return len(x.stems(text)) > 0 }

// idf is the weight of a stem that stands in df memories.
func (x *Index) idf(df int) float64 {
	return math.Log1p((float64(len(x.memories)-df) + 0.5) / (float64(df) + 0.5))
}

// tf is how much a stem counts in one memory, long ones discounted.
func (x *Index) tf(p posting) float64 {
	mean := float64(x.total) / float64(len(x.memories))
	times := float64(p.times)
	long := 1 - b + float64(b*float64(x.lengths[p.doc])/mean)
	return times * (k1 + 1) / (times + float64(k1*long))
}

// hits are the best documents as a caller wants them.
func (x *Index) hits(top []scored, weight float64) []Hit {
	hits := make([]Hit, len(top))
	for i, t := range top {
		hits[i] = Hit{
			Memory: x.memories[t.doc],
			Score:  samantha.Round(t.score / top[0].score),
			Share:  samantha.Round(x.tally.found[t.doc] / weight),
		}
	}
	return hits
}

// stems are the content words of a text, stemmed (Porter 2), in order.
func (x *Index) stems(text string) []string {
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '\'' && r != '’'
	})
	stems := words[:0]
	for _, w := range words {
		w, _, _ = strings.Cut(strings.ReplaceAll(w, "’", "'"), "'")
		if w != "" && !x.stop[w] {
			stems = append(stems, english.Stem(w, false))
		}
	}
	return stems
}

// Holds reports whether any memory holds the words, case ignored.
func (x *Index) Holds(text string) bool {
	text = strings.ToLower(text)
	for _, m := range x.memories {
		if strings.Contains(strings.ToLower(m.Text), text) {
			return true
		}
	}
	_, ok := x.postings[text]
	return ok
}
