package mind

import (
	"slices"
	"strings"

	"samantha"
	"samantha/internal/mind/hearing"
)

// asksOnOf12 is in how many of twelve answers to what stands out she asks again, right
// after an answer that asked.
const asksOnOf12 = 3

// Ranks of what stands out (hearing/en/frames.txt): from byMatter on it goes before what
// sort of telling it is; below, it stands in where she would have nothing else.
const (
	anyRank   = 1
	byMatter  = 3
	overFact  = 5 // who or what somebody is, is taken up itself
	exactly   = 6
	overSense = 9 // what they must have felt is named itself
)

// remarking is what stands out in a telling, answered as what it is; nothing if nothing
// of that rank does, or if she has answered each such thing in this encounter already.
func (s *situation) remarking(least int) (samantha.Move, bool) {
	for _, f := range s.frames() {
		besideIt := s.heavy() && (f.Rank <= exactly || !s.graveNow()) && !s.rooms.ear.In("weighty", f.Kind)
		if f.Rank < least || besideIt || s.besideThePoint(f) || s.remarked(f.Kind) || s.saidBack(f) {
			continue
		}
		m := samantha.Move{Act: samantha.DoRemark, Slots: slots("kind", f.Kind)}
		for _, slot := range []string{"who", "what", "n"} {
			if words := f.Slots[slot]; words != "" {
				m.Slots[slot] = s.asNamed(words)
			}
		}
		if s.rooms.ear.In("pieced", f.Kind) {
			s.piece(&m)
		}
		return m, true
	}
	return samantha.Move{}, false
}

// ofDeath: a death is told of, whatever else is.
func (s *situation) ofDeath() bool { return s.rooms.ear.Holds("of death", s.text) }

// besideThePoint: so much is told that a frame which says no more than this is a part of it,
// or a death is told of and the frame does not weigh.
func (s *situation) besideThePoint(f hearing.Frame) bool {
	if s.rooms.ear.In("weighty", f.Kind) {
		return false
	}
	part := f.Rank < exactly && len(strings.Fields(s.text)) > roomy && !s.rooms.ear.In("tenor", f.Kind)
	return part || s.ofDeath() && !f.Daily
}

// remarks is what stands out plainly in a telling that is neither a loss nor graver than
// the frame says; beside a kind of telling that is answered as what it is, only what says
// exactly what happened.
func (s *situation) remarks() []samantha.Move {
	least := byMatter
	switch {
	case s.fitting() || s.graveNow() || s.heard.Has("tell.good"):
		least = exactly
	case s.weightiest() >= 0:
		least = overFact
	}
	if s.toldForFeeling() {
		least = overSense
	}
	m, ok := s.remarking(least)
	if !ok {
		return nil
	}
	m.Short = s.hurts()
	if who, asks := s.asksWho(); asks && s.mayAsk() && !s.rooms.ear.In("weighty", m.Slots["kind"]) {
		return []samantha.Move{m, who}
	}
	return []samantha.Move{m}
}

// frames are what stands out in what was told; in a talk that weighs, nothing that is
// only a thing beside it.
func (s *situation) frames() []hearing.Frame {
	if s.framed == nil {
		s.framed = append([]hearing.Frame{}, s.rooms.ear.Frames(s.text, s.context())...) // none is known, too
	}
	return s.framed
}

// remarked: she has answered such a thing in this encounter.
func (s *situation) remarked(kind string) bool {
	return !s.opens() && !s.rooms.ear.In("tenor", kind) && slices.ContainsFunc(s.state.Talk, func(x Exchange) bool {
		return x.Kind == kind && !x.At.Before(s.state.Encounter.Since)
	})
}

// saidBack: the words that the frame would give back were given back lately.
func (s *situation) saidBack(f hearing.Frame) bool {
	words := f.Slots["what"]
	return words != "" && slices.ContainsFunc(s.state.Talk, func(x Exchange) bool { return gives(strings.ToLower(x.Answer), words) })
}

// remarksHeavily: what stood out weighs, whatever words it was told with.
func (s *situation) remarksHeavily(in samantha.Intent) bool {
	return in.Act() == samantha.DoRemark && s.rooms.ear.In("weighty", in.Moves[0].Slots["kind"])
}

// troubles: what stands out in it is a trouble or a loss, in however few words.
func (s *situation) troubles() bool {
	frames := s.frames()
	return len(frames) > 0 && s.rooms.ear.In("weighty", frames[0].Kind)
}

// wry: a bare "great" right after a trouble is not meant.
func (s *situation) wry(a samantha.Act) bool {
	return a.Kind == "tell.feeling" && terse(s.text) && s.reading.Valence > faintlyGood && s.troubled(1)
}
