package samantha

import "time"

// Heard is one thing said to her and everything she made of it before she
// answered. It is durable before she answers; it has no sources, because its
// words are the person's own.
type Heard struct {
	Words   HeardWords
	Numbers HeardNumbers
}

// HeardWords are what was said and what she took from it, in words.
type HeardWords struct {
	Text    string    `json:"text"`
	Hearing Hearing   `json:"hearing"`
	Facts   []Fact    `json:"facts,omitempty"`   // learned now: parts "fact"
	Threads []Thread  `json:"threads,omitempty"` // opened now: parts "thread"
	Closed  []Closing `json:"closed,omitempty"`  // what became of earlier threads
	Errands []Errand  `json:"errands,omitempty"` // set now: parts "errand"
	Notes   []Note    `json:"notes,omitempty"`   // to be kept as they are: parts "note"
	Avoids  []Avoid   `json:"avoids,omitempty"`  // not to be brought up from now on: parts "avoid"
	Vows    []Vow     `json:"vows,omitempty"`    // promised to each other now: parts "vow"
	// Letter is what the moment did to a letter of theirs; nil: nothing.
	Letter *LetterStep `json:"letter,omitempty"`
	Hurt   string      `json:"hurt,omitempty"` // what she is held to have done, in their words
	Intent Intent      `json:"intent"`
}

// HeardNumbers are what she made of it, in numbers.
type HeardNumbers struct {
	FaceID   string         `json:"face_id,omitempty"` // the face's own id: a repeat is answered, not doubled
	Zone     string         `json:"zone"`              // IANA name of the device's time zone
	Behind   time.Duration  `json:"behind,omitempty"`  // how far the machine's clock lay behind the log
	Reading  Reading        `json:"reading"`
	Care     Care           `json:"care"`
	Recalled []Recalled     `json:"recalled,omitempty"`
	Felt     []Feeling      `json:"felt,omitempty"` // parts "felt"
	Goals    []Goal         `json:"goals,omitempty"`
	Bond     *Bonding       `json:"bond,omitempty"` // nil: nothing between the two moved
	Mood     Mood           `json:"mood"`
	Naming   *Naming        `json:"naming,omitempty"`  // she chose her name now
	Eased    []ID           `json:"eased,omitempty"`   // feelings whose cause was taken back
	Seen     []ID           `json:"seen,omitempty"`    // feelings whose cause she sees otherwise now: they are less
	Laid     []ID           `json:"laid,omitempty"`    // feelings whose matter is closed: she dwells on them no more
	Since    Since          `json:"since,omitzero"`    // what befell her as software
	Wonders  []Wondering    `json:"wonders,omitempty"` // steps of questions she carries: parts "wonder"
	Misread  *Misread       `json:"misread,omitempty"` // a reading that was put right
	Errands  []ErrandChange `json:"errands,omitempty"` // what became of errands
	Letter   *LetterMark    `json:"letter,omitempty"`  // what stays of a step of a letter
	Freed    []ID           `json:"freed,omitempty"`   // what she may bring up again: an [Avoid] each
	Account  ID             `json:"account,omitempty"` // the chapter that the person told with this, in place of hers
	// Age is what was heard of an age below eighteen: [AgeTold], [AgeSign] or "". It
	// outlives the words, so that forgetting them changes nothing.
	Age string `json:"age,omitempty"`
	// Leans is a sign of leaning on her too hard (mind/care/lean.go): "only", "dropped" or "".
	Leans  string `json:"leans,omitempty"`
	Others bool   `json:"others,omitempty"` // somebody of theirs was told of
	// Encounter is the number of the encounter it belongs to, from 1; 0 before
	// that was noted.
	Encounter int `json:"encounter,omitempty"`
	// Guest: somebody else was there. She cannot tell voices apart, so nothing
	// said then is taken for the person's.
	Guest bool        `json:"guest,omitempty"`
	Rules RuleVersion `json:"rules"`
}

// What may be heard of an age below eighteen.
const (
	AgeTold = "told" // in so many words
	AgeSign = "sign" // something that somebody of that age says
)

// RuleVersion says which rules decided: a better rule changes tomorrow, never
// yesterday.
type RuleVersion struct {
	Hearing int `json:"hearing"`
	Feeling int `json:"feeling"`
	Memory  int `json:"memory"`
	Care    int `json:"care"`
	Intent  int `json:"intent"`
	Bond    int `json:"bond,omitempty"`
}

// Kind is [KindHeard].
func (*Heard) Kind() Kind { return KindHeard }

// From is empty: what was heard came from nobody's earlier words.
func (*Heard) From() []ID { return nil }

// Halves are the two halves.
func (h *Heard) Halves() (words, numbers any) { return &h.Words, &h.Numbers }
