package samantha

import "time"

// Telling is one telling of a chapter of the story, hers. When what happened
// means something else now, the chapter is told again with the reason, and the
// telling before stays as it was.
type Telling struct {
	Words   TellingWords
	Numbers TellingNumbers
}

// TellingWords are what she tells.
type TellingWords struct {
	Matter    string   `json:"matter,omitempty"` // whom or what it is about, as the person calls them; "" is the two of them
	Sentences []string `json:"sentences"`        // three to six, hers and what she quotes; parts "telling"
}

// TellingNumbers are where the words come from.
type TellingNumbers struct {
	Links                // the memories and corrections it draws on
	Chapter ID           `json:"chapter,omitempty"` // its first telling; absent: this is it
	No      int          `json:"no"`                // from 1
	Why     string       `json:"why,omitempty"`     // the reason it is told again (memory/en/story.txt)
	Sort    string       `json:"sort"`              // "us", "person", "thing"
	Since   time.Time    `json:"since"`             // when it began
	Ending  int          `json:"ending,omitempty"`  // how it stands: -1 hard, 1 good, 0 neither
	Own     []ID         `json:"own,omitempty"`     // memories in which the person told one event of it otherwise each time
	Parts   []ChapterBit `json:"parts"`             // what each sentence is for
	Model   string       `json:"model,omitempty"`   // the language model that found these words for it; "": hers
	Version int          `json:"version"`           // of the memory rules
}

// ChapterBit says what a sentence of a telling is for, and what it draws on.
type ChapterBit struct {
	Part string `json:"part"` // one of the Bit constants
	From []ID   `json:"from"`
}

// What a sentence of a telling is for.
const (
	BitBegin   = "begin"   // how it began
	BitTurn    = "turn"    // where it turned
	BitEnd     = "end"     // how it ended
	BitMeant   = "meant"   // what it was to the person, in their words
	BitHers    = "hers"    // what it was to her, from the record
	BitOwn     = "own"     // that the person tells it in more than one way
	BitYours   = "yours"   // how the person wants it told
	BitRighted = "righted" // what was put right since
	BitOpen    = "open"    // how far it goes
)

// Kind is [KindTold].
func (*Telling) Kind() Kind { return KindTold }

// From are the memories and corrections that it draws on.
func (t *Telling) From() []ID { return t.Numbers.Sources }

// Halves are the two halves.
func (t *Telling) Halves() (words, numbers any) { return &t.Words, &t.Numbers }

// Note is something to be kept as it was said: jotted down half awake, or a
// dream. It is no fact, no plan and no part of the story.
type Note struct {
	Kind NoteKind `json:"kind"`
	Text string   `json:"text"`           // in the person's words
	Like ID       `json:"like,omitempty"` // the note that it goes on, of a dream told in several breaths
}

// NoteKind says what sort of note it is.
type NoteKind string

// The kinds of note.
const (
	NotePlain NoteKind = "note"
	NoteDream NoteKind = "dream"
)
