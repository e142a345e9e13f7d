package bond

import (
	"slices"
	"time"

	"samantha"
)

// timeRule names the move that time made since the moment before: what faded and
// what eased.
const timeRule = "time"

// Happening is all that is known of a moment when it is weighed.
type Happening struct {
	ID      samantha.ID
	At      time.Time // in the person's zone, whose midnight begins a day
	Hearing samantha.Hearing
	Intent  samantha.Intent
	Left    []samantha.ThreadKind // what they left open
	Facts   int                   // learned now
	Kept    bool                  // she keeps a promise now
	Lapsed  samantha.ID           // a promise of hers whose time is over
	Wrong   bool                  // what she had given back was not so
	Done    samantha.Bonding      // what was decided with the intent: repairs, vows, distance, what is told

	theirs, hers int
	first        bool
	mended       []string // the kinds of rupture that they say are mended
}

// Weigh is what a moment does to the bond: what time had done until then, the rules
// that fire, and the stage, if it changes by it.
func (r *Room) Weigh(s State, in Happening) samantha.Bonding {
	out := in.Done
	out.Day = in.At.Format(time.DateOnly)
	in.theirs, in.hers = r.Theirs(in.Hearing, in.Left, in.Facts), r.Hers(in.Intent)
	in.first, in.mended = s.Day.Date != out.Day, s.mending(out.Ruptures)
	out.Theirs, out.Hers, out.Does = in.theirs, in.hers, r.doing(in.Intent)
	now := r.At(s, in.At)
	if faded, eased := samantha.Round(now.Closeness-s.Closeness), samantha.Round(now.Tension-s.Tension); faded != 0 || eased != 0 {
		out.Moves = append(out.Moves, samantha.BondMove{Rule: timeRule, Closeness: faded, Tension: eased})
	}
	today := s.Day
	if in.first {
		today = Day{Date: out.Day}
	}
	for _, rule := range r.rules {
		if !rule.fires(&in) || rule.daily && slices.Contains(today.Rules, rule.name) {
			continue
		}
		m := within(rule.move, &now, r.bounds["day"]-today.Gained)
		if m == (samantha.BondMove{Rule: rule.name}) {
			continue // there was no room for it
		}
		if m.Rupture != "" && in.Lapsed != "" {
			m.About = in.Lapsed
		}
		today.Gained = samantha.Round(today.Gained + max(0, m.Closeness))
		out.Moves = append(out.Moves, m)
		for _, step := range begun(m.Rupture, in.Intent) {
			out.Ruptures = append(out.Ruptures, samantha.Repair{Rupture: in.ID.Part("bond", len(out.Moves)), Step: step})
		}
	}
	if out.Warmed {
		out.Moves = append(out.Moves, samantha.BondMove{Rule: "warmed"})
	}
	if m, ok := r.turns(s, in, out); ok {
		out.Moves = append(out.Moves, m)
	}
	return out
}

// within is a move as far as there is room for it: a gain of closeness within what
// is left of the day, all else within 0..1. It brings the bond to where it leads, so
// that the moves of a life sum to its state.
func within(m samantha.BondMove, now *samantha.Bond, left float64) samantha.BondMove {
	if m.Closeness > 0 {
		m.Closeness = max(0, min(m.Closeness*(1-now.Closeness), left))
	}
	for _, x := range []struct{ add, to *float64 }{{&m.Closeness, &now.Closeness}, {&m.Trust, &now.Trust}, {&m.Tension, &now.Tension}} {
		after := samantha.Unit(*x.to + *x.add)
		*x.add, *x.to = samantha.Round(after-*x.to), after
	}
	return m
}

// begun is how far the repair of a rupture comes in the very moment that tore it:
// she names what she did, and what she had wrong she puts right at once.
func begun(kind string, in samantha.Intent) []samantha.RepairStep {
	owns := slices.ContainsFunc(in.Moves, func(m samantha.Move) bool { return m.Act == samantha.DoOwnUp })
	switch {
	case kind == "wrong":
		return []samantha.RepairStep{samantha.RepairOwned, samantha.RepairAmended}
	case kind != "" && owns:
		return []samantha.RepairStep{samantha.RepairOwned}
	}
	return nil
}

// turns is the move to another stage, judged by what is so after all else.
func (r *Room) turns(s State, in Happening, out samantha.Bonding) (samantha.BondMove, bool) {
	if out.Cooled != "" {
		return r.cools(s, in, out.Cooled)
	}
	before := r.At(s, in.At).Stage
	if before != s.stage() {
		return samantha.BondMove{Rule: "faded", Stage: before}, true
	}
	after := s.clone()
	after.apply(samantha.Event{ID: in.ID, At: in.At}, &samantha.Heard{}, out)
	now := r.At(after, in.At)
	if now.Stage != before {
		return samantha.BondMove{Rule: "strained", Stage: now.Stage}, true
	}
	return r.next(after, now, in, out.Day)
}

// cools is what the person's wish for distance does, at once: the stage is one that
// the distance allows, and what was nearer has to be come to again.
func (r *Room) cools(s State, in Happening, how samantha.Cooling) (samantha.BondMove, bool) {
	most := r.ladder[acquainted]
	if how == samantha.CoolOver {
		most = r.ladder[0]
	}
	now := r.At(s, in.At)
	m := samantha.BondMove{Rule: "cooled", Closeness: samantha.Round(min(0, r.ladder[acquainted].closeness-now.Closeness))}
	if r.Below(most.stage, now.Stage) {
		m.Stage = most.stage
	}
	return m, true
}

// clone shares nothing that [State.apply] writes.
func (s State) clone() State {
	s.Ruptures, s.Vows, s.Habits = slices.Clone(s.Ruptures), slices.Clone(s.Vows), slices.Clone(s.Habits)
	s.Told, s.Day.Rules = slices.Clone(s.Told), slices.Clone(s.Day.Rules)
	for i := range s.Ruptures {
		s.Ruptures[i].Steps = slices.Clone(s.Ruptures[i].Steps)
	}
	return s
}

// doing is what they do together by her part in it.
func (r *Room) doing(in samantha.Intent) string {
	for _, m := range in.Moves {
		if what := r.rituals[m.Act]; what != "" {
			return what
		}
	}
	return ""
}
