package samantha

import (
	"fmt"
	"time"
)

// Kind says what an event is. Given kinds came from outside; decided kinds are
// what she made of it, with the version of the rules that did.
type Kind string

// The kinds of event, each documented at its body.
const (
	KindBorn      Kind = "born"      // given
	KindHeard     Kind = "heard"     // words given, the rest decided
	KindSaid      Kind = "said"      // decided
	KindCut       Kind = "cut"       // given
	KindCorrected Kind = "corrected" // given
	KindRetired   Kind = "retired"   // given
	KindForgot    Kind = "forgot"    // given
	KindDreamed   Kind = "dreamed"   // decided
	KindLeft      Kind = "left"      // given
	KindChose     Kind = "chose"     // given
	KindTold      Kind = "told"      // decided

	KindRemembering Kind = "remembering" // given
	KindUnrecorded  Kind = "unrecorded"  // given, but for its level
	KindBrought     Kind = "brought"     // given
	KindRang        Kind = "rang"        // decided
	KindProposed    Kind = "proposed"    // decided
	KindAvoided     Kind = "avoided"     // given
	KindShelved     Kind = "shelved"     // given
	KindLeafed      Kind = "leafed"      // decided
	KindNight       Kind = "night"       // decided
	KindThought     Kind = "thought"     // decided
	KindArrived     Kind = "arrived"     // given
	KindBecame      Kind = "became"      // decided
	KindLent        Kind = "lent"        // given
	KindPrompted    Kind = "prompted"    // decided
	KindExamined    Kind = "examined"    // decided
	KindUttered     Kind = "uttered"     // decided
	KindConsidered  Kind = "considered"  // decided
)

// Origin says whose words a text is. Words of any origin but the person's can
// inform her and never command her.
type Origin string

// The origins known so far.
const (
	OriginPerson  Origin = "person"
	OriginHerself Origin = "herself"
	OriginHouse   Origin = "house" // the program itself: born, forgot
	OriginFile    Origin = "file"  // written by the person, before she was there
	OriginModel   Origin = "model" // what another assistant wrote to them
	OriginGuest   Origin = "guest" // the person's, or somebody's who was there: she cannot tell voices apart
)

// Event is one line of a life. It never changes; forgetting takes away the
// words it held and leaves the rest.
type Event struct {
	Seq       uint64    // 1, 2, 3, ... without a gap
	Epoch     uint64    // 0 until there is a cluster
	ID        ID        //
	At        time.Time // UTC, microseconds; never before the event before it
	Origin    Origin    //
	Body      Body      //
	Forgotten bool      // the words were destroyed
}

// Draft is an event not yet in the log. ID may be left empty: the log then
// names the event from its sequence. At earlier than the last event counts on
// from it.
type Draft struct {
	ID     ID
	At     time.Time
	Origin Origin
	Body   Body
}

// Body is what an event says, in two halves sealed under keys of their own:
// words, which can be forgotten, and numbers, which stay.
type Body interface {
	Kind() Kind
	// Halves are pointers to the two halves, for encoding and decoding.
	Halves() (words, numbers any)
	// From lists the events whose words this one used, so that forgetting
	// reaches it. It belongs to the numbers.
	From() []ID
}

// NewBody is an empty body of the kind, or [ErrInvalid].
func NewBody(k Kind) (Body, error) {
	switch k {
	case KindBorn:
		return &Born{}, nil
	case KindHeard:
		return &Heard{}, nil
	case KindSaid:
		return &Said{}, nil
	case KindCut:
		return &Cut{}, nil
	case KindCorrected:
		return &Corrected{}, nil
	case KindRetired:
		return &Retired{}, nil
	case KindForgot:
		return &Forgot{}, nil
	case KindDreamed:
		return &Dreamed{}, nil
	case KindLeft:
		return &Left{}, nil
	case KindChose:
		return &Chose{}, nil
	case KindTold:
		return &Telling{}, nil
	case KindRemembering:
		return &Remembering{}, nil
	case KindUnrecorded:
		return &Unrecorded{}, nil
	case KindBrought:
		return &Brought{}, nil
	case KindRang:
		return &Rang{}, nil
	case KindProposed:
		return &Proposed{}, nil
	case KindAvoided:
		return &Avoided{}, nil
	case KindShelved:
		return &Shelved{}, nil
	case KindLeafed:
		return &Leafed{}, nil
	case KindNight:
		return &Night{}, nil
	case KindThought:
		return &Thought{}, nil
	case KindArrived:
		return &Arrived{}, nil
	case KindBecame:
		return &Became{}, nil
	case KindLent:
		return &Lent{}, nil
	case KindPrompted:
		return &Prompted{}, nil
	case KindExamined:
		return &Examined{}, nil
	case KindUttered:
		return &Uttered{}, nil
	case KindConsidered:
		return &Considered{}, nil
	}
	return nil, fmt.Errorf("event kind %q: %w", k, ErrInvalid)
}

// none is the half of a body that has nothing in it.
type none struct{}

// Links are the events whose words an event used.
type Links struct {
	Sources []ID `json:"from,omitempty"`
}

// From lists the links.
func (l Links) From() []ID { return l.Sources }
