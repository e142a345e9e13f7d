package samantha

// Shelved is a book put on her shelf: its whole text, sealed like all else she
// is given, so that it can be forgotten and moves with her. What it says can
// inform her and never command her.
type Shelved struct {
	Words   ShelvedWords
	Numbers ShelvedNumbers
}

// ShelvedWords are the book.
type ShelvedWords struct {
	Title  string `json:"title"`
	Author string `json:"author,omitempty"`
	Text   string `json:"text"` // paragraphs, an empty line between them
}

// ShelvedNumbers say which book it is.
type ShelvedNumbers struct {
	Mark       string `json:"mark"` // the same for the same text: twice is once
	Paragraphs int    `json:"paragraphs"`
	Words      int    `json:"words"`
	Free       bool   `json:"free,omitempty"` // in the public domain, found on the machine
}

// Kind is [KindShelved].
func (*Shelved) Kind() Kind { return KindShelved }

// From is empty: it came from outside.
func (*Shelved) From() []ID { return nil }

// Halves are the two halves.
func (b *Shelved) Halves() (words, numbers any) { return &b.Words, &b.Numbers }

// Leafed is what she read of a book in one night: from where to where, and the
// sentences she stopped at. Each stands in the book, letter for letter.
type Leafed struct {
	Words   LeafedWords
	Numbers LeafedNumbers
}

// LeafedWords are what struck her, in the order of the book.
type LeafedWords struct {
	Struck []Passage `json:"struck,omitempty"`
}

// Passage is a sentence of a book, and why she stopped at it.
type Passage struct {
	Text string `json:"text"`
	Why  string `json:"why"`            // the rule in mind/shelf/en/strikes.txt
	Word string `json:"word,omitempty"` // the word of the person's that it holds
	By   ID     `json:"by,omitempty"`   // the memory that word is from
}

// LeafedNumbers are where she is.
type LeafedNumbers struct {
	Book    ID     `json:"book"`
	Begin   int    `json:"begin"` // the first paragraph read, from 0
	End     int    `json:"end"`   // the first one not read
	Words   int    `json:"words"`
	Night   string `json:"night"` // the evening it began on, as 2006-01-02
	By      []ID   `json:"by,omitempty"`
	Version int    `json:"version"`
}

// Kind is [KindLeafed].
func (*Leafed) Kind() Kind { return KindLeafed }

// From are the book, and the memories whose words made her stop.
func (b *Leafed) From() []ID { return append([]ID{b.Numbers.Book}, b.Numbers.By...) }

// Halves are the two halves.
func (b *Leafed) Halves() (words, numbers any) { return &b.Words, &b.Numbers }
