package memory

import (
	"iter"
	"maps"
	"slices"
	"strings"
)

// words are the stems of all memories, and where each stands.
type words struct {
	lore  *Lore
	said  []map[string]said // each word as it was said, by language; no small ones
	stems map[string]int32
	lists []stemList // by number
	last  int8       // language of what was taken in last
}

// said is a word as it was said: the number of its stem, and whether it speaks of
// a time.
type said struct {
	stem  int32
	timed bool
}

// stemList is where a stem stands.
type stemList struct{ memories, encounters []posting }

// posting is a stem in one memory or encounter, and how often.
type posting struct{ at, times int32 }

func newWords(l *Lore) words {
	w := words{lore: l, stems: map[string]int32{}}
	for range l.tongues {
		w.said = append(w.said, map[string]said{})
	}
	return w
}

// add yields the words of a text that carry something, in order; new ones are
// put down.
func (w *words) add(text string, language int8) iter.Seq[said] {
	tongue, all := w.lore.tongues[language], w.said[language]
	return func(yield func(said) bool) {
		for word := range tongue.content(text) {
			s, ok := all[word]
			if !ok {
				s = said{w.stem(tongue.stem(word, false)), tongue.timed[word]}
				all[strings.Clone(word)] = s // a part of a text would keep all of it
			}
			if !yield(s) {
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

// wanted is one stem of a question: where it stands, and where words stand that
// mean about the same.
type wanted struct {
	list  *stemList // nil: nowhere
	alike []*stemList
}

// find are the stems of a question, each once, in the order of the alphabet; a stem
// that stands nowhere counts too. Where more than one language was spoken, a word is
// looked for as each of them would say it: names and numbers are the same in all.
func (w *words) find(text string) []wanted {
	asked := w.lore.tongues[w.lore.tongueOf(text, w.last)]
	alike := map[string][]string{}
	var all []string
	text, _ = asked.renew.cutPresent(text)
	for word := range asked.content(text) {
		stem := asked.stem(word, false)
		if _, ok := w.stems[stem]; !ok {
			stem = w.elsewhere(word, stem)
		}
		all = append(all, stem)
		if others := asked.alike[stem]; others != nil {
			alike[stem] = others
		}
	}
	slices.Sort(all)
	all = slices.Compact(all)
	found := make([]wanted, len(all))
	for i, stem := range all {
		found[i] = wanted{w.listOf(stem), w.listsOf(asked, stem, alike[stem])}
	}
	return found
}

// listOf is where a stem stands; nil if it stands nowhere.
func (w *words) listOf(stem string) *stemList {
	if n, ok := w.stems[stem]; ok && len(w.lists[n].memories) > 0 {
		return &w.lists[n]
	}
	return nil
}

// listsOf is where the stems of some words stand, each once, one stem apart.
func (w *words) listsOf(t *tongue, but string, others []string) []*stemList {
	var lists []*stemList
	seen := []string{but}
	for _, word := range others {
		stem := t.stem(word, false)
		if slices.Contains(seen, stem) {
			continue
		}
		seen = append(seen, stem)
		if list := w.listOf(stem); list != nil {
			lists = append(lists, list)
		}
	}
	return lists
}

// lookUp is where the stem of one word stands; nil if it stands nowhere.
func (w *words) lookUp(word string) *stemList {
	if found := w.find(word); len(found) == 1 {
		return found[0].list
	}
	return nil
}

// where are the memories that a stem stands in.
func (w *words) where(stem string) []posting {
	if n, ok := w.stems[stem]; ok {
		return w.lists[n].memories
	}
	return nil
}

// elsewhere is the stem that a word has in another language in which it was
// said, or else the one given.
func (w *words) elsewhere(word, stem string) string {
	for i, all := range w.said {
		if _, ok := all[word]; ok {
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
	nowhere := func(n int32) bool { return len(w.lists[n].memories) == 0 }
	for _, all := range w.said {
		maps.DeleteFunc(all, func(_ string, s said) bool { return nowhere(s.stem) })
	}
	maps.DeleteFunc(w.stems, func(_ string, n int32) bool { return nowhere(n) })
}

// find is the place of a memory in a list.
func (l *stemList) find(doc int32) (int, bool) {
	return slices.BinarySearchFunc(l.memories, doc, func(p posting, at int32) int { return int(p.at - at) })
}

// has reports whether a memory holds the stem.
func (l *stemList) has(doc int32) bool {
	_, ok := l.find(doc)
	return ok
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
	return stem || slices.ContainsFunc(w.said, func(all map[string]said) bool {
		_, ok := all[word]
		return ok
	})
}

// content yields the words of a text that carry something.
func (t *tongue) content(text string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for w := range wordsIn(text) {
			if !t.stop[w] && !yield(w) {
				return
			}
		}
	}
}

// numbers are those of a text's stems that stand somewhere, each once.
func (w *words) numbers(text string, language int8) []int32 {
	var out []int32
	for word := range w.lore.tongues[language].content(text) {
		if s, ok := w.said[language][word]; ok && !slices.Contains(out, s.stem) {
			out = append(out, s.stem)
		}
	}
	return out
}
