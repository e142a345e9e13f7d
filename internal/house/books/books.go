// Package books reads what may stand on her shelf: books as plain text, Markdown
// or EPUB, and texts in the public domain that some package on the machine ships.
// It makes of each a title, an author and paragraphs, and keeps nothing.
package books

import (
	"fmt"
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"samantha"
)

// Book is a book as it was read from a file.
type Book struct {
	Title, Author string
	Paragraphs    []string // each on one line
}

// Bounds of a book: less is a note, more is a library.
const (
	LeastWords = 300
	MostBytes  = 16 << 20 // of a file, and of what an EPUB unfolds to
)

// Read reads a book by the ending of its name: .txt, .md, .markdown, .text or
// .epub. The error says what is wrong with the file in words for a person.
func Read(name string, data []byte) (Book, error) {
	b, err := read(name, data)
	if err != nil {
		return Book{}, fmt.Errorf("%s: %w", path.Base(name), err)
	}
	if b.Title == "" {
		b.Title = titleOf(name)
	}
	if n := b.Words(); n < LeastWords {
		return Book{}, fmt.Errorf("%s: only %d words; that is a note more than a book: %w", path.Base(name), n, samantha.ErrInvalid)
	}
	return b, nil
}

func read(name string, data []byte) (Book, error) {
	if len(data) > MostBytes {
		return Book{}, fmt.Errorf("larger than %d MB: %w", MostBytes>>20, samantha.ErrInvalid)
	}
	switch strings.ToLower(path.Ext(name)) {
	case ".epub":
		return readEPUB(data)
	case ".md", ".markdown":
		return readMarkdown(decoded(data)), nil
	case ".txt", ".text":
		return readText(decoded(data)), nil
	}
	return Book{}, fmt.Errorf("want a text, Markdown or EPUB file: %w", samantha.ErrInvalid)
}

// Words is how many words it has.
func (b Book) Words() int {
	n := 0
	for _, p := range b.Paragraphs {
		n += len(strings.Fields(p))
	}
	return n
}

// Text is the paragraphs with an empty line between them.
func (b Book) Text() string { return strings.Join(b.Paragraphs, "\n\n") }

// titleOf makes a title of a file's name: "the_sea-wolf.txt" is "the sea wolf".
func titleOf(name string) string {
	base := path.Base(strings.ReplaceAll(name, `\`, "/"))
	base = strings.TrimSuffix(base, path.Ext(base))
	return strings.Join(strings.FieldsFunc(base, func(r rune) bool { return r == '_' || r == '-' || r == ' ' }), " ")
}

// decoded is a file as text: UTF-8, or else what old files are in, Latin-1.
func decoded(data []byte) string {
	text := strings.TrimPrefix(string(data), "\ufeff")
	if utf8.ValidString(text) {
		return strings.ReplaceAll(text, "\r\n", "\n")
	}
	runes := make([]rune, len(data))
	for i, b := range data {
		runes[i] = rune(b)
	}
	return strings.ReplaceAll(string(runes), "\r\n", "\n")
}

// mostParagraph is how many words a paragraph has before it is cut at a sentence:
// some files keep a whole chapter on one line.
const mostParagraph = 250

// paragraphs cuts a text at its empty lines.
func paragraphs(text string) []string {
	var all []string
	for _, block := range strings.Split(blank(text), "\n\n") {
		words := strings.Fields(block)
		if len(words) == 0 || !slices.ContainsFunc(words, wordy) {
			continue
		}
		all = append(all, cut(words)...)
	}
	return all
}

// blank empties lines of nothing but space.
func blank(text string) string {
	lines := strings.Split(text, "\n")
	for i, l := range lines {
		lines[i] = strings.TrimRight(l, " \t\r")
	}
	return strings.Join(lines, "\n")
}

// wordy: not a rule or a row of stars.
func wordy(word string) bool {
	return strings.ContainsFunc(word, func(r rune) bool {
		return r >= '0' && r <= '9' || r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z' || r > 127 && r != '—' && r != '·'
	})
}

// cut parts what is too long at the ends of sentences.
func cut(words []string) []string {
	var parts []string
	for len(words) > mostParagraph {
		end := mostParagraph
		for end > mostParagraph/2 && !strings.ContainsAny(words[end-1], ".?!") {
			end--
		}
		parts, words = append(parts, strings.Join(words[:end], " ")), words[end:]
	}
	return append(parts, strings.Join(words, " "))
}
