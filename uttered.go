package samantha

// Uttered is one clause of an answer that was let out before the rest of it was found: a
// language model takes seconds, and its first sentence need not wait for its last. It is
// durable before it is heard. The [Said] that follows holds all the clauses; this one is
// read only where a crash came between, and by who shows an answer as it grows.
//
// Its sources are the answer it belongs to and all that stood before the model, so that
// whatever forgetting reaches the answer reaches it, too.
type Uttered struct {
	Words   UtteredWords
	Numbers UtteredNumbers
}

// UtteredWords are the words.
type UtteredWords struct {
	Text string `json:"text"`
}

// UtteredNumbers are its place.
type UtteredNumbers struct {
	Links
	Answer  ID     `json:"answer"` // the [Said] that it is a clause of
	Clause  int    `json:"clause"` // from 1; those of one answer follow each other in the log
	Model   string `json:"model"`
	Version int    `json:"version"` // of the speaker's rules
	Manner  Manner `json:"manner,omitzero"`
}

// Kind is [KindUttered].
func (*Uttered) Kind() Kind { return KindUttered }

// From are the answer, and those whose words may stand in it.
func (u *Uttered) From() []ID { return u.Numbers.Sources }

// Halves are the two halves.
func (u *Uttered) Halves() (words, numbers any) { return &u.Words, &u.Numbers }
