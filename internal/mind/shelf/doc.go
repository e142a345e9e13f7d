// Package shelf is how she reads: some pages of a book on some nights, from where
// she left off, as a reader does who stops here and there at a sentence.
//
// What she has of a book is where she is in it and the sentences she stopped at,
// with the reason: it held a word of the person's, it asked something, it turned
// on itself. The reasons are a file ([Eye]); the sentences are the book's own,
// letter for letter. What she thinks of a book is what her stops have in common,
// and so there is no opinion of hers without lines of the book that it is from.
package shelf

import (
	"embed"
	"fmt"

	"samantha"
)

// Version of the rules; raised when the same book would be read otherwise.
const Version = 1

//go:embed en
var files embed.FS

// Eye holds the reasons to stop at a sentence. It never changes.
type Eye struct {
	strikes []strike
}

// New reads the reasons. It fails with the file and line of the first one that
// makes no sense.
func New() (*Eye, error) {
	const file = "en/strikes.txt"
	text, err := files.ReadFile(file)
	if err != nil {
		return nil, fmt.Errorf("shelf: %w", err)
	}
	e := &Eye{}
	for _, l := range samantha.Lines(file, string(text)) {
		if l.Text == "" {
			continue
		}
		s, err := readStrike(l)
		if err != nil {
			return nil, fmt.Errorf("shelf: %w", err)
		}
		e.strikes = append(e.strikes, s)
	}
	if len(e.strikes) == 0 {
		return nil, fmt.Errorf("shelf: %s: no reason to stop at anything: %w", file, samantha.ErrInvalid)
	}
	return e, nil
}
