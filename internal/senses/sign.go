package senses

import (
	"time"

	"samantha"
)

// Sign is one thing that a device shows or does. Those with a sequence above
// zero come from the life log, in its order.
type Sign interface{ seq() uint64 }

// Welcome is the first sign to a device.
type Welcome struct{ State }

// Changed tells that she, or what holds for her, is otherwise now.
type Changed struct{ State }

// State is what a device shows besides words.
type State struct {
	Seq     uint64 // of the newest event that is on its way to the device; in a welcome, of the newest there is
	Now     Now
	Mouth   bool // the voice in the box is built in
	Version string
}

// Heard is something the person said, on whatever device.
type Heard struct {
	Seq  uint64 // 0: not in the log, see Kept
	ID   samantha.ID
	At   time.Time
	Text string
	Face string // the id it was said under
	Kept Kept
}

// Said is an answer of hers.
type Said struct {
	Seq     uint64
	ID      samantha.ID
	At      time.Time
	Clauses []string // as they are spoken
	Form    int      // so many of the first are the form's, not hers
	Manner  samantha.Manner
	Mood    samantha.Mood
	Acts    []string
	Opens   samantha.Opening // a page, where there is one
	Kept    Kept
	More    bool // it is the beginning of one that is still being found; the whole comes under the same id
}

// Kept says why something is not in the log; "" is the rule: it is.
type Kept string

// Why something is not kept.
const (
	KeptNotYet Kept = "disk"  // the disk would not take it; it waits
	KeptNot    Kept = "asked" // off the record
)

// Gone tells that events were forgotten. Something said may be forgotten before
// a device ever saw it heard ("forget that" goes with what it names): then Face
// is the id it was said under, so that the device need not wait for it.
type Gone struct {
	Seq  uint64
	IDs  []samantha.ID
	Face string
}

// Thinking tells that an utterance was taken and is being answered.
type Thinking struct{ ID string }

// Refused tells that an utterance can not be taken, and why, for a person to
// read.
type Refused struct{ ID, Why string }

// Interim are words as they are being recognised on another device; empty when
// they are over.
type Interim struct{ Text string }

func (s Welcome) seq() uint64 { return 0 }
func (s Changed) seq() uint64 { return 0 }
func (s Heard) seq() uint64   { return s.Seq }
func (s Said) seq() uint64    { return s.Seq }
func (s Gone) seq() uint64    { return s.Seq }
func (Thinking) seq() uint64  { return 0 }
func (Refused) seq() uint64   { return 0 }
func (Interim) seq() uint64   { return 0 }
