package samantha

import "time"

// Memory is one utterance of either side, or one piece brought from before,
// verbatim: the unit of recall and of all counts. Its id is the event's.
type Memory struct {
	ID   ID        `json:"id"`
	At   time.Time `json:"at"` // when it was said or written
	By   Origin    `json:"by"`
	Text string    `json:"text"`
}

// Recalled is a memory she has in mind, and how strongly. It holds no words.
type Recalled struct {
	ID    ID      `json:"id"`
	Score float64 `json:"score"` // 0..1, 1 is the best match of this recall
}

// Fact is something held true of somebody: one slot, one value, and the words
// it was taken from.
type Fact struct {
	Of    string `json:"of,omitempty"`   // "person", or who, as the person names them: "sister", "Mara"
	Slot  string `json:"slot,omitempty"` // "name", "work", "home", "likes", ... (hearing/en/claims.txt)
	Value string `json:"value"`          // in the person's words
	Quote string `json:"quote"`          // the sentence it was taken from
	// Like is the fact whose owner and slot this one carries on, if it names
	// neither: "no, Bergen". They are looked up, not copied, so that forgetting
	// that fact leaves none of its words here.
	Like ID `json:"like,omitempty"`
}

// Thread is something left open, to come back to.
type Thread struct {
	Kind  ThreadKind `json:"kind"`
	About string     `json:"about"` // in the person's words
	Due   *time.Time `json:"due,omitempty"`
}

// ThreadKind says what sort of open end a thread is.
type ThreadKind string

// The kinds of thread.
const (
	ThreadPlan     ThreadKind = "plan"
	ThreadWorry    ThreadKind = "worry"
	ThreadHope     ThreadKind = "hope"
	ThreadPromise  ThreadKind = "promise"
	ThreadQuestion ThreadKind = "question" // hers, not asked or not answered yet
)
