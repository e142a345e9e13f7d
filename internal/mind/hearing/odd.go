package hearing

import (
	"slices"
	"strings"

	"samantha"
)

const (
	oddMost = 3    // odd words of one utterance
	oddFrom = 1200 // place in common.txt from which a word is odd
)

// odd are the rare words of an utterance, rarest first: words worth a callback
// days later. Two neighbours that make one thing stay together: "sat nav".
func (u *utterance) odd() []string {
	type rare struct {
		text string
		rank float64
	}
	var all []rare
	for i := 0; i < len(u.words); i++ {
		w := u.words[i]
		if !u.ear.oddWord(w) || u.ear.acting(u.words, i) {
			continue
		}
		from, to := i, i+1
		if to < len(u.words) && u.ear.oneThing(w, u.words[to]) {
			to++
		} else if i > 0 && u.ear.oneThing(u.words[i-1], w) && !u.ear.oddWord(u.words[i-1]) {
			from--
		}
		all = append(all, rare{plain(u.bare(u.words[from:to])), u.ear.rarity(w)})
		i = to - 1
	}
	slices.SortStableFunc(all, func(a, b rare) int {
		switch a, b := samantha.Round(a.rank), samantha.Round(b.rank); {
		case a > b:
			return -1
		case a < b:
			return 1
		}
		return 0
	})
	var out []string
	for _, r := range all {
		if len(out) < oddMost && !slices.Contains(out, r.text) {
			out = append(out, r.text)
		}
	}
	return out
}

// oddWord reports whether a word is a rare thing that may be said again.
func (e *Ear) oddWord(w word) bool {
	if !thingLike(w) || len(w.norm) < 3 || e.mash(w.norm) {
		return false
	}
	if plainEnding(w.norm) {
		return false
	}
	n := e.place(w.norm)
	return n == 0 || n > oddFrom
}

// plainEnding reports whether a word ends like those that are no things one
// could point at.
func plainEnding(w string) bool {
	for _, end := range [...]string{
		"ed", "ly", "ing", "able", "ible", "ous", "ful", "less", "ness", "ity", "ities", "est", "ism",
	} {
		if strings.HasSuffix(w, end) {
			return true
		}
	}
	return false
}

// oneThing reports whether two words make one thing.
func (e *Ear) oneThing(a, b word) bool {
	if e.lists["machine"].holds(a.norm, b.norm) {
		return true
	}
	return !b.gap && thingLike(a) && thingLike(b) && a.upper == b.upper
}

// thingLike leaves out everything that is no thing, or not to be said again: a
// name, a feeling, a number, a word of the unfit list.
func thingLike(w word) bool {
	return !w.is(classLoose|classVague|classFeeling|classUnfit|classTime|classWhen|classNumber|classRelation|
		className|classHer|classFiller|classVerb&^classBase) &&
		(!w.is(classBase) || w.is(classThing)) && (!w.upper || w.first) && isWordy(w.norm)
}

// isWordy reports whether a word is made of letters only.
func isWordy(s string) bool {
	for _, r := range s {
		if r >= '0' && r <= '9' || r == '\'' {
			return false
		}
	}
	return s != ""
}

// terms are the content words in lower case, each once, for recall.
func (u *utterance) terms() []string {
	var out []string
	for i, w := range u.words {
		if w.is(classLoose|classFiller) && !w.is(classThing) || w.norm == "'s" {
			continue
		}
		if i > 0 && w.from == u.words[i-1].from {
			continue
		}
		if t := w.norm; len(t) > 1 && !slices.Contains(out, t) {
			out = append(out, t)
		}
	}
	return out
}

// gibberish reports whether words are only keys pressed: none of them is known,
// and at least half of them have letters side by side that never are.
func (e *Ear) gibberish(words []word) bool {
	bad := 0
	for _, w := range words {
		if w.kind != 0 || e.common(w.norm) || e.lists["parting"].has(w.norm) || w.upper && (!w.first || len(words) == 1 && strings.ContainsAny(w.norm, "aeiou") && len(w.norm) < 10) {
			return false
		}
		if e.mash(w.norm) && (len(words) > 1 || !e.soundsLikeName(w.norm)) {
			bad++
		}
	}
	return 2*bad >= len(words) && bad > 0
}

// Strange reports whether a word has letters side by side as no common English word has, so
// that it is of another tongue or trade: "kugelhopf". "Belief" is only rare.
func (e *Ear) Strange(word string) bool {
	return slices.ContainsFunc(strings.Fields(strings.ToLower(word)), e.mash)
}

// soundsLikeName: a word with letters side by side that English does not have there, once,
// can be spoken: "tomasz", "wiebke".
func (e *Ear) soundsLikeName(w string) bool {
	vowels, strange := 0, 0
	for i := range len(w) {
		if strings.IndexByte("aeiouy", w[i]) >= 0 {
			vowels++
		}
		if i+2 <= len(w) && !e.pairs[w[i:i+2]] {
			strange++
		}
	}
	return strange < 2 && len(w) >= spokenLeast && 3*vowels >= len(w)
}

// spokenLeast is how many letters a word has at least that may be a name however it looks.
const spokenLeast = 5

// mash reports whether a word has a pair of letters that no common word has, or
// no vowel.
func (e *Ear) mash(w string) bool {
	if !isWordy(w) || len(w) < 3 || w[0] > 'z' {
		return false
	}
	if !strings.ContainsAny(w, "aeiouy") {
		return true
	}
	for i := 0; i+2 <= len(w); i++ {
		if w[i] < 0x80 && w[i+1] < 0x80 && !e.pairs[w[i:i+2]] {
			return true
		}
	}
	return false
}
