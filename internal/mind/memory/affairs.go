package memory

import (
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/kljensen/snowball/english"

	"samantha"
)

// affairs is in what other words people tell of what was left open, all by stem.
type affairs struct {
	akin  map[string][]string
	light map[string]bool            // verbs that do not say which deed it is
	aside map[string]bool            // words behind which nothing stands that names a thing
	sorts map[string]map[string]bool // what an outcome may be told of without its name
}

func newAffairs() affairs {
	return affairs{
		akin: map[string][]string{}, light: map[string]bool{}, aside: map[string]bool{},
		sorts: map[string]map[string]bool{},
	}
}

// read takes one line of affairs.txt.
func (a *affairs) read(line samantha.Line) error {
	words := strings.Fields(line.Text)
	if len(words) < 2 {
		return line.Bad("want: akin, light, aside or sort, and words")
	}
	kind, words := words[0], words[1:]
	switch kind {
	case "akin":
		for _, w := range words {
			a.akin[english.Stem(w, false)] = append(a.akin[english.Stem(w, false)], stemmed(words)...)
		}
	case "light":
		addAll(a.light, stemmed(words))
	case "aside":
		addAll(a.aside, words)
	case "sort":
		a.sorts[words[0]] = map[string]bool{}
		addAll(a.sorts[words[0]], stemmed(words[1:]))
	default:
		return line.Bad("want: akin, light, aside or sort, and words")
	}
	return nil
}

func stemmed(words []string) []string {
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = english.Stem(w, false)
	}
	return out
}

func addAll(set map[string]bool, words []string) {
	for _, w := range words {
		set[w] = true
	}
}

// among reports whether a stem, or one that tells of the same, is among others.
func (l *Lore) among(stem string, said []string) bool {
	tells := func(w string) bool { return slices.Contains(said, w) }
	return tells(stem) || slices.ContainsFunc(l.affairs.akin[stem], tells)
}

// covered is the share of some stems that others tell of, 0..1.
func (l *Lore) covered(wanted, said []string) float64 {
	if len(wanted) == 0 {
		return 0
	}
	n := 0
	for _, w := range wanted {
		if l.among(w, said) {
			n++
		}
	}
	return samantha.Round(float64(n) / float64(len(wanted)))
}

// joins takes in the words that mean about the same.
func (a *affairs) joins(alike likeness) {
	for stem, words := range alike {
		a.akin[stem] = append(a.akin[stem], stemmed(words)...)
	}
}

// core is what a thing is known by: without a verb that says nothing of it, and
// without what only stands beside it: "the dentist" of "see the dentist about this
// tooth".
func (l *Lore) core(t samantha.Thread) []string {
	words := strings.Fields(strings.ToLower(deed(t.Thing)))
	if t.Form != samantha.FormThing && len(words) > 1 && l.affairs.light[english.Stem(words[0], false)] {
		words = words[1:]
	}
	for i := range words {
		if !l.affairs.aside[words[i]] {
			continue
		}
		if before := l.stems(strings.Join(words[:i], " ")); len(before) > 0 {
			return before
		}
	}
	return l.stems(strings.Join(words, " "))
}

// shortestName is how many letters a word must have to name a thing: "do em" has none.
const shortestName = 3

// tellsCore reports whether something heard tells of what a thread is known by. Of
// what is known by one word only a deed as light as its own, or the same, can; and a
// thing may have a shorter name behind such a deed.
func (l *Lore) tellsCore(end samantha.Act, t samantha.Thread, said []string) bool {
	core, did := l.core(t), english.Stem(end.Slots["did"], false)
	if thing := object(end.Slots["thing"]); l.affairs.light[did] && t.Form == samantha.FormThing && l.names(thing, t.Thing) {
		return true // "got my results" of "my exam results"
	}
	if len(core) == 0 || len(core[0]) < shortestName || l.covered(core, said) < 1 {
		return false
	}
	verb, _, _ := strings.Cut(strings.ToLower(deed(t.Thing)), " ")
	same := did == "" || l.affairs.light[did] || l.among(english.Stem(verb, false), []string{did})
	return len(core) > 1 || end.Slots["as"] == "result" || same
}

// doneEarly reports whether a deed was told as done, by its own verb and most of its
// words: that may be before its day.
func (l *Lore) doneEarly(end samantha.Act, t samantha.Thread) bool {
	verb, _, _ := strings.Cut(strings.ToLower(deed(t.Thing)), " ")
	did := english.Stem(end.Slots["did"], false)
	own := did != "" && t.Form != samantha.FormThing && l.among(english.Stem(verb, false), []string{did})
	wanted := l.stems(deed(t.Thing))
	return own && end.Kind == string(samantha.EndDone) && len(wanted) > 1 && l.covered(wanted, l.saidOf(end)) >= mostWords
}

