package memory

import (
	"iter"
	"maps"
	"slices"
	"strings"
)

// words are the stems of all memories, and where each stands.
type words struct {
	lore   *Lore
	number []map[string]int32 // of the stem of a word as it was said, by language; none for small words
	stems  map[string]int32
	lists  []stemList     // by number
	times  map[int32]bool // stems of words that speak of a time
	last   int            // language of what was taken in last
}

// stemList is where a stem stands.
type stemList struct{ memories, encounters []posting }

// posting is a stem in one memory or encounter, and how often.
type posting struct{ at, times int32 }

func newWords(l *Lore) words {
	w := words{lore: l, times: map[int32]bool{}, stems: map[string]int32{}}
	for range l.tongues {
		w.number = append(w.number, map[string]int32{})
	}
	return w
}

// add yields the numbers of a text's stems, in order; new ones are put down.
func (w *words) add(text string) iter.Seq[int32] {
	w.last = w.lore.tongueOf(text, w.last)
	tongue, number := w.lore.tongues[w.last], w.number[w.last]
	return func(yield func(int32) bool) {
		for word := range tongue.content(text) {
			n, ok := number[word]
			if !ok {
				n = w.stem(tongue.stem(word, false))
				w.times[n] = w.times[n] || tongue.timed[word]
				number[strings.Clone(word)] = n // a part of a text would keep all of it
			}
			if !yield(n) {
				return
			}
		}
	}
}

func (w *words) stem(stem string) int32 {
	n, ok := w.stems[stem]
	if !ok {
		n = int32(len(w.lists))
		w.stems[strings.Clone(stem)] = n
		w.lists = append(w.lists, stemList{})
	}
	return n
}

// find are the lists of a question's stems, each once, in the order of the
// alphabet; a stem that stands nowhere counts too. Where more than one language
// was spoken, a word is looked for as each of them would say it: names and
// numbers are the same in all.
func (w *words) find(text string) (lists []*stemList, stems int) {
	asked := w.lore.tongueOf(text, w.last)
	var all []string
	for word := range w.lore.tongues[asked].content(text) {
		stem := w.lore.tongues[asked].stem(word, false)
		if _, ok := w.stems[stem]; !ok {
			stem = w.elsewhere(word, stem)
		}
		all = append(all, stem)
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

// elsewhere is the stem that a word has in another language in which it was
// said, or else the one given.
func (w *words) elsewhere(word, stem string) string {
	for i, number := range w.number {
		if _, said := number[word]; said {
			return w.lore.tongues[i].stem(word, false)
		}
	}
	return stem
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
	for _, number := range w.number {
		maps.DeleteFunc(number, nowhere)
	}
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
	_, stem := w.stems[word]
	return stem || slices.ContainsFunc(w.number, func(number map[string]int32) bool {
		_, said := number[word]
		return said
	})
}

// content yields the words of a text that carry something.
func (t *tongue) content(text string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for w := range wordsOf(text) {
			if !t.stop[w] && !yield(w) {
				return
			}
		}
	}
}

// numbers are those of a text's stems that stand somewhere, each once.
func (w *words) numbers(text string, tongue int8) []int32 {
	var out []int32
	for word := range w.lore.tongues[tongue].content(text) {
		if n, ok := w.number[tongue][word]; ok && !slices.Contains(out, n) {
			out = append(out, n)
		}
	}
	return out
}
