package mind

import (
	"context"
	"strings"
	"time"

	"samantha"
	"samantha/internal/mind/bond"
)

// BondNow is how the two stand, with all that moved it.
type BondNow struct {
	Sentence string `json:"sentence"`
	samantha.Bond
	Met      *time.Time   `json:"met,omitempty"`
	Days     int          `json:"days"` // on which both told something of themselves
	Cooled   *bond.Cooled `json:"cooled,omitempty"`
	Moves    []Moved      `json:"moves"` // oldest first
	Ruptures []Torn       `json:"ruptures"`
	Vows     []bond.Vow   `json:"vows"`
	Rituals  []bond.Habit `json:"rituals"`
	Dates    []Dated      `json:"dates"`
}

// Dated is a day of theirs that she may speak of when it comes round.
type Dated struct {
	ID   samantha.ID `json:"id,omitempty"`
	What string      `json:"what"` // met, birthday, loss, move
	Of   string      `json:"of,omitempty"`
	Day  time.Time   `json:"day"`
}

// Moved is one move with its receipt and its cause.
type Moved struct {
	ID      samantha.ID `json:"id"`
	At      time.Time   `json:"at"`
	Because string      `json:"because"`
	samantha.BondMove
}

// Torn is one rupture, how far its repair has come, and whether it waits still.
type Torn struct {
	bond.Rupture
	Says   string `json:"says"`
	Asked  string `json:"asked,omitempty"` // what they said would help
	Parked bool   `json:"parked,omitempty"`
	Open   bool   `json:"open"`
}

// Bond tells how the two stand. It reads the log for what moved it, beside the talk.
func (m *Mind) Bond(ctx context.Context) (BondNow, error) {
	if err := m.take(ctx); err != nil {
		return BondNow{}, err
	}
	now, s, zone := m.clock.Now(), m.state.clone().Bond, location(m.state.Zone)
	torn, dates := m.torn(s, now), m.situation(samantha.Utterance{}).dates()
	m.give()
	b := BondNow{
		Sentence: m.rooms.bond.Sentence(s, now), Bond: m.rooms.bond.At(s, now), Days: s.Days, Cooled: s.Cooled,
		Moves: []Moved{}, Ruptures: torn, Dates: dates, Vows: append([]bond.Vow{}, s.Vows...), Rituals: append([]bond.Habit{}, s.Rituals()...),
	}
	if !s.Met.IsZero() {
		met := s.Met.In(zone)
		b.Met = &met
	}
	for e, err := range m.log.Read(ctx, 0) {
		if err != nil {
			return BondNow{}, err
		}
		b.Moves = append(b.Moves, m.moved(e)...)
	}
	return b, nil
}

// torn are the ruptures, with what the person said would help.
func (m *Mind) torn(s bond.State, now time.Time) []Torn {
	list := []Torn{}
	for _, x := range s.Ruptures {
		t := Torn{Rupture: x, Says: m.rooms.bond.Kind(x.Kind), Parked: m.rooms.bond.Parked(x, now)}
		t.Open = !t.Parked && !x.Closed()
		for _, step := range x.Steps {
			if told, ok := m.index.Get(step.By); ok && step.Step == samantha.RepairAmended && x.Kind != "wrong" {
				t.Asked = told.Text
			}
		}
		list = append(list, t)
	}
	return list
}

// moved are the moves of one event that say something.
func (m *Mind) moved(e samantha.Event) []Moved {
	h, ok := e.Body.(*samantha.Heard)
	if !ok || h.Numbers.Bond == nil {
		return nil
	}
	var out []Moved
	for i, move := range h.Numbers.Bond.Moves {
		if !bond.Silent(move) {
			out = append(out, Moved{ID: e.ID.Part("bond", i+1), At: e.At, Because: m.rooms.bond.Because(move), BondMove: move})
		}
	}
	return out
}

// bond explains a move of the bond or a promise, if the id is one of this moment's.
func (x *explanation) bond(e samantha.Event, b *samantha.Heard) bool {
	for i, v := range b.Words.Vows {
		if e.ID.Part("vow", i+1) == x.why.ID {
			x.why.Sentence = x.says("vow")
			x.step(x.why.ID, "vow", v.Whose+": "+v.What)
			return true
		}
	}
	for _, m := range x.m.moved(e) {
		if m.ID == x.why.ID {
			text := m.Because + "."
			x.why.Sentence = strings.ToUpper(text[:1]) + text[1:]
			x.step(m.ID, "bond", m.Rule+" "+m.Added())
			x.repairs(m.ID)
			return true
		}
	}
	return false
}

// repairs lists how the repair of a rupture went on.
func (x *explanation) repairs(id samantha.ID) {
	for _, r := range x.m.state.Bond.Ruptures {
		if r.ID != id {
			continue
		}
		for _, step := range r.Steps {
			x.step(step.By, "repair", string(step.Step))
		}
	}
}

// bonding lists what a moment did to the bond.
func (x *explanation) bonding(e samantha.Event) {
	for _, m := range x.m.moved(e) {
		x.step(m.ID, "bond", m.Rule+" "+m.Added())
	}
}
