package senses

import (
	"slices"

	"samantha"
)

// moment is one that is in no log, or not yet: it can still be spoken, and, if
// it only waits for the disk, be shown to a device that comes.
type moment struct {
	heard Heard
	said  Said
}

// looseMoments is how many of them are held at most.
const looseMoments = 32

// showUnlogged shows a moment on every device that is in no log.
func (s *Session) showUnlogged(r samantha.Reply, u Utterance, why Kept) {
	at := s.clock.Now()
	m := moment{
		heard: Heard{ID: r.ID, At: at, Text: u.Text, Face: u.ID, Kept: why},
		said:  s.said(r.Said),
	}
	m.said.ID, m.said.At, m.said.Mood, m.said.Kept = r.ID.Said(), at, r.Heard.Numbers.Mood, why
	s.mu.Lock()
	s.loose = slices.DeleteFunc(s.loose, func(old moment) bool { return old.heard.ID == r.ID })
	s.loose = samantha.Newest(append(s.loose, m), looseMoments)
	s.mu.Unlock()
	s.tell(m.heard)
	s.tell(m.said)
}

// showLoose shows a device the moments that wait for the disk.
func (s *Session) showLoose(d *Device) {
	s.mu.Lock()
	waiting := slices.Clone(s.loose)
	s.mu.Unlock()
	for _, m := range waiting {
		if m.heard.Kept == KeptNotYet {
			d.show(m.heard)
			d.show(m.said)
		}
	}
}

// looseAnswer is an answer that is in no log.
func (s *Session) looseAnswer(id samantha.ID) (Said, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, m := range s.loose {
		if m.said.ID == id {
			return m.said, true
		}
	}
	return Said{}, false
}

// dropLoose lets go of moments: they are in the log now, or she remembers again
// and what was off the record is over.
func (s *Session) dropLoose(drop func(moment) bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.loose = slices.DeleteFunc(s.loose, drop)
}
