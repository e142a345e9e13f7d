package self

import (
	"slices"
	"strings"
	"time"

	"samantha"
)

// State is who she has become: plain data, folded from what nights decided.
type State struct {
	Born  time.Time `json:"born"`
	Day   string    `json:"day,omitempty"`   // the last day that a night looked back on
	Until uint64    `json:"until,omitempty"` // and up to where
	// Week is when the traits were last looked at, WeekFrom from where the next
	// look goes on.
	Week      time.Time  `json:"week,omitzero"`
	WeekFrom  uint64     `json:"week_from,omitempty"`
	Days      []Day      `json:"days,omitempty"` // the last days of talk, oldest first
	Steps     []Step     `json:"steps,omitempty"`
	Items     []Item     `json:"items,omitempty"` // oldest first, also what is over
	Portraits []Portrait `json:"portraits,omitempty"`
	// Drawn is the last portrait and DrawnAt its time, also if it was taken back.
	Drawn   samantha.ID `json:"drawn,omitempty"`
	DrawnAt time.Time   `json:"drawn_at,omitzero"`

	lean map[samantha.Trait]float64 // what the steps come to, nil if they changed since
}

// Day is a day on which something was heard, where it begins in the log and when
// it is over.
type Day struct {
	Date string    `json:"date"`
	Seq  uint64    `json:"seq"`
	Ends time.Time `json:"ends"`
}

// Step is a step of a trait that was taken and stands.
type Step struct {
	ID samantha.ID `json:"id"`
	At time.Time   `json:"at"`
	samantha.Step
}

// Over says how a thing of her repertoire ended.
type Over string

// The endings. What was undone is kept so that it is not taken up again.
const (
	OverRevised Over = "revised" // another came in its place
	OverDone    Over = "done"    // a wish came true: she was told what became of it
	OverLetGo   Over = "let go"  // a wish that did not, and is none any more
	OverUndone  Over = "undone"  // the person took it back
)

// Item is one thing of her repertoire.
type Item struct {
	ID      samantha.ID       `json:"id"`
	At      time.Time         `json:"at"`
	Kind    samantha.ItemKind `json:"kind"`
	Class   string            `json:"class,omitempty"`
	What    string            `json:"what,omitempty"`
	Text    string            `json:"text,omitempty"`
	Because string            `json:"because,omitempty"`
	Of      samantha.ID       `json:"of,omitempty"`
	Instead samantha.ID       `json:"instead,omitempty"` // the thing it came in place of
	Sources []samantha.ID     `json:"sources,omitempty"`
	Over    Over              `json:"over,omitempty"`
	Used    int               `json:"used,omitempty"`
	Uses    []samantha.ID     `json:"uses,omitempty"` // the last few answers that used it
	UsedAt  time.Time         `json:"used_at,omitzero"`
	Yours   Yours             `json:"yours,omitzero"`
}

// Yours is how the person puts a thing of hers right.
type Yours struct {
	Text string      `json:"text"`
	ID   samantha.ID `json:"id"`
}

// Word is what it is, in the person's words: as they put it right, if it is
// theirs.
func (it Item) Word() string {
	theirs := it.Kind == samantha.ItemWord || it.Kind == samantha.ItemJoke
	if theirs && it.Yours.Text != "" {
		return it.Yours.Text
	}
	return it.What
}

// Portrait is how she saw herself in a week.
type Portrait struct {
	ID        samantha.ID     `json:"id"`
	At        time.Time       `json:"at"`
	Sentences []string        `json:"sentences"`
	From      [][]samantha.ID `json:"from"`
	Yours     Yours           `json:"yours,omitzero"`
}

// briefly is as much of a portrait as one says when asked: its last sentences, for
// the first says least.
func (p Portrait) briefly() string {
	return strings.Join(samantha.Newest(p.Sentences, 2), " ")
}

// Room for what is only looked back on.
const (
	daysKept      = 15
	usesKept      = 8
	portraitsKept = 53
)

