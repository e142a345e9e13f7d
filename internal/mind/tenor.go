package mind

import (
	"slices"

	"samantha"
	"samantha/internal/mind/feeling"
)

// How likely a tenor that was learned (feeling.Tenors) has to be before she answers it,
// and on how sure a side before she leaves out what would be wrong there: of sentences
// that it has not seen, five of six are then told right, and nine of ten.
const (
	likelyTenor = 0.55
	likelyGood  = 0.8 // of a good one, or of a scrap: cheer at the wrong place is worse than none
	sureSide    = 0.9
)

// likeliest is the tenor of what was told as she learned to tell it, where no rule does.
func (s *situation) likeliest() feeling.Guess {
	if s.guess == nil {
		g := s.rooms.heart.Tenor(s.text, s.rooms.ear.Signs(s.text, s.heard, s.frames())...)
		s.guess = &g
	}
	return *s.guess
}

// likely: a tenor is likely enough to be answered.
func (s *situation) likely(g feeling.Guess) bool {
	return g.Chance >= likelyGood || g.Chance >= likelyTenor && g.Side != feeling.Good && !terse(s.text)
}

// tenor is the answer to the sort of thing that is told, if no more of it is known: by
// rule, or as she learned to tell it.
func (s *situation) tenor() (samantha.Move, bool) {
	m, ok := s.remarking(anyRank)
	if g := s.likeliest(); !ok && s.likely(g) {
		m = samantha.Move{Act: samantha.DoRemark, Slots: slots("kind", g.Name)}
	}
	kind := m.Slots["kind"]
	if !s.rooms.ear.In("tenor", kind) || s.rooms.heart.Side(kind) != feeling.Bad && (s.heavy() || s.troubled(lingers) || s.reading.Valence < 0) {
		return samantha.Move{}, false
	}
	return m, true
}

// befitting are moves that go with the side of things on which a telling surely lies: what
// takes something for good is not said to what is bad, nor the other way round.
func (s *situation) befitting(moves []samantha.Move) []samantha.Move {
	guess := s.rooms.Assumed(samantha.Intent{Moves: moves[:min(1, len(moves))]})
	assumed := guess.Valence
	if guess.Emotion == samantha.Unsure && s.outvoted(assumed) {
		return []samantha.Move{s.goingOn(nil)}
	}
	if assumed == 0 || s.likeliest().OnSide < sureSide {
		return moves
	}
	if side := s.likeliest().Side; side == feeling.Plain || (side == feeling.Good) == (assumed > 0) {
		return moves
	}
	if m, ok := s.tenor(); ok {
		return []samantha.Move{m}
	}
	return moves
}

// outvoted: what she would take for granted, so good or bad, goes against the reactions
// that fit: nobody is sorry for what makes everybody laugh. A loss, a wish for quiet and
// what endangers a life are never put to the vote; what is told as hard is hard unless the
// reactions are of the other mind.
func (s *situation) outvoted(assumed float64) bool {
	if assumed == 0 || s.care.Level > 0 || s.heard.Has("tell.loss") || s.heard.Has("quiet") {
		return false
	}
	good, bad := s.suits("funny", "good"), s.suits("bad", "heavy")
	if assumed > 0 {
		return bad >= fitsWell && bad > good+clearly
	}
	return bad < hardly && !s.heavyAct() && !s.inWeight() || good >= fitsWell && good > bad+clearly
}

// suits is how likely the likeliest reaction of some moods is to fit.
func (s *situation) suits(moods ...string) float64 {
	most := 0.0
	for _, r := range s.reactions() {
		if slices.Contains(moods, r.Mood) {
			most = max(most, r.Fits)
		}
	}
	return most
}

// A reaction fits well or hardly from these chances on; it wins clearly by so much.
const (
	fitsWell, hardly = 0.4, 0.3
	clearly          = 0.1
)

// perhapsBad is from when on a laugh behind a telling may only make light of it.
const perhapsBad = 0.4

// laughsOff: a laugh is typed behind what is likely no laughing matter: "failed my lab lol".
func (s *situation) laughsOff() bool {
	for _, f := range s.frames() {
		if s.rooms.heart.Side(f.Kind) == feeling.Bad && f.Kind != "mishap" {
			return true
		}
	}
	g := s.likeliest()
	return g.Side == feeling.Bad && g.Chance >= perhapsBad && g.Name != "mishap"
}
