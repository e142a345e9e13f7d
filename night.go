package samantha

// Night is one night of hers: what it did with the days. A night has no words of
// its own; what it told anew and dreamed are events beside it, appended in the
// same stroke, so that a night is whole or has not been.
type Night struct {
	Numbers NightNumbers
}

// NightNumbers tell what it did.
type NightNumbers struct {
	// Date is the evening it began on, where the person was: "2026-03-02". There
	// is one night of a date.
	Date string `json:"date"`
	// Late is set if the machine was off at night, and she made up for it afterwards.
	Late bool `json:"late,omitempty"`
	// Missed are the nights before it that she was off for, and that do not come back.
	Missed   int        `json:"missed,omitempty"`
	Closed   []Closing  `json:"closed,omitempty"`   // threads whose time is long over
	Question ID         `json:"question,omitempty"` // the thread she takes into the morning
	Softened []Softened `json:"softened,omitempty"` // her feelings that lost some of their edge
	Version  int        `json:"version"`            // of the rules of nights
}

// Softened is a feeling of hers that a night took some of the edge off: its
// intensity when it arose, before and after. What was felt, why and when stays.
type Softened struct {
	Felt ID      `json:"felt"` // m7k2.felt.1
	From float64 `json:"from"`
	To   float64 `json:"to"`
}

// Kind is [KindNight].
func (*Night) Kind() Kind { return KindNight }

// From is empty: no words were used.
func (*Night) From() []ID { return nil }

// Halves of a night: no words.
func (n *Night) Halves() (words, numbers any) { return &none{}, &n.Numbers }

// Dreamed is what a night made of the days. It names the memories it was woven
// from and is never a memory of an event itself.
type Dreamed struct {
	Words   DreamedWords
	Numbers DreamedNumbers
}

// DreamedWords are the dream as she would tell it.
type DreamedWords struct {
	Text  string   `json:"text"`
	About string   `json:"about,omitempty"` // what it was most of: part "about"
	With  []string `json:"with,omitempty"`  // what else stood in it
}

// DreamedNumbers name its pieces.
type DreamedNumbers struct {
	Links
	Date    string   `json:"date,omitempty"`    // of the night
	Again   ID       `json:"again,omitempty"`   // the dream it is told anew of, without what was forgotten
	Concern ID       `json:"concern,omitempty"` // the thread that came back in it
	Settled bool     `json:"settled,omitempty"` // and had been resolved: it is the last of it
	Dark    float64  `json:"dark,omitempty"`    // 0..1
	Emotion Emotion  `json:"emotion,omitempty"` // what she felt in it
	Felt    ID       `json:"felt,omitempty"`    // and the feeling in her record that it is
	Lines   []string `json:"lines,omitempty"`   // of mind/dream/en/dreams.txt
	Model   string   `json:"model,omitempty"`   // the language model that found these words for it; "": hers
	Version int      `json:"version,omitempty"` // of the rules that wove it
}

// Kind is [KindDreamed].
func (*Dreamed) Kind() Kind { return KindDreamed }

// From are the memories it was woven from.
func (d *Dreamed) From() []ID { return d.Numbers.Sources }

// Halves are the two halves.
func (d *Dreamed) Halves() (words, numbers any) { return &d.Words, &d.Numbers }

// Thought is what passed through her in an hour in which nobody was there. It has
// no words, but where a language model found them: those of what it is about are looked
// up when she speaks of it.
type Thought struct {
	Words   ThoughtWords
	Numbers ThoughtNumbers
}

// ThoughtWords are the sentence of a [ThoughtMusing].
type ThoughtWords struct {
	Text string `json:"text,omitempty"`
}

// ThoughtNumbers tell of what it was.
type ThoughtNumbers struct {
	Links
	About   ThoughtKind `json:"about"`
	Of      ID          `json:"of,omitempty"`      // the thread, or the feeling
	Emotion Emotion     `json:"emotion,omitempty"` // what was left of what she felt when it was told
	Felt    ID          `json:"felt,omitempty"`    // and the feeling in her record that it is
	Offer   bool        `json:"offer,omitempty"`   // it matters enough to be said unasked, once
	Model   string      `json:"model,omitempty"`   // the language model that found its words; "": it has none
	Version int         `json:"version"`           // of the rules of hours, or of wording
}

// ThoughtKind says what a thought is about.
type ThoughtKind string

// The kinds of thought.
const (
	ThoughtComing  ThoughtKind = "coming"  // a day that is near
	ThoughtOpen    ThoughtKind = "open"    // something left open
	ThoughtFeeling ThoughtKind = "feeling" // a feeling of hers that is strong still
	ThoughtMusing  ThoughtKind = "musing"  // two things that they told, put together
)

// Kind is [KindThought].
func (*Thought) Kind() Kind { return KindThought }

// From are the memories it was about.
func (t *Thought) From() []ID { return t.Numbers.Sources }

// Halves are the two halves.
func (t *Thought) Halves() (words, numbers any) { return &t.Words, &t.Numbers }
