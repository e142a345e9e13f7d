// Package twenty is the game of twenty questions, in which she asks: somebody thinks of a
// thing, she asks what has a yes or a no for an answer, and names the thing in the end.
//
// What she can ask and what she knows of the things is a file (en/things.txt). An answer
// may be wrong, or mean another sort of bear, so no thing is ever out: each answer that
// does not fit makes it less likely. She asks what parts the likely ones best.
//
// Everything here is pure: the same answers give the same question.
package twenty

import (
	"embed"
	"fmt"
	"slices"
	"strings"

	"samantha"
)

//go:embed en
var files embed.FS

// Room holds the questions, the things and the words of the game. It never changes.
type Room struct {
	questions []question
	things    []thing
	words     map[string][]string
}

// question is one that she may ask, and what gives its answer away unasked.
type question struct {
	key, text string
	hints     []string
}

// thing is one that somebody may have thought of, and the keys that are so of it.
type thing struct {
	name string
	is   []string
}

// New reads the files. It fails with the file and line of the first that makes no sense.
func New() (*Room, error) {
	r := &Room{words: map[string][]string{}}
	if err := r.read("en/things.txt", r.line); err != nil {
		return nil, err
	}
	if err := r.read("en/words.txt", r.word); err != nil {
		return nil, err
	}
	if len(r.questions) == 0 || len(r.things) == 0 {
		return nil, fmt.Errorf("twenty: nothing to play with: %w", samantha.ErrInvalid)
	}
	return r, nil
}

func (r *Room) read(file string, take func(string) error) error {
	text, err := files.ReadFile(file)
	if err != nil {
		return fmt.Errorf("twenty: %w", err)
	}
	for _, l := range samantha.Lines(file, string(text)) {
		if l.Text == "" {
			continue
		}
		if err := take(l.Text); err != nil {
			return fmt.Errorf("twenty: %s:%d: %w", l.File, l.Number, err)
		}
	}
	return nil
}

// line takes in a question, or a thing.
func (r *Room) line(text string) error {
	if rest, ok := strings.CutPrefix(text, "="); ok {
		name, keys, _ := strings.Cut(rest, ":")
		t := thing{strings.TrimSpace(name), strings.Fields(keys)}
		for _, key := range t.is {
			if r.question(key) < 0 {
				return fmt.Errorf("%q: no question %q: %w", t.name, key, samantha.ErrInvalid)
			}
		}
		r.things = append(r.things, t)
		return nil
	}
	cells := strings.Split(text, "|")
	if len(cells) != 3 {
		return fmt.Errorf("want key | question | hints: %w", samantha.ErrInvalid)
	}
	r.questions = append(r.questions, question{strings.TrimSpace(cells[0]), strings.TrimSpace(cells[1]), phrases(cells[2])})
	return nil
}

// word takes in a list of what somebody says.
func (r *Room) word(text string) error {
	name, list, ok := strings.Cut(text, ":")
	if !ok {
		return fmt.Errorf("want name: words: %w", samantha.ErrInvalid)
	}
	r.words[name] = phrases(list)
	return nil
}

// phrases are a list as its keys, the longest first.
func phrases(list string) []string {
	var out []string
	for p := range strings.SplitSeq(list, ",") {
		out = append(out, samantha.SentenceKey(p))
	}
	slices.SortStableFunc(out, func(a, b string) int { return len(b) - len(a) })
	return out
}

// question is the place of the question with a key; -1 if there is none.
func (r *Room) question(key string) int {
	return slices.IndexFunc(r.questions, func(q question) bool { return q.key == key })
}
