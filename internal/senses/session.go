package senses

import (
	"context"
	"errors"
	"sync"

	"samantha"
)

// Options are what a session is given.
type Options struct {
	Log   Log
	Mind  Mind
	Clock samantha.Clock
	// Split parts a clause of hers into what is spoken in one breath. Joined by
	// spaces the parts are the clause again.
	Split   func(string) []string
	Mouth   Mouth  // nil: there is none
	Version string // of the program
}

// Session is one person's senses. Its methods may be called from many
// goroutines.
type Session struct {
	log     Log
	mind    Mind
	clock   samantha.Clock
	split   func(string) []string
	voice   *voice
	version string

	ctx   context.Context // the life of the session
	end   context.CancelCauseFunc
	owned sync.WaitGroup
	jobs  chan func()   // what she has still to hear, in the order it was said
	ready chan struct{} // closed when what was answered before is known

	mu      sync.Mutex
	devices map[*Device]bool
	loose   []moment // moments that are in no log
	faces   []string // ids of utterances that were answered, newest last
	left    []string // ids of utterances whose sound left the machine, newest last
	now     Now      // as it was told last
	warmed  bool     // her mouth was made ready

	interrupted bool // the answer she is finding was cut off
}

// waiting is how many utterances may wait to be heard.
const waiting = 32

// ErrOver: the session was closed; she goes to sleep.
var ErrOver = errors.New("she goes to sleep")

// New begins a session. Close ends it.
func New(o Options) *Session {
	ctx, end := context.WithCancelCause(context.Background())
	s := &Session{
		log: o.Log, mind: o.Mind, clock: o.Clock, split: o.Split, version: o.Version,
		voice: newVoice(o.Mouth), ctx: ctx, end: end, jobs: make(chan func(), waiting), ready: make(chan struct{}),
		devices: map[*Device]bool{},
	}
	s.owned.Go(s.listen)
	s.owned.Go(s.watch)
	return s
}

// Close ends the session and every device's part in it. What was said and not
// heard yet is not lost: no device was told that it was heard. When Close
// returns nothing is asked of the mind or the log any more.
func (s *Session) Close() {
	s.mu.Lock()
	s.end(ErrOver) // nobody is admitted any more
	s.mu.Unlock()
	s.owned.Wait()
}

// listen hears what was said, one after the other.
func (s *Session) listen() {
	<-s.ready
	for {
		select {
		case job := <-s.jobs:
			if s.ctx.Err() == nil {
				job()
			}
		case <-s.ctx.Done():
			return
		}
	}
}

// attended are the devices that attend now.
func (s *Session) attended() []*Device {
	s.mu.Lock()
	defer s.mu.Unlock()
	list := make([]*Device, 0, len(s.devices))
	for d := range s.devices {
		list = append(list, d)
	}
	return list
}

// tell shows a sign on every device.
func (s *Session) tell(sign Sign) {
	for _, d := range s.attended() {
		d.show(sign)
	}
}
