package memory

import (
	"iter"
	"math/bits"
	"slices"
	"strings"
	"unicode"

	"github.com/kljensen/snowball/english"
	"github.com/kljensen/snowball/french"
	"github.com/kljensen/snowball/spanish"

	"samantha"
)

// tongue is a language in which things are found, whether or not she speaks it:
// its folder in tongues, and its stems.
type tongue struct {
	code    string
	stem    func(word string, small bool) string
	stop    map[string]bool
	timed   map[string]bool
	when    []string
	around  []around
	gather  gathering
	whose   whose
	subject subject
	renew   renewing
	alike   likeness
	phrases []phrasing
}

// tongues are those that she knows, her own first.
func tongues() []*tongue {
	return []*tongue{
		newTongue("en", english.Stem),
		newTongue("es", spanish.Stem),
		newTongue("fr", french.Stem),
	}
}

func newTongue(code string, stem func(string, bool) string) *tongue {
	return &tongue{
		code: code, stem: stem, stop: map[string]bool{}, timed: map[string]bool{}, gather: newGathering(),
		whose:   whose{words: map[string]samantha.Origin{}},
		subject: subject{self: map[string]bool{}, other: map[string]bool{}},
		renew:   renewing{not: map[string]bool{}, now: map[string]bool{}, past: map[string]bool{}, owns: phrases{}, turns: phrases{}},
		alike:   likeness{},
	}
}

// readers are how each file of the folder is read, line by line.
func (t *tongue) readers() map[string]func(samantha.Line) error {
	return map[string]func(samantha.Line) error{
		"stop.txt": wordsInto(t.stop), "timed.txt": wordsInto(t.timed), "when.txt": t.readWhen, "around.txt": t.readAround,
		"list.txt": t.gather.read, "whose.txt": t.whose.read, "subject.txt": t.subject.read, "renew.txt": t.renew.read,
		"alike.txt": t.readAlike,
	}
}

// wordsInto reads lines of words into a set.
func wordsInto(set map[string]bool) func(samantha.Line) error {
	return func(line samantha.Line) error {
		for _, w := range strings.Fields(line.Text) {
			set[w] = true
		}
		return nil
	}
}

func (t *tongue) readWhen(line samantha.Line) error {
	t.when = append(t.when, " "+line.Text+" ")
	return nil
}

// asksWhen reports whether a question wants a date.
func (t *tongue) asksWhen(question string) bool {
	q := " " + key(question) + " "
	return slices.ContainsFunc(t.when, func(w string) bool { return strings.Contains(q, w) })
}

// key is a text as questions are compared with the language files; signs that
// open a question or a quotation are no letters.
func key(text string) string {
	return samantha.SentenceKey(strings.Map(func(r rune) rune {
		if r > unicode.MaxASCII && r != '’' && unicode.IsPunct(r) {
			return ' '
		}
		return r
	}, text))
}

// small are the languages in which a word is a small one, a bit for each.
type small map[string]uint8

func smallWords(tongues []*tongue) small {
	s := small{}
	for i, t := range tongues {
		for w := range t.stop {
			s[w] |= 1 << i
		}
	}
	return s
}

// tongueOf tells which language a text is in, by its small words: the one that
// has most of them. If none has more than the language spoken last, it goes on
// in that one, since a word or two tell nothing.
func (l *Lore) tongueOf(text string, last int8) int8 {
	var counts [8]int
	for w := range wordsIn(text) {
		for set := l.small[w]; set != 0; set &= set - 1 {
			counts[bits.TrailingZeros8(set)]++
		}
	}
	best := last
	for i := range l.tongues {
		if counts[i] > counts[best] {
			best = int8(i)
		}
	}
	return best
}

// tongue is the language a question is asked in.
func (l *Lore) tongue(question string) *tongue { return l.tongues[l.tongueOf(question, 0)] }

// wordsIn yields the words of a text in lower case. Of two parts at an
// apostrophe each is a word: "don't" ends in a small one, and "l'œil" begins
// with one.
func wordsIn(text string) iter.Seq[string] {
	return strings.FieldsFuncSeq(strings.ToLower(text), between)
}

func between(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }
