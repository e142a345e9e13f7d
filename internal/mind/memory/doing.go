package memory

import (
	"slices"
	"strings"

	"samantha"

	"github.com/kljensen/snowball/english"
)

// Does reports whether an utterance tells that the person did what was to be done, in
// any ordinary way: "I rang Mavis" of "ring Aunt Mavis". What was tried and came to
// nothing is not done.
func (l *Lore) Does(h samantha.Hearing, what string) bool {
	t := samantha.Thread{Kind: samantha.ThreadPlan, Whose: Person, Thing: what, Form: samantha.FormDeed}
	undone := func(e samantha.Act) bool { return e.Kind == string(samantha.EndDropped) || e.Kind == "still" }
	if slices.ContainsFunc(h.Ends, undone) {
		return false
	}
	return slices.ContainsFunc(h.Ends, func(e samantha.Act) bool {
		by := e.Slots["by"]
		return e.Kind == string(samantha.EndDone) && by != "other" && by != "they" && l.means(e, t)
	})
}

// didIt: what was heard tells of a deed by its verb, in the past, and by the person or
// thing that it was to be done to; and of nothing else that the same might be done to.
func (l *Lore) didIt(end samantha.Act, t samantha.Thread) bool {
	verb, rest, _ := strings.Cut(strings.ToLower(deed(t.Thing)), " ")
	did, head := english.Stem(end.Slots["did"], false), l.head(rest)
	said := l.stems(end.Slots["thing"])
	if t.Form == samantha.FormThing || did == "" || len(head) < shortestName || !l.among(english.Stem(verb, false), []string{did}) || !l.among(head, said) {
		return false
	}
	wanted := l.stems(t.Thing)
	further := func(w string) bool { return w != head && w != did && slices.Contains(said, w) }
	other := func(w string) bool { return w != did && !l.among(w, wanted) }
	return len(l.stems(rest)) == 1 || slices.ContainsFunc(wanted, further) || !slices.ContainsFunc(said, other)
}
