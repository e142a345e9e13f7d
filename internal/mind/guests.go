package mind

import (
	"cmp"
	"slices"

	"samantha"
	"samantha/internal/mind/memory"
)

// Guest is somebody who was introduced and is there.
type Guest struct {
	Who string      `json:"who"` // by name, or by what they are to the person
	ID  samantha.ID `json:"id"`
	// Trusted: they may hear what is the person's.
	Trusted bool `json:"trusted,omitempty"`
}

// overheard: a guest is there who is not to hear what is the person's.
func (s *situation) overheard() bool {
	return s.heard.Has("guest.here") || s.company() && s.state.overheard()
}

func (s *State) overheard() bool {
	return slices.ContainsFunc(s.Guests, func(g Guest) bool { return !g.Trusted })
}

// holdsBack: these moves tell something of the person's, and it may be a guest
// who asks.
func (s *situation) holdsBack(moves []samantha.Move) bool {
	return s.overheard() && slices.ContainsFunc(moves, tellsOfTheirs)
}

// tellsOfTheirs: a move gives back what the person told, or what she made of it.
func tellsOfTheirs(m samantha.Move) bool {
	switch m.Act {
	case samantha.DoFact, samantha.DoFacts, samantha.DoCount, samantha.DoMemory, samantha.DoNearest, samantha.DoGathered,
		samantha.DoLast, samantha.DoDetail, samantha.DoWho, samantha.DoMentioned, samantha.DoAvoided, samantha.DoLapsed, // what they told
		samantha.DoLeftOpen, samantha.DoVowTold, samantha.DoTonight, samantha.DoKindly, samantha.DoParting, samantha.DoSides,
		samantha.DoErrandList, samantha.DoErrandNotes, samantha.DoErrandAgenda, samantha.DoErrandWhich, samantha.DoErrandLeft, // what she keeps for them
		samantha.DoStory, samantha.DoTwoWays, samantha.DoRetold,
		samantha.DoHerDream, samantha.DoPieces, samantha.DoThought, samantha.DoPattern, samantha.DoHidden: // what she made of it
		return true
	case samantha.DoReported:
		return m.Slots["guest"] == "" // what was said in company was heard by all
	}
	return false
}

// company: somebody else was there when this was said. It may have been they who
// said it.
func (s *situation) company() bool { return len(s.state.Guests) > 0 && !s.opens() }

// guest is what she does when somebody comes, goes, or may hear everything.
func (s *situation) guest(a samantha.Act) samantha.Move {
	switch a.Kind {
	case "guest.here":
		return s.welcome(a.Slots["name"], a.Slots["rel"])
	case "guest.trust":
		return samantha.Move{Act: samantha.DoGuestTrust}
	}
	return samantha.Move{Act: samantha.DoGuestGone}
}

// welcome greets somebody who was introduced, and says once what she is: they
// did not choose her.
func (s *situation) welcome(name, relation string) samantha.Move {
	act := samantha.DoGuest
	for _, p := range s.state.Memory.WhoIs(cmp.Or(name, relation)) {
		if p.Met != "" {
			act = samantha.DoGuestAgain
		}
	}
	return samantha.Move{Act: act, Slots: slots("name", name, "kin", relation, "off", yes(s.state.Paused))}
}

// introduced is what she does with a name that was told while a guest is there.
func (s *situation) introduced(name string) []samantha.Move {
	there := func(g Guest) bool { return memory.Same(g.Who, name) }
	if memory.Same(s.state.Memory.Name(), name) || slices.ContainsFunc(s.state.Guests, there) {
		return s.listen()
	}
	return []samantha.Move{s.welcome(name, "")}
}

// receive folds who came and who is gone again.
func (s *State) receive(id samantha.ID, moves []samantha.Move) {
	for _, m := range moves {
		switch m.Act {
		case samantha.DoGuest, samantha.DoGuestAgain:
			s.Guests = append(s.Guests, Guest{Who: cmp.Or(m.Slots["name"], m.Slots["kin"]), ID: id})
		case samantha.DoGuestTrust:
			for i := range s.Guests {
				s.Guests[i].Trusted = true
			}
		case samantha.DoGuestGone:
			s.Guests = nil
		}
	}
}
