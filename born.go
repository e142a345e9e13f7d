package samantha

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
}

// Kind is [KindBorn].
func (*Born) Kind() Kind { return KindBorn }

// From is empty: nobody's words were used.
func (*Born) From() []ID { return nil }

// Halves of a birth: no words.
func (b *Born) Halves() (words, numbers any) { return &none{}, &b.Numbers }
