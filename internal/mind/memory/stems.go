package memory

import (
	"iter"
	"maps"
	"slices"
	"strings"
	"unicode"

	"github.com/kljensen/snowball/english"
)

// words are the stems of all memories, and where each stands.
type words struct {
	stop   map[string]bool
	number map[string]int32 // of the stem of a word as it was said; none for stop words
	stems  map[string]int32
	lists  []stemList // by number
	timed  map[string]bool
	times  map[int32]bool // stems of timed words
}

// stemList is where a stem stands.
type stemList struct{ memories, encounters []posting }

// posting is a stem in one memory or encounter, and how often.
type posting struct{ at, times int32 }

func newWords(l *Lore) words {
	return words{stop: l.stop, timed: l.timed, times: map[int32]bool{}, number: map[string]int32{}, stems: map[string]int32{}}
}

// add yields the numbers of a text's stems, in order; new ones are put down.
func (w *words) add(text string) iter.Seq[int32] {
	return func(yield func(int32) bool) {
		for word := range content(text, w.stop) {
			n, ok := w.number[word]
			if !ok {
				n = w.stem(word)
				w.times[n] = w.times[n] || w.timed[word]
				w.number[strings.Clone(word)] = n // a part of a text would keep all of it
			}
			if !yield(n) {
				return
			}
		}
	}
}

func (w *words) stem(word string) int32 {
	stem := english.Stem(word, false)
	n, ok := w.stems[stem]
	if !ok {
		n = int32(len(w.lists))
		w.stems[strings.Clone(stem)] = n
		w.lists = append(w.lists, stemList{})
	}
	return n
}

// find are the lists of a question's stems, each once, in the order of the
// alphabet; a stem that stands nowhere counts too.
func (w *words) find(text string) (lists []*stemList, stems int) {
	var all []string
	for word := range content(text, w.stop) {
		all = append(all, english.Stem(word, false))
	}
	slices.Sort(all)
	all = slices.Compact(all)
	for _, stem := range all {
		if n, ok := w.stems[stem]; ok && len(w.lists[n].memories) > 0 {
			lists = append(lists, &w.lists[n])
		}
	}
	return lists, len(all)
}

// drop takes memories out of every list, and the words that stood nowhere else.
func (w *words) drop(gone map[int32]bool, encounterOf func(int32) int32) {
	for i := range w.lists {
		list := &w.lists[i]
		for _, p := range list.memories {
			if gone[p.at] {
				list.less(encounterOf(p.at), p.times)
			}
		}
		list.memories = slices.DeleteFunc(list.memories, func(p posting) bool { return gone[p.at] })
	}
	nowhere := func(_ string, n int32) bool { return len(w.lists[n].memories) == 0 }
	maps.DeleteFunc(w.number, nowhere)
	maps.DeleteFunc(w.stems, nowhere)
}

// less counts a stem less often in an encounter.
func (l *stemList) less(encounter, times int32) {
	at, ok := slices.BinarySearchFunc(l.encounters, encounter, func(p posting, e int32) int { return int(p.at - e) })
	if !ok {
		return
	}
	l.encounters[at].times -= times
	if l.encounters[at].times <= 0 {
		l.encounters = slices.Delete(l.encounters, at, at+1)
	}
}

// holds reports whether a word, or its stem, stands anywhere.
func (w *words) holds(word string) bool {
	_, said := w.number[word]
	_, stem := w.stems[word]
	return said || stem
}

// content yields the words of a text that carry something, in lower case: what
// stands before an apostrophe, no stop words.
func content(text string, stop map[string]bool) iter.Seq[string] {
	return func(yield func(string) bool) {
		for _, w := range strings.FieldsFunc(strings.ToLower(text), between) {
			if at := strings.IndexAny(w, "'’"); at >= 0 {
				w = w[:at]
			}
			if w != "" && !stop[w] && !yield(w) {
				return
			}
		}
	}
}

func between(r rune) bool {
	return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '\'' && r != '’'
}
