package samantha

import "slices"

// Portion is what a language model is given at one time to go over, while nobody talks:
// so little that it can be given up in the middle, and begun anew.
type Portion struct {
	Task Task
	Of   ID       // the dream or the telling that it is of, or the night; "" for what is taken from tellings
	Hers []string // sentences of hers that it may put otherwise
	Told []Memory // what the person told, to take something from
	Last uint64   // sequence of the newest event that was looked through for these
	Away bool     // the model is not on this machine, and the person said that these may go there
}

// Gives reports whether a memory is among those that the portion gives.
func (p Portion) Gives(id ID) bool {
	return slices.ContainsFunc(p.Told, func(m Memory) bool { return m.ID == id })
}

// Task is what a model is to do with a portion.
type Task string

// The tasks.
const (
	TaskFacts    Task = "facts"    // take from what was told what is true of somebody
	TaskThreads  Task = "threads"  // and what it leaves open
	TaskReadings Task = "readings" // and what it felt like, where she could not tell
	TaskThoughts Task = "thoughts" // put two things together that were told
	TaskDream    Task = "dream"    // word a dream of hers better
	TaskChapter  Task = "chapter"  // and a chapter of the story
)

// Proposals are what a model made of a portion: nothing but proposals, until they were
// checked.
type Proposals struct {
	Facts    []ProposedFact
	Threads  []ProposedThread
	Readings []ProposedReading
	Thoughts []ProposedThought
	Words    []string // in the place of the portion's sentences
}

// ProposedFact is a fact that a model takes from a memory.
type ProposedFact struct {
	Memory ID
	Fact   Fact
}

// ProposedThread is something that a memory leaves open: of which kind, what one would ask
// after, and the words that say so. Its form and its time are not the model's to say.
type ProposedThread struct {
	Memory ID
	Thread Thread
}

// ProposedReading is what a model takes a telling to have felt like.
type ProposedReading struct {
	Memory     ID
	Emotion    Emotion
	Confidence float64 // 0..1
}

// ProposedThought is a sentence to the person that two memories stand in.
type ProposedThought struct {
	Memories []ID
	Text     string
}

// Considered notes that a model went over a portion, and what came of it. It has no words:
// what is kept stands in events of its own, with the model's name.
type Considered struct {
	Numbers ConsideredNumbers
}

// ConsideredNumbers tell of it.
type ConsideredNumbers struct {
	Task    Task   `json:"task"`
	Model   string `json:"model"`
	Of      ID     `json:"of,omitempty"`      // the dream, the telling or the night
	Last    uint64 `json:"last,omitempty"`    // tellings: everything up to this sequence was gone over
	Kept    []ID   `json:"kept,omitempty"`    // what came of it
	Refused int    `json:"refused,omitempty"` // how many proposals did not follow
	Version int    `json:"version"`           // of the rules that checked
}

// Kind is [KindConsidered].
func (*Considered) Kind() Kind { return KindConsidered }

// From is empty: it has no words.
func (*Considered) From() []ID { return nil }

// Halves are the two halves.
func (c *Considered) Halves() (words, numbers any) { return &none{}, &c.Numbers }
