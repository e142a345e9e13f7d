// Package wording sees that words which somebody else found for something say nothing
// that was not there.
//
// The idea: a sentence may be put otherwise with the words it had, with those of what it
// was made of, and with a language's own small words. Then nobody, no place and no thing
// can come into it that was not there, whoever found the words; and what is denied stays
// denied, what is quoted stays quoted. Small words stand in en/small.txt, words that turn
// a sentence round in en/turns.txt.
package wording

import (
	"embed"
	"errors"
	"fmt"
	"strings"

	"github.com/kljensen/snowball/english"

	"samantha"
)

// Version of these rules.
const Version = 1

//go:embed en
var files embed.FS

// Room holds the small words. It never changes.
type Room struct {
	small, turns, joins map[string]bool
	to                  map[string][]string // what a word of the person's is when it is said to them
}

// New reads them. An error names the file and the line.
func New() (*Room, error) {
	r := &Room{small: map[string]bool{}, turns: map[string]bool{}, joins: map[string]bool{}, to: map[string][]string{}}
	err := errors.Join(read("en/small.txt", r.small), read("en/turns.txt", r.turns), read("en/joins.txt", r.joins), r.readTo())
	if err != nil {
		return nil, fmt.Errorf("wording: %w", err)
	}
	return r, nil
}

func read(name string, into map[string]bool) error {
	text, err := files.ReadFile(name)
	if err != nil {
		return err
	}
	for _, row := range samantha.Lines(name, string(text)) {
		for _, w := range strings.Fields(row.Text) {
			into[w] = true
		}
	}
	return nil
}

// Said is something that was said once, and what its words may be taken from.
type Said struct {
	Text  string   // as it stands
	From  []string // further texts whose words may stand in it
	Keeps []string // what must stand in it whatever words are found
	Turns bool     // it claims something: what it denies is to stay denied
}

// longer is by how much new words may be longer, in parts of the old and in bytes.
const (
	longer     = 1.5
	longerFrom = 40
)

// Check is nil if new words say no more than what was said, else an error of kind
// [samantha.ErrInvalid] that says what is not.
func (r *Room) Check(s Said, words string) error {
	refuse := func(format string, args ...any) error {
		return fmt.Errorf(format+": %w", append(args, samantha.ErrInvalid)...)
	}
	said, found := keys(s.Text), keys(words)
	switch {
	case len(found) == 0 || strings.ContainsAny(words, "\n\r{}<>[]|*_`"):
		return refuse("it is no sentence")
	case float64(len(words)) > float64(longer*float64(len(s.Text)))+longerFrom:
		return refuse("it is longer than what was there")
	case strings.Contains(words, "?") && !strings.Contains(s.Text, "?"):
		return refuse("it asks")
	case s.Turns && r.turned(said) != r.turned(found):
		return refuse("what was so is not so in it, or the other way round")
	}
	for _, k := range append(quoted(s.Text), s.Keeps...) {
		if !strings.Contains(" "+strings.Join(found, " ")+" ", " "+strings.Join(keys(k), " ")+" ") {
			return refuse("%q does not stand in it", k)
		}
	}
	known := r.stems(append([]string{s.Text}, s.From...))
	for _, w := range found {
		if !r.small[w] && !known[english.Stem(w, false)] {
			return refuse("%q was not there", w)
		}
	}
	return nil
}

// keys are the words of a text in small letters, without marks.
func keys(text string) []string {
	return strings.Fields(samantha.SentenceKey(strings.NewReplacer("“", " ", "”", " ", "’", "'").Replace(text)))
}

// stems are those of all words of texts.
func (r *Room) stems(texts []string) map[string]bool {
	all := map[string]bool{}
	for _, t := range texts {
		for _, w := range keys(t) {
			all[english.Stem(w, false)] = true
		}
	}
	return all
}

// turned: an odd number of words turn it round.
func (r *Room) turned(words []string) bool {
	n := 0
	for _, w := range words {
		if r.turns[w] {
			n++
		}
	}
	return n%2 == 1
}

// quoted are the words between quotation marks.
func quoted(text string) (all []string) {
	marks := strings.NewReplacer("“", "\"", "”", "\"")
	for i, part := range strings.Split(marks.Replace(text), "\"") {
		if i%2 == 1 && part != "" {
			all = append(all, part)
		}
	}
	return all
}
