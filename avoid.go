package samantha

// Avoid is something she never brings up by herself; asked about it, she
// answers. It is the person's own words for it, or whoever or whatever was
// spoken of before.
type Avoid struct {
	What string `json:"what,omitempty"` // "my ex"
	// Like is the part whose words it is, where it was only pointed at ("never
	// mention that again"). They are looked up, not copied, so that forgetting
	// that part leaves none of its words here.
	Like ID `json:"like,omitempty"`
}

// Avoided is the same, asked for on a page or by a verb. [Retired] takes it
// back.
type Avoided struct {
	Words   AvoidedWords
	Numbers AvoidedNumbers
}

// AvoidedWords say what, in the person's words; empty if it is Like.
type AvoidedWords struct {
	What string `json:"what,omitempty"`
}

// AvoidedNumbers point at what was meant, if it was only pointed at.
type AvoidedNumbers struct {
	Links
	Like ID `json:"like,omitempty"`
}

// Kind is [KindAvoided].
func (*Avoided) Kind() Kind { return KindAvoided }

// From is the event whose words it stands for, if it has none of its own.
func (a *Avoided) From() []ID { return a.Numbers.Sources }

// Halves are the two halves.
func (a *Avoided) Halves() (words, numbers any) { return &a.Words, &a.Numbers }
