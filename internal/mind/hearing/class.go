package hearing

import (
	"fmt"
	"slices"
	"strings"

	"samantha"
)

// A class is what sort of word a word can be; many words are of several.
type class uint32

const (
	classPronoun class = 1 << iota
	classPossessive
	classDeterminer
	classPreposition
	classConjunction
	classAuxiliary
	classAdverb
	classDegree
	classQuestion
	classTime
	classNumber
	classVague // says nothing particular: thing, stuff, good
	classFeeling
	classRelation
	classUnfit // never given back unasked: swear words, the body, illness, death
	classGrave // of these, what is never part of a thing that is picked up
	classFiller
	classInterjection
	classBase  // a verb: eat
	classPast  // ate, eaten
	classIng   // eating
	classThird // eats
	classPlace // capitals that are no person: Monday, English, Berlin
	classFirstName
	classKnown  // a name she knows
	classHer    // her own name
	classThing  // a verb's form that is mostly a thing: work, phone
	classWhen   // part of a time spoken of
	classDigits // 5, 5th, 7:30
	classColon  // 7:30
)

const (
	classVerb = classBase | classPast | classIng | classThird | classAuxiliary
	className = classKnown | classFirstName
	// classLoose words cannot be part of a thing's name.
	classLoose = classPronoun | classDeterminer | classPossessive | classPreposition | classConjunction |
		classAuxiliary | classAdverb | classDegree | classQuestion | classInterjection
)

// A classList is a list of lists.txt whose single words are a class.
type classList struct {
	list string
	kind class
}

func classLists() []classList {
	return []classList{
		{"pronoun", classPronoun},
		{"possessive", classPossessive},
		{"determiner", classDeterminer},
		{"preposition", classPreposition},
		{"conjunction", classConjunction},
		{"auxiliary", classAuxiliary},
		{"adverb", classAdverb},
		{"degree", classDegree},
		{"question", classQuestion},
		{"time", classTime},
		{"number", classNumber},
		{"vague", classVague},
		{"feeling", classFeeling},
		{"relation", classRelation},
		{"unfit", classUnfit},
		{"grave", classUnfit | classGrave},
		{"filler", classFiller},
		{"interjection", classInterjection},
		{"capital", classPlace},
		{"firstname", classFirstName},
		{"thing", classThing},
	}
}

// builtin is a class that a pattern may name like a list.
func builtin(name string) (class, bool) {
	switch name {
	case "verb":
		return classVerb, true
	case "ing":
		return classIng, true
	case "past":
		return classPast, true
	case "third":
		return classThird, true
	case "base":
		return classBase, true
	case "her":
		return classHer, true
	case "known":
		return classKnown, true
	case "when":
		return classWhen, true
	case "digits":
		return classDigits, true
	case "colon":
		return classColon, true
	}
	return 0, false
}

// classify fills the classes of all words the lists name.
func (e *Ear) classify(file string) error {
	for _, c := range classLists() {
		l := e.lists[c.list]
		if l == nil {
			return fmt.Errorf("%s: no list %q", file, c.list)
		}
		for w := range l.phrases {
			if l.has(w) {
				e.class[w] |= c.kind
			}
		}
	}
	return nil
}

// readVerbs reads the verbs, one a line.
func (e *Ear) readVerbs(file, text string) error {
	for _, ln := range lines(file, text) {
		e.addVerb(strings.Fields(ln.Text))
	}
	return nil
}

// Verb reports whether a word is a form of a common verb.
func (e *Ear) Verb(word string) bool { return e.base[samantha.SentenceKey(word)] != "" }

// addVerb adds the forms of a verb: a line is its base, and for an irregular
// one its other past forms; "+" says that the last letter is doubled.
func (e *Ear) addVerb(forms []string) {
	base, double := strings.CutSuffix(forms[0], "+")
	stem := base
	if double {
		stem += base[len(base)-1:]
	}
	soft := strings.TrimSuffix(stem, "e")
	if strings.HasSuffix(base, "ee") || strings.HasSuffix(base, "ye") {
		soft = stem
	}
	if end, ok := strings.CutSuffix(base, "ie"); ok {
		soft = end + "y"
	}
	e.addForm(base, base, classBase)
	e.addForm(base, third(base), classThird)
	e.addForm(base, soft+"ing", classIng)
	if len(forms) == 1 {
		e.addForm(base, past(stem), classPast)
	}
	for _, f := range forms[1:] {
		e.addForm(base, f, classPast)
	}
}

// addForm adds one form of a verb. A form of two verbs is that of the first.
func (e *Ear) addForm(base, form string, kind class) {
	e.class[form] |= kind
	if e.base[form] == "" {
		e.base[form] = base
	}
}

// third is the form after she: tries, does, makes.
func third(base string) string {
	if stem, ok := strings.CutSuffix(base, "y"); ok && !vowel(base[len(base)-2]) {
		return stem + "ies"
	}
	for _, end := range []string{"s", "sh", "ch", "x", "z", "o"} {
		if strings.HasSuffix(base, end) {
			return base + "es"
		}
	}
	return base + "s"
}

// past is the regular past: tried, made up of stem and ed.
func past(stem string) string {
	if s, ok := strings.CutSuffix(stem, "y"); ok && !vowel(stem[len(stem)-2]) {
		return s + "ied"
	}
	if strings.HasSuffix(stem, "e") {
		return stem + "d"
	}
	return stem + "ed"
}

func vowel(b byte) bool { return strings.IndexByte("aeiou", b) >= 0 }

// Forms are the other forms of the verb that a word is one of, "found" of "find",
// in the order of the alphabet.
func (e *Ear) Forms(w string) []string {
	base := e.base[w]
	if base == "" {
		return nil
	}
	var out []string
	for form, b := range e.base {
		if b == base && form != w {
			out = append(out, form)
		}
	}
	slices.Sort(out)
	return out
}
