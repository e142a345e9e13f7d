package samantha

import "time"

// Prompt is what a language model was sent to word a moment, and whose words stand in it.
type Prompt struct {
	Model  string
	Prefix string // who she is; the same from moment to moment
	Moment string // what she means, and what there is to it
	From   []ID   // of the words of others and of earlier moments
}

// Handed says why the words of a moment are not, or not all, of the model that was there.
type Handed struct {
	From   string `json:"from"`             // the model
	Why    string `json:"why"`              // mind/en/causes.txt, handed.*
	Clause int    `json:"clause,omitempty"` // newborn's first, from 1; 0: what was said by then stands
}

// By says who found words, where a Speaker has more ways than one.
type By struct {
	Speaker string
	Version int
	Handed  Handed
	Prompt  *Prompt // what was sent for this moment, if anything was
}

// Prompted keeps what a language model was sent for a moment, apart from the answer: it
// holds words of many moments, and is gone as soon as one of them is forgotten. Where two
// moments were sent the same beginning, the second names the event that holds it.
type Prompted struct {
	Words   PromptedWords
	Numbers PromptedNumbers
}

// PromptedWords are what was sent.
type PromptedWords struct {
	Prefix string `json:"prefix,omitempty"`
	Moment string `json:"moment"`
}

// PromptedNumbers say for what, and to whom.
type PromptedNumbers struct {
	Links
	Answer ID     `json:"answer"` // the [Said]
	Model  string `json:"model"`
	Prefix ID     `json:"prefix,omitempty"` // the event that holds the beginning, if this one does not
}

// Kind is [KindPrompted].
func (*Prompted) Kind() Kind { return KindPrompted }

// From are those whose words it holds.
func (p *Prompted) From() []ID { return p.Numbers.Sources }

// Halves are the two halves.
func (p *Prompted) Halves() (words, numbers any) { return &p.Words, &p.Numbers }

// Around is what there is around a moment for a Speaker that can use it: nothing that is
// to be left alone, or not settled, or told in confidence, and no codes or keys; and with
// somebody else there nothing at all.
type Around struct {
	Name   string    // hers; "" if she has none yet
	Theirs string    // what the person is called; "" if that is not known
	Met    time.Time // when they first met, in the person's zone; zero: not to be said
	Self   []Memory  // her portrait, sentence by sentence, and her opinions and wishes as clauses
	Story  []Memory  // the newest chapters of the person's story as she tells them, newest last
	Talk   []Memory  // what the two said in this talk, newest last, without what was just heard
	Known  []Held    // of whoever and whatever is spoken of, what is nearest first
	Recall []Memory  // what came to mind, best first
	Feels  []Felt    // strongest first
}

// Held is something she holds true of somebody or something, or that is open there.
type Held struct {
	Memory           // the newest moment that told it, and it as a clause
	From   []ID      // all moments that told it
	Open   bool      // it is something that has not come out yet
	Due    time.Time // when it will, in the person's zone; zero: nobody said
}

// Felt is a feeling of hers as it is now.
type Felt struct {
	Emotion Emotion
	Noun    string  // what it is called: "relief"
	Bright  bool    // it is good to have
	Felt    float64 // 0..1, what is left of it
	Shown   float64 // 0..1, what she lets be heard of it
	Because string  // the cause, as she says it to the person: "you came back"
}
