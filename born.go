package samantha

import "time"

// Born is the first event of every log: the chance she was given, where she
// was, and which program made her.
type Born struct {
	Numbers BornNumbers
}

// BornNumbers holds what birth fixed for good.
type BornNumbers struct {
	Seed    uint64 `json:"seed"`    // all chance of this mind comes from it
	Zone    string `json:"zone"`    // IANA name, or "UTC"
	Version string `json:"version"` // of the program
	// Simulated is the end of a life that nobody lived: what was said to her before
	// it was read from a script. Zero: hers is a real one.
	Simulated time.Time `json:"simulated,omitzero"`
}

// Kind is [KindBorn].
func (*Born) Kind() Kind { return KindBorn }

// From is empty: nobody's words were used.
func (*Born) From() []ID { return nil }

// Halves of a birth: no words.
func (b *Born) Halves() (words, numbers any) { return &none{}, &b.Numbers }
