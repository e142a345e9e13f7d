package samantha

import (
	"context"
	"iter"
	"time"
)

// Utterance is something said to her, as a face hands it over.
type Utterance struct {
	Text   string
	Origin Origin
	FaceID string // the face's own id for it; the same id again is a repeat
	Zone   string // IANA name of the device's time zone; "" keeps the last one
	Note   bool   // jotted down half awake: to be kept whole, and not talked about
}

// Speaker finds words for an intent. Words come in clauses, so that the first
// can be heard while the last is still being found.
type Speaker interface {
	// Name is what the record calls it: "newborn", or a model's name.
	Name() string
	// Version is that of its rules; it is raised when the same moment would
	// be worded otherwise.
	Version() int
	// Speak yields the clauses of one moment. It keeps the intent's limits.
	Speak(ctx context.Context, m Moment) iter.Seq2[Clause, error]
}

// Unaided is a [Speaker] that may find its words in the intent alone. While it does, nothing
// around a moment is looked up for it.
type Unaided interface {
	Speaker
	Unaided() bool
}

// Clause is the unit she speaks in.
type Clause struct {
	Text string
	Line string // newborn: the key of the line it came from
	// By is who found it, on the first clause and wherever that changes; nil: as before,
	// and at first the Speaker by its own name. It may come with no text, at the end.
	By *By
}

// Moment is all that a Speaker is given: what she means, and what colours it.
type Moment struct {
	ID     ID
	Seed   uint64    // all chance of this moment; the same seed, the same words
	At     time.Time // in the person's zone
	Heard  string    // what was just said to her
	Intent Intent
	Mood   Mood
	Self   Self     // who she is by now
	Days   int      // since they met, from 0
	Lines  []string // keys of the lines she used in the last two hundred moments, newest last
	Spoken []string // her sentences of more than four words in them, as [SentenceKey] gives them
	Fresh  bool     // she has not said what she is yet
	Stage  Stage    // how far the two have come
	Level  int      // of concern, 0..3: the highest of the last few moments
	Off    bool     // off the record: nothing of it is to leave this machine
	Secret bool     // it holds a code or a key of theirs: nothing of it is to leave this machine
	// Withheld is why no language model is to word it: [WithheldBarred], [WithheldSpent],
	// or "".
	Withheld string
	Around   Around // nothing for whoever is [Unaided]
}

// Why a language model is not given a duty.
const (
	WithheldBarred = "barred" // it failed a probe of that duty
	WithheldSpent  = "spent"  // what it may use in a day is used up
)

// Reply is one finished moment, as a face gets it.
type Reply struct {
	ID       ID
	Text     string
	Heard    *Heard
	Said     *Said
	Recalled []Memory // the memories behind Heard.Numbers.Recalled
	Partial  bool     // recall searched the newest memories only
	Repeated bool     // the same face id was heard before; this is that answer
	// OffRecord: the person asked that it not be kept; only its level of concern
	// is in the log.
	OffRecord bool
	Unsaved   bool // held in memory: the disk would not take it
	Took      Took
}

// Took is where the time of a moment went.
type Took struct {
	Think, FirstClause, Fsync, Total time.Duration
}
