package bond

import (
	"slices"
	"time"

	"samantha"
)

// startTrust is what trust is before anything was done to earn or to lose it.
const startTrust = 0.5

// State is what is folded of the bond: plain data, no rules.
type State struct {
	At        time.Time      `json:"at,omitzero"` // of the last moment
	Met       time.Time      `json:"met,omitzero"`
	Stage     samantha.Stage `json:"stage,omitempty"` // reached last; see [Room.At] for what absence leaves of it
	Closeness float64        `json:"closeness,omitempty"`
	Trust     float64        `json:"trust,omitempty"` // above or below where it began
	Tension   float64        `json:"tension,omitempty"`
	Day       Day            `json:"day,omitzero"`
	Days      int            `json:"days,omitempty"`       // on which both told something of themselves
	TheirDays int            `json:"their_days,omitempty"` // on which the person did
	HerDays   int            `json:"her_days,omitempty"`   // and she
	Theirs    int            `json:"theirs,omitempty"`     // the deepest ever
	Hers      int            `json:"hers,omitempty"`       //
	Turned    string         `json:"turned,omitempty"`     // the day on which the stage changed last
	Ruptures  []Rupture      `json:"ruptures,omitempty"`   // those not closed, and a few that are
	Cooled    *Cooled        `json:"cooled,omitempty"`     // the distance that the person wants
	Vows      []Vow          `json:"vows,omitempty"`       //
	Habits    []Habit        `json:"habits,omitempty"`     // done together, by day of the week
	Told      []Told         `json:"told,omitempty"`       // days and rituals she spoke of
	Affirmed  time.Time      `json:"affirmed_at,omitzero"` // when she last said the word love
}

// Day is what one day brought so far.
type Day struct {
	Date   string   `json:"date,omitempty"`
	Theirs int      `json:"theirs,omitempty"`
	Hers   int      `json:"hers,omitempty"`
	Gained float64  `json:"gained,omitempty"` // of closeness
	Rules  []string `json:"rules,omitempty"`  // those that fired
}

// Rupture is something torn between the two.
type Rupture struct {
	ID    samantha.ID `json:"id"` // of the move that noticed it
	Kind  string      `json:"kind"`
	At    time.Time   `json:"at"`
	What  string      `json:"what,omitempty"`  // in the person's words
	About samantha.ID `json:"about,omitempty"` // the promise of hers that it is about
	Steps []Step      `json:"steps,omitempty"`
}

// Step is one step of a repair and when it was taken.
type Step struct {
	Step samantha.RepairStep `json:"step"`
	At   time.Time           `json:"at"`
	By   samantha.ID         `json:"by"`
}

// Cooled is a distance that the person asked for.
type Cooled struct {
	How samantha.Cooling `json:"how"`
	At  time.Time        `json:"at"`
	By  samantha.ID      `json:"by"`
}

// Vow is a promise between the two.
type Vow struct {
	samantha.Vow
	ID  samantha.ID `json:"id"`
	At  time.Time   `json:"at"`
	Day *time.Time  `json:"day,omitempty"`
	// Let is when it was let go of; nil while it holds.
	Let *time.Time `json:"let,omitempty"`
}

// Habit is something done together on one day of the week.
type Habit struct {
	What    string       `json:"what"`
	Weekday time.Weekday `json:"weekday"`
	Weeks   int          `json:"weeks"` // running
	Last    string       `json:"last"`  // the date
}

// Told is a day or a ritual that she spoke of.
type Told struct {
	What string    `json:"what"`
	At   time.Time `json:"at"`
}

// mostKept is how many ruptures, vows and tellings are kept; those that are over
// go first, and the oldest.
const mostKept = 64

// stage is the stage reached last.
func (s *State) stage() samantha.Stage {
	if s.Stage == "" {
		return samantha.StageNew
	}
	return s.Stage
}

// evenness is how even the telling is.
func (s *State) evenness() float64 {
	if s.TheirDays == 0 && s.HerDays == 0 {
		return 0
	}
	return samantha.Round(float64(min(s.TheirDays, s.HerDays)) / float64(max(s.TheirDays, s.HerDays)))
}

// Apply folds one event. It takes what was decided and decides nothing. Numbers
// outlive the words of their moment.
func (s *State) Apply(e samantha.Event) {
	if r, ok := e.Body.(*samantha.Retired); ok {
		s.dropVows(func(v Vow) bool { return v.ID == r.Numbers.Target })
	}
	b, ok := e.Body.(*samantha.Heard)
	if !ok || b.Numbers.Guest {
		return
	}
	if s.Met.IsZero() {
		s.Met = e.At
	}
	if b.Numbers.Bond != nil {
		s.apply(e, b, *b.Numbers.Bond)
	}
}

func (s *State) apply(e samantha.Event, b *samantha.Heard, in samantha.Bonding) {
	s.turnDay(in)
	for i, m := range in.Moves {
		s.move(e, b, in.Day, e.ID.Part("bond", i+1), m)
	}
	s.At = e.At
	for _, r := range in.Ruptures {
		s.repair(e, r)
	}
	switch {
	case in.Warmed:
		s.Cooled = nil
	case in.Cooled != "":
		s.Cooled = &Cooled{How: in.Cooled, At: e.At, By: e.ID}
	}
	s.vows(e, b, in)
	s.does(e.At, in)
	if in.Told != "" {
		s.Told = samantha.Newest(append(slices.DeleteFunc(s.Told, func(t Told) bool { return t.What == in.Told }), Told{in.Told, e.At}), mostKept)
	}
	if in.Affirmed {
		s.Affirmed = e.At
	}
}

