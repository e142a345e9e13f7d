package serve

import (
	"encoding/json"
	"time"

	"samantha"
)

// The wire is one WebSocket between her and a page, at /wire. Each message is
// one JSON object; `kind` says which of those below it is. The page has the
// same list, in the same order, in web/page/app/wire.js; a test compares them.
//
// Nothing is lost and nothing doubled, by two rules. What the page says carries
// an id of the page's own; until it sees that id in a "heard" it sends it again
// after every reconnection, and a repeat is answered, not doubled. What she
// sends carries its sequence in the life log; the page says in "hello" which
// one it holds, and gets everything after it.

// From the page to her.

// Hello is the first message on a wire.
type Hello struct {
	Last uint64 `json:"last"` // sequence the page holds; 0: none, and she sends the newest talk
	Zone string `json:"zone"` // IANA name of the device's time zone
}

// Say is something said to her.
type Say struct {
	ID   string `json:"id"` // the page's own, never used twice
	Text string `json:"text"`
	Ear  Ear    `json:"ear"`
	// Seconds is how long the person spoke, if they did; for what left the
	// machine.
	Seconds float64 `json:"seconds,omitempty"`
	// Note: it is jotted down half awake, to be kept whole and not talked about.
	Note bool `json:"note,omitempty"`
}

// Ear is what turned the person's words into text.
type Ear string

// The ears of a page.
const (
	EarTyped  Ear = "typed"
	EarDevice Ear = "device" // the browser's recogniser, on the device
	EarRemote Ear = "remote" // the browser's recogniser, and the sound went to its maker
)

// Interim are words as they are being recognised; empty when they are over.
// They are shown on the other devices and kept nowhere.
type Interim struct {
	Text string `json:"text"`
}

// Cut tells that she was interrupted.
type Cut struct {
	Answer samantha.ID `json:"answer"` // of the "said"
	Spoken int         `json:"spoken"` // of its clauses, so many were heard whole
}

// Spoke tells that her words were spoken by a voice of the device's that is
// made elsewhere.
type Spoke struct {
	Answer samantha.ID `json:"answer"`
	Voice  string      `json:"voice"`
}

// Choose is a choice of the person's, see the samantha.Choice constants.
type Choose struct {
	Choice string `json:"choice"`
	Value  string `json:"value"`
}

// Ask has a verb run, as on the command line with --json: why, memories, facts,
// threads, errands, letters, people, feelings, bond, encounters, story, care time, dreams, left, correct, forget,
// avoid, pause, resume, doctor.
// Two more are the door's own, and both answer with the list of [Device] there
// is then: devices; letgo ID, which shuts one out.
type Ask struct {
	N    int      `json:"n"` // comes back with the answer
	Verb []string `json:"verb"`
}

// From her to the page.

// Welcome answers "hello".
type Welcome struct {
	Seq         uint64            `json:"seq"`            // of the newest event
	Person      string            `json:"person"`         // what she calls them, or ""
	Her         string            `json:"her"`            // the name she chose, or ""
	Mood        samantha.Mood     `json:"mood"`           // now
	Simulated   bool              `json:"simulated"`      // nobody lived this life: the page says so
	Remembering bool              `json:"remembering"`    // false: off the record
	Card        string            `json:"card,omitempty"` // whom to call; stays in sight while it is there
	Choices     map[string]string `json:"choices"`
	Mouth       bool              `json:"mouth"` // the voice in the box is built in
	Version     string            `json:"version"`
}

// Heard is something the person said, on whatever device.
type Heard struct {
	Seq  uint64      `json:"seq"` // 0: not in the log, see Kept
	ID   samantha.ID `json:"id"`
	At   time.Time   `json:"at"`
	Text string      `json:"text"`
	Face string      `json:"face"` // the id it was said under
	Kept Kept        `json:"kept,omitempty"`
}

// Kept says why something is not in the log; "" is the rule: it is.
type Kept string

// Why something is not kept.
const (
	KeptNotYet Kept = "disk"  // the disk would not take it; it waits
	KeptNot    Kept = "asked" // the person asked for it: off the record
)

// Said is an answer of hers; the page reveals it clause by clause as it is
// spoken. No clauses means that she keeps silent on purpose. With More it is the
// beginning of one that she is still finding words for: it comes again under the
// same id with more clauses, and at last whole.
type Said struct {
	Seq     uint64          `json:"seq"`
	ID      samantha.ID     `json:"id"`
	At      time.Time       `json:"at"`
	Clauses []string        `json:"clauses"` // to be spoken one by one, at most nine words each
	Form    int             `json:"form"`    // so many of the first clauses are the form's, not hers (first meeting)
	Manner  samantha.Manner `json:"manner"`
	Mood    samantha.Mood   `json:"mood"`
	Acts    []string        `json:"acts"`
	// Opens is a page that the one on which it was asked for goes to.
	Opens *samantha.Opening `json:"opens,omitempty"`
	Kept  Kept              `json:"kept,omitempty"`
	More  bool              `json:"more,omitempty"`
}

// Thinking tells that something said was taken and is being answered.
type Thinking struct {
	ID string `json:"id"` // of the "say"
}

// Refused tells that something said can not be taken, and why in plain words.
// The page keeps the text for the person and does not send it again.
type Refused struct {
	ID  string `json:"id"`
	Why string `json:"why"`
}

// Gone tells that events were forgotten: their captions go. Face is set if
// something said was forgotten before it could be shown as heard: it was heard,
// and the page must not keep it either.
type Gone struct {
	Seq  uint64        `json:"seq"`
	IDs  []samantha.ID `json:"ids"`
	Face string        `json:"face,omitempty"`
}

// Changed tells that she, or what holds for her, is otherwise now: it has the
// fields of a welcome.
type Changed struct {
	Welcome
}

// Told answers an "ask".
type Told struct {
	N     int             `json:"n"`
	Exit  int             `json:"exit"`            // 0 fine, 1 failed, 2 wrongly asked
	Doc   json.RawMessage `json:"doc,omitempty"`   // what the verb prints with --json
	Error string          `json:"error,omitempty"` // one line, for a person
}

// Leaving tells that she goes to sleep; the page keeps trying to reach her.
type Leaving struct{}
