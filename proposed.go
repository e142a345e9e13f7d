package samantha

import "time"

// Proposed is what a model took from one memory beyond what the rules heard: what is
// true, what is left open, what it felt like. All of it was checked against the memory
// before it came here.
type Proposed struct {
	Words   ProposedWords
	Numbers ProposedNumbers
}

// ProposedWords are what was taken; facts are of [WayProposed].
type ProposedWords struct {
	Facts   []Fact   `json:"facts,omitempty"`   // parts "fact"
	Threads []Thread `json:"threads,omitempty"` // parts "thread"
	// Reading is of a telling that she could not read herself. It stands beside hers.
	Reading *Reading `json:"reading,omitempty"`
}

// ProposedNumbers tell by whom, and from which memory.
type ProposedNumbers struct {
	Links
	Model   string    `json:"model"`
	Told    time.Time `json:"told,omitzero"` // when the memory was told; zero, in old logs: when it was proposed
	Version int       `json:"version"`       // of the rules that checked
}

// Kind is [KindProposed].
func (*Proposed) Kind() Kind { return KindProposed }

// From is the memory they were taken from.
func (p *Proposed) From() []ID { return p.Numbers.Sources }

// Halves are the two halves.
func (p *Proposed) Halves() (words, numbers any) { return &p.Words, &p.Numbers }