// turnDay counts a day once, when both have told something of themselves in it.
func (s *State) turnDay(in samantha.Bonding) {
	if s.Day.Date != in.Day {
		s.Day = Day{Date: in.Day}
	}
	before := s.Day
	s.Day.Theirs, s.Day.Hers = max(before.Theirs, in.Theirs), max(before.Hers, in.Hers)
	s.Theirs, s.Hers = max(s.Theirs, in.Theirs), max(s.Hers, in.Hers)
	s.TheirDays += first(before.Theirs, s.Day.Theirs)
	s.HerDays += first(before.Hers, s.Day.Hers)
	s.Days += first(min(before.Theirs, before.Hers), min(s.Day.Theirs, s.Day.Hers))
}

// first is 1 where something that was not there is.
func first(before, after int) int { return min(after, 1) - min(before, 1) }

// move applies one move. The first of a moment carries what time had done until
// then, see [Room.Weigh].
func (s *State) move(e samantha.Event, b *samantha.Heard, day string, id samantha.ID, m samantha.BondMove) {
	s.Closeness = samantha.Unit(s.Closeness + m.Closeness)
	s.Trust = samantha.Round(max(-startTrust, min(1-startTrust, s.Trust+m.Trust)))
	s.Tension = samantha.Unit(s.Tension + m.Tension)
	if m.Rule != timeRule {
		s.Day.Gained = samantha.Round(s.Day.Gained + max(0, m.Closeness))
		s.Day.Rules = append(s.Day.Rules, m.Rule)
	}
	if m.Stage != "" {
		s.Stage, s.Turned = m.Stage, day
	}
	if m.Rupture != "" {
		r := Rupture{ID: id, Kind: m.Rupture, At: e.At, About: m.About}
		if !e.Forgotten && m.About == "" {
			r.What = b.Words.Hurt
		}
		s.Ruptures = samantha.Newest(append(s.Ruptures, r), mostKept)
	}
}

func (s *State) repair(e samantha.Event, r samantha.Repair) {
	for i := range s.Ruptures {
		if s.Ruptures[i].ID == r.Rupture {
			s.Ruptures[i].Steps = append(s.Ruptures[i].Steps, Step{Step: r.Step, At: e.At, By: e.ID})
		}
	}
}

// vows takes in those made now, and lets go of others.
func (s *State) vows(e samantha.Event, b *samantha.Heard, in samantha.Bonding) {
	for i, v := range b.Words.Vows {
		if e.Forgotten || i >= len(in.Kept) {
			break
		}
		s.Vows = samantha.Newest(append(s.Vows, Vow{Vow: v, ID: e.ID.Part("vow", i+1), At: e.At, Day: in.Kept[i].Day}), mostKept)
	}
	for i := range s.Vows {
		if slices.Contains(in.Released, s.Vows[i].ID) {
			at := e.At
			s.Vows[i].Let = &at
		}
	}
}

// A habit that misses two weeks begins anew.
const weekDays, missedDays = 7, 15

// does counts something done together, once a day.
func (s *State) does(at time.Time, in samantha.Bonding) {
	date, err := time.Parse(time.DateOnly, in.Day)
	if in.Does == "" || err != nil {
		return
	}
	same := func(h Habit) bool { return h.What == in.Does && h.Weekday == date.Weekday() }
	i := slices.IndexFunc(s.Habits, same)
	if i < 0 {
		s.Habits = append(s.Habits, Habit{What: in.Does, Weekday: date.Weekday(), Weeks: 1, Last: in.Day})
		return
	}
	h := &s.Habits[i]
	last, _ := time.Parse(time.DateOnly, h.Last)
	switch days := int(date.Sub(last).Hours() / 24); {
	case days > missedDays:
		h.Weeks = 1
	case days >= weekDays:
		h.Weeks++
	}
	h.Last = in.Day
}

// Mask takes the words of forgotten events out; the numbers stay.
func (s *State) Mask(gone []samantha.ID) {
	has := func(id samantha.ID) bool { return slices.Contains(gone, id.Event()) }
	for i := range s.Ruptures {
		if has(s.Ruptures[i].ID) {
			s.Ruptures[i].What = ""
		}
	}
	s.dropVows(func(v Vow) bool { return has(v.ID) })
}

func (s *State) dropVows(gone func(Vow) bool) {
	if s.Vows = slices.DeleteFunc(s.Vows, gone); len(s.Vows) == 0 {
		s.Vows = nil // as a fold that never had one
	}
}

// Has reports whether there is such a vow.
func (s *State) Has(id samantha.ID) bool {
	return slices.ContainsFunc(s.Vows, func(v Vow) bool { return v.ID == id })
}

// Words are the words that the id of a vow or a rupture stands for.
func (s *State) Words(id samantha.ID) (string, bool) {
	for _, v := range s.Vows {
		if v.ID == id {
			return v.What, true
		}
	}
	for _, r := range s.Ruptures {
		if r.ID == id {
			return r.What, r.What != ""
		}
	}
	return "", false
}
