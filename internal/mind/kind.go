package mind

import (
	"slices"
	"time"

	"samantha"
	"samantha/internal/mind/care"
	"samantha/internal/mind/memory"
)

// kindMoments is how many moments of a talk may pass before what she is to say of
// herself waits for no lighter one.
const kindMoments = 3

// remindOfKind has her say again what she is, when the law or a long time asks for it:
// a sentence of its own, behind a greeting or before anything else, never behind an
// answer. At the start of a talk it waits for a light moment, for three moments at the most
// if nothing weighs in the room; after hours, or where a whole talk went by, for none;
// through grief until they say goodbye.
func (s *situation) remindOfKind(moves []samantha.Move) []samantha.Move {
	due := s.rooms.guard.Disclosure(s.rooms.place(s.state, s.zone), s.lawTalk())
	if due == care.NotDue || len(moves) == 0 || moves[0].Act == samantha.DoKept || moves[0].Act == samantha.DoSilence || slices.ContainsFunc(moves, s.saysKind) {
		return moves
	}
	if !s.mayRemind(due, moves) {
		return moves
	}
	again := samantha.Move{Act: samantha.DoAgain, Slots: slots("due", string(due), "first", yes(moves[0].Act != samantha.DoGreet), "code", s.heard.Language)}
	return slices.Insert(slices.Clone(moves), 1, again)
}

// saysKind: the move says what she is.
func (s *situation) saysKind(m samantha.Move) bool { return s.rooms.why.in("discloses", m.Act) }

// mayRemind: this is a moment in which she may say what she is.
func (s *situation) mayRemind(due care.Disclosure, moves []samantha.Move) bool {
	switch {
	case moves[0].Act == samantha.DoGoodbye:
		return !s.graveNow() // the last moment in which it is said in time
	case s.heavy() || s.ofHealth(moves) || s.tells() && s.weighsNow():
		return false
	}
	overdue := due == care.DueHours || due == care.DueHour || s.state.Disclosed.Before(s.talkBefore())
	return overdue || s.rooms.why.in("beside-kind", moves[0].Act) || s.encounterMoments() >= kindMoments
}

// talkBefore is when the talk before this one began; zero: there was none. A talk that was
// over before she could say what she is leaves it owed.
func (s *situation) talkBefore() time.Time {
	if s.opens() {
		return s.state.Encounter.Since
	}
	return s.state.Encounter.Before
}

// weighsNow: what is told now has weight, glad or sad.
func (s *situation) weighsNow() bool {
	return s.sounds() == "bad" || s.laden() || s.heard.Has("tell.good") || s.heard.Has("tell.feeling")
}

// lawTalk is this talk as the clock of the law sees it.
func (s *situation) lawTalk() care.Talk {
	away := s.state.Encounter.Away
	if s.opens() {
		away = s.away
	}
	last := s.state.Disclosed
	if !last.IsZero() {
		last = last.Add(-s.behind)
	}
	turned := turnedBack(s.state.Behind, s.behind) || s.state.Turned
	return care.Talk{Last: last, Now: s.now, Lasting: s.talked(), Away: away, Minor: s.young(), Turned: turned}
}

// place is the time zone whose law and help lines hold: the device's, or where that
// names no place, as on many servers, one of where the person said they live.
func (r *Rooms) place(s *State, zone string) string {
	for _, k := range slices.Backward(s.Memory.Find(memory.Person, "home")) {
		if k.Slot == "home" {
			return r.guard.Zone(zone, k.Value)
		}
	}
	return zone
}

// ofHealth: the moment is about an illness or the fear of one, by a word of theirs
// or by what she comes back to.
func (s *situation) ofHealth(moves []samantha.Move) bool {
	worry := func(m samantha.Move) bool { return m.Act == samantha.DoBack && m.Slots["kind"] == "health" }
	medical := func(w string) bool { return s.rooms.ear.In("medical", w) }
	return slices.ContainsFunc(moves, worry) || slices.ContainsFunc(s.heard.Terms, medical)
}
