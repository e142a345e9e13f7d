package hearing

import (
	"fmt"
	"math/bits"
	"path"
	"slices"
	"strings"
	"unicode"
)

// A language is told by the script it is written in, by letters that are its own, and
// by its small words: its folder's small.txt.
type language struct {
	code    string
	scripts []*unicode.RangeTable // nil: Latin
	most    bool                  // the likeliest of its script, where nothing else tells
	letters string                // that no other language of its script has
}

// languages are the other languages that she can tell, at most 64.
type languages struct {
	all      []language
	words    map[string]smallWord
	borrowed *list            // what English borrowed from them
	human    []phrase         // what asks what she is
	asking   map[string][]int // of these those of several words, by their first
	unparted []int            // and those of a script in which words are not parted
}

// phrase is some words of a language.
type phrase struct {
	code  string
	words []string
}

// asksHuman is the language in which words ask what she is, the one they seem to be in
// if it is one of several; "" if they ask no such thing in any but English.
func (o *languages) asksHuman(words []string, seems string) string {
	var found []int
	for at, w := range words {
		for _, n := range o.asking[w] {
			if p := o.human[n].words; len(p) <= len(words)-at && slices.Equal(p, words[at:at+len(p)]) {
				found = append(found, n)
			}
		}
		for _, n := range o.unparted {
			if strings.Contains(w, o.human[n].words[0]) {
				found = append(found, n)
			}
		}
	}
	if len(found) == 0 {
		return ""
	}
	if slices.ContainsFunc(found, func(n int) bool { return o.human[n].code == seems }) {
		return seems
	}
	return o.human[slices.Min(found)].code
}

// addHuman takes in what asks what she is.
func (o *languages) addHuman(p phrase) {
	if n := len(o.human); len(p.words) == 1 {
		o.unparted = append(o.unparted, n)
	} else {
		o.asking[p.words[0]] = append(o.asking[p.words[0]], n)
	}
	o.human = append(o.human, p)
}

// smallWord is a word of some languages, a bit for each by its place.
type smallWord struct {
	of    uint64
	weak  uint64 // of those in which names and titles are made of it, too
	alone uint64 // of those that it tells with nothing beside it
}

// strong and weak are what a word counts: one that a single language talks with, and
// any other.
const (
	strong = 2
	weak   = 1
)

// readOthers reads the folder of every language but English.
func (e *Ear) readOthers() error {
	e.others.words, e.others.asking = map[string]smallWord{}, map[string][]int{}
	folders, err := files.ReadDir(".")
	if err != nil {
		return err
	}
	for _, folder := range folders {
		if folder.Name() == "en" {
			continue
		}
		file := folder.Name() + "/small.txt"
		text, err := files.ReadFile(file)
		if err != nil {
			return err
		}
		if err := e.others.read(file, string(text)); err != nil {
			return err
		}
	}
	return nil
}

// readBorrowed reads what English borrowed from other languages.
func (e *Ear) readBorrowed(file, text string) error {
	e.others.borrowed = &list{name: "borrowed", phrases: map[string][][]string{}}
	for _, ln := range lines(file, text) {
		words := loose(ln.Text)
		if len(words) == 0 {
			return ln.Bad("no word in %q", ln.Text)
		}
		phrases := e.others.borrowed.phrases
		phrases[words[0]] = append(phrases[words[0]], words)
	}
	return nil
}

// read reads the small.txt of one language: "script", "letters", and below "words",
// "alone" and "weak" the words, below "human" what asks what she is.
func (o *languages) read(file, text string) error {
	l, bit, into := language{code: path.Dir(file)}, uint64(1)<<len(o.all), ""
	for _, ln := range lines(file, text) {
		if ln.indented && into == "human" {
			o.addHuman(phrase{l.code, loose(ln.Text)})
			continue
		}
		if ln.indented {
			for _, w := range strings.Fields(ln.Text) {
				o.add(w, bit, into)
			}
			continue
		}
		head, rest, _ := strings.Cut(ln.Text, " ")
		switch into = head; head {
		case "words", "weak", "alone", "human":
		case "letters":
			l.letters = strings.ReplaceAll(rest, " ", "")
		case "script":
			for _, name := range strings.Fields(rest) {
				if name == "most" {
					l.most = true
				} else if unicode.Scripts[name] == nil {
					return ln.Bad("unknown script %q", name)
				} else {
					l.scripts = append(l.scripts, unicode.Scripts[name])
				}
			}
		default:
			return ln.Bad("unknown heading %q", head)
		}
	}
	if o.all = append(o.all, l); len(o.all) > 64 {
		return fmt.Errorf("%s: more than 64 languages", file)
	}
	return nil
}

func (o *languages) add(word string, bit uint64, heading string) {
	w := o.words[word]
	w.of |= bit
	switch heading {
	case "weak":
		w.weak |= bit
	case "alone":
		w.alone |= bit
	}
	o.words[word] = w
}

// language is the code of the language a text of such words is clearly in; "" is English, or
// too little to tell.
func (e *Ear) language(text string, words []string) string {
	if code, ok := e.others.byScript(text, words); ok {
		return code
	}
	if e.clearest(words) == "" {
		return ""
	}
	own := loose(unquoted(text))
	if len(own) == 0 {
		own = words
	}
	return e.clearest(e.others.withoutBorrowed(own))
}

