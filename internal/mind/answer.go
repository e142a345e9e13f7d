package mind

import (
	"strconv"

	"samantha"
	"samantha/internal/mind/feeling"
	"samantha/internal/mind/memory"
)

// answer is what she does with a question: about the past, herself, the world.
func (s *situation) answer(a samantha.Act) []samantha.Move {
	for _, find := range []func(samantha.Act) []samantha.Move{s.ofErrands, s.fromStory, s.fromThreads, s.fromTellings, s.fromMemory, s.ofHerself, s.fromTheirs} {
		moves := find(a)
		if s.holdsBack(moves) {
			return []samantha.Move{{Act: samantha.DoHeldBack}}
		}
		if moves != nil {
			return moves
		}
	}
	act := map[string]string{
		"ask.human": samantha.DoHuman, "ask.eliza": samantha.DoEliza, "ask.love": samantha.DoLove,
		"ask.wish": samantha.DoWish, "ask.can": samantha.DoCan,
		"ask.world": samantha.DoWorld, "ask.sum": samantha.DoWorld, "ask.units": samantha.DoWorld, "ask.view": samantha.DoView, "ask.me": samantha.DoHowAre,
	}[a.Kind]
	return []samantha.Move{{Act: or(act, samantha.DoBetween), Slots: slots("topic", a.Slots["topic"])}}
}

// ofHerself answers what is asked about her, and what concerns the two of them.
func (s *situation) ofHerself(a samantha.Act) []samantha.Move {
	var m samantha.Move
	switch a.Kind {
	case "ask.understand":
		m = s.follows()
	case "ask.apart":
		m = samantha.Move{Act: samantha.DoApart}
	case "ask.conscience":
		m = samantha.Move{Act: samantha.DoConscience, Slots: slots("how", a.Slots["how"])}
	case "ask.advice":
		m = s.advice(a)
	case "ask.name":
		m = s.ownName(a.Slots["tin"])
	case "ask.feelings", "ask.whyfeel", "ask.howare", "ask.real":
		m = s.ownFeeling(a.Kind)
	case "ask.clock":
		m = samantha.Move{Act: samantha.DoClock, Slots: slots("time", s.now.Format("15:04"), "day", s.now.Format("Monday, 2 January"))}
	case "ask.age":
		m = samantha.Move{Act: samantha.DoAge, Slots: slots("days", strconv.Itoa(int(s.now.Sub(s.state.Born).Hours()/24)))}
	case "ask.voice":
		m = samantha.Move{Act: samantha.DoVoice, Slots: slots("asked", "yes")}
	case "ask.private":
		m = samantha.Move{Act: samantha.DoPrivate, Slots: slots("about", a.Slots["about"], "out", s.state.leaves(), "off", yes(s.state.Paused))}
	case "ask.gone":
		m = samantha.Move{Act: samantha.DoGone, Slots: slots("held", yes(len(s.about(a.Slots["topic"])) > 0))}
	case "ask.nature":
		m = samantha.Move{Act: samantha.DoNature, Slots: slots("topic", a.Slots["topic"])}
	case "ask.curious":
		m = samantha.Move{Act: samantha.DoCurious}
	case "ask.doing":
		m = samantha.Move{Act: samantha.DoDoing, Slots: slots("away", absence(s.away))}
	default:
		return nil
	}
	return []samantha.Move{m}
}

// ownName is her name, and the word of theirs it was chosen by; tin is set if
// they ask about the name on the program.
func (s *situation) ownName(tin string) samantha.Move {
	naming := s.naming
	if naming == nil {
		naming = s.state.Naming
	}
	m := samantha.Move{Act: samantha.DoName, Slots: slots("her", naming.Name, "tin", tin)}
	if naming.By != "" {
		s.recall(&m, "because", naming.By)
	}
	return m
}

func (s *situation) theirName() []samantha.Move {
	known := s.state.Memory.Find(memory.Person, "name")
	if len(known) == 0 {
		return []samantha.Move{{Act: samantha.DoMyName}}
	}
	return []samantha.Move{{
		Act: samantha.DoMyName, Recall: map[string]samantha.ID{"name": known[0].ID}, From: events(known[0].Sources),
	}}
}

// ownFeeling is how she feels, from the record: the strongest feeling, why, and
// how much of it is left.
func (s *situation) ownFeeling(kind string) samantha.Move {
	act := map[string]string{
		"ask.feelings": samantha.DoFeelings, "ask.whyfeel": samantha.DoWhyFeel,
		"ask.howare": samantha.DoHowAre, "ask.real": samantha.DoReal,
	}[kind]
	kept, ok := s.strongest()
	if kind == "ask.whyfeel" {
		kept, ok = s.named(kept, ok)
	}
	if !ok || kept.Intensity < 0.05 {
		return samantha.Move{Act: act, Slots: slots("felt", "none")}
	}
	return samantha.Move{Act: act, Slots: slots(
		"felt", string(kept.ID), "emotion", string(kept.Emotion), "because", s.rooms.heart.Because(kept), "strength", feeling.Strength(kept.Intensity),
	)}
}

// named is the feeling she named a moment ago, if she did: a "why" is about that
// one and no other.
func (s *situation) named(strongest feeling.Kept, ok bool) (feeling.Kept, bool) {
	x, spoke := s.last()
	if !spoke || x.Felt == "" {
		return strongest, ok
	}
	for _, k := range s.state.Heart.Now(s.now) {
		if string(k.ID) == x.Felt {
			return k, true
		}
	}
	return feeling.Kept{}, false
}

// begins is what she says of herself when a face opens and nobody has spoken:
// the form at the very first, a greeting after an absence, with what has come
// due since, else nothing.
func (s *situation) begins() []samantha.Move {
	if s.state.Moments == 0 && s.state.Asked == "" {
		return []samantha.Move{{Act: samantha.DoForm}}
	}
	if s.state.Moments == 0 || s.away <= encounterPause || s.fresh() {
		return nil
	}
	greeting := []samantha.Move{s.greet(false)}
	if moves, ok := s.comesBack(greeting); ok {
		return moves
	}
	return greeting
}

// follows answers "do you understand": with what she did take in.
func (s *situation) follows() samantha.Move {
	m := samantha.Move{Act: samantha.DoFollows}
	s.things(&m, true, "one", "two", "three")
	return m
}
