// Package letter is how a letter of the person's comes to stand: from their own
// sentences, one by one, and from what they told before, if they want it in.
//
// A letter is what its steps made of it. A line is what was said, or a sentence
// of a memory; what becomes of it is kept as forms ([samantha.LetterForm]): these
// words in the place of those. The forms that edit a letter are rows of
// en/forms.txt, which change how a thing is said and not what ([Room.Reword]);
// those that turn a sentence to whom it is for ("I miss her cooking" is "I miss
// your cooking") are made by the rules of turn.go, and where these are not sure
// the sentence stays as it was said, and she asks ([Room.Turn]). Greeting and
// close go by tone and relation (en/tones.txt) and say nothing of a feeling.
//
// So a letter holds no claim that the person did not make: every sentence of it
// has its source, and it goes with its source.
package letter

import (
	"embed"
	"fmt"
	"strings"

	"samantha"
)

//go:embed en
var files embed.FS

// Room holds the tables. It never changes; several goroutines may share it.
type Room struct {
	forms  map[string][]form            // by the way: "softer"; longest first
	tones  map[string]string            // greetings and closes, by "greeting warm kin"
	class  map[string]string            // of a relation: "kin"
	usual  map[string]string            // the tone of a class
	words  map[string]map[string]string // lists of en/turns.txt: list, word, what it becomes
	places map[string]int               // "second": 2; "last": -1
}

// New reads the tables. An error names the file and the line.
func New() (*Room, error) {
	r := &Room{
		forms: map[string][]form{}, tones: map[string]string{}, class: map[string]string{}, usual: map[string]string{},
		words: map[string]map[string]string{}, places: map[string]int{},
	}
	for _, part := range []struct {
		file string
		take func(cells []string) error
	}{{"en/forms.txt", r.takeForm}, {"en/tones.txt", r.takeTone}, {"en/turns.txt", r.takeTurn}} {
		text, err := files.ReadFile(part.file)
		if err != nil {
			return nil, fmt.Errorf("letter: %w", err)
		}
		for _, line := range samantha.Lines(part.file, string(text)) {
			if line.Text == "" {
				continue
			}
			if err := part.take(cells(line.Text)); err != nil {
				return nil, fmt.Errorf("letter: %w", line.Bad("%v", err))
			}
		}
	}
	for _, rows := range r.forms {
		longestFirst(rows)
	}
	return r, nil
}

// cells are the parts of a row between its bars.
func cells(row string) []string {
	all := strings.Split(row, "|")
	for i := range all {
		all[i] = strings.TrimSpace(all[i])
	}
	return all
}
