package mind

import (
	"strings"
	"time"

	"samantha"
	"samantha/internal/mind/memory"
)

// A callback may come after so many moments or minutes of an encounter.
const (
	callbackMoments, callbackMinutes = 5, 3 * time.Minute
	callbackDistance                 = 3 // moments since the word was said
)

// How well they know each other makes a callback come sooner and more than once: after
// a fortnight and after two months; the same word not before so long.
const (
	callbackKnown, callbackOld = 14, 60 // days
	callbackAgain              = 25 * 24 * time.Hour
	callbackPause              = 2 * time.Minute
)

// mayCall: there is room for an odd word of theirs now.
func (s *situation) mayCall() bool {
	days := int(s.now.Sub(s.state.Born).Hours() / 24)
	moments, minutes := callbackMoments, callbackMinutes
	switch {
	case days >= callbackOld:
		moments, minutes = 1, 0
	case days >= callbackKnown:
		moments, minutes = 3, time.Minute
	}
	last := time.Time{}
	for _, o := range s.state.Memory.Odd {
		if o.Used.After(last) {
			last = o.Used
		}
	}
	again := days >= callbackOld && !s.opens() && s.now.Sub(last) >= callbackPause
	return (!s.state.Encounter.Called || s.opens() || again) && (s.encounterMoments() >= moments || s.talked() >= minutes && minutes > 0)
}

// callback is one odd word of the person's in a new place, where what is told now is of
// the same family, so that the two make something together.
func (s *situation) callback(act string) (samantha.Move, bool) {
	if act == samantha.DoGoodbye || s.bereaved(raw) || s.mourns() || s.earnest() || s.somber() || s.ofHealth(nil) || !s.mayCall() {
		return samantha.Move{}, false
	}
	if !s.tells() {
		return samantha.Move{}, false
	}
	family := s.topic()
	if family == "" {
		return samantha.Move{}, false
	}
	for _, o := range s.state.Memory.Odd {
		if s.rooms.ear.TopicOf(o.Word) != family || !s.rooms.ear.Thing(o.Word) {
			continue // a word without a tie to this place is only shown off
		}
		if !o.Used.IsZero() && s.now.Sub(o.Used) < callbackAgain || s.recentlySaid(o.ID) || !s.mayBringUp(o.Word, o.ID) || strings.Contains(strings.ToLower(s.text), strings.ToLower(o.Word)) {
			continue
		}
		if !s.saidWhole(o) {
			continue
		}
		m := samantha.Move{Act: samantha.DoCall, Slots: slots("topic", family)}
		s.recall(&m, "word", o.ID)
		return m, true
	}
	return samantha.Move{}, false
}

// saidWhole: an odd word was told as a whole thing, with a "the" or "my" before it: of
// "other peoples stairs" she would bring back half.
func (s *situation) saidWhole(o memory.Odd) bool {
	told, ok := s.index.Get(o.ID.Event())
	at := strings.Index(strings.ToLower(told.Text), strings.ToLower(o.Word))
	if !ok || at < 0 {
		return false
	}
	thing := told.Text[at : at+len(o.Word)]
	return s.rooms.ear.Led(told.Text, thing) != thing
}

// stirPause is how long no word of theirs may have come back before one does
// again by a glimpse: in some encounters, and not in most.
const stirPause = 4 * 24 * time.Hour

// stir is one word out of an old glimpse that what is said now brings back, without
// telling it: rarely, never at a goodbye, and never where play is not wanted.
func (s *situation) stir(act string) (samantha.Move, bool) {
	if s.opens() || s.state.Encounter.Called || act == samantha.DoGoodbye || !s.tells() || s.earnest() {
		return samantha.Move{}, false
	}
	recalled := map[samantha.ID]bool{}
	for _, h := range s.recalled {
		recalled[h.ID] = h.By == samantha.OriginPerson
	}
	words := map[samantha.ID]samantha.ID{} // of glimpses
	for _, o := range s.state.Memory.Odd {
		if s.now.Sub(o.Used) < stirPause {
			return samantha.Move{}, false
		}
		if o.Used.IsZero() && recalled[o.ID.Event()] && s.mayBringUp(o.Word, o.ID) && !strings.Contains(strings.ToLower(s.text), strings.ToLower(o.Word)) {
			words[o.ID.Event()] = o.ID
		}
	}
	var glimpses []memory.Glimpse
	for _, h := range s.recalled {
		if words[h.ID] != "" {
			glimpses = append(glimpses, s.index.Glimpse(h))
		}
	}
	glimpse, ok := memory.Glimpsed(glimpses, s.now, s.appraised.Mood.P)
	if !ok {
		return samantha.Move{}, false
	}
	m := samantha.Move{Act: samantha.DoStir}
	s.recall(&m, "word", words[glimpse.ID])
	return m, true
}
