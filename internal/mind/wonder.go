package mind

import (
	"strconv"
	"strings"
	"time"

	"samantha"
	"samantha/internal/mind/feeling"
)

// Of herself she speaks of a question she carries seldom, and only in a light
// stretch of talk: at most once in so long.
const (
	wonderPause   = 10 * 24 * time.Hour
	wonderMoments = 4
)

// wonders are the steps her questions took now; what the person says to one that
// she has just told stands beside hers.
func (s *situation) wonders() []samantha.Wondering {
	if !s.saysTheirs() {
		return s.appraised.Wonders
	}
	x, _ := s.last()
	return append(s.appraised.Wonders, samantha.Wondering{Question: x.Wonder, Step: feeling.Theirs, Said: s.id})
}

// saysTheirs: they say what they think of the question she has just told.
func (s *situation) saysTheirs() bool {
	x, ok := s.last()
	ofHer := strings.Contains(" "+samantha.SentenceKey(s.text)+" ", " you ")
	views := s.heard.Has("tell.opinion") || s.heard.Has("disagree") || s.tells() && ofHer
	return ok && !s.opens() && x.Wonder != "" && views && s.care.Level == 0
}

// wondering is a question she carries, and where she is with it: asked, the one
// that moved last.
func (s *situation) wondering(asked bool) samantha.Move {
	m := samantha.Move{Act: samantha.DoWonder, Slots: slots("asked", yes(asked))}
	w, ok := s.carries()
	if !ok {
		return m
	}
	m.Slots["question"], m.Slots["name"], m.Slots["since"] = w.Asks, w.Name, s.sinceWhen(w.At)
	for _, t := range w.Steps {
		if t.Says != "" {
			m.Slots["thought"], m.Slots["worse"] = t.Says, yes(t.Worse)
		}
		if t.Said != "" {
			m.Slots["theirs"] = "yes"
		}
	}
	return m
}

// carries is the question that moved last.
func (s *situation) carries() (feeling.Wonder, bool) {
	var last feeling.Wonder
	var at time.Time
	for _, w := range s.rooms.heart.Wonders(s.state.Heart, s.now) {
		moved := w.At
		if n := len(w.Steps); n > 0 {
			moved = w.Steps[n-1].At
		}
		if !moved.Before(at) {
			last, at = w, moved
		}
	}
	return last, !at.IsZero()
}

// wondersAloud adds a question of hers, where the talk has room and she has not
// spoken of one for long. It asks nothing of them.
func (s *situation) wondersAloud(in samantha.Intent) (samantha.Move, bool) {
	rested := s.state.WonderedAt.IsZero() || s.now.Sub(s.state.WonderedAt) >= wonderPause
	roomy := in.Act() == samantha.DoListen || in.Act() == samantha.DoThanks || in.Act() == samantha.DoYes
	if !rested || !roomy || s.encounterMoments() < wonderMoments || s.earnest() || s.hurts() || s.company() || s.state.Paused {
		return samantha.Move{}, false
	}
	m := s.wondering(false)
	return m, m.Slots["thought"] != "" && m.Slots["worse"] == ""
}

// wonder explains a question of hers: what it is, and its turns with their dates.
func (x *explanation) wonder(w samantha.Wondering) {
	x.why.Sentence = x.says("wonder.woke")
	if w.Step != "" {
		x.why.Sentence = x.says("wonder.turned")
	}
	if w.Step == feeling.Theirs {
		x.why.Sentence = x.says("wonder.answered")
	}
	for _, q := range x.m.rooms.heart.Wonders(x.m.state.Heart, x.m.clock.Now()) {
		if q.Name != w.Question {
			continue
		}
		x.step(q.ID, "question", q.At.In(location(x.m.state.Zone)).Format(time.DateOnly)+" "+q.Asks)
		for _, t := range q.Steps {
			x.step(t.ID, either(t.Worse, "worse", "step"), strings.TrimSpace(t.At.In(location(x.m.state.Zone)).Format(time.DateOnly)+" "+t.Says))
		}
	}
}

// befell lists what the moment noticed of the machine.
func (x *explanation) befell(e samantha.Event, s samantha.Since) {
	if !s.To.IsZero() {
		place := location(x.m.state.Zone)
		x.step(e.ID, either(s.Lid, "asleep", "off"), s.From.In(place).Format("2006-01-02 15:04")+" to "+s.To.In(place).Format("2006-01-02 15:04"))
	}
	if s.Cut {
		x.step(e.ID, "befell", "cut off")
	}
	if s.Restored {
		x.step(e.ID, "befell", "put back from a copy")
	}
	if s.Model+s.Gone != "" {
		x.step(e.ID, "befell", either(s.Model != "", "can ask "+s.Model, s.Gone+" is gone"))
	}
	if s.Version+s.Speaker != "" {
		x.step(e.ID, "befell", strings.TrimSpace("now "+s.Version+" "+s.Speaker))
	}
}

// sinceWhen says since when she carries a question: "since Tuesday", "for three
// weeks".
func (s *situation) sinceWhen(at time.Time) string {
	switch days := int(s.now.Sub(at).Hours() / 24); {
	case days < 1:
		return "since today"
	case days < 7:
		return "since " + at.In(s.now.Location()).Weekday().String()
	case days < 14:
		return "for a week"
	default:
		return "for " + strconv.Itoa(days/7) + " weeks"
	}
}
