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
	// Way is how it was told: how sure it is, and what it does to what was known.
	Way Way `json:"way,omitempty"`
	// Beside is set if it holds beside others of its slot, where most hold one
	// value: a second sister has a name, too.
	Beside bool `json:"beside,omitempty"`
	// Like is the fact whose owner and slot this one carries on, if it names
	// neither: "no, Bergen"; if it names a new owner and no value, the one that
	// belongs to them: "not mine, my sister's". Without a value it may be a particular
	// thing they said, which is that value: "hanne", and then "that's my name". They are
	// looked up, not copied, so that forgetting them leaves none of their words here.
	Like ID `json:"like,omitempty"`
	// Doubt is the fact that this one contradicts, if it was told without a word
	// of change: she asks, and until they say or tell it again the older one holds.
	Doubt ID `json:"doubt,omitempty"`
	// Holds is their answer to that question; Like is then the fact in doubt.
	Holds Holds `json:"holds,omitempty"`
}

// Way is how a fact was told.
type Way string

// The ways. A fact of a way that ends something has no value if it ends
// whatever the slot holds: "I quit".
const (
	WayPlain    Way = ""
	WayChange   Way = "change"   // as something that has changed: "I moved to Porto"
	WayOver     Way = "over"     // as over: "I used to work at the harbour"
	WayHedged   Way = "hedged"   // "I think he is in Lyon"
	WayPassing  Way = "passing"  // on the way to something else: "my sister Mara rang"
	WayProposed Way = "proposed" // not told in so many words: a model took it from what was told
	WayDenied   Way = "denied"   // they never told it, they say: it is taken back
)

// Holds says which of two facts holds that contradict each other.
type Holds string

// What may hold of two.
const (
	HoldsNew  Holds = "new"
	HoldsOld  Holds = "old"
	HoldsBoth Holds = "both"
	HoldsNone Holds = "none"
)

// Thread is something left open, to come back to.
type Thread struct {
	Kind  ThreadKind `json:"kind"`
	Whose string     `json:"whose,omitempty"` // "person", "herself", or who, as the person names them; "" is the person's, in old logs
	About string     `json:"about"`           // the words it was opened with
	Thing string     `json:"thing,omitempty"` // the part of them that one asks after: "the doctor"
	// Form is how one asks after Thing: one of the Form constants.
	Form  string     `json:"form,omitempty"`
	Due   *time.Time `json:"due,omitempty"`   // when it begins to be due; nil: nobody said
	Until *time.Time `json:"until,omitempty"` // the end of that time, not included
	Back  *time.Time `json:"back,omitempty"`  // from when on she may come back to it unasked; nil: never
	// Like is the thread that this one is about, where it is about one ("ask me
	// how it went"), or the answer of hers that holds the question left open. Its
	// words are looked up, not copied.
	Like ID `json:"like,omitempty"`
}

// ThreadKind says what sort of open end a thread is.
type ThreadKind string

// The kinds of thread.
const (
	ThreadPlan     ThreadKind = "plan"
	ThreadWorry    ThreadKind = "worry"
	ThreadHope     ThreadKind = "hope"
	ThreadPromise  ThreadKind = "promise"
	ThreadQuestion ThreadKind = "question" // not decided, or not answered yet
)

// Forms of what a thread is about.
const (
	FormThing   = "thing"    // "the doctor", "Faro"
	FormDeed    = "deed"     // "call my mother"
	FormDoing   = "doing"    // "moving to Bergen"
	FormWhether = "whether"  // "whether to take the job"
	FormClause  = "clause"   // "I won't get the job"
	FormStory   = "story"    // "the bees": they want to tell of it
	FormNot     = "not"      // "write to her": they want not to
	FormNoDoing = "notdoing" // "ordering food": they want not to
)

// Closing is what became of a thread by something that was said.
type Closing struct {
	Thread ID     `json:"thread"`
	How    Ending `json:"how"`
	// When the thread stands after a change, as in [Thread].
	Due   *time.Time `json:"due,omitempty"`
	Until *time.Time `json:"until,omitempty"`
	Back  *time.Time `json:"back,omitempty"`
}

// Ending is how a thread went on. [EndChanged] leaves it open.
type Ending string

// The endings.
const (
	EndDone     Ending = "done"     // it came about
	EndDropped  Ending = "dropped"  // it will not, or they would rather not speak of it
	EndAnswered Ending = "answered" // a question, a worry or a hope was spoken of again and needs no more
	EndChanged  Ending = "changed"  // it is at another time now
	EndLapsed   Ending = "lapsed"   // its time is long over and nobody spoke of it: a night let it go
)
