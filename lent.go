package samantha

// Lent notes which language model she can ask from now on, or that there is none any
// more: given by the machine, or by the person who chose it.
type Lent struct {
	Numbers LentNumbers
}

// LentNumbers tell of it.
type LentNumbers struct {
	Model  string `json:"model,omitempty"`  // as its server calls it; "" is none
	Server string `json:"server,omitempty"` // who has it: "Ollama", or the name of a host
	Remote bool   `json:"remote,omitempty"` // it is not on this machine
	// Why this one of several, or, of none, why not: the kind of failure.
	Why string `json:"why,omitempty"`
}

// Kind is [KindLent].
func (*Lent) Kind() Kind { return KindLent }

// From is empty: no words were used.
func (*Lent) From() []ID { return nil }

// Halves of it: no words.
func (l *Lent) Halves() (words, numbers any) { return &none{}, &l.Numbers }
