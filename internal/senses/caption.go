package senses

import (
	"context"
	"fmt"
	"slices"

	"samantha"
)

// reader takes what a device has not seen from the log, and shows it there.
type reader struct {
	device *Device
	after  uint64 // the sequence the device holds
	newest uint64 // the log's when the device came

	mood   samantha.Mood // of the newest moment that was read
	moment samantha.ID   // whose
}

// read follows the log until the device's part ends.
func (r *reader) read() {
	d := r.device
	if r.after >= r.newest {
		d.session.showLoose(d)
	}
	for e, err := range d.session.log.Watch(d.ctx, r.after) {
		if err != nil {
			d.leave(fmt.Errorf("read her log: %w", err))
			return
		}
		if sign, ok := r.sign(e); ok {
			d.follow(sign)
		}
		d.passed(e.Seq)
		if e.Seq == r.newest {
			d.session.showLoose(d)
		}
	}
}

// sign is what a device shows of an event, if anything. Words that were
// forgotten are not shown; the tombstone tells devices that still hold them.
func (r *reader) sign(e samantha.Event) (Sign, bool) {
	switch b := e.Body.(type) {
	case *samantha.Forgot:
		return Gone{Seq: e.Seq, IDs: b.Numbers.Gone}, true
	case *samantha.Heard:
		r.mood, r.moment = b.Numbers.Mood, e.ID
		if e.Forgotten {
			return Gone{Seq: e.Seq, IDs: []samantha.ID{e.ID}, Face: b.Numbers.FaceID}, b.Numbers.FaceID != ""
		}
		return Heard{Seq: e.Seq, ID: e.ID, At: e.At, Text: b.Words.Text, Face: b.Numbers.FaceID}, true
	case *samantha.Uttered:
		if e.Forgotten || e.Seq < r.newest { // what became of it follows
			return nil, false
		}
		said, err := r.device.session.soFar(r.device.ctx, e, b)
		said.Mood = r.moodOf(said.ID)
		return said, err == nil
	case *samantha.Said:
		said := r.device.session.said(b)
		said.Seq, said.ID, said.At, said.Mood = e.Seq, e.ID, e.At, r.moodOf(e.ID)
		return said, !e.Forgotten
	}
	return nil, false
}

// moodOf is her mood when she answered: that of the moment, or, if nobody had
// spoken, the newest that is known.
func (r *reader) moodOf(answer samantha.ID) samantha.Mood {
	moment := answer.Moment()
	if moment == r.moment || moment == answer {
		return r.mood
	}
	if e, err := r.device.session.log.Find(r.device.ctx, moment); err == nil {
		if heard, ok := e.Body.(*samantha.Heard); ok {
			r.mood, r.moment = heard.Numbers.Mood, moment
		}
	}
	return r.mood
}

// said is an answer as devices show it, but for its place and time.
func (s *Session) said(b *samantha.Said) Said {
	said := Said{Clauses: []string{}, Manner: b.Numbers.Manner, Opens: b.Numbers.Opens, Acts: slices.Concat([]string{}, b.Numbers.Acts)}
	for i, clause := range b.Words.Clauses {
		said.Clauses = append(said.Clauses, s.split(clause)...)
		if i < b.Numbers.Form {
			said.Form = len(said.Clauses)
		}
	}
	return said
}

// newestTalk is the sequence after which the newest captions stand.
func (s *Session) newestTalk(ctx context.Context, newest uint64) (uint64, error) {
	for window := uint64(4 * captions); ; window *= 4 {
		after := newest - min(newest, window)
		var talk []uint64
		for e, err := range s.log.Read(ctx, after) {
			if err != nil {
				return 0, err
			}
			if kind := e.Body.Kind(); !e.Forgotten && (kind == samantha.KindHeard || kind == samantha.KindSaid) {
				talk = append(talk, e.Seq)
			}
		}
		if len(talk) > captions {
			return talk[len(talk)-captions] - 1, nil
		}
		if after == 0 {
			return 0, nil
		}
	}
}
