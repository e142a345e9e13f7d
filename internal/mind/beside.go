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

// Rest waits for what was begun beside the talk: the older memories are at hand
// then, and what was forgotten is out of every view.
func (m *Mind) Rest() { m.work.wg.Wait() }

// load makes an index of the memories after seq.
func (m *Mind) load(ctx context.Context, after uint64) (*memory.Index, error) {
	index := m.rooms.lore.Index()
	for e, err := range m.log.Read(ctx, after) {
		if err != nil {
			return nil, err
		}
		m.remember(index, e)
	}
	return index, nil
}

// remember adds the memory that an event holds, if it holds one, and takes out
// those that it forgot.
func (m *Mind) remember(index *memory.Index, e samantha.Event) {
	if b, ok := e.Body.(*samantha.Brought); ok {
		index.Mark(b.Numbers.Mark, e.ID) // also of one that was forgotten: it is not to come back
	}
	if b, ok := e.Body.(*samantha.Forgot); ok {
		index.Mask(b.Numbers.Gone)
	}
	if b, ok := e.Body.(*samantha.Telling); ok && !e.Forgotten {
		index.Lend(e.ID, b.Numbers.Sources, b.Words.Matter)
	}
	if k, ok := m.rooms.lore.Keep(e); ok {
		index.Add(k)
	}
}

// loadAll makes the whole index beside the talk and swaps it in. If the log
// cannot be read she goes on with what is at hand, and says so in each reply.
func (m *Mind) loadAll(ctx context.Context) { m.anew(ctx, false) }

// refold makes state and index anew from the log as it is now, beside the talk,
// and swaps them in. After a forgetting nothing of what is gone is left.
func (m *Mind) refold(ctx context.Context) { m.anew(ctx, true) }

// anew reads the whole log until it has done so without a forgetting in
// between: what was read before one may hold words that are gone.
func (m *Mind) anew(ctx context.Context, swapState bool) {
	for {
		if m.take(ctx) != nil {
			return
		}
		before := m.forgettings
		m.give()
		made, err := m.readAll(ctx, reading{&State{}, m.rooms.lore.Index()})
		if m.take(ctx) != nil {
			return
		}
		done := err != nil || m.forgettings == before
		if done && swapState {
			m.refolding = false
		}
		if done && err == nil {
			m.swap(ctx, made, swapState)
		}
		m.give()
		if done {
			return
		}
	}
}

// reading is a log folded and indexed so far.
type reading struct {
	state *State
	index *memory.Index
}

func (m *Mind) readAll(ctx context.Context, r reading) (reading, error) {
	for e, err := range m.log.Read(ctx, r.state.Seq) {
		if err != nil {
			return r, err
		}
		r.state.Apply(e)
		m.remember(r.index, e)
	}
	return r, nil
}

// swap reads the last stretch, while nobody speaks, and puts the new views in
// the place of the old. Moments that wait for the disk are only in the old ones;
// then those stay.
func (m *Mind) swap(ctx context.Context, r reading, swapState bool) {
	r, err := m.readAll(ctx, r)
	if err != nil || r.state.Seq != m.state.Seq {
		return
	}
	m.index, m.partial = r.index, false
	if swapState {
		m.state, m.masked = r.state, false
		m.stepAside()
	}
}