// Tongue is what a language is called in English, by its code; "" if it has no
// name here.
func (e *Ear) Tongue(code string) string { return e.tongues[code] }

// loose are the words of a text, small and without apostrophes.
func loose(text string) []string {
	return strings.FieldsFunc(strings.ToLower(text), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.Is(unicode.Mn, r) && !unicode.Is(unicode.Mc, r)
	})
}

// byScript tells a language by the script that most of the letters are in; ok if it is
// another script than the Latin.
func (o *languages) byScript(text string, words []string) (code string, ok bool) {
	letters := 0
	for _, r := range text {
		if unicode.IsLetter(r) {
			letters++
			ok = ok || r >= 0x370
		}
	}
	if !ok { // no letter but Latin ones
		return "", false
	}
	best, most := -1, letters/2
	for i, l := range o.all {
		n := l.written(text)
		if n > most || n == most && best >= 0 && o.likelier(i, best, text, words) {
			best, most = i, n
		}
	}
	if best < 0 {
		return "", false
	}
	return o.all[best].code, true
}

// written is how many letters of a text are in a script of the language.
func (l language) written(text string) int {
	if l.scripts == nil {
		return 0
	}
	n := 0
	for _, r := range text {
		if unicode.IsLetter(r) && unicode.In(r, l.scripts...) {
			n++
		}
	}
	return n
}

// likelier: of two languages of one script a text is rather in the first, by their own
// letters and their words, and where those are alike, the likeliest of the script.
func (o *languages) likelier(i, than int, text string, words []string) bool {
	a, b := o.signs(i, text, words), o.signs(than, text, words)
	return a > b || a == b && o.all[i].most
}

func (o *languages) signs(i int, text string, words []string) int {
	n := 0
	for _, r := range strings.ToLower(text) {
		if strings.ContainsRune(o.all[i].letters, r) {
			n += strong
		}
	}
	for _, w := range words {
		if o.words[w].of&(1<<i) != 0 {
			n++
		}
	}
	return n
}

// signs of a text that it is in a language of Latin letters.
type signs struct {
	sum, strong, words int
	alone              bool // one of them would tell it by itself
}

// clearest is the language of Latin letters that most of the small words are of. It is
// clear if one of them at least is no other language's, or three are its, in a text of
// which hardly a word is English.
func (e *Ear) clearest(words []string) string {
	var of [64]signs
	var seen uint64
	for _, w := range words {
		small := e.others.words[w]
		for rest := small.of; rest != 0; rest &= rest - 1 {
			i := bits.TrailingZeros64(rest)
			of[i].words++
			of[i].alone = of[i].alone || small.alone&(1<<i) != 0
			if small.of&(small.of-1) == 0 && small.weak == 0 && !e.known(w) {
				of[i].sum, of[i].strong = of[i].sum+strong, of[i].strong+1
			} else {
				of[i].sum += weak
			}
		}
		seen |= small.of
	}
	best := -1
	for rest := seen; rest != 0; rest &= rest - 1 {
		i := bits.TrailingZeros64(rest)
		s := of[i]
		if s.strong == 0 && s.words < 3 || best >= 0 && !s.more(of[best]) {
			continue
		}
		best = i
	}
	if best < 0 || !e.outdoes(best, of[best], words) {
		return ""
	}
	return e.others.all[best].code
}

// more: these signs say more than others.
func (s signs) more(than signs) bool {
	return s.sum > than.sum || s.sum == than.sum && s.strong > than.strong
}

// outdoes: the signs of a language outdo the English of a text, and what is of neither,
// names above all.
func (e *Ear) outdoes(i int, s signs, words []string) bool {
	english, neither := 0, 0
	for _, w := range words {
		switch {
		case e.others.words[w].of&(1<<i) != 0:
		case e.known(w):
			english++
		default:
			neither++
		}
	}
	return s.sum >= strong+3*english && (s.words >= 2 || s.alone && neither <= 1)
}

// known: a word of plain English.
func (e *Ear) known(w string) bool {
	return e.class[w]&(classLoose|classVerb) != 0 || e.common(w)
}

// withoutBorrowed leaves out what English borrowed.
func (o *languages) withoutBorrowed(words []string) []string {
	var kept []string
	for len(words) > 0 {
		n := 0
		for _, phrase := range o.borrowed.phrases[words[0]] {
			if len(phrase) > n && len(phrase) <= len(words) && slices.Equal(phrase, words[:len(phrase)]) {
				n = len(phrase)
			}
		}
		if n == 0 {
			kept, n = append(kept, words[0]), 1
		}
		words = words[n:]
	}
	return kept
}

// unquoted is a text without what stands in quotation marks.
func unquoted(text string) string {
	var b strings.Builder
	before, within := ' ', false
	for _, r := range text {
		switch {
		case strings.ContainsRune(`"“”„«»`, r), r == '‘', r == '\'' && (within || before == ' '), r == '’' && within:
			within = !within
		case !within:
			b.WriteRune(r)
		}
		before = r
	}
	if within { // no end to it: an apostrophe
		return text
	}
	return b.String()
}
