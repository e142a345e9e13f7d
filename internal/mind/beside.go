package mind

import (
	"context"
	"sync"

	"samantha"
	"samantha/internal/mind/memory"
)

// background owns the goroutines that work beside the talk.
type background struct {
	ctx    context.Context
	cancel context.CancelFunc
	wg     sync.WaitGroup
}

func newBackground() *background {
	ctx, cancel := context.WithCancel(context.Background())
	return &background{ctx: ctx, cancel: cancel}
}

func (b *background) start(work func(context.Context)) {
	b.wg.Go(func() { work(b.ctx) })
}

func (b *background) stop() {
	b.cancel()
	b.wg.Wait()
}

// load makes an index of the memories after seq.
func (m *Mind) load(ctx context.Context, after uint64) (*memory.Index, error) {
	index := m.rooms.lore.Index()
	for e, err := range m.log.Read(ctx, after) {
		if err != nil {
			return nil, err
		}
		remember(index, e)
	}
	return index, nil
}

// remember adds the memory that an event holds, if it holds one.
func remember(index *memory.Index, e samantha.Event) {
	if e.Forgotten {
		return
	}
	switch b := e.Body.(type) {
	case *samantha.Heard:
		index.Add(samantha.Memory{ID: e.ID, At: e.At, By: e.Origin, Text: b.Words.Text})
	case *samantha.Said:
		index.Add(samantha.Memory{ID: e.ID, At: e.At, By: e.Origin, Text: b.Text()})
	}
}

// loadAll makes the whole index beside the talk and swaps it in. If the log
// cannot be read she goes on with what is at hand, and says so in each reply.
func (m *Mind) loadAll(ctx context.Context) {
	m.again(ctx, &State{}, m.rooms.lore.Index(), false)
}

// refold makes state and index anew from the log as it is now, beside the talk,
// and swaps them in. After a forgetting nothing of what is gone is left.
func (m *Mind) refold(ctx context.Context) {
	m.again(ctx, &State{}, m.rooms.lore.Index(), true)
}

// again reads the whole log into a new state and index. The last stretch is
// read while nobody speaks, so that nothing is missed.
func (m *Mind) again(ctx context.Context, state *State, index *memory.Index, swapState bool) {
	read := func() error {
		for e, err := range m.log.Read(ctx, state.Seq) {
			if err != nil {
				return err
			}
			state.Apply(e)
			remember(index, e)
		}
		return nil
	}
	if read() != nil || m.take(ctx) != nil {
		return
	}
	defer m.give()
	if read() != nil || state.Seq != m.state.Seq {
		return // unsaved moments: they are only in the old ones
	}
	m.index, m.partial = index, false
	if swapState {
		m.state = state
	}
}
