package senses

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"
)

// Arrival is how a device comes.
type Arrival struct {
	Last    uint64 // the sequence it holds; 0: none, and it gets the newest talk
	Zone    string // IANA name of its time zone; unknown ones count as ""
	Browser string // whose browser it is, as a person would name the maker
}

// Device is one page through which she is with the person.
type Device struct {
	session *Session
	zone    string
	browser string

	signs chan Sign     // on the way to the device
	slots chan struct{} // one for each sign of the log among them
	ctx   context.Context
	end   context.CancelCauseFunc

	mu       sync.Mutex
	seq      uint64 // of the newest event that went on its way
	speaking bool   // its interim words are shown elsewhere
}

// A queue holds so many signs; the log fills it only in part, so that what comes
// directly always finds a place on a device that keeps up.
const (
	queue    = 256
	fromLog  = 64
	captions = 40 // shown to a device that holds none
)

// ErrLagging: the device did not take its signs; it may come again.
var ErrLagging = errors.New("this device did not keep up; it may come again")

var errLeft = errors.New("the device left")

// Attend begins a device's part in the session: a welcome, then what it missed,
// then what happens. The first device is greeted, if she has something to say.
// It fails with [ErrOver] after Close.
func (s *Session) Attend(ctx context.Context, a Arrival) (*Device, error) {
	now, err := s.mind.Now(ctx)
	if err != nil {
		return nil, fmt.Errorf("ask how she is: %w", err)
	}
	newest, _ := s.log.Last()
	after := a.Last
	if after == 0 || after > newest { // or it is of another life
		if after, err = s.newestTalk(ctx, newest); err != nil {
			return nil, fmt.Errorf("read the newest talk: %w", err)
		}
	}
	d := &Device{
		session: s, zone: known(a.Zone), browser: a.Browser,
		signs: make(chan Sign, queue), slots: make(chan struct{}, fromLog), seq: after,
	}
	d.ctx, d.end = context.WithCancelCause(s.ctx)
	d.show(Welcome{s.state(newest, now)})
	r := reader{device: d, after: after, newest: newest, mood: now.Mood}
	first, err := s.admit(d, now, r.read)
	if err != nil {
		return nil, err
	}
	if first {
		s.begin(d.zone)
	}
	return d, d.catchUp(ctx, newest)
}

// catchUp shows how she is once more, if anything happened while the device was
// being admitted.
func (d *Device) catchUp(ctx context.Context, newest uint64) error {
	if last, _ := d.session.log.Last(); last == newest {
		return nil
	}
	now, err := d.session.mind.Now(ctx)
	if err != nil {
		d.Leave()
		return fmt.Errorf("ask how she is: %w", err)
	}
	d.change(now)
	return nil
}

// known is a time zone this machine knows, or "".
func known(zone string) string {
	if _, err := time.LoadLocation(zone); err != nil {
		return ""
	}
	return zone
}

// admit lists a device and starts its reader of the log; first: it is the only
// one.
func (s *Session) admit(d *Device, told Now, read func()) (first bool, err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.ctx.Err() != nil {
		return false, ErrOver
	}
	s.devices[d] = true
	s.owned.Go(read)
	s.warm(told)
	if first = len(s.devices) == 1; first {
		s.now = told
	}
	return first, nil
}

// Leave ends the device's part.
func (d *Device) Leave() {
	d.leave(errLeft)
	d.Interim("")
}

func (d *Device) leave(why error) {
	d.session.mu.Lock()
	delete(d.session.devices, d)
	d.session.mu.Unlock()
	d.end(why)
}

// Next waits for the next sign. Its errors end the device's part: [ErrLagging],
// [ErrOver], or what is wrong with the log.
func (d *Device) Next(ctx context.Context) (Sign, error) {
	select {
	case sign := <-d.signs:
		if sign.seq() > 0 {
			<-d.slots
		}
		return sign, nil
	case <-d.ctx.Done():
		return nil, context.Cause(d.ctx)
	case <-ctx.Done():
		return nil, context.Cause(ctx)
	}
}

// show puts a sign that is not the log's on its way, and drops a device that has
// no room for it.
func (d *Device) show(sign Sign) {
	select {
	case d.signs <- sign:
	default:
		d.leave(ErrLagging)
	}
}

// follow puts a sign of the log on its way as soon as there is room.
func (d *Device) follow(sign Sign) {
	select {
	case d.slots <- struct{}{}:
	case <-d.ctx.Done():
		return
	}
	select {
	case d.signs <- sign:
	case <-d.ctx.Done():
	}
}

// passed notes how far the device's reader of the log has come.
func (d *Device) passed(seq uint64) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.seq = seq
}

// change shows how she is now.
func (d *Device) change(now Now) {
	d.mu.Lock()
	seq := d.seq
	d.mu.Unlock()
	d.show(Changed{d.session.state(seq, now)})
}
