// Package dream is what a night makes of the days.
//
// A night looks over what was lived: what mattered, what is unresolved, what is
// not long ago. It takes two or three pieces of that, in the person's own words,
// and weaves them into a dream as dreams are: a place that is two places,
// somebody who is somebody else, a thing where it should not be, a feeling, and
// an end that breaks off. What stays unresolved comes back, darker each time and
// in other company; once it is settled it comes once more, lightly, or not at all.
//
// The room is pure. It is given pieces and a seed, and the same of both give the
// same dream. How her dreams read stands in en/dreams.txt, what none is made of
// in en/never.txt. A dream claims nothing: it is no memory, no promise, no act.
package dream

import (
	"embed"
	"errors"
	"fmt"
	"strings"

	"samantha"
)

// Version of the rules that pick and weave.
const Version = 3

//go:embed en
var files embed.FS

// Room holds the language of dreams. It never changes.
type Room struct {
	lines map[string][]line // by section of dreams.txt
	felt  map[samantha.Emotion][]string
	torn  map[string]string // by kind of rupture, what it is called
	never never
}

// New reads the language. An error names file and line.
func New() (*Room, error) {
	r := &Room{lines: map[string][]line{}, felt: map[samantha.Emotion][]string{}, torn: map[string]string{}}
	section := ""
	err := errors.Join(
		read("en/dreams.txt", func(l samantha.Line) error { return r.readDreams(&section, l) }),
		read("en/feelings.txt", r.readFelt),
		read("en/never.txt", r.never.read),
		read("en/torn.txt", r.readTorn),
	)
	if err != nil {
		return nil, fmt.Errorf("dream: %w", err)
	}
	return r, nil
}

func read(file string, take func(samantha.Line) error) error {
	text, err := files.ReadFile(file)
	if err != nil {
		return err
	}
	for _, l := range samantha.Lines(file, string(text)) {
		if l.Text == "" {
			continue
		}
		if err := take(l); err != nil {
			return err
		}
	}
	return nil
}

// readFelt takes a line of feelings.txt: emotion | words; more words.
func (r *Room) readFelt(l samantha.Line) error {
	kind, words, ok := strings.Cut(l.Text, "|")
	if !ok {
		return l.Bad("want: emotion | words")
	}
	for word := range strings.SplitSeq(words, ";") {
		e := samantha.Emotion(strings.TrimSpace(kind))
		r.felt[e] = append(r.felt[e], strings.TrimSpace(word))
	}
	return nil
}

// readTorn takes a line of torn.txt: kind = noun.
func (r *Room) readTorn(l samantha.Line) error {
	kind, noun, ok := strings.Cut(l.Text, "=")
	if !ok {
		return l.Bad("want: kind = noun")
	}
	r.torn[strings.TrimSpace(kind)] = strings.TrimSpace(noun)
	return nil
}

// Torn is what of a quarrel comes into a dream: what it was about, in the person's
// words, or else what its kind is called. False for a kind that no dream is made of.
func (r *Room) Torn(kind, what string) (Noun, bool) {
	noun, ok := r.torn[kind]
	if n, named := r.ThingOf(what); ok && named {
		return n, true
	}
	return Noun{Text: noun, Said: noun, Sort: Thing}, ok
}

// Feeling is an emotion of hers in her words, "" if she has none for it.
func (r *Room) Feeling(e samantha.Emotion) string {
	if words := r.felt[e]; len(words) > 0 {
		return words[0]
	}
	return ""
}
