package samantha

import "time"

// Hearing is what was meant by an utterance, as far as plain rules can tell.
// What they cannot tell is left empty, never guessed.
type Hearing struct {
	Language string    `json:"language,omitempty"` // "" is English; else a two-letter code it seems to be in
	Acts     []Act     `json:"acts,omitempty"`     // in the order they were said
	Claims   []Claim   `json:"claims,omitempty"`   // what was told as true
	People   []Mention `json:"people,omitempty"`
	Places   []string  `json:"places,omitempty"` // where something was, in the person's words: "Rome", "the harbour office"
	Times    []When    `json:"times,omitempty"`
	Detail   string    `json:"detail,omitempty"` // the particular thing, in the person's words: "toast over the sink"
	Topics   []Topic   `json:"topics,omitempty"` // whom and what a later "he" or "it" may mean, in order
	Told     []Told    `json:"told,omitempty"`   // what was told, taken apart
	Ends     []Act     `json:"ends,omitempty"`   // what it leaves open, and what it says became of such (hearing/en/threads.txt)
	Odd      []string  `json:"odd,omitempty"`    // the person's rare words here, rarest first
	Terms    []string  `json:"terms,omitempty"`  // content words, for recall
}

// Act is one speech act.
type Act struct {
	Kind  string            `json:"kind"`            // "tell.event", "ask.feelings", ... (hearing/en/acts.txt)
	Text  string            `json:"text"`            // the sentence
	Slots map[string]string `json:"slots,omitempty"` // what the rule caught: {"slot": "job"}
}

// Claim is something told as true, not yet checked against what is known.
type Claim struct {
	Of    string `json:"of"` // "person", a name, a relation, or [Before]
	Slot  string `json:"slot"`
	Value string `json:"value"`
	Text  string `json:"text"` // the sentence
	Way   Way    `json:"way,omitempty"`
	// Beside is set if it holds beside others of its slot, see [Fact].
	Beside bool `json:"beside,omitempty"`
	// Not is what the value stands in the place of, where that was said: "friday, not
	// thursday".
	Not string `json:"not,omitempty"`
	// Instead: it was told to put right what was said a moment ago ("no i mean ...").
	Instead bool `json:"instead,omitempty"`
}

// Before is the owner of a claim about whoever was spoken of before: "Jonas."
// after "my brother".
const Before = "before"

// Mention is somebody spoken of: as much of who they are as was said there.
type Mention struct {
	Name     string `json:"name,omitempty"`     // "Mara"
	Relation string `json:"relation,omitempty"` // "sister", said of the person's own
	Kin      string `json:"kin,omitempty"`      // the relation by its usual word, where that is another: "mother" of "mum"
	As       string `json:"as,omitempty"`       // who they are otherwise: "the neighbour's dog"
	Also     string `json:"also,omitempty"`     // what else they are called; alone, it is whoever was spoken of before
	Like     ID     `json:"like,omitempty"`     // an earlier mention that it goes on about: "we call her Ruthie", "she died"
	Late     bool   `json:"late,omitempty"`     // told of as dead: "my late husband", and whoever a death was told of
	Several  bool   `json:"several,omitempty"`  // people have several such: "my colleague" says not which
	Loosely  bool   `json:"loosely,omitempty"`  // of these, one that another relation may stand beside: a flatmate can be a friend
}

// Topic is somebody or something spoken of.
type Topic struct {
	Text     string `json:"text"`           // "the tram", "Piet"
	Sort     string `json:"sort,omitempty"` // how one goes on about it: "he", "she", "it", "any" (somebody), "pet" (he, she or it), "many"
	Name     string `json:"name,omitempty"`
	Relation string `json:"relation,omitempty"`
}

// Told is one thing told, taken apart as far as that is safe: who did what to
// what, and what sort of thing it is to tell.
type Told struct {
	Kind string `json:"kind,omitempty"` // "mishap", "often", ... (hearing/en/tellings.txt)
	Who  string `json:"who,omitempty"`  // "the tram", "he"
	Verb string `json:"verb,omitempty"` // its base: "offer"
	What string `json:"what,omitempty"` // "a slice"
}

// When is a time spoken of, as a range in the person's zone.
type When struct {
	Text  string    `json:"text"` // "tomorrow evening"
	From  time.Time `json:"from"`
	To    time.Time `json:"to"`              // not included
	Day   bool      `json:"day,omitempty"`   // a date was said
	Open  bool      `json:"open,omitempty"`  // a time on the clock, and which half of the day was not said
	On    time.Time `json:"on,omitzero"`     // the day itself, if it was counted in weeks, months or years
	Exact bool      `json:"exact,omitempty"` // counted in minutes or hours from now, whatever the clock shows
}

// Has reports whether one of the acts is of the kind, or of a kind below it:
// Has("ask") holds for "ask.feelings".
func (h Hearing) Has(kind string) bool {
	_, ok := h.Act(kind)
	return ok
}

// Act is the first act of the kind, or of a kind below it.
func (h Hearing) Act(kind string) (Act, bool) {
	for _, a := range h.Acts {
		if a.Kind == kind || len(a.Kind) > len(kind) && a.Kind[:len(kind)] == kind && a.Kind[len(kind)] == '.' {
			return a, true
		}
	}
	return Act{}, false
}
