package samantha

import (
	"fmt"
	"strings"
	"time"
)

// Stage says how far two have come with each other (after Knapp 1978). They
// stand in the order of [Stages].
type Stage string

// The stages.
const (
	StageNew        Stage = "new"        // they have met
	StageAcquainted Stage = "acquainted" // they know a little of each other
	StageFriends    Stage = "friends"
	StageClose      Stage = "close"
	StageOld        Stage = "old" // old friends
)

// Stages are all of them, from the first.
func Stages() []Stage {
	return []Stage{StageNew, StageAcquainted, StageFriends, StageClose, StageOld}
}

// Bond is what there is between the two at a time, each 0..1.
type Bond struct {
	Closeness   float64 `json:"closeness"`
	Trust       float64 `json:"trust"`       // theirs in her, as far as her doings earn it; 0.5 where nothing is known
	Reciprocity float64 `json:"reciprocity"` // how even the telling is: 1 if both told of themselves on as many days
	Tension     float64 `json:"tension"`
	Stage       Stage   `json:"stage"`
}

// Bonding is what one moment does to the bond. It is decided when the moment is
// heard, holds no words, and the fold applies it.
type Bonding struct {
	Day      string     `json:"day,omitempty"`      // on the person's calendar: "2026-03-02"
	Theirs   int        `json:"theirs,omitempty"`   // how deep what they told went, 0..4 (bond/depth.txt)
	Hers     int        `json:"hers,omitempty"`     // and what she means to tell of herself
	Moves    []BondMove `json:"moves,omitempty"`    // parts "bond"
	Ruptures []Repair   `json:"ruptures,omitempty"` // how ruptures went on
	Cooled   Cooling    `json:"cooled,omitempty"`   // the person wants more distance from now on
	Warmed   bool       `json:"warmed,omitempty"`   // they took that back
	Released []ID       `json:"released,omitempty"` // vows that were let go of
	Kept     []VowTime  `json:"kept,omitempty"`     // vows made now, by their place among the words
	Told     string     `json:"told,omitempty"`     // the day or ritual she speaks of: "met", "ritual:list", or the id it is about
	Does     string     `json:"does,omitempty"`     // a thing done together (bond/rituals.txt)
	Affirmed bool       `json:"affirmed,omitempty"` // the record carries the word love, and she may say it now
}

// BondMove is one change of the bond, with the rule that made it. The numbers
// are what it adds, -1..1.
type BondMove struct {
	Rule      string  `json:"rule"`
	Closeness float64 `json:"closeness,omitempty"`
	Trust     float64 `json:"trust,omitempty"`
	Tension   float64 `json:"tension,omitempty"`
	Stage     Stage   `json:"stage,omitempty"`   // the stage from now on, if it changed
	Rupture   string  `json:"rupture,omitempty"` // the kind of rupture it is, if it is one
	About     ID      `json:"about,omitempty"`   // the promise of hers that it is about
}

// Added tells what the move added, and the stage it brought: "closeness +0.010
// trust -0.020 now friends".
func (m BondMove) Added() string {
	var added []string
	for _, p := range []struct {
		name  string
		value float64
	}{{"closeness", m.Closeness}, {"trust", m.Trust}, {"tension", m.Tension}} {
		if p.value != 0 {
			added = append(added, fmt.Sprintf("%s %+.3f", p.name, p.value))
		}
	}
	if m.Stage != "" {
		added = append(added, "now "+string(m.Stage))
	}
	return strings.Join(added, " ")
}

// Repair is one step in the repair of a rupture.
type Repair struct {
	Rupture ID         `json:"rupture"` // the move that noticed it
	Step    RepairStep `json:"step"`
}

// RepairStep is how far a repair has come.
type RepairStep string

// The steps, in their order. A rupture is closed by the person alone; after
// fourteen days it is parked, which is not closed.
const (
	RepairOwned    RepairStep = "owned"    // she named it and her part in it, and asked
	RepairAmended  RepairStep = "amended"  // they said what would help, and it is kept
	RepairFollowed RepairStep = "followed" // she asked once more, in another encounter
	RepairClosed   RepairStep = "closed"   // they said that it is all right
)

// Cooling is the distance that a person asks for. She takes it at once, and only
// they end it.
type Cooling string

// The distances.
const (
	CoolSpace     Cooling = "space"     // time to themselves
	CoolPractical Cooling = "practical" // errands and answers, nothing closer
	CoolApart     Cooling = "apart"     // not so close
	CoolOver      Cooling = "over"      // it is over
)

// Vow is a promise between the two. Its words stand in the moment it was made in.
type Vow struct {
	Whose string `json:"whose"` // [VowBoth], [VowHers], [VowTheirs]
	What  string `json:"what"`  // in the person's words: "tell each other the truth"
}

// Whose a vow is.
const (
	VowBoth   = "both"
	VowHers   = "hers"
	VowTheirs = "theirs"
)

// VowTime is the day a vow is for; nil: none was named.
type VowTime struct {
	Day *time.Time `json:"day,omitempty"`
}
