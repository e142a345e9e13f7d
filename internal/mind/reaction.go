package mind

import (
	"slices"

	"samantha/internal/mind/feeling"
)

// Of a telling that no rule knows it can still be said what would do as an answer: a laugh, an
// "oh no", that she is with them (feeling/reaction.go).

// lately is how many tellings back she looks so as not to say the same.
const lately = 3

// reaction is the one that she has for what was told; none where only an answer would do
// that she does not have.
func (s *situation) reaction() feeling.Reaction {
	return feeling.Chosen(s.mayReact(), s.reacted(), s.dwells(), 1)
}

// faintly is what part of the likelihood that a reaction of some mood needs will do where
// there would only be a murmur.
const faintly = 0.7

// faintReaction is the one of some mood that she has where none is sure.
func (s *situation) faintReaction() feeling.Reaction {
	moody := slices.DeleteFunc(slices.Clone(s.mayReact()), func(r feeling.Reaction) bool { return r.Mood == "" })
	return feeling.Chosen(moody, s.reacted(), s.dwells(), faintly)
}

// mayReact are the reactions that are open to her.
func (s *situation) mayReact() []feeling.Reaction {
	if !s.noCheer() {
		return s.reactions()
	}
	return slices.DeleteFunc(slices.Clone(s.reactions()), func(r feeling.Reaction) bool { return r.Mood == "funny" || r.Mood == "good" })
}

// noCheer: neither a laugh nor gladness is taken for granted, since she does not know them
// yet, or it may well be bad; unless they laugh.
func (s *situation) noCheer() bool {
	if s.laughsAloud() {
		return false
	}
	g := s.likeliest()
	return s.opens() || s.mayBeOfTheDead() || s.ofDeath() || s.reading.Valence < -faintlyGood || g.Side == feeling.Bad && g.OnSide >= perhapsBad
}

// reactions are those to what was told, the likeliest to fit first.
func (s *situation) reactions() []feeling.Reaction {
	if s.suiting == nil {
		s.suiting = s.rooms.heart.Reactions(s.text, s.rooms.ear.Signs(s.text, s.heard, s.frames())...)
	}
	return s.suiting
}

// reacted are those of the last few answers, the last one last.
func (s *situation) reacted() []string {
	var names []string
	for _, x := range s.state.Talk {
		if x.React != "" && !x.At.Before(s.state.Encounter.Since) {
			names = append(names, x.React)
		}
	}
	return names[max(0, len(names)-lately):]
}

// dwells: what is said now weighs, or is said in a talk that does, and nobody laughs.
func (s *situation) dwells() bool {
	return s.inWeight() && (s.heavyAct() || s.care.Level > 0 || s.bereaved(raw) || !s.laughsAloud())
}

// inWeight: what is said now is said in a talk that weighs.
func (s *situation) inWeight() bool { return s.graveNow() || s.heavy() || s.troubled(lingers) }
