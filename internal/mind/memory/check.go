package memory

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/kljensen/snowball/english"

	"samantha"
)

// checking is what a proposed fact is held against: words, and by slot those of
// which a quote needs one.
type checking struct {
	not, unsure, light, against map[string]bool
	cues                        map[string][]string
}

// read takes one line of check.txt.
func (c *checking) read(line samantha.Line) error {
	kind, rest, _ := strings.Cut(line.Text, " ")
	if kind == "slot" {
		words := strings.Fields(rest)
		if len(words) == 0 {
			return line.Bad("want: slot, its name, and words")
		}
		c.cues[words[0]] = append(c.cues[words[0]], words[1:]...)
		return nil
	}
	set := map[string]map[string]bool{"not": c.not, "unsure": c.unsure, "light": c.light, "against": c.against}[kind]
	if set == nil {
		return line.Bad("want: not, unsure, light, against or slot, and words")
	}
	for _, w := range strings.Fields(rest) {
		set[w] = true
	}
	return nil
}

// Check says why a fact that a model proposes does not follow from the memory it
// cites, as an error of kind [samantha.ErrInvalid], or nil: the slot is one that may be
// proposed; the quote stands in the memory letter by letter, tells something as true and
// speaks of such a thing; the words of the value stand in the quote, as far turned round
// as there; and it is the owner whom the quote is about.
func (l *Lore) Check(f samantha.Fact, memory string) error {
	refuse := func(format string, args ...any) error {
		return fmt.Errorf(format+": %w", append(args, samantha.ErrInvalid)...)
	}
	said := wordsOf(f.Quote)
	cues, may := l.check.cues[f.Slot]
	switch {
	case f.Of == "" || f.Slot == "" || f.Value == "" || f.Way != samantha.WayProposed:
		return refuse("it wants an owner, a slot and a value")
	case f.Like != "" || f.Doubt != "" || f.Holds != "":
		return refuse("a proposal decides nothing about other facts")
	case !may:
		return refuse("a proposal cannot say this of anybody")
	case len(said) == 0 || !strings.Contains(memory, f.Quote):
		return refuse("%q does not stand in the memory", f.Quote)
	case strings.Contains(f.Quote, "?") || slices.ContainsFunc(said, func(w string) bool { return l.check.unsure[w] }):
		return refuse("%q tells nothing as true", f.Quote)
	case len(cues) > 0 && !slices.ContainsFunc(cues, func(w string) bool { return stands(w, said) }):
		return refuse("%q does not speak of that", f.Quote)
	case l.turnedFor(f.Slot, said) != (l.turned(wordsOf(f.Value)) != (f.Slot == "dislikes")):
		return refuse("%q is turned round", f.Value)
	case !l.owns(f, memory):
		return refuse("%q is about somebody else", f.Quote)
	}
	for _, w := range wordsOf(f.Value) {
		if !l.check.light[w] && !stands(w, said) {
			return refuse("%q is not in %q", w, f.Quote)
		}
	}
	return nil
}

func wordsOf(text string) []string { return strings.Fields(samantha.SentenceKey(text)) }

// stands: a word is among others in some form.
func stands(word string, among []string) bool {
	stem := english.Stem(word, false)
	return slices.ContainsFunc(among, func(w string) bool { return english.Stem(w, false) == stem })
}

// turned: the words say that something is not so.
func (l *Lore) turned(words []string) bool {
	n := 0
	for _, w := range words {
		if l.check.not[w] {
			n++
		}
	}
	return n%2 == 1
}

// turnedFor is turned, as a slot takes it: who hates a thing does not like it.
func (l *Lore) turnedFor(slot string, words []string) bool {
	hates := slices.ContainsFunc(words, func(w string) bool { return l.check.against[w] })
	return l.turned(words) != (hates && (slot == "likes" || slot == "dislikes"))
}

// owns reports whether a quote is about the owner of a fact: the last word for
// somebody before the value means them. Somebody else must stand in the memory.
func (l *Lore) owns(f samantha.Fact, memory string) bool {
	before := f.Quote
	if at := strings.Index(strings.ToLower(before), strings.ToLower(f.Value)); at >= 0 {
		before = before[:at]
	}
	self := l.selfBefore(before)
	if f.Of == Person {
		return self
	}
	all := wordsOf(memory)
	if one := plain(f.Of); l.tongues[0].subject.self[one] || isPronoun(one) || l.frame.you[one] {
		return false // who that is, the memory alone does not say
	}
	for _, w := range wordsOf(f.Of) {
		if !stands(w, all) {
			return false
		}
	}
	return !self || slices.Contains(wordsOf(before), plain(f.Of))
}

// Schema is the JSON schema of what a model may propose, with words to the model in
// its descriptions (en/propose.json).
func (l *Lore) Schema() json.RawMessage { return slices.Clone(l.schema) }
