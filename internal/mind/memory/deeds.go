package memory

import (
	"slices"
	"strings"

	"github.com/kljensen/snowball/english"

	"samantha"
)

// What share of the words of a thread must be said to be about it: most of them.
// Of a deed in one word ("ask her") only something about as short can be said.
const (
	mostWords  = 0.6
	shortWords = 5
)

// means reports whether something heard is about a thread's thing: it has most of
// its words, or it is the thing itself by a shorter name, "the test".
func (l *Lore) means(end samantha.Act, t samantha.Thread) bool {
	wanted := l.stems(deed(t.Thing))
	if len(wanted) == 0 || len(wanted) == 1 && l.bareDeed(t) && len(strings.Fields(end.Text)) > shortWords {
		return false
	}
	if end.Slots["as"] == "result" && (l.names(end.Slots["thing"], t.Thing) || t.Form == samantha.FormDeed && l.names(end.Slots["thing"], object(t.Thing))) {
		return true
	}
	if l.toThem(end, t) {
		return true
	}
	said := l.saidOf(end)
	return l.covered(wanted, said) >= mostWords || l.tellsCore(end, t, said) || l.didIt(end, t)
}

// saidOf are the stems of what something heard tells of.
func (l *Lore) saidOf(end samantha.Act) []string {
	return l.stems(end.Slots["thing"] + " " + end.Slots["did"])
}

// touches reports whether something heard can be about a thread's thing at all: it has
// a word of it, or was done to "them". Of most threads that is all there is to see.
func (c *closing) touches(end samantha.Act, said []string, t samantha.Thread) bool {
	known := func(w string) bool { return c.lore.among(w, said) }
	return slices.ContainsFunc(c.things.of(t.Thing, c.lore), known) || c.lore.toThem(end, t)
}

// toThem: the deed was done to "him", "her" or "them", in so few words that it is the
// one meant: "told him" of "tell Dad".
func (l *Lore) toThem(end samantha.Act, t samantha.Thread) bool {
	verb, whom, _ := strings.Cut(t.Thing, " ")
	if t.Form != samantha.FormDeed || end.Slots["did"] != strings.ToLower(verb) {
		return false
	}
	words := strings.Fields(strings.ToLower(end.Slots["thing"]))
	return len(words) == 2 && isPronoun(words[1]) && words[1] != "it" && len(strings.Fields(whom)) <= 2
}

// bareDeed: nothing of a deed tells but its verb, "ask her".
func (l *Lore) bareDeed(t samantha.Thread) bool {
	return t.Form == samantha.FormDeed && len(l.stems(object(t.Thing))) == 0
}

// deed is a thing without the way there: "go over and rig it" is rigging.
func deed(thing string) string {
	words := strings.Fields(thing)
	for i, w := range words {
		if i > 0 && i < 3 && w == "and" && (words[0] == "go" || words[0] == "come") {
			return strings.Join(words[i+1:], " ")
		}
	}
	return thing
}

// object is what is done to, of a deed: "the long mirror" of "give her the long
// mirror".
func object(deed string) string {
	_, rest, _ := strings.Cut(deed, " ")
	return rest
}

// names reports whether a name is a thing's: it has its head, and no word that is
// not the thing's.
func (l *Lore) names(name, thing string) bool {
	said, wanted := l.stems(name), l.stems(thing)
	other := func(w string) bool { return !l.among(w, wanted) }
	return l.among(l.head(thing), said) && !slices.ContainsFunc(said, other)
}

// head is the stem of the word that a thing is, before "with", "at" and the like.
func (l *Lore) head(thing string) string {
	head := ""
	for _, w := range strings.Fields(strings.ToLower(thing)) {
		stems := l.stems(w)
		if len(stems) == 0 && head != "" {
			break
		}
		if len(stems) > 0 {
			head = stems[0]
		}
	}
	return head
}

// stems are those of a text's words that carry something, in order.
func (l *Lore) stems(text string) []string {
	var out []string
	for w := range l.hers().content(text) {
		out = append(out, english.Stem(w, false))
	}
	return out
}

// Says reports whether a text speaks of what a thread is about.
func (l *Lore) Says(text string, t samantha.Thread) bool {
	return l.means(samantha.Act{Slots: map[string]string{"thing": text}}, t)
}