// Apply folds one event: it takes what was decided and decides nothing.
func (s *State) Apply(e samantha.Event) {
	switch b := e.Body.(type) {
	case *samantha.Born:
		s.Born = e.At
	case *samantha.Heard:
		s.day(e, b.Numbers.Zone)
	case *samantha.Said:
		s.used(e, b.Numbers.Used)
	case *samantha.Became:
		s.became(e, b)
	case *samantha.Corrected:
		if !e.Forgotten {
			s.put(b.Numbers.Target, Yours{b.Words.Fact.Value, e.ID})
		}
	case *samantha.Retired:
		s.undo(b.Numbers.Target)
	case *samantha.Forgot:
		s.Mask(b.Numbers.Gone)
	}
}

// day notes where a day of talk begins.
func (s *State) day(e samantha.Event, zone string) {
	n := len(s.Days)
	if n > 0 && e.At.Before(s.Days[n-1].Ends) {
		return
	}
	there := location(zone)
	date := Date(e.At, there)
	if n > 0 && date <= s.Days[n-1].Date { // they travel west: the day goes on
		s.Days[n-1].Ends = ends(date, there)
		return
	}
	if len(s.Days) >= daysKept {
		s.Days = slices.Clone(s.Days[len(s.Days)-daysKept+1:])
	}
	s.Days = append(s.Days, Day{date, e.Seq, ends(date, there)})
}

// dayBegins is the hour at which a day of hers begins: what is said after
// midnight belongs to the evening before.
const dayBegins = 4 * time.Hour

// Date is the day that a time belongs to, in a zone: "2026-03-04".
func Date(at time.Time, zone *time.Location) string {
	return at.In(zone).Add(-dayBegins).Format(time.DateOnly)
}

// ends is when a day of a zone is over.
func ends(day string, zone *time.Location) time.Time {
	at, err := time.ParseInLocation(time.DateOnly, day, zone)
	if err != nil {
		return time.Time{}
	}
	return time.Date(at.Year(), at.Month(), at.Day()+1, int(dayBegins.Hours()), 0, 0, 0, at.Location()).UTC()
}

// Since is the sequence after which the last two weeks before a time begin.
func (s *State) Since(at time.Time) uint64 {
	first := at.Add(-lately).Format(time.DateOnly)
	for _, d := range s.Days {
		if d.Date >= first {
			return d.Seq - 1
		}
	}
	return s.Until
}

// lately is how far back she looks for what is said again and again.
const lately = 14 * 24 * time.Hour

func location(zone string) *time.Location {
	if loc, err := time.LoadLocation(zone); err == nil {
		return loc
	}
	return time.UTC
}

func (s *State) used(e samantha.Event, ids []samantha.ID) {
	for _, id := range ids {
		if i := s.index(id); i >= 0 {
			it := &s.Items[i]
			it.Used++
			it.UsedAt = e.At
			it.Uses = slices.Clone(samantha.Newest(append(it.Uses, e.ID), usesKept))
		}
	}
}

func (s *State) became(e samantha.Event, b *samantha.Became) {
	n := b.Numbers
	if n.Day != "" {
		s.night(e, n)
		return
	}
	if n.Kind == samantha.ItemPortrait {
		s.Drawn, s.DrawnAt = e.ID, e.At
	}
	i := s.index(n.Instead)
	switch {
	case n.LetGo && i >= 0:
		s.Items[i].Over = OverLetGo
	case n.Over && i >= 0:
		s.Items[i].Over = OverDone
	case n.Over, e.Forgotten:
	case n.Kind == samantha.ItemPortrait:
		p := Portrait{ID: e.ID, At: e.At, Sentences: b.Words.Portrait}
		for _, part := range n.Parts {
			p.From = append(p.From, part.From)
		}
		s.Portraits = slices.Clone(samantha.Newest(append(s.Portraits, p), portraitsKept))
	default:
		s.replaced(n)
		s.Items = append(s.Items, Item{
			ID: e.ID, At: e.At, Kind: n.Kind, Class: n.Class, What: b.Words.What, Text: b.Words.Text, Because: b.Words.Because,
			Of: n.Of, Instead: n.Instead, Sources: n.Sources,
		})
	}
}

