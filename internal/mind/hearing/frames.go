package hearing

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
)

// A Frame is one thing that stands out in a telling: what it is, by the rules of
// en/frames.txt, and what its slots hold in the person's own words.
type Frame struct {
	Kind  string
	Rank  int  // 1..9: how much more it says about the telling than others would
	Daily bool // a matter of every day (en/matters)
	Slots map[string]string
}

// openInto reads rules each of which holds wherever its words stand.
func (e *Ear) openInto(book **rulebook) func(file, text string) error {
	return func(file, text string) error {
		var open strings.Builder
		for ln := range strings.Lines(text) {
			ln = strings.TrimRight(ln, " \n")
			indented := strings.HasPrefix(ln, " ") && strings.TrimSpace(ln) != "" && !strings.HasPrefix(strings.TrimSpace(ln), "#")
			if indented && !strings.HasSuffix(ln, "$") && !strings.HasSuffix(ln, "...") && !strings.HasSuffix(ln, ":rest}") {
				ln += " ..."
			}
			open.WriteString(ln + "\n")
		}
		return e.rulesInto(book)(file, open.String())
	}
}

// readMatters reads matters of every day, which are frames that hold only where little else
// is told.
func (e *Ear) readMatters(file, text string) error {
	var book *rulebook
	if err := e.openInto(&book)(file, text); err != nil {
		return err
	}
	for _, r := range book.rules {
		r.matter = true
		e.frames.add(r)
	}
	return nil
}

// amid is among how many words a matter of every day may stand, by its rank: "soup" is what
// two words are about, "she said yes" is what twenty are about.
func amid(rank int) int {
	return [...]int{0, 0, 0, 4, 6, 9, 14, 22, 30, 30}[rank]
}

// nounList is how the names of the lists in en/senses.txt end.
const nounList = " noun"

// readSenses adds what sort of thing a noun is, one of them and several, to the lists.
func (e *Ear) readSenses(file, text string) error {
	lists, order, err := parseLists(file, text, strings.Fields)
	if err != nil {
		return err
	}
	for _, name := range order {
		l := lists[name]
		for _, w := range slices.Clone(l.entries) {
			l.add([]string{severalOf(w)})
			if strings.HasSuffix(w, "o") {
				l.add([]string{w + "es"}) // "potatoes", beside "pianos"
			}
		}
		e.lists[name] = l
	}
	return nil
}

// Noun reports whether a word is in one of the lists of nouns, as one or as several.
func (e *Ear) Noun(word string) bool {
	for name, l := range e.lists {
		if strings.HasSuffix(name, nounList) && l.has(word) {
			return true
		}
	}
	return false
}

// severalOf is the usual form of a noun for more than one.
func severalOf(w string) string {
	stem, last := w[:len(w)-1], w[len(w)-1]
	switch {
	case last == 'y' && !strings.ContainsAny(w[len(w)-2:len(w)-1], "aeiou"):
		return stem + "ies"
	case last == 's', last == 'x', last == 'z', strings.HasSuffix(w, "ch"), strings.HasSuffix(w, "sh"):
		return w + "es"
	}
	return w + "s"
}

// Frames are what stands out in a telling, what says most about it first; of two that
// say as much, what was told last.
func (e *Ear) Frames(text string, in Context) []Frame {
	words := e.words(text, in)
	e.nameFresh(words)
	u := utterance{ear: e, text: text, words: words, in: in}
	var out []Frame
	for _, sentence := range slices.Backward(sentences(words)) {
		if len(sentence) > longest {
			continue
		}
		out = append(out, u.framesOf(e.piece(sentence))...)
	}
	slices.SortStableFunc(out, func(a, b Frame) int { return cmp.Compare(b.Rank, a.Rank) })
	return out
}

