package tui

import (
	"context"
	"sync"

	tea "charm.land/bubbletea/v2"
)

// inbox holds what the face is told until the program takes it. It has no end,
// so that whoever tells never waits for a terminal that is slow or stopped.
type inbox struct {
	mu     sync.Mutex
	events []Event
	filled chan struct{} // holds one token while there may be events
}

func newInbox() *inbox { return &inbox{filled: make(chan struct{}, 1)} }

func (b *inbox) put(e Event) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.events = append(b.events, e)
	select {
	case b.filled <- struct{}{}:
	default:
	}
}

func (b *inbox) take() []Event {
	b.mu.Lock()
	defer b.mu.Unlock()
	events := b.events
	b.events = nil
	return events
}

// empty hands events to the program, in order, until ctx ends.
func (b *inbox) empty(ctx context.Context, p *tea.Program) {
	for {
		select {
		case <-b.filled:
		case <-ctx.Done():
			return
		}
		for _, e := range b.take() {
			p.Send(e) // returns when the program has ended
		}
	}
}
