package samantha

import "time"

// Remembering turns her memory off and on again: between the two nothing said
// is kept.
type Remembering struct {
	Numbers RememberingNumbers
}

// RememberingNumbers say which, and for how long.
type RememberingNumbers struct {
	On   bool `json:"on"`
	Talk bool `json:"talk,omitempty"` // off: for this talk alone; on: because such a talk is over
}

// Kind is [KindRemembering].
func (*Remembering) Kind() Kind { return KindRemembering }

// From is empty: no words were used.
func (*Remembering) From() []ID { return nil }

// Halves of a switch: no words.
func (r *Remembering) Halves() (words, numbers any) { return &none{}, &r.Numbers }

// Unrecorded is all that is left of a moment off the record: that it was, when,
// and how worried she was for a life.
type Unrecorded struct {
	Numbers UnrecordedNumbers
}

// UnrecordedNumbers are the level of concern, whether she said what she is, and what the
// clock of the law needs.
type UnrecordedNumbers struct {
	Level     int  `json:"level"`               // 0..3, as [Care.Level]
	Disclosed bool `json:"disclosed,omitempty"` // or she would say it again at each waking
	// Behind is how far the machine's clock lay behind the log.
	Behind time.Duration `json:"behind,omitempty"`
}

// Kind is [KindUnrecorded].
func (*Unrecorded) Kind() Kind { return KindUnrecorded }

// From is empty: no words were kept.
func (*Unrecorded) From() []ID { return nil }

// Halves of it: no words.
func (u *Unrecorded) Halves() (words, numbers any) { return &none{}, &u.Numbers }
