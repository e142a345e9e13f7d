package hearing

import (
	"slices"
	"strings"
	"unicode/utf8"

	"samantha"
)

// nameMost is how many letters a bare name has at most in any script.
const nameMost = 20

// bareName: she asked for their name, and one word is all that was said, which is no
// small word of any language: a name, however it is written. Where words are not parted,
// a short one.
func (e *Ear) bareName(text string, words []string, in Context) bool {
	if in.Asked != "name" || len(words) != 1 || strings.Contains(text, "?") {
		return false
	}
	if _, small := e.others.words[words[0]]; small || e.others.asksHuman(words, "") != "" {
		return false
	}
	n := utf8.RuneCountInString(words[0])
	return n <= nameMost && (n <= unpartedMost || !unparted(words[0]))
}

// unpartedMost is how many signs a name has at most in a script that parts no words.
const unpartedMost = 4

// unparted: a word is of a script that puts no room between words.
func unparted(w string) bool {
	return strings.ContainsFunc(w, func(r rune) bool { return r >= 0x3040 && r <= 0x9fff || r >= 0x0e00 && r <= 0x0e7f })
}

// answersName: she asked for their name, and one word or two that can be spoken are all
// that was said: however odd the letters are, they were not typed by chance.
func (u *utterance) answersName() bool {
	if u.in.Asked != "name" || len(u.words) > 2 {
		return false
	}
	return !slices.ContainsFunc(u.words, func(w word) bool {
		beside := func(keys string) bool { return strings.Contains(w.norm, keys) }
		return !strings.ContainsAny(w.norm, "aeiouy") || slices.ContainsFunc(u.ear.lists["keys"].entries, beside)
	})
}

// ownName finds the name they say is theirs in the sentence beside: "that's my name.
// Hanne". One that stands alone is of words before this utterance.
func (u *utterance) ownName() {
	for i, a := range u.acts {
		if a.Kind != "tell.myname" {
			continue
		}
		for _, beside := range [...]int{i + 1, i - 1} {
			if beside < 0 || beside >= len(u.acts) {
				continue
			}
			if name := u.ear.NameOf(u.acts[beside].Text); name != "" {
				u.acts[beside] = samantha.Act{Kind: "tell.name", Text: u.acts[beside].Text, Slots: map[string]string{"name": name, "own": "yes"}}
				u.acts[i].Kind = "mhm"
				return
			}
		}
	}
}

// NameOf is the name that a text is and nothing else, as it would answer her question for
// it; "" if it is none.
func (e *Ear) NameOf(text string) string {
	words := e.words(text, Context{})
	for len(words) > 1 && words[0].is(classFiller) { // "Right. Gordon."
		words = words[1:]
	}
	if len(words) == 0 || len(words) > 2 || strings.Contains(text, "?") || runWhile(words, 0, 2, e.maybeName) != len(words) || slices.ContainsFunc(words, e.ordinary) {
		return ""
	}
	return text[words[0].from:words[len(words)-1].to]
}

// FirstName reports whether a text is one first name and nothing else.
func (e *Ear) FirstName(text string) bool {
	words := e.words(text, Context{})
	return len(words) == 1 && words[0].is(classFirstName) && !strings.Contains(text, "?")
}

// ordinary: a word written small for a thing of every day, by the lists: soup, rain. A
// first name is none.
func (e *Ear) ordinary(of word) bool {
	w := of.norm
	if of.upper || of.is(className) || e.lists["wordname"].has(w) {
		return false
	}
	if _, small := e.others.words[w]; small || e.topics[w] != "" {
		return true
	}
	for _, l := range e.lists {
		if l.name != "firstname" && l.has(w) {
			return true
		}
	}
	return false
}