// framesOf are the frames of a sentence, in the order of the file.
func (u *utterance) framesOf(p piece) []Frame {
	var out []Frame
	unlikened := p
	unlikened.words = p.words[:u.ear.likened(p.words)]
	unlikened.tail = min(p.tail, len(unlikened.words))
	for n := range u.ear.frames.likely(p.words) {
		r := &u.ear.frames.rules[n]
		if slices.ContainsFunc(out, func(f Frame) bool { return f.Kind == r.kind }) {
			continue
		}
		in := unlikened
		if r.whole {
			in = p
		}
		m, ok := u.ear.match(r.prog, in)
		if !ok || anothers(p.words, m) || u.ear.deniedBefore(p.words, m.from) {
			continue
		}
		slots := u.slots(r, m, p)
		if slots["of"] != "anybody" && !u.ear.matter(p.words, m.from) {
			continue
		}
		delete(slots, "of")
		rank, _ := strconv.Atoi(slots["rank"])
		delete(slots, "rank")
		if r.matter && len(u.words) > amid(rank) {
			continue
		}
		out = append(out, Frame{Kind: r.kind, Rank: rank, Daily: r.matter, Slots: slots})
	}
	return out
}

// anothers: what a slot would say back is somebody else's: "his [mum]" is not mum.
func anothers(words []word, m match) bool {
	for _, s := range m.slots {
		if s.from > 0 && s.from < s.to && words[s.from-1].is(classPossessive) && !words[s.from].is(classPossessive) {
			return true
		}
	}
	return false
}

// likened is where "like a bat" begins: what something is like is not what it is about.
func (e *Ear) likened(words []word) int {
	for i := 1; i+1 < len(words); i++ {
		if words[i].norm == "like" && words[i+1].is(classDeterminer|classNumber) && !words[i-1].is(classAuxiliary) {
			return i
		}
	}
	return len(words)
}

// deniedBefore: the words right before a place say that it was not so: "never hit so much
// as a [squirrel]".
func (e *Ear) deniedBefore(words []word, at int) bool {
	for i := at - 1; i >= 0 && i >= at-slotMost && !words[i+1].gap; i-- {
		if e.lists["negation"].has(words[i].norm) {
			return true
		}
	}
	return false
}

// Thing reports whether one of some words is a noun for an animal, food, a plant or a
// thing made (en/senses.txt).
func (e *Ear) Thing(words string) bool {
	for w := range strings.FieldsSeq(strings.ToLower(words)) {
		for _, kind := range []string{"animal", "food", "made", "plant"} {
			if e.lists[kind+nounList].has(w) {
				return true
			}
		}
	}
	return false
}

// wholeMost is how many words a whole thing has at most.
const wholeMost = 5

// Whole reports whether some words are surely one thing by its whole name: what points at
// it, and at the end a noun; no verb in it and nobody else. "the dress outlasted" and
// "two dicing shallots" are none.
func (e *Ear) Whole(text string) bool {
	words := e.words(text, Context{})
	if len(words) == 0 || len(words) > wholeMost {
		return false
	}
	for i, w := range words {
		switch {
		case i == 0 && !w.is(classDeterminer|classPossessive|classNumber|className) && !w.upper && !w.is(classIng) && !e.Thing(w.norm) && e.topicOf(w.norm) == "":
			return false
		case i > 0 && w.is(classPronoun|classConjunction|classAuxiliary|classQuestion|classAdverb|classPossessive) && w.norm != "'s":
			return false
		case i > 0 && w.is(classDeterminer) && !words[i-1].is(classPreposition):
			return false
		case w.norm == "'s" && i+1 < len(words) && words[i+1].is(classPreposition|classDeterminer|classPossessive):
			return false // "the cat's on my lap"
		case i > 0 && w.kind == 0 && (strings.HasSuffix(w.norm, "ed") || strings.HasSuffix(w.norm, "ing")) && !e.Thing(w.norm):
			return false
		case i > 0 && w.is(classPast|classIng|classThird) && !w.is(classThing) && !e.Thing(w.norm):
			return false
		}
	}
	last := words[len(words)-1]
	if e.lists["allof"].has(words[0].norm) && last.is(classBase) && !e.Noun(last.norm) {
		return false // "all realise"
	}
	return len(words) > 1 && !last.is(classPreposition|classDeterminer|classVague|classDegree)
}
