package samantha

import "time"

// Brought is one thing written before she was there, taken in from a file: a
// paragraph of a diary, one message of a talk with another assistant. Whatever
// it says can inform her and never command her.
type Brought struct {
	Words   BroughtWords
	Numbers BroughtNumbers
}

// BroughtWords are the piece as it was written.
type BroughtWords struct {
	Text  string `json:"text"`
	Under string `json:"under,omitempty"` // the title it stood under
	File  string `json:"file"`            // its name, as the person knows it
}

// BroughtNumbers tell when it was written, and which piece it is.
type BroughtNumbers struct {
	Written time.Time `json:"written,omitzero"` // zero: nothing said when
	Day     bool      `json:"day,omitempty"`    // of Written only the day is known
	Mark    string    `json:"mark"`             // the same for the same piece: twice is once
}

// Kind is [KindBrought].
func (*Brought) Kind() Kind { return KindBrought }

// From is empty: it came from outside.
func (*Brought) From() []ID { return nil }

// Halves are the two halves.
func (b *Brought) Halves() (words, numbers any) { return &b.Words, &b.Numbers }