// byVerb reports whether a deed was told by its verb alone: "handed it in" of "hand
// in my thesis", "we moved" of "moving house".
func (l *Lore) byVerb(end samantha.Act, did string, t samantha.Thread) bool {
	verb, rest, _ := strings.Cut(strings.ToLower(deed(t.Thing)), " ")
	if rest == "" || did != english.Stem(verb, false) {
		return false
	}
	if strings.Contains(" "+strings.ToLower(end.Slots["thing"])+" ", " you ") {
		return false // done to her, and she has no threads of that kind
	}
	others := slices.DeleteFunc(l.stems(end.Slots["thing"]), func(w string) bool { return w == did || l.among(w, l.stems(rest)) })
	return len(others) == 0
}

// ofVerb is the one thread whose deed was told by its verb alone.
func (c *closing) ofVerb(end samantha.Act) (Thread, bool) {
	did := english.Stem(end.Slots["did"], false)
	if did == "" || end.Slots["who"] != "" || c.lore.affairs.light[did] {
		return Thread{}, false
	}
	var fit []Thread
	for _, t := range c.open {
		ahead := t.Due != nil && t.Due.After(c.at.Now) && end.Slots["early"] == ""
		if t.Form != samantha.FormThing && t.Whose == Person && !ahead && c.lore.byVerb(end, did, t.Thread) {
			fit = append(fit, t)
		}
	}
	if len(fit) != 1 {
		return Thread{}, false
	}
	return fit[0], true
}

// toldOf closes what had its time and is what the utterance begins with: "the
// reunion was a hoot", "Crete was too hot". What is told of it, they tell.
func (c *closing) toldOf() {
	var told [][]string // the stems of each
	for _, a := range c.hearing.Acts {
		if strings.HasPrefix(a.Kind, "tell.") && a.Kind != "tell.plan" {
			told = append(told, c.lore.stems(a.Text))
		}
	}
	if len(told) == 0 {
		return
	}
	said := slices.Concat(told...)
	known := func(w string) bool { return slices.Contains(said, w) }
	for _, t := range c.open {
		over := t.Until != nil && !t.Until.After(c.at.Now) && t.At.Before(c.at.Since)
		if over && t.Whose != Herself && !repeats(t.About) && slices.ContainsFunc(c.things.of(t.Thing, c.lore), known) && c.begins(c.lore.core(t.Thread), told) {
			c.close(t, samantha.Act{}, samantha.EndDone)
		}
	}
}

// begins: something told begins with the words that a thing is known by.
func (c *closing) begins(core []string, told [][]string) bool {
	return len(core) > 0 && slices.ContainsFunc(told, func(said []string) bool {
		return slices.Contains(said[:min(len(core), len(said))], core[len(core)-1]) && c.lore.covered(core, said) == 1
	})
}

// sortLately is how long ago something may have come due for an outcome without a
// name to be told of it.
const sortLately = 45 * 24 * time.Hour

// ofSort is the thread that an outcome without a name is told of: of those of its
// sort that can have come about the one that came due last, else the newest. Whatever
// they wait to hear of may be turned down, or offered.
func (c *closing) ofSort(end samantha.Act) (Thread, bool) {
	words := map[string]bool{}
	for _, sort := range strings.Split(end.Slots["sort"], ",") {
		maps.Copy(words, c.lore.affairs.sorts[sort])
	}
	if len(words) == 0 {
		return Thread{}, false
	}
	var best Thread
	found := false
	for _, t := range c.open {
		ahead := t.Due != nil && t.Due.After(c.at.Now) && end.Slots["early"] == ""
		since := t.At
		if t.Until != nil {
			since = *t.Until
		}
		if t.Whose == Herself || ahead || c.at.Now.Sub(since) > sortLately || !c.theirs(end, t) {
			continue
		}
		is := func(w string) bool { return words[w] }
		waits := words["offer"] && t.Kind == samantha.ThreadQuestion && t.Form == samantha.FormThing
		if !waits && !slices.ContainsFunc(c.things.of(t.Thing, c.lore), is) {
			continue
		}
		if slices.Contains(c.asked, t.ID) {
			return t, true
		}
		if !found || !later(best, t) {
			best, found = t, true
		}
	}
	return best, found
}

// later: a came due, or was told of, after b.
func later(a, b Thread) bool {
	at := func(t Thread) time.Time {
		if t.Due != nil {
			return *t.Due
		}
		return t.At
	}
	return at(a).After(at(b))
}

// theirs: what was told by a pronoun or a name can be of a thread's: "she passed" is
// somebody else's, "I passed" the person's own.
func (c *closing) theirs(end samantha.Act, t Thread) bool {
	who := end.Slots["who"]
	switch {
	case end.Slots["by"] == "any":
		return true
	case end.Slots["by"] == "they", who != "" && isPronoun(strings.ToLower(who)):
		return t.Whose != Person && t.Whose != Herself
	case who != "":
		return plain(t.Whose) == plain(who) || speaksOf(t.Whose, who)
	}
	return t.Whose == Person
}

// tested closes what was told only to try her: all that was left open in this
// encounter, and whatever the utterance names.
func (c *closing) tested() {
	for _, t := range c.open {
		named := c.lore.covered(c.lore.core(t.Thread), c.lore.stems(c.text())) == 1
		if t.Whose != Herself && (!t.At.Before(c.at.Since) || named) {
			c.close(t, samantha.Act{}, samantha.EndDropped)
		}
	}
}
