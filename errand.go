package samantha

import "time"

// Errand is a small thing she keeps for the person because they asked for it in
// so many words.
type Errand struct {
	Kind ErrandKind `json:"kind"`
	What string     `json:"what,omitempty"` // in the person's words; "" is nothing in particular
	List string     `json:"list,omitempty"` // of an item: "shopping"
	Due  Due        `json:"due,omitzero"`   // zero: at no time, or she asked for one
	// Every is how often it comes back, from Due on: [EveryDay], [EveryWeek],
	// [EveryWorkday], or not at all.
	Every string `json:"every,omitempty"`
}

// ErrandKind says what sort of errand one is.
type ErrandKind string

// The kinds of errand.
const (
	ErrandReminder ErrandKind = "reminder"
	ErrandAlarm    ErrandKind = "alarm" // rings once more if nobody stirs
	ErrandTimer    ErrandKind = "timer"
	ErrandItem     ErrandKind = "item" // on a list
)

// How often an errand comes back.
const (
	EveryDay     = "day"
	EveryWeek    = "week"
	EveryWorkday = "workday" // Monday to Friday
)

// Due is when an errand rings: a time on the clock of wherever the person is
// then, or an instant that no zone and no change of clocks moves.
type Due struct {
	Civil string    `json:"civil,omitempty"` // [CivilLayout]
	Zone  string    `json:"zone,omitempty"`  // IANA name of where it was asked for
	At    time.Time `json:"at,omitzero"`     // the instant, instead of Civil
}

// CivilLayout is how a time on the clock is written, without a zone.
const CivilLayout = "2006-01-02T15:04"

// farthest is longer than any zone is off from another.
const farthest = 26 * time.Hour

// In is the instant it is due for somebody in a place, or zero. A time that the
// clocks there skip is as much later as they were put forward; of one that they
// show twice it is the first.
func (d Due) In(place *time.Location) time.Time {
	if d.Civil == "" {
		return d.At
	}
	shown, err := time.Parse(CivilLayout, d.Civil)
	if err != nil {
		return time.Time{}
	}
	_, before := shown.Add(-farthest).In(place).Zone()
	_, after := shown.Add(farthest).In(place).Zone()
	first := shown.Add(-time.Duration(before) * time.Second).In(place)
	last := shown.Add(-time.Duration(after) * time.Second).In(place)
	if first.Format(CivilLayout) != d.Civil && last.Format(CivilLayout) == d.Civil {
		return last
	}
	return first
}

// ErrandChange is what became of an errand. It repeats no words.
type ErrandChange struct {
	Target ID     `json:"target"`
	Did    string `json:"did"`          // one of the Errand...ed constants
	Due    Due    `json:"due,omitzero"` // the new time, if it has one
}

// What can become of an errand.
const (
	ErrandDone      = "done"
	ErrandCancelled = "cancelled"
	ErrandMoved     = "moved"   // it has another time
	ErrandSnoozed   = "snoozed" // it rang, and rings again
	ErrandMet       = "met"     // it rang, and the person was there
	ErrandTold      = "told"    // it rang to nobody, or not at all, and was told afterwards
)

// Rang is the ringing of errands: what is written down before anybody hears it,
// so that none rings twice. She says what they are about in the [Said] beside it.
type Rang struct {
	Numbers RangNumbers
}

// RangNumbers name the errands.
type RangNumbers struct {
	Errands []ID `json:"errands"`
	Told    bool `json:"told,omitempty"` // they did not ring: that they were due is told afterwards
}

// Kind is [KindRang].
func (*Rang) Kind() Kind { return KindRang }

// From is empty: no words were used.
func (*Rang) From() []ID { return nil }

// Halves of a ringing: no words.
func (r *Rang) Halves() (words, numbers any) { return &none{}, &r.Numbers }