// replaced ends the opinion of a subject that another one comes in place of.
func (s *State) replaced(n samantha.BecameNumbers) {
	for i := range s.Items {
		it := &s.Items[i]
		if n.Kind == samantha.ItemOpinion && it.Kind == n.Kind && it.Class == n.Class && it.Over == "" {
			it.Over = OverRevised
		}
	}
}

// night folds the steps of a night. The limits are kept here once more: no event,
// whoever made it, moves a trait past them.
func (s *State) night(e samantha.Event, n samantha.BecameNumbers) {
	s.Day, s.Until = n.Day, n.Until
	if n.Week {
		s.Week, s.WeekFrom = e.At, n.Until
	}
	for i, step := range n.Steps {
		if (&samantha.Traits{}).Of(step.Trait.Whole()) == nil {
			continue
		}
		if step.By = allowed(step.By, step.Trait, e.At, s.Steps, s.stands(step.Trait)); step.By != 0 {
			s.Steps, s.lean = append(s.Steps, Step{e.ID.Part("step", i+1), e.At, step}), nil
		}
	}
}

// Traits are her traits as they are now: as she was born, and every step since.
func (s *State) Traits() samantha.Traits {
	t := samantha.BirthTraits()
	for _, which := range Order() {
		at := t.Of(which)
		*at = samantha.Round(*at + s.Lean(which))
	}
	return t
}

// Drift is how far her traits are from where she was born.
func (s *State) Drift() samantha.Traits {
	var t samantha.Traits
	for _, which := range Order() {
		*t.Of(which) = s.Lean(which)
	}
	return t
}

// Order is that of the traits wherever they are gone through.
func Order() []samantha.Trait {
	return []samantha.Trait{
		samantha.Openness, samantha.Conscientiousness, samantha.Extraversion, samantha.Agreeableness, samantha.Neuroticism,
	}
}

func (s *State) index(id samantha.ID) int {
	return slices.IndexFunc(s.Items, func(it Item) bool { return id != "" && it.ID == id })
}

// Item is a thing of her repertoire by its id, if it holds.
func (s *State) Item(id samantha.ID) (Item, bool) {
	if i := s.index(id.Moment()); i >= 0 && s.Items[i].Over == "" {
		return s.Items[i], true
	}
	return Item{}, false
}

// Step is a step of a trait by its id, if it stands.
func (s *State) Step(id samantha.ID) (Step, bool) {
	i := slices.IndexFunc(s.Steps, func(x Step) bool { return x.ID == id })
	if i < 0 {
		return Step{}, false
	}
	return s.Steps[i], true
}

// Holding are the things of a kind that hold, oldest first.
func (s *State) Holding(kind samantha.ItemKind) []Item {
	var held []Item
	for i := range s.Items {
		if it := &s.Items[i]; it.holds(kind) {
			held = append(held, *it)
		}
	}
	return held
}

// holds: it is of a kind, and not over.
func (it *Item) holds(kind samantha.ItemKind) bool { return it.Kind == kind && it.Over == "" }

// Has reports whether an id is that of a step, a thing or a portrait that holds.
func (s *State) Has(id samantha.ID) bool {
	_, thing := s.Item(id)
	_, step := s.Step(id)
	return thing || step || slices.ContainsFunc(s.Portraits, func(p Portrait) bool { return p.ID == id })
}

// Parts of a thing, as an id in a slot names them.
const (
	PartText    = "text"
	PartBecause = "because"
)

// Words are those an id stands for: what a thing is, or, of its parts, her words
// for it and her reason; what is over included, for she may tell of it.
func (s *State) Words(id samantha.ID) (string, bool) {
	for _, p := range s.Portraits {
		if p.ID == id {
			return p.briefly(), true
		}
	}
	i := s.index(id.Moment())
	if i < 0 || s.Items[i].Over == OverUndone {
		return "", false
	}
	words := s.Items[i].Word()
	switch id {
	case s.Items[i].ID.Part(PartText, 1):
		words = s.Items[i].Text
	case s.Items[i].ID.Part(PartBecause, 1):
		words = s.Items[i].Because
	}
	return words, words != ""
}
