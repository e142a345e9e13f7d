package senses

import (
	"maps"
	"sync"

	"samantha"
)

// lookBack is how many events before the session's beginning are read for the
// utterances that were answered already.
const lookBack = 128

// watch follows the log for what concerns the session as a whole, not a device.
func (s *Session) watch() {
	began, _ := s.log.Last()
	ready := sync.OnceFunc(func() { close(s.ready) })
	defer ready()
	if began == 0 {
		ready()
	}
	for e, err := range s.log.Watch(s.ctx, began-min(began, lookBack)) {
		if err != nil {
			return // every device's reader meets it and tells
		}
		s.note(e)
		switch {
		case e.Seq == began:
			ready()
		case e.Seq > began:
			s.look()
		}
	}
}

// note takes from an event what the session must know.
func (s *Session) note(e samantha.Event) {
	switch b := e.Body.(type) {
	case *samantha.Heard:
		s.mu.Lock()
		s.faces = samantha.Newest(append(s.faces, b.Numbers.FaceID), lookBack)
		s.mu.Unlock()
		s.dropLoose(func(m moment) bool { return m.heard.ID == e.ID })
	case *samantha.Remembering:
		s.dropLoose(func(m moment) bool { return m.heard.Kept == KeptNot })
		s.voice.drop(func(spoken) bool { return true }) // some of it may have been off the record
	case *samantha.Forgot:
		gone := map[samantha.ID]bool{}
		for _, id := range b.Numbers.Gone {
			gone[id] = true
		}
		s.voice.drop(func(k spoken) bool { return gone[k.answer] })
	}
}

// look tells the devices if she, or what holds for her, is otherwise now.
func (s *Session) look() {
	if len(s.attended()) == 0 {
		return
	}
	now, err := s.mind.Now(s.ctx)
	if err != nil {
		return // she goes to sleep
	}
	s.mu.Lock()
	same := s.now.equal(now)
	s.now = now
	s.warm(now)
	s.mu.Unlock()
	if same {
		return
	}
	for _, d := range s.attended() {
		d.change(now)
	}
}

func (n Now) equal(o Now) bool {
	return n.Person == o.Person && n.Card == o.Card && n.Her == o.Her && n.Mood == o.Mood &&
		n.Remembering == o.Remembering && maps.Equal(n.Choices, o.Choices)
}

// state is what a device shows besides words.
func (s *Session) state(seq uint64, now Now) State {
	return State{Seq: seq, Now: now, Mouth: s.voice.built(), Version: s.version}
}
