package samantha

// Corrected is the person's correction of a fact: the old value is closed, the
// new one stands, and the fact says where both came from.
type Corrected struct {
	Words   CorrectedWords
	Numbers CorrectedNumbers
}

// CorrectedWords are the new value as the person gave it.
type CorrectedWords struct {
	Fact Fact `json:"fact"` // the fact as it stands now
}

// CorrectedNumbers tell what was corrected.
type CorrectedNumbers struct {
	Links     // the source of the fact that was corrected, whose subject it carries on
	Target ID `json:"target"`
	// Telling: the target is a chapter of the story, and the words are how the
	// person tells it. They are theirs alone, and have no source.
	Telling bool `json:"telling,omitempty"`
}

// Kind is [KindCorrected].
func (*Corrected) Kind() Kind { return KindCorrected }

// From are the sources of the corrected fact.
func (c *Corrected) From() []ID { return c.Numbers.Sources }

// Halves are the two halves.
func (c *Corrected) Halves() (words, numbers any) { return &c.Words, &c.Numbers }

// Retired takes one part (a fact, a thread, an errand, a vow) out of her views without forgetting
// the words it was learned from.
type Retired struct {
	Numbers RetiredNumbers
}

// RetiredNumbers name the part.
type RetiredNumbers struct {
	Target ID `json:"target"`
}

// Kind is [KindRetired].
func (*Retired) Kind() Kind { return KindRetired }

// From is empty: no words were used.
func (*Retired) From() []ID { return nil }

// Halves of a retirement: no words.
func (r *Retired) Halves() (words, numbers any) { return &none{}, &r.Numbers }

// Forgot is the tombstone: which events lost their words, and which of them the
// person named. It is written before the keys are destroyed, so that a crash
// between the two is finished at the next open.
type Forgot struct {
	Numbers ForgotNumbers
}

// ForgotNumbers name the events.
type ForgotNumbers struct {
	Asked []ID `json:"asked"`
	Gone  []ID `json:"gone"` // asked for, and everything derived from it
}

// Kind is [KindForgot].
func (*Forgot) Kind() Kind { return KindForgot }

// From is empty: no words were used.
func (*Forgot) From() []ID { return nil }

// Halves of a forgetting: no words.
func (f *Forgot) Halves() (words, numbers any) { return &none{}, &f.Numbers }
