package errand

import (
	"cmp"
	"slices"
	"time"

	"samantha"
)

// Late is how long after its time an errand still rings: longer is not a ring but
// something to be told. It is also how long one who is there is given to stir.
const Late = 10 * time.Minute

// Again is how long after its first ring an alarm rings once more.
const Again = 5 * time.Minute

// rungKept is how long an errand that is over can still be snoozed.
const rungKept = 24 * time.Hour

// Kept is an errand as it stands.
type Kept struct {
	samantha.Errand
	ID     samantha.ID `json:"id"`
	Set    time.Time   `json:"set"`
	Rung   int         `json:"rung,omitempty"` // how often, for this time of it
	RungAt time.Time   `json:"rung_at,omitzero"`
	Again  time.Time   `json:"again,omitzero"`   // it was snoozed until then
	Over   bool        `json:"over,omitempty"`   // it rang and was met, or was told
	Closed bool        `json:"closed,omitempty"` // done or cancelled; it goes with the next thing heard
}

// done: it is to be neither told nor rung any more.
func (k Kept) done() bool { return k.Over || k.Closed }

// State is the errands that were not done or cancelled, in the order in which
// they were set, and which of them was spoken of last.
type State struct {
	Kept  []Kept      `json:"kept,omitempty"`
	Last  samantha.ID `json:"last,omitempty"`
	Clock samantha.ID `json:"clock,omitempty"` // of those that have a time
}

// Apply folds one event.
func (s *State) Apply(e samantha.Event) {
	switch b := e.Body.(type) {
	case *samantha.Heard:
		s.heard(e, b)
	case *samantha.Rang:
		for _, id := range b.Numbers.Errands {
			s.rang(id, e.At, b.Numbers.Told)
		}
	case *samantha.Unrecorded: // somebody was there, whatever was said
		for _, k := range s.Rung(e.At) {
			s.find(k.ID).over()
		}
	case *samantha.Retired:
		s.drop(func(k Kept) bool { return k.ID == b.Numbers.Target })
	}
}

func (s *State) heard(e samantha.Event, b *samantha.Heard) {
	s.drop(func(k Kept) bool { return k.Closed || k.Over && e.At.Sub(k.RungAt) > rungKept })
	for _, c := range b.Numbers.Errands {
		s.change(c, e.At)
	}
	for i, errand := range b.Words.Errands {
		k := Kept{Errand: errand, ID: e.ID.Part("errand", i+1), Set: e.At}
		s.Kept = append(s.Kept, k)
		s.spoken(k)
	}
}

func (s *State) change(c samantha.ErrandChange, at time.Time) {
	k := s.find(c.Target)
	if k == nil {
		return // what it was about was forgotten
	}
	switch c.Did {
	case samantha.ErrandCancelled:
		k.Closed = true
	case samantha.ErrandDone:
		k.Closed = k.Every == ""
		k.waits()
	case samantha.ErrandMoved:
		k.Due, k.RungAt, k.Over = c.Due, time.Time{}, false
		k.waits()
	case samantha.ErrandSnoozed:
		k.waits()
		k.Again, k.Over = c.Due.At, false
	case samantha.ErrandMet:
		k.over()
		return
	case samantha.ErrandTold:
		k.over()
		k.RungAt = at
	}
	s.spoken(*k)
}

// waits: what rang is dealt with.
func (k *Kept) waits() { k.Rung, k.Again = 0, time.Time{} }

// over: it rang and needs no more, until it comes back.
func (k *Kept) over() {
	k.Over = k.Every == ""
	if k.Every != "" {
		k.waits()
	}
}

// spoken notes which errand was spoken of last.
func (s *State) spoken(k Kept) {
	s.Last = k.ID
	if k.rings() {
		s.Clock = k.ID
	}
}

func (s *State) rang(id samantha.ID, at time.Time, told bool) {
	k := s.find(id)
	if k == nil {
		return
	}
	k.RungAt, k.Again = at, time.Time{}
	if told {
		k.over()
	} else {
		k.Rung++
	}
	s.spoken(*k)
}

func (s *State) find(id samantha.ID) *Kept {
	for i := range s.Kept {
		if s.Kept[i].ID == id {
			return &s.Kept[i]
		}
	}
	return nil
}

func (s *State) drop(gone func(Kept) bool) {
	if s.Kept = slices.DeleteFunc(s.Kept, gone); len(s.Kept) == 0 {
		s.Kept = nil // as it comes out of its bytes: nothing kept is nothing written
	}
	if !s.Has(s.Last) {
		s.Last = ""
	}
	if !s.Has(s.Clock) {
		s.Clock = ""
	}
}

// Mask takes out what was set in forgotten events.
func (s *State) Mask(gone []samantha.ID) {
	s.drop(func(k Kept) bool { return slices.Contains(gone, k.ID.Event()) })
}

