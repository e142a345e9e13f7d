package senses

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"samantha"
)

// Utterance is something said on a device.
type Utterance struct {
	ID      string // the device's own, never used twice
	Text    string
	Ear     Ear
	Seconds float64 // how long the person spoke, if they did
	Note    bool    // jotted down half awake: to be kept, and not talked about
}

// Ear is what turned the person's words into text.
type Ear string

// The ears of a device.
const (
	EarTyped  Ear = "typed"
	EarDevice Ear = "device" // a recogniser on the device
	EarRemote Ear = "remote" // a recogniser, and the sound went to its maker
)

// MaxUtterance is the longest thing she listens to at once, in bytes.
const MaxUtterance = 64 << 10

// ErrTooLong: it is longer than [MaxUtterance].
var ErrTooLong = fmt.Errorf("that is too long to be said at once; she listens to %d bytes: %w", MaxUtterance, samantha.ErrInvalid)

// Listenable is a text as it can be said to her: something, and not too much.
func Listenable(text string) (string, error) {
	text = strings.TrimSpace(strings.ToValidUTF8(text, "\uFFFD"))
	if text == "" {
		return "", fmt.Errorf("there is nothing to say: %w", samantha.ErrInvalid)
	}
	if len(text) > MaxUtterance {
		return "", ErrTooLong
	}
	return text, nil
}

// maxID is the longest id of an utterance, in bytes.
const maxID = 200

// Say says something to her. It does not wait: the devices show what comes of
// it, and the one it was said on is told if it cannot be taken. The same
// utterance again is answered, not doubled.
func (d *Device) Say(u Utterance) {
	if err := u.check(); err != nil {
		d.show(Refused{u.ID, samantha.Plainly(err)})
		return
	}
	select {
	case d.session.jobs <- func() { d.session.hear(d, u) }:
	default:
		d.show(Refused{u.ID, "that is more at once than she can listen to; say it again in a moment"})
	}
}

func (u *Utterance) check() (err error) {
	switch {
	case u.ID == "" || len(u.ID) > maxID:
		return fmt.Errorf("what is said needs an id of 1 to %d bytes: %w", maxID, samantha.ErrInvalid)
	case u.Ear != EarTyped && u.Ear != EarDevice && u.Ear != EarRemote:
		return fmt.Errorf("there is no ear %.20q: %w", string(u.Ear), samantha.ErrInvalid)
	}
	u.Text, err = Listenable(u.Text)
	return err
}

// hear has the mind hear an utterance. Whatever the device does meanwhile, the
// moment goes on to its end.
func (s *Session) hear(d *Device, u Utterance) {
	err := s.soundLeft(d, u)
	if err != nil {
		d.show(Refused{"", samantha.Plainly(err)}) // the words are heard all the same
	}
	if !s.answered(u.ID) {
		s.tell(Thinking{u.ID})
	}
	s.uninterrupted()
	reply, err := s.mind.Hear(s.ctx, samantha.Utterance{
		Text: u.Text, Origin: samantha.OriginPerson, FaceID: u.ID, Zone: d.zone, Note: u.Note,
	}, s.listened)
	switch {
	case s.ctx.Err() != nil: // she goes to sleep; if nothing was kept, it is said again
	case errors.Is(err, samantha.ErrForgotten):
		s.tell(Refused{u.ID, "you said that before, and asked me to forget it"})
	case err != nil:
		s.tell(Refused{u.ID, samantha.Plainly(err)})
	case reply.OffRecord:
		s.showUnlogged(reply, u, KeptNot)
	case reply.Unsaved:
		s.showUnlogged(reply, u, KeptNotYet)
	}
	s.look()
}

// unheard: the devices take her words from the log, not from her mouth.
func unheard(samantha.Clause) error { return nil }

// answered reports whether an utterance was answered before, so that nobody
// waits for an answer that is there.
func (s *Session) answered(face string) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Contains(s.faces, face)
}

// greeted is how long a greeting of hers holds, if nobody answered it.
const greeted = 6 * time.Hour

// begin lets her speak first, unless she did already.
func (s *Session) begin(zone string) {
	job := func() {
		if spoke, err := s.spokeFirst(s.ctx); spoke || err != nil {
			return
		}
		if err := s.mind.Begin(s.ctx, zone, unheard); err != nil && s.ctx.Err() == nil {
			s.tell(Refused{"", samantha.Plainly(err)})
		}
	}
	select {
	case s.jobs <- job:
	default: // somebody is in the middle of a talk
	}
}

// spokeFirst reports whether she spoke first lately, and waits for the person.
func (s *Session) spokeFirst(ctx context.Context) (bool, error) {
	newest, _ := s.log.Last()
	spoke := false
	for e, err := range s.log.Read(ctx, newest-min(newest, captions)) {
		if err != nil {
			return false, err
		}
		switch b := e.Body.(type) {
		case *samantha.Heard:
			spoke = false
		case *samantha.Said:
			if slices.Contains(b.Numbers.Acts, samantha.DoErrandRing) {
				continue // that something rang is no greeting
			}
			spoke = b.Numbers.Unasked && s.clock.Now().Sub(e.At) < greeted
		}
	}
	return spoke, nil
}

// Interim shows words on the other devices as they are being recognised.
func (d *Device) Interim(text string) {
	d.mu.Lock()
	silent := text == "" && !d.speaking
	d.speaking = text != ""
	d.mu.Unlock()
	if silent {
		return
	}
	if len(text) > MaxUtterance {
		text = text[len(text)-MaxUtterance:]
	}
	for _, other := range d.session.attended() {
		if other != d {
			other.show(Interim{strings.ToValidUTF8(text, "")})
		}
	}
}
