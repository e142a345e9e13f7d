package samantha

// LetterStep is what one moment did to a letter of the person's. It holds the
// sentences that were said in it, and no others: of those from earlier moments
// only their ids, so that what is forgotten there is gone from the letter, too.
type LetterStep struct {
	Letter ID     `json:"letter,omitempty"` // "" if this moment begins one: its part "letter"
	Did    string `json:"did"`              // one of the Letter... constants
	To     string `json:"to,omitempty"`     // whom it is to, in the person's words: "my sister", "Jonas"
	For    string `json:"for,omitempty"`    // what for, in the person's words; it is no sentence of the letter
	Tone   string `json:"tone,omitempty"`   // see [LetterTones]

	Sort string `json:"sort,omitempty"` // how one goes on about whom it is to: "she", "he", "they"; they said so

	Lines []LetterLine `json:"lines,omitempty"` // that came: parts "line"
	Out   []ID         `json:"out,omitempty"`   // lines that went
	Forms []LetterForm `json:"forms,omitempty"` // how lines are worded now
	Undo  ID           `json:"undo,omitempty"`  // the moment whose step is taken back

	Asks   string `json:"asks,omitempty"`   // what she asks with her answer: "whom", "for", "memory", "who"
	Memory ID     `json:"memory,omitempty"` // the memory that she offers
	Nth    int    `json:"nth,omitempty"`    // and which sentence of it, from 1
}

// What a moment can do to a letter.
const (
	LetterBegun  = "begun"
	LetterTold   = "told"   // whom it is to, or what for, or that a memory stays out
	LetterAdded  = "added"  // lines came
	LetterCut    = "cut"    // lines went
	LetterFormed = "formed" // lines are worded otherwise
	LetterUndone = "undone"
	LetterRead   = "read"
	LetterDone   = "done"
	LetterLeft   = "left" // for now
	LetterBack   = "back" // they came back to it
)

// LetterTones are the tones a letter can have, from the least formal to the most.
func LetterTones() []string { return []string{"easy", "warm", "formal"} }

// LetterLine is a sentence of a letter. It was said in this moment, or it is a
// sentence of a memory.
type LetterLine struct {
	Text  string       `json:"text,omitempty"`  // as the person said it, "" of a memory
	From  ID           `json:"from,omitempty"`  // the memory
	Nth   int          `json:"nth,omitempty"`   // which of its sentences, from 1
	Doubt string       `json:"doubt,omitempty"` // the word of which it is not plain whether it means whom the letter is to
	Forms []LetterForm `json:"forms,omitempty"` // how it is worded for whom it is to: "her" is "your"
}

// LetterForm puts words of form in the place of others, in one line.
type LetterForm struct {
	Line ID     `json:"line,omitempty"` // "" in a [LetterLine]: that one
	At   int    `json:"at"`             // the first word that goes, from 0
	Was  string `json:"was"`
	Now  string `json:"now,omitempty"` // "": nothing comes in its place
}

// LetterMark is what stays of a step when its words are forgotten: that it was,
// and how many lines went with it.
type LetterMark struct {
	Letter ID  `json:"letter,omitempty"`
	Lines  int `json:"lines,omitempty"`
}