// Words is what an errand is about.
func (s *State) Words(id samantha.ID) (string, bool) {
	k := s.find(id)
	if k == nil || k.What == "" {
		return "", false
	}
	return k.What, true
}

// Has reports whether an errand of hers has the id.
func (s *State) Has(id samantha.ID) bool { return s.find(id) != nil }

// Get is the errand with the id.
func (s *State) Get(id samantha.ID) (Kept, bool) {
	if k := s.find(id); k != nil {
		return *k, true
	}
	return Kept{}, false
}

// Open are the errands that are neither over nor items, the next
// first; those without a time last.
func (s *State) Open(place *time.Location) []Kept {
	var open []Kept
	for _, k := range s.Kept {
		if !k.done() && k.rings() {
			open = append(open, k)
		}
	}
	slices.SortStableFunc(open, func(a, b Kept) int {
		x, y := a.When(place), b.When(place)
		return cmp.Or(cmp.Compare(never(x), never(y)), x.Compare(y))
	})
	return open
}

func never(t time.Time) int {
	if t.IsZero() {
		return 1
	}
	return 0
}

// Between are the open errands due from one time to another.
func (s *State) Between(from, to time.Time) []Kept {
	return slices.DeleteFunc(s.Open(from.Location()), func(k Kept) bool {
		at := k.When(from.Location())
		return at.Before(from) || !at.Before(to)
	})
}

// rings: it is of a kind that has a time.
func (k Kept) rings() bool { return k.Kind != samantha.ErrandItem }

// When is when the errand is due for somebody in a place, or zero: when it was
// snoozed until, or of what comes back the first time after it rang.
func (k Kept) When(place *time.Location) time.Time {
	switch {
	case !k.Again.IsZero():
		return k.Again.In(place)
	case k.Due == (samantha.Due{}):
		return time.Time{}
	case k.Every != "" && !k.RungAt.IsZero():
		return k.after(k.RungAt, place)
	}
	return k.Due.In(place).In(place)
}

// next is when the errand rings next for somebody in a place, or zero.
func (k Kept) next(place *time.Location) time.Time {
	switch {
	case k.done():
		return time.Time{}
	case k.Rung == 1 && k.Kind == samantha.ErrandAlarm:
		return k.RungAt.Add(Again)
	case k.Rung == 0, k.Every != "":
		return k.When(place)
	}
	return time.Time{}
}

// Next is when the next errand rings, or zero: none does. What is too late to
// ring does not count.
func (s *State) Next(now time.Time) time.Time {
	var next time.Time
	for _, k := range s.Kept {
		at := k.next(now.Location())
		if !at.IsZero() && now.Sub(at) <= Late && (next.IsZero() || at.Before(next)) {
			next = at
		}
	}
	return next
}

// Ringing are the errands that ring now.
func (s *State) Ringing(now time.Time) []Kept {
	var due []Kept
	for _, k := range s.Kept {
		at := k.next(now.Location())
		if !at.IsZero() && !at.After(now) && now.Sub(at) <= Late {
			due = append(due, k)
		}
	}
	return due
}

// Rung are the errands that rang a moment ago, and nobody has stirred.
func (s *State) Rung(now time.Time) []Kept {
	return s.where(func(k Kept) bool { return !k.done() && k.Rung > 0 && now.Sub(k.RungAt) <= Late })
}

// Missed are the errands that were due while nobody was there, the first at the
// front: they rang a while ago and nobody stirred, or she slept.
func (s *State) Missed(now time.Time) []Kept {
	missed := s.where(func(k Kept) bool {
		if k.done() || !k.rings() {
			return false
		}
		if k.Rung > 0 {
			return now.Sub(k.RungAt) > Late
		}
		due := k.When(now.Location())
		return !due.IsZero() && now.Sub(due) > Late
	})
	slices.SortStableFunc(missed, func(a, b Kept) int { return a.When(now.Location()).Compare(b.When(now.Location())) })
	return missed
}

// On are the items of a list.
func (s *State) On(list string) []Kept {
	return s.where(func(k Kept) bool { return k.Kind == samantha.ErrandItem && k.List == list && !k.Closed })
}

// Lists are the lists that have something on them, the one used last at the end.
func (s *State) Lists() []string {
	var lists []string
	for _, k := range s.Kept {
		if k.Kind == samantha.ErrandItem && !k.Closed {
			lists = append(slices.DeleteFunc(lists, func(l string) bool { return l == k.List }), k.List)
		}
	}
	return lists
}

func (s *State) where(holds func(Kept) bool) []Kept {
	var found []Kept
	for _, k := range s.Kept {
		if holds(k) {
			found = append(found, k)
		}
	}
	return found
}
