package mind

import (
	"slices"

	"samantha"
)

// grave: something hard was told, quiet was asked for, or a life is in danger.
func grave(h samantha.Hearing, r samantha.Reading, c samantha.Care) bool {
	sad := r.Valence < -0.3 && r.Confidence >= 0.5 && r.Emotion != "tired" && h.Has("tell") && !h.Has("tell.good") && !figure(h)
	return sad || c.Level > 0 || h.Has("tell.loss") || h.Has("tell.hard") || h.Has("quiet")
}

// graveNow: the weight is in what was just said.
func (s *situation) graveNow() bool {
	return !s.tearsOfJoy() && (grave(s.heard, s.reading, s.care) || s.mourns())
}

// tearsOfJoy: somebody cried, and what was told a moment before was good.
func (s *situation) tearsOfJoy() bool {
	n := len(s.state.Talk)
	kind := s.toldLast().Kind
	return (kind == "cried" || kind == "wept") && !s.opens() && s.care.Level == 0 &&
		slices.ContainsFunc(s.state.Talk[max(0, n-joyMoments):], func(x Exchange) bool { return x.Act == samantha.DoGlad })
}

// joyMoments is for how long tears may be of joy.
const joyMoments = 2

// heavy: there is weight in the room, from now or from a few moments ago; what is told
// after something hard is told with it, until something has lightened.
func (s *situation) heavy() bool {
	if s.graveNow() {
		return true
	}
	if s.opens() {
		return false
	}
	newest := samantha.Newest(s.state.Talk, stays)
	lightened := s.heard.Has("laugh") || s.heard.Has("tell.good")
	for i, x := range slices.Backward(newest) {
		lightened = lightened || x.Act == samantha.DoGlad
		ago := len(newest) - i
		if x.Sorrow || x.Grave && (ago == 1 || s.tells() && !lightened) {
			return true
		}
	}
	return false
}

// stays is for how many moments what weighs stays in the room.
const stays = 3

// earnest: no play. Something hard was told in this stretch of talk, or they had
// enough of her remarks, and nothing has lightened since.
func (s *situation) earnest() bool {
	if s.heavy() {
		return true
	}
	if s.heard.Has("laugh") || s.heard.Has("tease") || s.heard.Has("tell.good") {
		return false
	}
	if s.bereaved(raw) {
		return true
	}
	if s.opens() {
		return false
	}
	for _, x := range s.state.Talk {
		if x.Grave || x.Act == samantha.DoMend {
			return true
		}
	}
	return false
}

// troubled: one of the last answers, so many, was to a trouble or a loss.
func (s *situation) troubled(moments int) bool {
	n := len(s.state.Talk)
	lightened := s.heard.Has("laugh") || s.heard.Has("tell.good") || s.heard.Has("tease")
	return !s.opens() && !lightened && slices.ContainsFunc(s.state.Talk[max(0, n-moments):], func(x Exchange) bool {
		return x.Grave || s.rooms.ear.In("weighty", x.Kind)
	})
}

// grim: of the last few moments one was of a trouble or a death, or two were hard.
func (s *situation) grim() bool {
	if s.opens() {
		return false
	}
	hard := 0
	for _, x := range samantha.Newest(s.state.Talk, stays) {
		switch {
		case x.Sorrow, s.rooms.ear.In("weighty", x.Kind):
			return true
		case x.Grave:
			hard++
		}
	}
	return hard > 1
}

// For how many moments a trouble is still what the talk is about, and for how many it
// leaves no room for a joke of hers.
const (
	lingers   = 2
	jokesRest = 4
)
