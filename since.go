package samantha

import "time"

// Since is what befell her as software since the moment before, as far as she
// can know it: given by the machine, never by anybody's words. The zero value is
// nothing worth a word.
type Since struct {
	// From and To bound what she has nothing of: the last event before, and when
	// she ran again. Both zero if there is no such gap.
	From time.Time `json:"from,omitzero"`
	To   time.Time `json:"to,omitzero"`
	// Lid: the machine slept under her while she was running.
	Lid bool `json:"lid,omitempty"`
	// Cut: she was stopped in the middle of an answer, and finished it later.
	Cut bool `json:"cut,omitempty"`
	// Restored: her life was put here from a copy.
	Restored bool `json:"restored,omitempty"`
	// Version is the program's, if it is another than before; Speaker is who finds
	// her words, if that is another.
	Version string `json:"version,omitempty"`
	Speaker string `json:"speaker,omitempty"`
	// Model is the language model that she can ask since then; Gone is the one that
	// she could ask before, if there is none now.
	Model string `json:"model,omitempty"`
	Gone  string `json:"gone,omitempty"`
	// Slow is how long she was at the answer before, in seconds, if that was much
	// longer than is her way.
	Slow float64 `json:"slow,omitempty"`
}

// Gap is how long she has nothing of, in hours.
func (s Since) Gap() float64 { return s.To.Sub(s.From).Hours() }

// Arrived notes that a life was put here from a copy: what happened elsewhere
// after the copy was made is not in it.
type Arrived struct{}

// Kind is [KindArrived].
func (*Arrived) Kind() Kind { return KindArrived }

// From is empty: no words were used.
func (*Arrived) From() []ID { return nil }

// Halves of an arrival: nothing.
func (*Arrived) Halves() (words, numbers any) { return &none{}, &none{} }
