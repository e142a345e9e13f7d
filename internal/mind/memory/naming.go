package memory

import (
	"slices"
	"time"

	"samantha"
)

// Naming are the tellings of the person's that hold the word of a text which fewest
// hold, oldest first: what names a person or a thing, however it is told of. Nil if
// none of its words was told, or if more than most hold each of them.
func (x *Index) Naming(text string, most int) []samantha.Memory {
	var named []int32
	for w := range x.lore.hers().content(text) {
		docs := slices.DeleteFunc(x.saying([]string{w}), func(doc int32) bool { return !x.theirs(doc) || x.marks[doc].onlyAsks })
		if len(docs) > 0 && (named == nil || len(docs) < len(named)) {
			named = docs
		}
	}
	if len(named) > most {
		return nil
	}
	var told []samantha.Memory
	for _, doc := range named {
		told = append(told, x.memories[doc])
	}
	return told
}

// stretch is how soon after a telling one must come that only goes on about it.
const stretch = 10 * time.Minute

// Next is what the person told right after a memory, in the same stretch.
func (x *Index) Next(id samantha.ID) (samantha.Memory, bool) {
	doc, ok := x.place[id]
	if !ok {
		return samantha.Memory{}, false
	}
	next := x.besides(nil, doc, 1, 1)
	if len(next) == 0 || next[0].At.Sub(x.memories[doc].At) > stretch {
		return samantha.Memory{}, false
	}
	return next[0], true
}

// Share reports whether two texts have a word that is told of so seldom that it ties
// them: one in twenty memories at most, or a few.
func (x *Index) Share(a, b string) bool {
	seldom := max(leastSeldom, x.Len()/20)
	said := x.lore.stems(b)
	for w := range x.lore.hers().content(a) {
		if slices.Contains(said, x.lore.hers().stem(w, false)) && len(x.saying([]string{w})) <= seldom {
			return true
		}
	}
	return false
}

// leastSeldom is how many memories may hold a word that is seldom told of, however
// few there are.
const leastSeldom = 4

// IsSomebody reports whether a word stands for somebody who is not named.
func IsSomebody(w string) bool { return w != "it" && isPronoun(w) }
