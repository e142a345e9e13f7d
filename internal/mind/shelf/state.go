package shelf

import (
	"slices"
	"strings"
	"time"

	"samantha"
)

// State is what is folded of her shelf: the books without their text, and her
// nights with each.
type State struct {
	Books []Book `json:"books,omitempty"` // in the order they came
}

// Book is a book on her shelf.
type Book struct {
	ID         samantha.ID `json:"id"`
	At         time.Time   `json:"at"` // when it came
	Title      string      `json:"title"`
	Author     string      `json:"author,omitempty"`
	Mark       string      `json:"mark"`
	Paragraphs int         `json:"paragraphs"`
	Words      int         `json:"words"`
	Free       bool        `json:"free,omitempty"`
	End        int         `json:"end"`  // the first paragraph not read
	Read       int         `json:"read"` // words
	Nights     []Night     `json:"nights,omitempty"`
}

// Night is one night with a book.
type Night struct {
	ID     samantha.ID        `json:"id"`
	Date   string             `json:"date"` // the evening it began on
	Words  int                `json:"words"`
	Struck []samantha.Passage `json:"struck,omitempty"`
}

// Apply folds one event.
func (s *State) Apply(e samantha.Event) {
	switch b := e.Body.(type) {
	case *samantha.Shelved:
		if !e.Forgotten {
			s.Books = append(s.Books, Book{
				ID: e.ID, At: e.At, Title: b.Words.Title, Author: b.Words.Author, Mark: b.Numbers.Mark,
				Paragraphs: b.Numbers.Paragraphs, Words: b.Numbers.Words, Free: b.Numbers.Free,
			})
		}
	case *samantha.Leafed:
		s.leafed(e, b)
	case *samantha.Forgot:
		s.Mask(b.Numbers.Gone)
	}
}

func (s *State) leafed(e samantha.Event, b *samantha.Leafed) {
	for i := range s.Books {
		if k := &s.Books[i]; k.ID == b.Numbers.Book {
			k.End, k.Read = b.Numbers.End, k.Read+b.Numbers.Words
			k.Nights = append(k.Nights, Night{ID: e.ID, Date: b.Numbers.Night, Words: b.Numbers.Words, Struck: b.Words.Struck})
		}
	}
}

// Mask takes out what is forgotten: a book with all she has of it, or what struck
// her in one night.
func (s *State) Mask(gone []samantha.ID) {
	s.Books = slices.DeleteFunc(s.Books, func(b Book) bool { return slices.Contains(gone, b.ID) })
	for i := range s.Books {
		for j := range s.Books[i].Nights {
			if n := &s.Books[i].Nights[j]; slices.Contains(gone, n.ID) {
				n.Struck = nil
			}
		}
	}
}

// Has is the book with this mark.
func (s *State) Has(mark string) (Book, bool) {
	return s.find(func(b Book) bool { return b.Mark == mark })
}

// Titled is the book that a text names by its title, or by what of the title
// stands before a colon or after "the"; a text that is itself two words or more of
// a title ("tom sawyer") names it too.
func (s *State) Titled(text string) (Book, bool) {
	key := bare(text)
	return s.find(func(b Book) bool {
		short, _, _ := strings.Cut(b.Title, ":")
		title := bare(short)
		part := strings.Contains(key, " ") && within(key, title)
		return title != "" && (within(title, key) || part)
	})
}

// By is the first book by somebody: their whole name, or the last of it.
func (s *State) By(name string) (Book, bool) {
	key := samantha.SentenceKey(name)
	return s.find(func(b Book) bool {
		author := samantha.SentenceKey(b.Author)
		return key != "" && author != "" && (author == key || strings.HasSuffix(author, " "+key))
	})
}

// bare is a text as titles are compared: as a key, without "the" in front.
func bare(text string) string { return strings.TrimPrefix(samantha.SentenceKey(text), "the ") }

// within: the words of part stand in whole, together.
func within(part, whole string) bool { return strings.Contains(" "+whole+" ", " "+part+" ") }

// Current is the book she is in: one begun and not finished, or else the next.
func (s *State) Current() (Book, bool) {
	if b, ok := s.find(func(b Book) bool { return len(b.Nights) > 0 && !b.Finished() }); ok {
		return b, true
	}
	return s.find(func(b Book) bool { return len(b.Nights) == 0 })
}

// HasNight reports whether an id is that of a night with a book.
func (s *State) HasNight(id samantha.ID) bool {
	_, ok := s.find(func(b Book) bool {
		return slices.ContainsFunc(b.Nights, func(n Night) bool { return n.ID == id })
	})
	return ok
}

// Last is the book she read in last, or the zero Book.
func (s *State) Last() Book {
	var last Book
	for _, b := range s.Books {
		if n := len(b.Nights); n > 0 && (len(last.Nights) == 0 || b.Nights[n-1].Date > last.Nights[len(last.Nights)-1].Date) {
			last = b
		}
	}
	return last
}

func (s *State) find(is func(Book) bool) (Book, bool) {
	if i := slices.IndexFunc(s.Books, is); i >= 0 {
		return s.Books[i], true
	}
	return Book{}, false
}

// Words are the words that an id stands for: of a book its title, of m7k2.author.1
// who wrote it, of m7k2.struck.1 a passage.
func (s *State) Words(id samantha.ID) (string, bool) {
	for _, b := range s.Books {
		switch id {
		case b.ID:
			return b.Title, true
		case b.ID.Part("author", 1):
			return b.Author, true
		}
		for _, p := range b.Passages() {
			if p.ID == id {
				return p.Text, true
			}
		}
	}
	return "", false
}

// Finished reports whether she has read all of it.
func (b Book) Finished() bool { return b.End >= b.Paragraphs }

// Part is how much of it she has read, 0..1.
func (b Book) Part() float64 {
	if b.Words == 0 {
		return 0
	}
	return samantha.Unit(float64(b.Read) / float64(b.Words))
}

// Stop is a passage with its id and night.
type Stop struct {
	samantha.Passage
	ID    samantha.ID `json:"id"`
	Night string      `json:"night"`
}

// Passages are what struck her in it, in the order of the book.
func (b Book) Passages() []Stop {
	var all []Stop
	for _, n := range b.Nights {
		for i, p := range n.Struck {
			all = append(all, Stop{p, n.ID.Part("struck", i+1), n.Date})
		}
	}
	return all
}

// leastStops is how many stops must share their reason before it is what she
// thinks of a book (judgement).
const leastStops = 3

// View is what her stops in a book have most in common, with the stops: no view
// without them. "theirs" and "plain" say nothing about a book.
func (b Book) View() (why string, stops []Stop) {
	by := map[string][]Stop{}
	var reasons []string
	for _, p := range b.Passages() {
		if p.Why == "theirs" || p.Why == "plain" {
			continue
		}
		if by[p.Why] == nil {
			reasons = append(reasons, p.Why)
		}
		by[p.Why] = append(by[p.Why], p)
	}
	for _, r := range reasons {
		if len(by[r]) > len(by[why]) {
			why = r
		}
	}
	if len(by[why]) < leastStops {
		return "", nil
	}
	return why, by[why]
}
